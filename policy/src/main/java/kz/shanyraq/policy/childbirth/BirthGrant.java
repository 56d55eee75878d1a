package kz.shanyraq.policy.childbirth;

import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.NotInForce;
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

/// Birth grant (бала тууға байланысты біржолғы жәрдемақы, единовременное пособие на рождение), articles
/// 79–80: once for each child, whatever the family's income; 38 monthly indices for the first three children,
/// 63 from the fourth on. It may be asked for within 18 months of the birth.
public final class BirthGrant extends Assessment {

    /// By place among the children, hundredths of the monthly index; the last for all further ones.
    private static final long[] COEFFICIENTS = {3800, 3800, 3800, 6300};

    /// Why a birth grant is refused.
    public enum Refusal implements Ground {
        /// The file says that it was paid for this child.
        ALREADY_PAID(Provision.BIRTH_GRANT);

        private final Provision provision;

        Refusal(Provision provision) {
            this.provision = provision;
        }

        @Override
        public Provision provision() {
            return provision;
        }
    }

    /// The numbers of a month: the monthly index of its day.
    public record Rates(Day day, Looked index) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(index);
        }

        /// The numbers of a day.
        ///
        /// @throws NotInForce where the index is not known
        public static Rates of(Day day, Figures figures) {
            Provision.BIRTH_GRANT.on(day.date());
            return new Rates(day, figures.republic(Figures.MONTHLY_INDEX, day.date()));
        }
    }

    /// The grant was not yet paid for this child.
    @Cites(
            value = Provision.BIRTH_GRANT,
            as = Unit.CONDITION,
            reads = {Column.RECEIVES})
    long notYetPaid;

    /// The child's place among its brothers and sisters.
    final BirthOrder birth = new BirthOrder();

    /// In hundredths of the monthly index.
    @Cites(value = Provision.BIRTH_GRANT, as = Unit.HUNDREDTHS)
    long coefficient;

    /// Whole tenge, once.
    @Cites(
            value = Provision.BIRTH_GRANT,
            figures = {Figures.MONTHLY_INDEX})
    long sumOnce;

    /// One child.
    public BirthGrant assess(Households h, int f, int p, Rates rates) {
        Day day = rates.day;
        boolean known = h.birthDate[p] != Households.UNKNOWN_DATE;
        notYetPaid = notYetPaid(h, f, p, day);
        birth.of(h, f, p, day);
        coefficient = birth.from(COEFFICIENTS);
        sumOnce = Tenge.coefficient(day, coefficient, rates.index.hundredths());
        conclude(
                Verdict.bit(Refusal.ALREADY_PAID, notYetPaid),
                Verdict.missing(notYetPaid) | birth.missingFor(COEFFICIENTS) | (known ? 0 : Fact.BIRTH_DATE.bit()));
        return this;
    }

    /// Whether a person is a child of whom a birth grant may be asked: under 18 months, or of unknown date of
    /// birth and no parent.
    static boolean concerns(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        return birth == Households.UNKNOWN_DATE
                ? h.coverage.has(Column.BIRTH_DATE) && Infants.maybe(h, p)
                : day.born(birth) && birth > day.born18Months();
    }

    /// Paid, if the child's row says so, or that of its mother or father and the child is the only one of
    /// that age in the family.
    private static long notYetPaid(Households h, int f, int p, Day day) {
        int receives = h.receives[p];
        if (receives == Code.UNKNOWN) {
            return Fact.RECEIVES.bit();
        }
        if (Infants.named(receives, Benefit.BIRTH_GRANT)) {
            return Verdict.UNMET;
        }
        int infants = 0;
        boolean parentPaid = false;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            infants += concerns(h, q, day) ? 1 : 0;
            boolean grown = !Infants.maybe(h, q);
            parentPaid |= grown && Infants.named(h.receives[q], Benefit.BIRTH_GRANT);
        }
        return Verdict.of(!(parentPaid && infants == 1 && Parents.childOfHousehold(h, f, p)));
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        var sheet = new BirthGrant();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (concerns(h, p, rates.day)) {
                    into.add(h, f, p, Benefit.BIRTH_GRANT, sheet.assess(h, f, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return 0;
    }

    @Override
    protected long sumOnce() {
        return sumOnce;
    }
}
