package kz.shanyraq.policy.assistance;

import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;

/// Targeted social assistance (атаулы әлеуметтік көмек, адресная социальная помощь): the door to its
/// editions. The edition is chosen once for a month, outside every loop.
public final class TargetedAssistance {

    /// The edition in force by the day of application. The proposal V6 is not among them.
    public static final Dated<Edition> EDITIONS = Dated.<Edition>named("targeted social assistance")
            .from("2018-01-01", Edition.V1)
            .from("2019-04-01", Edition.V2)
            .from("2020-01-01", Edition.V3)
            .from("2023-07-01", Edition.V4)
            .from("2025-01-01", Edition.V5)
            .open();

    /// The numbers of the edition in force, for every region by its two digits.
    ///
    /// @throws kz.shanyraq.policy.NotInForce before 2018, and where a figure of the country is not known
    public static Rates[] rates(Day day, Figures figures) {
        return rates(EDITIONS.on(day.date()), day, figures);
    }

    /// The numbers of an edition that need not be in force: for the simulation of another law.
    public static Rates[] rates(Edition edition, Day day, Figures figures) {
        var rates = new Rates[Figures.REGIONS];
        for (int region = 0; region < rates.length; region++) {
            rates[region] = switch (edition) {
                case V1 -> Assistance2018.rates(day, region, figures);
                case V2 -> Assistance2019.rates(day, region, figures);
                case V3 -> Assistance2020.rates(day, region, figures);
                case V4 -> Assistance2023.rates(day, region, figures);
                case V5 -> Assistance2025.rates(day, region, figures);
                case V6 -> AssistanceProposal2025.rates(day, region, figures);
            };
        }
        return rates;
    }

    /// One family, on a new sheet: the assessment of the edition to which the rates belong.
    public static Assessment assess(Households h, int f, Rates rates) {
        return switch (rates.edition()) {
            case V1 -> new Assistance2018().assess(h, f, rates);
            case V2 -> new Assistance2019().assess(h, f, rates);
            case V3, V4, V5 -> new FamilySum().assess(h, f, rates);
            case V6 -> new AssistanceProposal2025().assess(h, f, rates);
        };
    }

    /// A block of families, into rows in the order of the families: the same methods, row by row.
    ///
    /// @param rates by region, all of one edition
    public static void assess(Households h, Rates[] rates, Assessments into) {
        switch (rates[0].edition()) {
            case V1 -> Assistance2018.assess(h, rates, into);
            case V2 -> Assistance2019.assess(h, rates, into);
            case V3, V4, V5 -> FamilySum.assess(h, rates, into);
            case V6 -> AssistanceProposal2025.assess(h, rates, into);
        }
    }

    private TargetedAssistance() {}
}
