package kz.shanyraq.policy.families;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;

/// Whose child a person is, as far as the data tell.
public final class Parents {

    /// No person.
    public static final int NOBODY = -1;

    private static final long CHILDREN = Code.set(Relation.CHILD, Relation.FOSTER_CHILD);
    private static final Relation[] COUPLE = {Relation.HEAD, Relation.SPOUSE, Relation.PARTNER};
    private static final long OF_COUPLE = Code.set(COUPLE);

    /// Whose child somebody is.
    enum Of {
        /// Of the household: a child or foster child by relation, or with head, spouse or partner as told
        /// parent or guardian.
        HOUSEHOLD,
        /// Of another member, who is told.
        MEMBER,
        /// It depends on a relation that is not known.
        UNKNOWN_RELATION,
        /// No parent or guardian of the family is told.
        NOT_TOLD
    }

    static Of of(Households h, int f, int p) {
        if (childOfHousehold(h, f, p)) {
            return Of.HOUSEHOLD;
        }
        if (h.relation[p] < 0
                || relationOf(h, f, h.mother[p]) == Code.UNKNOWN
                || relationOf(h, f, h.father[p]) == Code.UNKNOWN
                || relationOf(h, f, h.guardian[p]) == Code.UNKNOWN) {
            return Of.UNKNOWN_RELATION;
        }
        return h.mother[p] >= 0 || h.father[p] >= 0 || h.guardian[p] >= 0 ? Of.MEMBER : Of.NOT_TOLD;
    }

    /// Whether a person is certainly a child of the household.
    public static boolean childOfHousehold(Households h, int f, int p) {
        return Code.in(h.relation[p], CHILDREN)
                || Code.in(relationOf(h, f, h.mother[p]), OF_COUPLE)
                || Code.in(relationOf(h, f, h.father[p]), OF_COUPLE)
                || Code.in(relationOf(h, f, h.guardian[p]), OF_COUPLE);
    }

    /// The relation of a told parent; that of somebody else's if none is told.
    private static byte relationOf(Households h, int f, short member) {
        return member < 0 ? (byte) Relation.OTHER.ordinal() : h.relation[h.firstPerson[f] + member];
    }

    /// What is missing to know whose child a person is.
    static long missing(Of of) {
        return switch (of) {
            case HOUSEHOLD, MEMBER -> 0;
            case UNKNOWN_RELATION -> Fact.RELATION.bit();
            case NOT_TOLD -> Fact.PARENT.bit();
        };
    }

    /// The mother of a child in the family, as an index of persons: who is told to be, else for a child of
    /// the household the first woman of head, spouse and partner; [#NOBODY] if she is not in the family or
    /// not known.
    public static int mother(Households h, int f, int p) {
        if (h.mother[p] >= 0) {
            return h.firstPerson[f] + h.mother[p];
        }
        if (h.mother[p] == Households.ELSEWHERE || !childOfHousehold(h, f, p)) {
            return NOBODY;
        }
        for (Relation relation : COUPLE) {
            for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
                if (relation.is(h.relation[q]) && Sex.F.is(h.sex[q])) {
                    return q;
                }
            }
        }
        return NOBODY;
    }

    /// Whether two children of other members have the same parent: the mother if she is told, else the
    /// father, else the guardian.
    static boolean sameParent(Households h, int p, int q) {
        return h.mother[p] >= 0
                ? h.mother[p] == h.mother[q]
                : h.father[p] >= 0 ? h.father[p] == h.father[q] : h.guardian[p] == h.guardian[q];
    }

    private Parents() {}
}
