package kz.shanyraq.policy.wellbeing;

import static kz.shanyraq.policy.wellbeing.Answer.HOLDS;
import static kz.shanyraq.policy.wellbeing.Answer.NOT;
import static kz.shanyraq.policy.wellbeing.Answer.and;
import static kz.shanyraq.policy.wellbeing.Answer.in;
import static kz.shanyraq.policy.wellbeing.Answer.not;
import static kz.shanyraq.policy.wellbeing.Answer.when;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assistance.Rates;
import kz.shanyraq.policy.families.Ability;
import kz.shanyraq.policy.families.AssistanceFamily;
import kz.shanyraq.policy.families.Income;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Work;

/// What an indicator sees: one family of a block, its income, the numbers of the month. One view serves all
/// families of a block in turn.
final class View {

    private static final long COUPLE = Code.set(Relation.HEAD, Relation.SPOUSE, Relation.PARTNER);
    private static final long WORKING = Code.set(Work.PERMANENT, Work.TEMPORARY, Work.SELF_EMPLOYED);
    private static final int OLDEST_ASKED = 30;

    /// A circumstance of one person.
    interface OfPerson {
        long holds(View view, int p);
    }

    private final Households h;
    private final Rates[] byRegion;
    private final Day day;
    private final AssistanceFamily family = new AssistanceFamily();
    private final Income income = new Income();
    private final int[] bornBefore = new int[OLDEST_ASKED]; // by age: who is born up to this day has reached it
    private int f;

    View(Households h, Rates[] byRegion) {
        this.h = h;
        this.byRegion = byRegion;
        this.day = byRegion[0].day();
        for (int age = 0; age < bornBefore.length; age++) {
            bornBefore[age] = Math.toIntExact(day.date().minusYears(age).toEpochDay());
        }
    }

    /// Turns to a family.
    void look(int f) {
        this.f = f;
        family.of(h, f, day, rates().relatives());
        income.of(h, f, day, family, rates().income(), rates().line());
    }

    Households h() {
        return h;
    }

    int f() {
        return f;
    }

    Day day() {
        return day;
    }

    Rates rates() {
        return byRegion[h.region[f]];
    }

    /// Whether a person is of an age from `from` to below `to`.
    long aged(int p, int from, int to) {
        int birth = h.birthDate[p];
        return birth == Households.UNKNOWN_DATE
                ? Fact.BIRTH_DATE.bit()
                : when(birth <= bornBefore[from] && birth > bornBefore[to]);
    }

    /// Whether a person is able-bodied.
    long able(int p) {
        long verdict = Ability.of(h, p, day);
        return verdict == Verdict.MET ? HOLDS : verdict == Verdict.UNMET ? NOT : verdict;
    }

    /// Whether a circumstance holds for at least one person.
    long any(OfPerson circumstance) {
        long missing = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            long holds = day.born(h.birthDate[p]) ? circumstance.holds(this, p) : NOT;
            if (holds == HOLDS) {
                return HOLDS;
            }
            missing |= holds;
        }
        return missing;
    }

    /// Whether the own dwelling has less than an area a head, in hundredths of a square metre.
    long areaBelow(long area) {
        long owned = h.dwellingArea[f];
        long persons = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            persons += day.born(h.birthDate[p]) ? 1 : 0;
        }
        return owned < 0 ? Fact.DWELLING_AREA_M2.bit() : when(owned < area * persons);
    }

    /// Whether the income a head and month is below a limit in tiyn.
    long incomeBelow(long limit) {
        return family.missing != 0
                ? family.missing | income.missing
                : incomeUnder((Day.QUARTER * family.members * limit + Tenge.TIYN - 1) / Tenge.TIYN);
    }

    /// Whether the income of the quarter is below a sum in tenge; what is known of it may be enough to say
    /// no.
    long incomeUnder(long sum) {
        long missing = family.missing | income.missing;
        return sum <= 0 || family.missing == 0 && income.total() >= sum ? NOT : missing != 0 ? missing : HOLDS;
    }

    /// Whether the work of a person is one of some; a child under 16 of whom it is not known does not work.
    long works(int p, long set) {
        byte work = h.work[p];
        return work < 0 && aged(p, 0, 16) == HOLDS ? NOT : in(work, set, Fact.WORK);
    }

    /// Whether more persons do not work than work, whatever those do of whom it is not known.
    long moreDependants() {
        int working = 0;
        int others = 0;
        int unknown = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (day.born(h.birthDate[p])) {
                long works = works(p, WORKING);
                working += works == HOLDS ? 1 : 0;
                others += works == NOT ? 1 : 0;
                unknown += works > 0 ? 1 : 0;
            }
        }
        return others > working + unknown ? HOLDS : others + unknown > working ? Fact.WORK.bit() : NOT;
    }

    /// Whether there are children and exactly one grown-up of the couple, whoever those are of whom age or
    /// relation is not known.
    long singleParent() {
        int children = 0;
        int couple = 0;
        int mayBeChildren = 0;
        int mayBeCouple = 0;
        long missing = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (!day.born(h.birthDate[p])) {
                continue;
            }
            long child = aged(p, 0, 18);
            byte relation = h.relation[p];
            long ofCouple = child == HOLDS ? NOT : and(not(child), in(relation, COUPLE, Fact.RELATION));
            children += child == HOLDS ? 1 : 0;
            couple += ofCouple == HOLDS ? 1 : 0;
            mayBeChildren += child > 0 ? 1 : 0;
            mayBeCouple += ofCouple > 0 ? 1 : 0;
            missing |= Verdict.missing(child) | Verdict.missing(ofCouple);
        }
        boolean possible = children + mayBeChildren > 0 && couple <= 1 && couple + mayBeCouple >= 1;
        boolean certain = children > 0 && couple == 1 && mayBeCouple == 0;
        return certain ? HOLDS : possible ? missing : NOT;
    }
}
