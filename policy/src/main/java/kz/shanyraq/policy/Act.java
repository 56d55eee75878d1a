package kz.shanyraq.policy;

/// A normative act of Kazakhstan that the library cites. Numbers and dates are those of the act; titles in
/// three languages stand in the words of the package `explain`. The acts before 2023 on benefits other than
/// targeted assistance were not read; what cites them is unconfirmed.
public enum Act implements Code {
    /// Social Code 224-VII of 20 April 2023, in force from 1 July 2023.
    SOCIAL_CODE("224-VII", "2023-04-20"),
    /// Law 246-II of 17 July 2001 on targeted social assistance, until 30 June 2023.
    LAW_246("246-II", "2001-07-17"),
    /// Law on social benefits by disability and loss of breadwinner, 126-I of 16 June 1997, until 30 June
    /// 2023.
    LAW_126("126-I", "1997-06-16"),
    /// Law 63-III of 28 June 2005 on benefits of families with children, until 30 June 2023.
    LAW_63("63-III", "2005-06-28"),
    /// Law 286-VI of 26 December 2019 on compulsory social insurance, until 30 June 2023.
    LAW_286("286-VI", "2019-12-26"),
    /// Order 320 of 5 May 2015: share of the poverty line.
    ORDER_320("320", "2015-05-05"),
    /// Order 237-p of 28 July 2009: rules of counting income.
    ORDER_237("237-p", "2009-07-28"),
    /// Order 160 of 19 May 2023, as amended by order 473 of 20 December 2024: poverty line.
    ORDER_160("160", "2023-05-19"),
    /// Order 181 of 26 May 2023: counting of income, norms of the personal subsidiary farm.
    ORDER_181("181", "2023-05-26"),
    /// Order 227 of 21 June 2023: award and payment of targeted assistance.
    ORDER_227("227", "2023-06-21"),
    /// Decree 1032 of 30 December 2019: guaranteed social package of children.
    DECREE_1032("1032", "2019-12-30"),
    /// Order 117 of 8 December 2023: housing assistance.
    ORDER_117("117", "2023-12-08"),
    /// Decree 2314 of 30 December 2009: housing assistance before that.
    DECREE_2314("2314", "2009-12-30"),
    /// The law on the republican budget of the year.
    BUDGET_LAW("", ""),
    /// Order 267 of 29 June 2023: methodology of social wellbeing.
    ORDER_267("267", "2023-06-29"),
    /// Joint order of six bodies of 21 May 2025: pilot of the scoring model.
    SCORING_ORDER("", "2025-05-21"),
    /// Law 114-IV of 29 December 2008 on special social services, until 30 June 2023.
    LAW_114("114-IV", "2008-12-29"),
    /// State programme Enbek, decree 746 of 13 November 2018 and its forerunner.
    PROGRAMME_ENBEK("746", "2018-11-13"),
    /// Decree 476 of 15 June 2023: subsidised jobs.
    DECREE_476("476", "2023-06-15"),
    /// Consultative document of 2 September 2025 on amendments of the Social Code: a proposal, not law.
    PROPOSAL_2025("", "2025-09-02");

    private final String number;
    private final String adopted;

    Act(String number, String adopted) {
        this.number = number;
        this.adopted = adopted;
    }

    /// The act's number; empty where each year has its own or none was published.
    public String number() {
        return number;
    }

    /// The day of its adoption as `YYYY-MM-DD`; empty where each year has its own.
    public String adopted() {
        return adopted;
    }
}
