package kz.shanyraq.policy.statebenefit;

import static kz.shanyraq.policy.Verdict.bit;

import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.DisabilityCause;
import kz.shanyraq.policy.household.Households;

/// State social benefit by disability (мүгедектігі бойынша мемлекеттік әлеуметтік жәрдемақы, государственное
/// социальное пособие по инвалидности), articles 175–178: by group, age and cause, in subsistence minima of
/// the budget law.
///
/// Question: persons of pension age get a pension instead, but the articles read do not say how they choose;
/// everybody with a disability has a row.
public final class DisabilityBenefit extends Assessment {

    /// Coefficients of the subsistence minimum in hundredths; arrays are by group, I to III.
    ///
    /// @param childUnder7 a child under 7, whatever the group
    /// @param child a child of 7 to 17
    /// @param sinceChildhood an adult with a disability since childhood
    /// @param general an adult by general disease, work injury and other causes (article 177 §2)
    /// @param military conscripts, nuclear tests and accidents (§3)
    /// @param duty service personnel on duty (§4)
    @SuppressWarnings("ArrayRecordComponent") // tables of the law; never compared
    public record Coefficients(
            long childUnder7, long[] child, long[] sinceChildhood, long[] general, long[] military, long[] duty) {

        /// Whether the coefficient of a group is the same at every age.
        boolean ageless(byte cause, int group) {
            return cause >= 0 && childUnder7 == child[group] && childUnder7 == ofAdults(cause)[group];
        }

        /// Those of adults by cause.
        long[] ofAdults(byte cause) {
            return DisabilityCause.SINCE_CHILDHOOD.is(cause)
                    ? sinceChildhood
                    : Code.in(cause, MILITARY) ? military : DisabilityCause.DUTY.is(cause) ? duty : general;
        }
    }

    /// Before July 2023 unconfirmed: the later values divided by 1.145.
    private static final Dated<Coefficients> COEFFICIENTS = Dated.<Coefficients>named("coefficients of disability")
            .from(
                    "2018-01-01",
                    new Coefficients(
                            141,
                            groups(192, 160, 141),
                            groups(192, 160, 141),
                            groups(192, 154, 105),
                            groups(281, 240, 202),
                            groups(344, 266, 202)))
            .from(
                    "2023-07-01",
                    new Coefficients(
                            161,
                            groups(220, 183, 161),
                            groups(220, 183, 161),
                            groups(220, 176, 120),
                            groups(322, 275, 231),
                            groups(394, 304, 231)))
            .open();

    /// Of a resident of a centre on full state provision: the share of the person in percent, but at least
    /// the subsistence minimum.
    private static final long TO_PERSON = 30;

    /// And the share of the centre.
    private static final long TO_CENTRE = 70;

    private static final int GROUPS = 3;
    private static final int CAUSES = DisabilityCause.values().length;
    private static final long MILITARY = Code.set(DisabilityCause.MILITARY, DisabilityCause.NUCLEAR);

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// The person gets the benefit on the loss of the breadwinner instead, by choice.
        OTHER_BENEFIT_CHOSEN(Provision.DISABILITY_OR_SURVIVOR);

        private final Provision provision;

        Refusal(Provision provision) {
            this.provision = provision;
        }

        @Override
        public Provision provision() {
            return provision;
        }
    }

    /// The numbers of a month.
    public record Rates(Day day, Looked minimum, Coefficients coefficients, SurvivorBenefit.Shares shares)
            implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(minimum);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where the subsistence minimum of the budget law is not known
        public static Rates of(Day day, Figures figures) {
            return new Rates(
                    day,
                    figures.republic(Figures.SUBSISTENCE_MINIMUM_LAW, day.date()),
                    COEFFICIENTS.on(day.date()),
                    SurvivorBenefit.SHARES.on(day.date()));
        }
    }

    /// The person does not get the benefit on the loss of the breadwinner instead.
    @Cites(
            value = Provision.DISABILITY_OR_SURVIVOR,
            as = Unit.CONDITION,
            reads = {Column.BREADWINNER_LOST, Column.RECEIVES})
    long notSurvivorInstead;

    /// By group, age and cause, in hundredths of the subsistence minimum.
    @Cites(
            value = Provision.DISABILITY_AMOUNT,
            as = Unit.HUNDREDTHS,
            reads = {Column.DISABILITY, Column.DISABILITY_GROUP_CHILD, Column.DISABILITY_CAUSE, Column.BIRTH_DATE})
    long coefficient;

    /// The full benefit, whole tenge a month.
    @Cites(
            value = Provision.DISABILITY_AMOUNT,
            figures = {Figures.SUBSISTENCE_MINIMUM_LAW})
    long full;

    /// Of a resident on full state provision: to the centre's account, whole tenge a month. With the share of
    /// the person it can exceed the full benefit (`docs/reading-of-the-law.md` §3).
    @Cites(
            value = Provision.DISABILITY_IN_CENTRE,
            reads = {Column.ABSENCE})
    long toCentre;

    /// To the person, whole tenge a month.
    @Cites(
            value = Provision.DISABILITY_AMOUNT,
            figures = {Figures.SUBSISTENCE_MINIMUM_LAW})
    long sum;

    /// One person.
    public DisabilityBenefit assess(Households h, int f, int p, Rates rates) {
        long minimum = rates.minimum.hundredths();
        byte absence = h.absence[p];
        boolean inCentre = Absence.STATE_PROVISION.is(absence);
        notSurvivorInstead = Choice.takesDisability(h, f, p, rates);
        coefficient = coefficient(h, p, rates);
        full = Tenge.coefficient(rates.day, coefficient, minimum);
        toCentre = inCentre ? Tenge.benefit(rates.day, TO_CENTRE * full, 100) : 0;
        sum = inCentre
                ? Math.max(
                        Tenge.benefit(rates.day, TO_PERSON * full, 100), Tenge.benefit(rates.day, minimum, Tenge.TIYN))
                : full;
        long missing = missing(h, p, rates);
        conclude(
                bit(Refusal.OTHER_BENEFIT_CHOSEN, notSurvivorInstead),
                (missing == 0 ? Verdict.missing(notSurvivorInstead) : missing)
                        | (absence < 0 ? Fact.ABSENCE.bit() : 0));
        return this;
    }

    /// The coefficient of a person; 0 without a disability, and where facts are missing to tell it.
    static long coefficient(Households h, int p, Rates rates) {
        if (missing(h, p, rates) != 0) {
            return 0;
        }
        Coefficients c = rates.coefficients;
        int birth = h.birthDate[p];
        if (Disability.NONE.is(h.disability[p])) {
            return 0;
        }
        if (birth != Households.UNKNOWN_DATE && rates.day.under18(birth)) {
            return birth > rates.day.born7() ? c.childUnder7 : c.child[group(h, p)];
        }
        return c.ofAdults(h.disabilityCause[p])[group(h, p)];
    }

    /// The smallest or largest coefficient that an adult can have whose disability is not since childhood,
    /// while group or cause are not known.
    static long extreme(Households h, int p, Rates rates, boolean largest) {
        byte disability = h.disability[p];
        boolean groupKnown = disability > 0 && !Disability.CHILD.is(disability);
        long extreme = largest ? 0 : Long.MAX_VALUE;
        for (int group = 0; group < GROUPS; group++) {
            for (byte cause = 0; cause < CAUSES; cause++) {
                boolean possible = (!groupKnown || group == group(h, p))
                        && (h.disabilityCause[p] < 0 || h.disabilityCause[p] == cause)
                        && !DisabilityCause.SINCE_CHILDHOOD.is(cause);
                long coefficient = rates.coefficients.ofAdults(cause)[group];
                extreme =
                        possible ? largest ? Math.max(extreme, coefficient) : Math.min(extreme, coefficient) : extreme;
            }
        }
        return extreme;
    }

    private static int group(Households h, int p) {
        byte disability = h.disability[p];
        return Disability.CHILD.is(disability) ? h.disabilityGroupChild[p] : disability - Disability.GROUP1.ordinal();
    }

    /// The facts that are missing to tell the coefficient. An adult still registered as a child with a
    /// disability has no known group.
    static long missing(Households h, int p, Rates rates) {
        byte disability = h.disability[p];
        int birth = h.birthDate[p];
        if (disability < 0) {
            return Fact.DISABILITY.bit();
        }
        if (Disability.NONE.is(disability)) {
            return 0;
        }
        boolean asChild = Disability.CHILD.is(disability);
        if (birth == Households.UNKNOWN_DATE) {
            return asChild || !rates.coefficients.ageless(h.disabilityCause[p], group(h, p))
                    ? Fact.BIRTH_DATE.bit()
                    : 0;
        }
        if (rates.day.under18(birth)) {
            return asChild && birth <= rates.day.born7() && h.disabilityGroupChild[p] < 0
                    ? Fact.DISABILITY_GROUP.bit()
                    : 0;
        }
        return (asChild ? Fact.DISABILITY.bit() : 0) | (h.disabilityCause[p] < 0 ? Fact.DISABILITY_CAUSE.bit() : 0);
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        if (!h.coverage.has(Column.DISABILITY)) {
            return;
        }
        var sheet = new DisabilityBenefit();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (!Disability.NONE.is(h.disability[p]) && rates.day.born(h.birthDate[p])) {
                    into.add(h, f, p, Benefit.DISABILITY_BENEFIT, sheet.assess(h, f, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }

    private static long[] groups(long first, long second, long third) {
        return new long[] {first, second, third};
    }
}
