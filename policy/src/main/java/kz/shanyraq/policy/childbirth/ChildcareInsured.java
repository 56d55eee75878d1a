package kz.shanyraq.policy.childbirth;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

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
import kz.shanyraq.policy.families.BirthOrder;
import kz.shanyraq.policy.families.Parents;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// Childcare social payment (бала күтіміне байланысты әлеуметтік төлем, социальная выплата по уходу за
/// ребёнком) of the insured, articles 84–85: 40 % of the average monthly income of the last 24 months; at
/// least the benefit of those who are not insured, at most 40 % of seven minimum wages.
///
/// Question: the floor is "the benefit plus the pension contribution withheld"; the sum here is the gross
/// one, without the contribution.
public final class ChildcareInsured extends Assessment {

    /// Share of the average monthly income, in percent.
    private static final long SHARE = 40;

    private static final long MONTHS = 24;

    /// The cap in minimum wages.
    private static final long WAGES = 7;

    /// Why the payment is refused.
    public enum Refusal implements Ground {
        /// The carer is not insured and gets the childcare benefit instead.
        NOT_INSURED(Provision.CHILDCARE_INSURED);

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
    public record Rates(Childcare.Rates childcare, Looked minimumWage) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(childcare.index(), minimumWage);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where index or minimum wage is not known
        public static Rates of(Day day, Figures figures) {
            return new Rates(Childcare.Rates.of(day, figures), figures.republic(Figures.MINIMUM_WAGE, day.date()));
        }
    }

    /// Who looks after the child.
    private final Payer payer = new Payer();

    /// The carer is insured.
    @Cites(
            value = Provision.CHILDCARE_INSURED,
            as = Unit.CONDITION,
            reads = {Column.CARES_FOR, Column.INSURED_MONTHS, Column.MOTHER_ID})
    long insured;

    /// 40 % of the average month of insured income, whole tenge.
    @Cites(
            value = Provision.CHILDCARE_INSURED,
            reads = {Column.INSURED_INCOME_24M})
    long shareOfIncome;

    /// The child's place among its brothers and sisters, for the floor.
    final BirthOrder birth = new BirthOrder();

    /// The benefit of those who are not insured, whole tenge a month.
    @Cites(
            value = Provision.CHILDCARE,
            figures = {Figures.MONTHLY_INDEX})
    long floor;

    /// 40 % of seven minimum wages, whole tenge a month.
    @Cites(
            value = Provision.CHILDCARE_INSURED,
            figures = {Figures.MINIMUM_WAGE})
    long cap;

    /// Whole tenge a month.
    @Cites(Provision.CHILDCARE_INSURED)
    long sum;

    /// One child.
    public ChildcareInsured assess(Households h, int f, int p, Rates rates) {
        Day day = rates.childcare.day();
        boolean known = h.birthDate[p] != Households.UNKNOWN_DATE;
        payer.of(h, f, p, day);
        long notInsured = payer.answer(h, f, p, day, Childcare::notInsured);
        insured = Verdict.isUnknown(notInsured) ? notInsured : notInsured == UNMET ? MET : UNMET;
        long income = payer.person == Parents.NOBODY ? -1 : h.insuredIncome24m[payer.person];
        shareOfIncome = Tenge.benefit(day, SHARE * Math.max(0, income), 100 * MONTHS);
        birth.of(h, f, p, day);
        long index = rates.childcare.index().hundredths();
        floor = Tenge.coefficient(day, birth.from(Childcare.COEFFICIENTS), index);
        cap = Tenge.benefit(day, SHARE * WAGES * rates.minimumWage.hundredths(), 100 * Tenge.TIYN);
        sum = Math.max(floor, Math.min(cap, shareOfIncome));
        // The place among the children matters only where another floor would bind.
        boolean same = sum >= Tenge.coefficient(day, birth.fromMost(Childcare.COEFFICIENTS), index);
        conclude(
                bit(Refusal.NOT_INSURED, insured),
                Verdict.missing(insured)
                        | payer.missing
                        | (income < 0 && payer.missing == 0 ? Fact.INSURED_INCOME_24M.bit() : 0)
                        | birth.missingUnless(same)
                        | (known ? 0 : Fact.BIRTH_DATE.bit()));
        return this;
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        var sheet = new ChildcareInsured();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (rates.childcare.concerns(h, p)) {
                    into.add(h, f, p, Benefit.CHILDCARE_INSURED, sheet.assess(h, f, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
