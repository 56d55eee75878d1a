package kz.shanyraq.policy.largefamily;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.Verdict.bit;

import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
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
import kz.shanyraq.policy.families.Membership;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.Absence;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;

/// Benefit of large families (көпбалалы отбасыларға жәрдемақы, пособие многодетным семьям), articles 90–92:
/// from 2020, whatever the income, for four and more children under 18 who live with the family, or full-time
/// students until 23, who need not.
public final class LargeFamilyBenefit extends Assessment {

    private static final int LEAST = 4;

    /// For 4, 5, 6 and 7 children, hundredths of the monthly index.
    private static final long[] COEFFICIENTS = {1603, 2004, 2405, 2806};

    /// For each of 8 and more children.
    private static final long EACH = 400;

    private static final long COUPLE = Code.set(Relation.HEAD, Relation.SPOUSE, Relation.PARTNER);
    private static final long SUSPENDING = Code.set(Absence.STATE_PROVISION, Absence.PRISON);
    private static final long NOT_AT_HOME =
            Code.set(Absence.STATE_PROVISION, Absence.PRISON, Absence.COMPULSORY_TREATMENT, Absence.CONSCRIPT);

    /// Why the benefit is refused.
    public enum Refusal implements Ground {
        /// Fewer than four children.
        TOO_FEW_CHILDREN(Provision.LARGE_FAMILY),
        /// Head and spouse are on full state provision or in prison.
        SUSPENDED(Provision.LARGE_FAMILY_SUSPENDED);

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
    public record Rates(Day day, Looked index) implements Numbers {

        @Override
        public List<Looked> looked() {
            return List.of(index);
        }

        /// The numbers of a day.
        ///
        /// @throws kz.shanyraq.policy.NotInForce before 2020, and where the index is not known
        public static Rates of(Day day, Figures figures) {
            Provision.LARGE_FAMILY.on(day.date());
            return new Rates(day, figures.republic(Figures.MONTHLY_INDEX, day.date()));
        }
    }

    /// Children who certainly count.
    @Cites(
            value = Provision.LARGE_FAMILY,
            as = Unit.COUNT,
            reads = {Column.RELATION, Column.BIRTH_DATE, Column.STUDY, Column.ABSENCE, Column.PERSON_DWELLING_ID})
    long childrenCounted;

    /// They are at least four.
    @Cites(value = Provision.LARGE_FAMILY, as = Unit.CONDITION)
    long enoughChildren;

    /// A parent is neither on full state provision nor in prison.
    @Cites(
            value = Provision.LARGE_FAMILY_SUSPENDED,
            as = Unit.CONDITION,
            reads = {Column.ABSENCE})
    long notSuspended;

    /// For all the children, in hundredths of the monthly index.
    @Cites(value = Provision.LARGE_FAMILY, as = Unit.HUNDREDTHS)
    long coefficient;

    /// Whole tenge a month.
    @Cites(
            value = Provision.LARGE_FAMILY,
            figures = {Figures.MONTHLY_INDEX})
    long sum;

    private boolean concerned;

    /// One family.
    public LargeFamilyBenefit assess(Households h, int f, Rates rates) {
        int certain = 0;
        int unsure = 0;
        long missing = 0;
        concerned = false;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            long child = rates.day.born(h.birthDate[p]) ? Membership.childOfLargeFamily(h, p, rates.day) : UNMET;
            if (child == UNMET) {
                continue;
            }
            concerned = true;
            long home = atHome(h, p, rates.day);
            certain += child == MET && home == MET ? 1 : 0;
            unsure += home != UNMET && (child | home) != MET ? 1 : 0;
            missing |= home == UNMET ? 0 : child | home;
        }
        childrenCounted = certain;
        enoughChildren = certain >= LEAST ? MET : certain + unsure < LEAST ? UNMET : missing;
        notSuspended = notSuspended(h, f, rates.day);
        coefficient = coefficient(certain);
        sum = Tenge.coefficient(rates.day, coefficient, rates.index.hundredths());
        conclude(
                bit(Refusal.TOO_FEW_CHILDREN, enoughChildren) | bit(Refusal.SUSPENDED, notSuspended),
                missing | Verdict.missing(notSuspended));
        return this;
    }

    /// Whether a child lives with the family; who studies full-time after 18 need not.
    private static long atHome(Households h, int p, Day day) {
        byte absence = h.absence[p];
        int birth = h.birthDate[p];
        if (Code.in(absence, NOT_AT_HOME)) {
            return UNMET;
        }
        boolean student = birth != Households.UNKNOWN_DATE && !day.under18(birth);
        if (!student && h.livesWithFamily[p] == 0 && !Absence.BOARDING_SCHOOL.is(absence)) {
            return absence < 0 ? Fact.ABSENCE.bit() : birth == Households.UNKNOWN_DATE ? Fact.BIRTH_DATE.bit() : UNMET;
        }
        return (absence < 0 ? Fact.ABSENCE.bit() : 0)
                | (!student && h.livesWithFamily[p] < 0 ? Fact.DWELLING_ID.bit() : 0);
    }

    /// Suspended if all of head, spouse and partner are on full state provision or in prison.
    private static long notSuspended(Households h, int f, Day day) {
        long missing = 0;
        long missingOfStrangers = 0; // whose relation is not known, and who may be one of them
        boolean strangerMayBePresent = false;
        boolean parent = false;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            byte relation = h.relation[p];
            byte absence = h.absence[p];
            boolean away = Code.in(absence, SUSPENDING);
            if (!day.born(h.birthDate[p]) || relation >= 0 && !Code.in(relation, COUPLE)) {
                continue;
            }
            if (relation < 0) {
                boolean mayBeAway = away || absence < 0;
                strangerMayBePresent |= !away;
                missingOfStrangers |= mayBeAway ? Fact.RELATION.bit() | (absence < 0 ? Fact.ABSENCE.bit() : 0) : 0;
            } else if (absence >= 0 && !away) {
                return MET;
            } else {
                parent = true;
                missing |= absence < 0 ? Fact.ABSENCE.bit() : 0;
            }
        }
        if (!parent) {
            return missingOfStrangers;
        }
        missing |= strangerMayBePresent ? Fact.RELATION.bit() : 0;
        return missing == 0 ? UNMET : missing;
    }

    private static long coefficient(int children) {
        return children < LEAST
                ? 0
                : children < LEAST + COEFFICIENTS.length ? COEFFICIENTS[children - LEAST] : EACH * children;
    }

    /// A block of families, row by row; a family without children has no row.
    public static void assess(Households h, Rates rates, Assessments into) {
        if (!h.coverage.has(Column.BIRTH_DATE) || !h.coverage.has(Column.RELATION)) {
            return;
        }
        var sheet = new LargeFamilyBenefit();
        for (int f = 0; f < h.families; f++) {
            sheet.assess(h, f, rates);
            if (sheet.concerned) {
                into.add(h, f, Benefit.LARGE_FAMILY, sheet);
            }
        }
    }

    @Override
    protected long sum() {
        return sum;
    }
}
