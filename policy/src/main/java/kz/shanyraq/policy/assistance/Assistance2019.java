package kz.shanyraq.policy.assistance;

import java.util.List;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.Membership;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;

/// Targeted social assistance from 1 April to 31 December 2019 (V2; Law 246-II as amended 3 April 2019, order
/// 320): a flat sum for each child, the shortfall to 70 % of the subsistence minimum for each adult.
///
/// A child here is under 18, or a full-time student until the 23rd birthday. The sum of a child is 70 % of
/// the budget law's minimum for the whole country, 20 789 tenge; the line itself is regional.
final class Assistance2019 extends Assessment {

    /// The poverty line, and the sum of a child, in percent of the subsistence minimum, in whole tenge.
    private static final int LINE_PERCENT = 70;

    /// Scholarships, benefits of children with disabilities, of large families and of awarded mothers are not
    /// counted from April 2019.
    static final IncomeKind[] NOT_COUNTED = {
        IncomeKind.SCHOLARSHIP,
        IncomeKind.CHILD_DISABILITY_BENEFIT,
        IncomeKind.AWARDED_MOTHER_BENEFIT,
        IncomeKind.SPECIAL_STATE_BENEFIT
    };

    static final long COUNTED = Rates.countedBut(NOT_COUNTED);

    /// The benefit of large families, not counted in this edition and in the first quarter of 2020.
    static final long COUNTED_WITHOUT_LARGE_FAMILY_BENEFIT =
            COUNTED & ~(1L << IncomeKind.LARGE_FAMILY_BENEFIT.ordinal());

    /// The numbers of a region.
    ///
    /// @throws kz.shanyraq.policy.NotInForce where no subsistence minimum is known
    static Rates rates(Day day, int region, Figures figures) {
        Looked minimum = figures.subsistenceMinimum(region, day.quarterEnd());
        Looked minimumOfTheCountry = figures.republic(Figures.SUBSISTENCE_MINIMUM_LAW, day.date());
        return new Rates(
                Edition.V2,
                day,
                Rates.wholeShare(LINE_PERCENT, minimum),
                false,
                Relatives.SAME_DWELLING,
                Rates.rules(COUNTED_WITHOUT_LARGE_FAMILY_BENEFIT, figures, region, day),
                Rates.CARE_UNTIL_2019,
                Rates.wholeShare(LINE_PERCENT, minimumOfTheCountry) / Tenge.TIYN,
                0,
                0,
                0,
                minimum.hundredths(),
                List.of(minimum, minimumOfTheCountry));
    }

    /// What every edition asks.
    final Inquiry inquiry = new Inquiry();

    /// Members for whom the flat sum is paid.
    @Cites(
            value = Provision.ASSISTANCE_AMOUNT,
            as = Unit.COUNT,
            reads = {Column.BIRTH_DATE, Column.STUDY})
    long childrenWithSum;

    /// The shortfall of one adult, whole tenge a month, half-up.
    @Cites(Provision.ASSISTANCE_AMOUNT)
    long forEachAdult;

    /// The flat sum, whole tenge a month.
    @Cites(
            value = Provision.ASSISTANCE_AMOUNT,
            figures = {Figures.SUBSISTENCE_MINIMUM_LAW})
    long forEachChild;

    /// Of the family, whole tenge a month.
    @Cites(Provision.ASSISTANCE_AMOUNT)
    long sum;

    /// One family, one month.
    Assistance2019 assess(Households h, int f, Rates rates) {
        inquiry.ask(h, f, rates);
        long missingOfChildren = countChildren(h, f, rates.day());
        long members = inquiry.family.members;
        forEachAdult = Tenge.round(inquiry.shortfall(), Day.QUARTER * Tenge.TIYN * Math.max(1, members));
        forEachChild = rates.childSum();
        sum = (members - childrenWithSum) * forEachAdult + childrenWithSum * forEachChild;
        boolean same = forEachAdult == forEachChild && inquiry.family.unsure == 0 && inquiry.income.missing == 0;
        conclude(inquiry.unmet(), inquiry.missing() | (same ? 0 : missingOfChildren));
        return this;
    }

    /// Counts the children with a sum, and answers the facts that are missing to count them.
    private long countChildren(Households h, int f, Day day) {
        childrenWithSum = 0;
        long missing = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (inquiry.family.verdict(p) != Verdict.UNMET) {
                long child = Membership.childOrStudent(h, p, day);
                childrenWithSum += child == Verdict.MET && inquiry.family.has(p) ? 1 : 0;
                missing |= Verdict.missing(child);
            }
        }
        return missing;
    }

    /// The nation, one month: the same method, row by row.
    static void assess(Households h, Rates[] rates, Assessments into) {
        var sheet = new Assistance2019();
        for (int f = 0; f < h.families; f++) {
            into.add(
                    h,
                    f,
                    sheet.assess(h, f, rates[h.region[f]]),
                    sheet.inquiry.knownIncomePerHead(),
                    sheet.inquiry.povertyLine);
        }
    }

    @Override
    protected long sum() {
        return sum;
    }

    @Override
    protected long kind() {
        return inquiry.duty.kind;
    }
}
