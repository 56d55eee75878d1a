package kz.shanyraq.policy.housing;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Benefit;
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
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.families.Income;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// Housing assistance (тұрғын үй көмегі, жилищная помощь), order 117: the costs of the only dwelling within
/// the norms, less the share of the family's income that the maslikhat has fixed. Income is that of the
/// reference quarter, a month, of the same members and kinds as for targeted assistance (unconfirmed).
public final class HousingAssistance extends Assessment {

    /// Percent in hundredths of a percent.
    private static final long WHOLE = 100 * 100;

    /// Why the assistance is refused.
    public enum Refusal implements Ground {
        /// The family is not permanently registered in its only dwelling.
        NOT_ONLY_DWELLING(Provision.HOUSING),
        /// The costs do not exceed the family's own share.
        COSTS_WITHIN_SHARE(Provision.HOUSING);

        private final Provision provision;

        Refusal(Provision provision) {
            this.provision = provision;
        }

        @Override
        public Provision provision() {
            return provision;
        }
    }

    /// The numbers of a month in a region.
    ///
    /// @param relatives who is of the family, as for targeted assistance
    /// @param income what is counted, as for targeted assistance
    /// @param share the family's own share of its income, hundredths of a percent
    public record Rates(Day day, Relatives relatives, Income.Rules income, Looked share) implements Numbers {

        @Override
        public List<Looked> looked() {
            var all = new ArrayList<>(List.of(share));
            all.addAll(income.norms().looked());
            return all;
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where the share is not known
        public static Rates of(Day day, Relatives relatives, Income.Rules income, int region, Figures figures) {
            Provision.HOUSING.on(day.date());
            return new Rates(day, relatives, income, figures.housingShare(region, day.date()));
        }
    }

    /// The family is permanently registered in its only dwelling.
    @Cites(
            value = Provision.HOUSING,
            as = Unit.CONDITION,
            reads = {Column.ONLY_DWELLING})
    long onlyDwelling;

    /// Who is of the family.
    final AssistanceFamily family = new AssistanceFamily();

    /// What it received in the reference quarter.
    final Income income = new Income();

    /// Costs within the norms, whole tenge a month.
    @Cites(
            value = Provision.HOUSING,
            reads = {Column.HOUSING_COSTS})
    long costs;

    /// The family's own share of its average month, tiyn, half-up for display.
    @Cites(
            value = Provision.HOUSING_INCOME,
            as = Unit.TIYN,
            figures = {Figures.HOUSING_SHARE})
    long ownShare;

    /// The costs exceed the own share.
    @Cites(value = Provision.HOUSING, as = Unit.CONDITION)
    long costsAboveShare;

    /// Whole tenge a month.
    @Cites(Provision.HOUSING)
    long sum;

    /// One family.
    public HousingAssistance assess(Households h, int f, Rates rates) {
        byte only = h.onlyDwelling[f];
        long known = h.housingCosts[f];
        long share = rates.share.hundredths();
        onlyDwelling = only == 1 ? MET : only < 0 ? Fact.ONLY_DWELLING.bit() : UNMET;
        family.of(h, f, rates.day, rates.relatives);
        income.of(h, f, rates.day, family, rates.income, 0);
        costs = Math.max(0, known);
        ownShare = Tenge.round(Tenge.TIYN * share * income.total(), Day.QUARTER * WHOLE);
        long above = above(share, income.total());
        long missing = missingOfIncome(rates, known) | (known < 0 ? Fact.HOUSING_COSTS.bit() : 0);
        costsAboveShare = known >= 0 && above <= 0 ? UNMET : missing;
        sum = sum(rates.day, above);
        conclude(
                bit(Refusal.NOT_ONLY_DWELLING, onlyDwelling) | bit(Refusal.COSTS_WITHIN_SHARE, costsAboveShare),
                Verdict.missing(onlyDwelling) | missing);
        return this;
    }

    /// By how much the costs exceed the own share of an income of a quarter.
    private long above(long share, long income) {
        return Day.QUARTER * WHOLE * costs - share * income;
    }

    private static long sum(Day day, long above) {
        return Tenge.benefit(day, Math.max(0, above), Day.QUARTER * WHOLE);
    }

    /// What is missing of the income, if it could change the answer: a member more or less who received
    /// nothing does not.
    private long missingOfIncome(Rates rates, long costs) {
        long share = rates.share.hundredths();
        long registers = income.missing & ~Fact.TERM_MONTHS.bit();
        long most = above(share, income.total() + income.inDoubt);
        boolean doubtMatters = income.inDoubt > 0
                && (costs < 0 || most <= 0 || sum(rates.day, most) != sum(rates.day, above(share, income.total())));
        long members = (registers & Fact.INCOME.bit()) != 0 ? family.missing : family.missing & Fact.PERSON.bit();
        return share > 0 && (registers != 0 || doubtMatters)
                ? income.missing | income.missingOfDoubt | members
                : members;
    }

    /// A block of families, row by row.
    ///
    /// @param rates by region
    public static void assess(Households h, Rates[] rates, Assessments into) {
        var sheet = new HousingAssistance();
        for (int f = 0; f < h.families; f++) {
            into.add(h, f, Benefit.HOUSING_ASSISTANCE, sheet.assess(h, f, rates[h.region[f]]));
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
