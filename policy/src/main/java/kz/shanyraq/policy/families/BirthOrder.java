package kz.shanyraq.policy.families;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// The place of a child among its brothers and sisters by date of birth: all own and foster children of the
/// household count (`docs/reading-of-the-law.md` §3, unconfirmed).
public final class BirthOrder {

    /// 1 for the first child; the least it can be where dates of birth are missing.
    @Cites(
            value = Provision.BIRTH_ORDER,
            as = Unit.COUNT,
            reads = {Column.BIRTH_DATE, Column.RELATION, Column.MOTHER_ID, Column.FATHER_ID})
    public long order;

    /// The most that the place can be.
    public long most;

    /// The facts that are missing to tell it.
    private long missing;

    /// The facts that are missing to tell whose child it is; until then its place is not asked.
    private long missingOfParents;

    /// Finds the place of a child.
    public void of(Households h, int f, int p, Day day) {
        Parents.Of whose = Parents.of(h, f, p);
        missingOfParents = Parents.missing(whose);
        order = 1;
        most = 1;
        missing = 0;
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            if (q != p && missingOfParents == 0 && day.born(h.birthDate[q])) {
                count(h, f, p, q, whose);
            }
        }
    }

    private void count(Households h, int f, int p, int q, Parents.Of whose) {
        boolean household = whose == Parents.Of.HOUSEHOLD;
        Parents.Of other = household ? Parents.of(h, f, q) : Parents.Of.NOT_TOLD;
        boolean sibling = household ? other == Parents.Of.HOUSEHOLD : Parents.sameParent(h, p, q);
        boolean maybe = other == Parents.Of.UNKNOWN_RELATION;
        int birth = h.birthDate[p];
        int otherBirth = h.birthDate[q];
        boolean unknownBirth = birth == Households.UNKNOWN_DATE || otherBirth == Households.UNKNOWN_DATE;
        boolean earlier = otherBirth < birth || otherBirth == birth && q < p;
        if (!sibling && !maybe || !earlier && !unknownBirth) {
            return;
        }
        most++;
        if (sibling && !unknownBirth) {
            order++;
        } else {
            missing |= (maybe ? Fact.RELATION.bit() : 0) | (unknownBirth ? Fact.BIRTH_DATE.bit() : 0);
        }
    }

    /// The value for the child's place from a table by place, of which the last entry is for all further
    /// ones.
    public long from(long[] table) {
        return table[(int) Math.min(order, table.length) - 1];
    }

    /// The value for the last place that the child may have.
    public long fromMost(long[] table) {
        return table[(int) Math.min(most, table.length) - 1];
    }

    /// The facts that are missing to choose from a table.
    public long missingFor(long[] table) {
        return missingUnless(from(table) == fromMost(table));
    }

    /// The facts that are missing; only whose child it is, if every place it may have gives the same.
    public long missingUnless(boolean same) {
        return missingOfParents | (same ? 0 : missing);
    }
}
