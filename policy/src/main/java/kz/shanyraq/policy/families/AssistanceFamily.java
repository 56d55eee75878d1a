package kz.shanyraq.policy.families;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.families.Membership.Relatives;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// The assistance family: whose income is counted and to whom assistance is assigned.
public final class AssistanceFamily {

    /// Persons who are certainly of it.
    @Cites(
            value = Provision.FAMILY_COMPOSITION,
            as = Unit.COUNT,
            reads = {
                Column.RELATION,
                Column.STATUS,
                Column.ABSENCE,
                Column.PERSON_DWELLING_ID,
                Column.BIRTH_DATE,
                Column.STUDY
            })
    public long members;

    /// Those of them who are under 18.
    @Cites(
            value = Provision.FAMILY_COMPOSITION,
            as = Unit.COUNT,
            reads = {Column.BIRTH_DATE})
    public long children;

    /// Persons of whom facts are missing to tell whether they are of it.
    public long unsure;

    /// These facts.
    public long missing;

    private long[] verdicts = new long[16];
    private int firstPerson;

    /// Finds the assistance family of a legal family.
    public void of(Households h, int f, Day day, Relatives relatives) {
        firstPerson = h.firstPerson[f];
        int persons = h.firstPerson[f + 1] - firstPerson;
        if (persons > verdicts.length) {
            verdicts = new long[2 * persons];
        }
        int members = 0;
        int children = 0;
        int unsure = 0;
        long missing = persons == 0 ? Fact.PERSON.bit() : 0;
        for (int k = 0; k < persons; k++) {
            int p = firstPerson + k;
            long verdict = Membership.of(h, p, day, relatives);
            verdicts[k] = verdict;
            if (verdict == Verdict.MET) {
                members++;
                int birth = h.birthDate[p];
                children += birth != Households.UNKNOWN_DATE && day.under18(birth) ? 1 : 0;
            } else if (Verdict.isUnknown(verdict)) {
                unsure++;
                missing |= verdict;
            }
        }
        this.members = members;
        this.children = children;
        this.unsure = unsure;
        this.missing = missing;
    }

    /// Whether a person of the legal family is of it.
    public long verdict(int p) {
        return verdicts[p - firstPerson];
    }

    /// Whether a person of the legal family is certainly of it.
    public boolean has(int p) {
        return verdict(p) == Verdict.MET;
    }
}
