package kz.shanyraq.policy.care;

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
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.Households;

/// Benefit of who cares for a person of group I (бірінші топтағы мүгедектігі бар адамға күтім бойынша
/// жәрдемақы, пособие по уходу за лицом с инвалидностью первой группы), article 172: for each adult of group
/// I who is cared for at home by an adult of the family.
///
/// Question: whether before July 2023 only care of persons with a disability since childhood was paid; the
/// provisional figures do not say so.
/// Question: a carer from another family cannot be read from the file, and then the row is refused with
/// `no_carer`.
public final class Group1Care extends Assessment {

    /// Hundredths of the subsistence minimum; unconfirmed.
    static final Dated<Long> COEFFICIENT = Dated.<Long>named("care of a person of group I")
            .from("2018-01-01", 105L)
            .from("2019-07-01", 140L)
            .from("2023-07-01", 161L)
            .open();

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// The person is on full state provision.
        ON_STATE_PROVISION(Provision.GROUP1_CARE),
        /// Nobody of the family cares for a person of group I.
        NO_CARER(Provision.GROUP1_CARE),
        /// Who cares is under 18.
        CARER_MINOR(Provision.GROUP1_CARE);

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
    public record Rates(Day day, Looked minimum, long coefficient) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(minimum);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce where the subsistence minimum of the budget law is not known
        public static Rates of(Day day, Figures figures) {
            return new Rates(
                    day, figures.republic(Figures.SUBSISTENCE_MINIMUM_LAW, day.date()), COEFFICIENT.on(day.date()));
        }
    }

    /// The person is not on full state provision.
    @Cites(
            value = Provision.GROUP1_CARE,
            as = Unit.CONDITION,
            reads = {Column.ABSENCE})
    long atHome;

    /// Somebody of the family cares.
    @Cites(
            value = Provision.GROUP1_CARE,
            as = Unit.CONDITION,
            reads = {Column.CARES_FOR})
    long hasCarer;

    /// And is an adult.
    @Cites(
            value = Provision.GROUP1_CARE,
            as = Unit.CONDITION,
            reads = {Column.BIRTH_DATE})
    long carerIsAdult;

    /// In hundredths of the subsistence minimum.
    @Cites(
            value = Provision.GROUP1_CARE_AMOUNT,
            as = Unit.HUNDREDTHS,
            reads = {Column.DISABILITY})
    long coefficient;

    /// Whole tenge a month.
    @Cites(
            value = Provision.GROUP1_CARE_AMOUNT,
            figures = {Figures.SUBSISTENCE_MINIMUM_LAW})
    long sum;

    /// One person who is cared for.
    public Group1Care assess(Households h, int f, int p, Rates rates) {
        byte absence = h.absence[p];
        atHome = Absence.STATE_PROVISION.is(absence) ? UNMET : absence < 0 ? Fact.ABSENCE.bit() : MET;
        findCarer(h, f, p, rates.day);
        coefficient = rates.coefficient;
        sum = Tenge.coefficient(rates.day, coefficient, rates.minimum.hundredths());
        conclude(
                bit(Refusal.ON_STATE_PROVISION, atHome)
                        | bit(Refusal.NO_CARER, hasCarer)
                        | bit(Refusal.CARER_MINOR, carerIsAdult),
                Verdict.missing(atHome)
                        | Verdict.missing(hasCarer)
                        | Verdict.missing(carerIsAdult)
                        | (h.disability[p] < 0 ? Fact.DISABILITY.bit() : 0)
                        | (h.birthDate[p] == Households.UNKNOWN_DATE ? Fact.BIRTH_DATE.bit() : 0));
        return this;
    }

    private void findCarer(Households h, int f, int p, Day day) {
        boolean carer = false;
        boolean maybe = false;
        boolean adult = false;
        boolean unknownAge = false;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            int birth = h.birthDate[q];
            if (q == p || !day.born(birth)) {
                continue;
            }
            boolean cares = CaresFor.DISABLED_GROUP1.is(h.caresFor[q]);
            boolean minor = birth != Households.UNKNOWN_DATE && day.under18(birth);
            carer |= cares;
            adult |= cares && birth != Households.UNKNOWN_DATE && !minor;
            unknownAge |= cares && birth == Households.UNKNOWN_DATE;
            maybe |= h.caresFor[q] == Code.UNKNOWN && !minor;
        }
        hasCarer = carer ? MET : maybe ? Fact.CARES_FOR.bit() : UNMET;
        long otherwise = (unknownAge ? Fact.BIRTH_DATE.bit() : 0) | (maybe ? Fact.CARES_FOR.bit() : 0);
        carerIsAdult = adult || !carer ? MET : otherwise != 0 ? otherwise : UNMET;
    }

    /// Whether a person is, or may be, an adult of group I.
    private static boolean concerns(Households h, int p, Day day) {
        int birth = h.birthDate[p];
        byte disability = h.disability[p];
        boolean adult = birth == Households.UNKNOWN_DATE || !day.under18(birth);
        return adult && (Disability.GROUP1.is(disability) || disability == Code.UNKNOWN);
    }

    /// A block of families, row by row.
    public static void assess(Households h, Rates rates, Assessments into) {
        if (!h.coverage.has(Column.DISABILITY)) {
            return;
        }
        var sheet = new Group1Care();
        for (int f = 0; f < h.families; f++) {
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (concerns(h, p, rates.day)) {
                    into.add(h, f, p, Benefit.GROUP1_CARE, sheet.assess(h, f, p, rates));
                }
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
