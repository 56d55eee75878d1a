package kz.shanyraq.policy.statebenefit;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Dated;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.BreadwinnerLost;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// State social benefit on the loss of the breadwinner (асыраушысынан айырылу жағдайы бойынша жәрдемақы,
/// пособие по случаю потери кормильца), article 236: one sum for all dependants of one lost breadwinner, by
/// their number, and one for each orphan of both parents, in subsistence minima of the budget law.
public final class SurvivorBenefit extends Assessment {

    /// In hundredths of the subsistence minimum.
    ///
    /// @param byNumber for 1 to 6 dependants together; the last for more
    /// @param orphan for each who lost both
    @SuppressWarnings("ArrayRecordComponent") // tables of the law; never compared
    public record Shares(long[] byNumber, long orphan) {

        long together(int dependants) {
            return dependants == 0 ? 0 : byNumber[Math.min(dependants, byNumber.length) - 1];
        }
    }

    /// Before July 2023 unconfirmed.
    static final Dated<Shares> SHARES = Dated.<Shares>named("shares of dependants")
            .from("2018-01-01", new Shares(new long[] {80, 148, 197, 227, 240, 262}, 134))
            .from("2023-07-01", new Shares(new long[] {92, 170, 225, 260, 275, 300}, 154))
            .open();

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// Who lost a breadwinner is no child, student, or person with a disability since childhood.
        NO_DEPENDANTS(Provision.SURVIVOR),
        /// Every dependant gets the benefit by disability instead, by choice.
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

    /// There are dependants.
    @Cites(
            value = Provision.SURVIVOR,
            as = Unit.CONDITION,
            reads = {Column.BREADWINNER_LOST, Column.BIRTH_DATE, Column.STUDY})
    long dependants;

    /// At least one of them does not get the benefit by disability instead.
    @Cites(
            value = Provision.DISABILITY_OR_SURVIVOR,
            as = Unit.CONDITION,
            reads = {Column.DISABILITY, Column.DISABILITY_CAUSE, Column.RECEIVES})
    long notDisabilityInstead;

    /// Dependants who lost one breadwinner.
    @Cites(value = Provision.SURVIVOR, as = Unit.COUNT)
    long lostOne;

    /// Dependants who lost both.
    @Cites(value = Provision.SURVIVOR, as = Unit.COUNT)
    long lostBoth;

    /// For all of them, in hundredths of the subsistence minimum.
    @Cites(value = Provision.SURVIVOR, as = Unit.HUNDREDTHS)
    long coefficient;

    /// Whole tenge a month.
    @Cites(
            value = Provision.SURVIVOR,
            figures = {Figures.SUBSISTENCE_MINIMUM_LAW})
    long sum;

    private boolean concerned;

    /// One family. Its numbers are those of the benefit by disability, with which it may exclude itself.
    public SurvivorBenefit assess(Households h, int f, DisabilityBenefit.Rates rates) {
        int one = 0;
        int both = 0;
        boolean chose = false;
        long missing = 0;
        long missingOfChoice = 0;
        concerned = false;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            byte lost = h.breadwinnerLost[p];
            long counted = Dependants.counted(h, f, p, rates);
            long instead = counted == UNMET ? Dependants.chose(h, f, p, rates) : UNMET;
            concerned |=
                    counted != UNMET || instead != UNMET || rates.day().born(h.birthDate[p]) && Dependants.lost(lost);
            one += counted == MET && BreadwinnerLost.ONE.is(lost) ? 1 : 0;
            both += counted == MET && BreadwinnerLost.BOTH.is(lost) ? 1 : 0;
            missing |= Verdict.missing(counted);
            chose |= instead == MET;
            missingOfChoice |= Verdict.missing(instead);
        }
        boolean certain = one + both > 0;
        missing |= certain || chose || missing != 0 ? 0 : missingOfChoice;
        dependants = certain || chose ? MET : missing != 0 ? missing : UNMET;
        notDisabilityInstead = certain || !chose ? MET : missing != 0 ? missing : UNMET;
        lostOne = one;
        lostBoth = both;
        coefficient = rates.shares().together(one) + both * rates.shares().orphan();
        sum = Tenge.coefficient(rates.day(), coefficient, rates.minimum().hundredths());
        conclude(
                bit(Refusal.NO_DEPENDANTS, dependants) | bit(Refusal.OTHER_BENEFIT_CHOSEN, notDisabilityInstead),
                missing);
        return this;
    }

    /// A block of families, row by row; a family that lost no breadwinner has no row.
    public static void assess(Households h, DisabilityBenefit.Rates rates, Assessments into) {
        if (!h.coverage.has(Column.BREADWINNER_LOST)) {
            return;
        }
        var sheet = new SurvivorBenefit();
        for (int f = 0; f < h.families; f++) {
            sheet.assess(h, f, rates);
            if (sheet.concerned) {
                into.add(h, f, Benefit.SURVIVOR, sheet);
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
