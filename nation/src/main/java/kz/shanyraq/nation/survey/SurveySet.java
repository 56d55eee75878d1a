package kz.shanyraq.nation.survey;

import java.time.YearMonth;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.figures.Figures;

/// A set of survey microdata that we can bring into the household format. Its code is the name of its folder.
public enum SurveySet implements Code {
    /// American Community Survey 2011, complete households: family, incomes by source, the official verdict on
    /// poverty.
    ///
    /// Poverty line: the Census Bureau's threshold of 2011 for two adults and two children, 22 811 dollars a year.
    /// (The set itself holds no thresholds, but incomes and their ratio to them: by these, the median over such
    /// families is 22 882, as the Bureau moves the threshold with the prices of each interview's year.)
    US_ACS2011("US dollar", 2_281_100),
    /// Synthetic families made by others from the Austrian part of EU-SILC 2006.
    ///
    /// Poverty line: the at-risk-of-poverty threshold, 10 859.24 euro a year for one adult, times 2.1 for two
    /// adults and two children under 14.
    AT_SILC_SYNTHETIC("euro", 2_280_440),
    /// Encuesta Nacional de Ingresos y Gastos de los Hogares 2022 of INEGI: incomes month by month, no roster.
    ///
    /// It holds no poverty line: pesos are taken for tenge one to one, and only sums are of use.
    MX_ENIGH2022("Mexican peso", 0);

    /// Persons of the family whose poverty line is compared: two adults and two children.
    private static final int PERSONS = 4;

    private static final int MONTHS = 12;

    private final String currency;
    private final long line;

    SurveySet(String currency, long line) {
        this.currency = currency;
        this.line = line;
    }

    /// One unit of its currency, in words.
    public String currency() {
        return currency;
    }

    /// Its poverty line for two adults and two children, hundredths of its currency a year; 0 if it has none.
    public long povertyLine() {
        return line;
    }

    /// The rate at which a family of two adults and two children on the survey's own poverty line comes to stand
    /// exactly on the poverty line of Kazakhstan in a month: verdicts can then be compared, which an exchange
    /// rate or a purchasing power could not give. A larger family stands above the survey's line when it stands
    /// on ours, a smaller one below, because our line has no economies of scale.
    ///
    /// @throws kz.shanyraq.policy.NotInForce if there is no poverty line in that month
    public Factor factor(YearMonth month, int region, Figures figures) {
        if (line == 0) {
            return Factor.ONE;
        }
        long tiyn = TargetedAssistance.rates(Day.of(month), figures)[region].line();
        return Factor.ofQuotient(tiyn * PERSONS * MONTHS, line);
    }

    /// Which variables go where.
    public Mapping mapping() {
        return Mapping.of(this);
    }

    /// How its households are read.
    Survey survey() {
        return switch (this) {
            case US_ACS2011 -> new UsAcs2011(mapping());
            case AT_SILC_SYNTHETIC -> new AtSilcSynthetic(mapping());
            case MX_ENIGH2022 -> new MxEnigh2022(mapping());
        };
    }
}
