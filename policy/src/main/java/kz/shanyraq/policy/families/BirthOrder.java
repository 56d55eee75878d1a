package kz.shanyraq.policy.families;

import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;

/// The place of a child among its brothers and sisters by date of birth: all own and foster children of the
/// household count (`law/README.md` 20e, unconfirmed).
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
    public long missing;

    /// Finds the place of a child with a known date of birth.
    public void of(Households h, int f, int p, Day day) {
        order = 1;
        most = 1;
        missing = Parents.missing(h, f, p);
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            boolean unknownRelation = h.relation[q] < 0;
            if (q == p || !unknownRelation && !Parents.siblings(h, f, p, q)) {
                continue;
            }
            boolean unknownBirth = h.birthDate[q] == Households.UNKNOWN_DATE;
            if (unknownBirth || Parents.bornBefore(h, q, p, day)) {
                boolean certain = !unknownBirth && !unknownRelation;
                order += certain ? 1 : 0;
                most++;
                missing |= (unknownBirth ? Fact.BIRTH_DATE.bit() : 0) | (unknownRelation ? Fact.RELATION.bit() : 0);
            }
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

    /// The facts that are missing to choose from a table; none if every place the child may have gives the
    /// same.
    public long missingFor(long[] table) {
        return missingUnless(from(table) == fromMost(table));
    }

    /// The facts that are missing; only the parents, if every place the child may have gives the same.
    public long missingUnless(boolean same) {
        return same ? missing & Fact.PARENT.bit() : missing;
    }
}
