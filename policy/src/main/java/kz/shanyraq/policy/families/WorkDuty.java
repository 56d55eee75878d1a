package kz.shanyraq.policy.families;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;
import static kz.shanyraq.policy.household.Column.BIRTH_DATE;
import static kz.shanyraq.policy.household.Column.CARES_FOR;
import static kz.shanyraq.policy.household.Column.DISABILITY;
import static kz.shanyraq.policy.household.Column.LONG_ILLNESS;
import static kz.shanyraq.policy.household.Column.SEX;
import static kz.shanyraq.policy.household.Column.STUDY;
import static kz.shanyraq.policy.household.Column.WORK;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// Who could work, and therefore whether assistance is unconditional or conditional (articles 121 and 122).
/// Unconditional: no member is able-bodied, or the only able-bodied member is a carer. Otherwise conditional:
/// a social contract, with duties of the members who are not exempt.
public final class WorkDuty {

    /// Members who are certainly able-bodied.
    @Cites(
            value = Provision.ABLE_BODIED,
            as = Unit.COUNT,
            reads = {BIRTH_DATE, SEX, DISABILITY, WORK, LONG_ILLNESS})
    public long ableBodied;

    /// One, if a member who is able-bodied cares for somebody: one carer a family is exempt.
    @Cites(
            value = Provision.DUTIES,
            as = Unit.COUNT,
            reads = {CARES_FOR})
    public long carers;

    /// Able-bodied members who must take part in measures: not the carer, not full-time students, not who has
    /// a permanent job.
    @Cites(
            value = Provision.DUTIES,
            as = Unit.COUNT,
            reads = {STUDY, WORK, CARES_FOR})
    public long withDuty;

    /// Those of them who neither work nor are registered as unemployed.
    @Cites(
            value = Provision.DUTIES,
            as = Unit.COUNT,
            reads = {WORK})
    public long toRegister;

    /// The ordinal of the [Kind]; that of [Kind#NONE] while it cannot be told.
    @Cites(
            value = Provision.KIND_OF_ASSISTANCE,
            as = Unit.KIND,
            reads = {BIRTH_DATE, SEX, DISABILITY, WORK, LONG_ILLNESS, CARES_FOR})
    public long kind;

    /// The facts that are missing to tell the kind.
    public long missing;

    private static final long STUDENTS = Code.set(Study.SCHOOL, Study.COLLEGE_FULL_TIME, Study.UNIVERSITY_FULL_TIME);

    /// Finds who of the assistance family could work.
    ///
    /// @param care whom an exempt carer looks after, as a set of [kz.shanyraq.policy.household.CaresFor]
    public void of(Households h, int f, Day day, AssistanceFamily family, long care) {
        int able = 0;
        int maybe = 0;
        int carers = 0;
        int obliged = 0;
        int obligedCarers = 0;
        int toRegister = 0;
        int mayCare = 0;
        long ability = 0; // what is missing to tell who is able-bodied
        long abilityOfCarers = 0; // likewise of those who care: who alone is able-bodied is exempt all the same
        long care1 = 0; // what is missing to tell whether those who certainly are care for somebody
        long care0 = 0; // likewise those who may be
        long lastAble = UNMET;
        long lastMaybe = UNMET;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            long verdict = family.has(p) ? Ability.of(h, p, day) : UNMET;
            if (verdict == UNMET) {
                continue;
            }
            byte caresFor = h.caresFor[p];
            long cares = Code.in(caresFor, care) ? MET : caresFor < 0 ? Fact.CARES_FOR.bit() : UNMET;
            mayCare += cares == UNMET ? 0 : 1;
            if (verdict == MET) {
                boolean free = Code.in(h.study[p], STUDENTS) || Work.PERMANENT.is(h.work[p]);
                able++;
                carers |= cares == MET ? 1 : 0;
                obliged += free ? 0 : 1;
                obligedCarers |= !free && cares == MET ? 1 : 0;
                toRegister += !free && cares != MET && Work.NONE.is(h.work[p]) ? 1 : 0;
                care1 |= Verdict.missing(cares);
                lastAble = cares;
            } else {
                maybe++;
                ability |= cares == MET ? 0 : verdict;
                abilityOfCarers |= cares == MET ? verdict : 0;
                care0 |= Verdict.missing(cares);
                lastMaybe = cares;
            }
        }
        boolean unconditional = able == 0 || able == 1 && lastAble != UNMET;
        boolean conditional = able + maybe > 1 || able + maybe == 1 && (able == 1 ? lastAble : lastMaybe) != MET;
        boolean known = unconditional != conditional;
        ability |= able == 1 || mayCare > 1 ? abilityOfCarers : 0;
        this.ableBodied = able;
        this.carers = carers;
        this.withDuty = (long) obliged - obligedCarers;
        this.toRegister = toRegister;
        this.kind = (!known ? Kind.NONE : unconditional ? Kind.UNCONDITIONAL : Kind.CONDITIONAL).ordinal();
        this.missing = known ? 0 : ability | (able == 0 ? care0 : able == 1 ? care1 : 0);
    }
}
