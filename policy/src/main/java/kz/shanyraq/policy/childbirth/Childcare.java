package kz.shanyraq.policy.childbirth;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
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
import kz.shanyraq.policy.families.BirthOrder;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// Childcare benefit (бала күтіміне байланысты жәрдемақы, пособие по уходу за ребёнком) of those who are not
/// insured, articles 81–83: for each child under the age limit, by its place among the children. Insured
/// carers get the social payment, [ChildcareInsured], instead.
public final class Childcare extends Assessment {

    /// By place among the children, hundredths of the monthly index; the last for all further ones.
    static final long[] COEFFICIENTS = {576, 681, 785, 890};

    /// Until which age it is paid, in months; 18 from 2023, of which the first day is unconfirmed.
    static final Dated<Integer> AGE_LIMIT = Dated.<Integer>named("age limit of childcare")
            .from("2018-01-01", 12)
            .from("2023-01-01", 18)
            .open();

    /// Full state provision and prison suspend it.
    private static final long SUSPENDING = Code.set(Absence.STATE_PROVISION, Absence.PRISON);

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// The carer is insured and gets the social payment instead.
        INSURED(Provision.CHILDCARE),
        /// Carer or child is on full state provision, or the carer in prison.
        SUSPENDED(Provision.CHILDCARE_SUSPENDED);

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
    ///
    /// @param bornAfter who is born after this day is under the age limit
    public record Rates(Day day, Looked index, int bornAfter) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(index);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where the index is not known
        public static Rates of(Day day, Figures figures) {
            int limit = AGE_LIMIT.on(day.date());
            return new Rates(
                    day,
                    figures.republic(Figures.MONTHLY_INDEX, day.date()),
                    Math.toIntExact(day.date().minusMonths(limit).toEpochDay()));
        }

        /// Whether a person is a child under the age limit, or may be one by an unknown date of birth.
        boolean concerns(Households h, int p) {
            int birth = h.birthDate[p];
            return birth == Households.UNKNOWN_DATE
                    ? h.coverage.has(Column.BIRTH_DATE) && Infants.maybe(h, p)
                    : day.born(birth) && birth > bornAfter;
        }
    }

    /// Who looks after the child.
    private final Payer payer = new Payer();

    /// The carer is not insured.
    @Cites(
            value = Provision.CHILDCARE,
            as = Unit.CONDITION,
            reads = {Column.CARES_FOR, Column.INSURED_MONTHS, Column.MOTHER_ID})
    long notInsured;

    /// Neither carer nor child is on full state provision, nor the carer in prison.
    @Cites(
            value = Provision.CHILDCARE_SUSPENDED,
            as = Unit.CONDITION,
            reads = {Column.ABSENCE})
    long notSuspended;

    /// The child's place among its brothers and sisters.
    final BirthOrder birth = new BirthOrder();

    /// In hundredths of the monthly index.
    @Cites(value = Provision.CHILDCARE, as = Unit.HUNDREDTHS)
    long coefficient;

    /// Whole tenge a month.
    @Cites(
            value = Provision.CHILDCARE,
            figures = {Figures.MONTHLY_INDEX})
    long sum;

    /// One child.
    public Childcare assess(Households h, int f, int p, Rates rates) {
        boolean known = h.birthDate[p] != Households.UNKNOWN_DATE;
        payer.of(h, f, p, rates.day);
        notInsured = payer.answer(h, f, p, rates.day, Childcare::notInsured);
        notSuspended = notSuspended(h, f, p, rates.day);
        birth.of(h, f, p, rates.day);
        coefficient = birth.from(COEFFICIENTS);
        sum = Tenge.coefficient(rates.day, coefficient, rates.index.hundredths());
        conclude(
                bit(Refusal.INSURED, notInsured) | bit(Refusal.SUSPENDED, notSuspended),
                Verdict.missing(notInsured)
                        | Verdict.missing(notSuspended)
                        | birth.missingFor(COEFFICIENTS)
                        | (known ? 0 : Fact.BIRTH_DATE.bit()));
        return this;
    }

    /// Without months of social insurance.
    static long notInsured(Households h, int q) {
        int months = h.insuredMonths[q];
        return months > 0 ? UNMET : months == 0 ? MET : Fact.INSURED_MONTHS.bit();
    }

    private long notSuspended(Households h, int f, int p, Day day) {
        byte absence = h.absence[p];
        if (Absence.STATE_PROVISION.is(absence)) {
            return UNMET;
        }
        long carer = payer.answer(h, f, p, day, Childcare::present);
        return carer == UNMET ? UNMET : carer | (absence < 0 ? Fact.ABSENCE.bit() : 0);
    }

    /// Neither on full state provision nor in prison.
    private static long present(Households h, int q) {
        byte absence = h.absence[q];
        return Code.in(absence, SUSPENDING) ? UNMET : absence < 0 ? Fact.ABSENCE.bit() : MET;
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        var sheet = new Childcare();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (rates.concerns(h, p)) {
                    into.add(h, f, p, Benefit.CHILDCARE, sheet.assess(h, f, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
