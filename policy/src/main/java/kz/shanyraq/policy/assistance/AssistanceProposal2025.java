package kz.shanyraq.policy.assistance;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// The proposal of 2 September 2025 (V6): the edition of 2025 with tests of loans, outflows and deposits. Not
/// law and never in force; only a simulation may ask it.
///
/// Question: the document compares "account outflows" with the poverty line without saying for whom; here the
/// outflows of the quarter a head and month are compared, as income is.
final class AssistanceProposal2025 extends Assessment {

    /// Loans of a quarter, mortgages excepted, up to which a member is not refused, in subsistence minima.
    private static final int LOANS_IN_MINIMA = 2;

    /// Deposits up to which a family is not refused, in monthly indices.
    private static final int DEPOSITS_IN_INDICES = 200;

    /// The numbers of a region: those of 2025.
    static Rates rates(Day day, int region, Figures figures) {
        return Assistance2025.rates(Edition.V6, day, region, figures);
    }

    /// The steps of 2025.
    final FamilySum law = new FamilySum();

    /// Loans of the quarter, a member.
    @Cites(
            value = Provision.PROPOSED_LOANS,
            as = Unit.CONDITION,
            reads = {Column.LOANS_QUARTER},
            figures = {Figures.SUBSISTENCE_MINIMUM})
    long loansWithinLimit;

    /// Outflows of accounts, a head and month.
    @Cites(
            value = Provision.PROPOSED_OUTFLOWS,
            as = Unit.CONDITION,
            reads = {Column.OUTFLOWS_QUARTER})
    long outflowsWithinLine;

    /// Deposits of the family.
    @Cites(
            value = Provision.PROPOSED_DEPOSITS,
            as = Unit.CONDITION,
            reads = {Column.DEPOSITS},
            figures = {Figures.MONTHLY_INDEX})
    long depositsWithinLimit;

    /// One family, one month.
    AssistanceProposal2025 assess(Households h, int f, Rates rates) {
        law.assess(h, f, rates);
        AssistanceFamily family = law.inquiry.family;
        loansWithinLimit = atMost(h.loansQuarter[f], LOANS_IN_MINIMA * rates.minimum(), family, Fact.LOANS_QUARTER);
        outflowsWithinLine = atMost(h.outflowsQuarter[f], Day.QUARTER * rates.line(), family, Fact.OUTFLOWS_QUARTER);
        depositsWithinLimit = deposits(h.deposits[f], rates.index());
        conclude(
                law.unmet()
                        | bit(Refusal.LOANS_ABOVE_LIMIT, loansWithinLimit)
                        | bit(Refusal.OUTFLOWS_ABOVE_LINE, outflowsWithinLine)
                        | bit(Refusal.DEPOSITS_ABOVE_LIMIT, depositsWithinLimit),
                law.missing()
                        | Verdict.missing(loansWithinLimit)
                        | Verdict.missing(outflowsWithinLine)
                        | Verdict.missing(depositsWithinLimit));
        return this;
    }

    /// Whether a sum in tenge is at most a limit in tiyn for each member.
    private static long atMost(long sum, long limit, AssistanceFamily family, Fact fact) {
        if (sum < 0) {
            return fact.bit();
        }
        if (Tenge.TIYN * sum <= limit * family.members) {
            return MET;
        }
        return Tenge.TIYN * sum > limit * (family.members + family.unsure) ? UNMET : family.missing;
    }

    private static long deposits(long sum, long index) {
        return sum < 0 ? Fact.DEPOSITS.bit() : Verdict.of(Tenge.TIYN * sum <= DEPOSITS_IN_INDICES * index);
    }

    /// The nation, one month: the same method, row by row.
    static void assess(Households h, Rates[] rates, Assessments into) {
        var sheet = new AssistanceProposal2025();
        Inquiry inquiry = sheet.law.inquiry;
        for (int f = 0; f < h.families; f++) {
            into.add(h, f, sheet.assess(h, f, rates[h.region[f]]), inquiry.knownIncomePerHead(), inquiry.povertyLine);
        }
    }

    @Override
    protected long sum() {
        return law.sum();
    }

    @Override
    protected long kind() {
        return law.kind();
    }
}
