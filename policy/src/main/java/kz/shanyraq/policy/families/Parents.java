package kz.shanyraq.policy.families;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;

/// Whose child a person is. A child or foster child of whom nothing is told belongs to head and spouse;
/// another child's parent is then not known.
public final class Parents {

    /// No person.
    public static final int NOBODY = -1;

    private static final long CHILDREN = Code.set(Relation.CHILD, Relation.FOSTER_CHILD);
    private static final long COUPLE = Code.set(Relation.HEAD, Relation.SPOUSE, Relation.PARTNER);

    /// Whether a person is an own or foster child of the household: by relation, or because head or spouse is
    /// parent or guardian.
    public static boolean childOfHousehold(Households h, int f, int p) {
        return Code.in(h.relation[p], CHILDREN)
                || isOfCouple(h, f, h.mother[p])
                || isOfCouple(h, f, h.father[p])
                || isOfCouple(h, f, h.guardian[p]);
    }

    private static boolean isOfCouple(Households h, int f, int member) {
        return member >= 0 && Code.in(h.relation[h.firstPerson[f] + member], COUPLE);
    }

    /// What is missing to know the parents of a child: nothing, if a parent or guardian is told to be of the
    /// family or it is a child of the household.
    public static long missing(Households h, int f, int p) {
        boolean told = h.mother[p] >= 0 || h.father[p] >= 0 || h.guardian[p] >= 0 || childOfHousehold(h, f, p);
        return told ? 0 : Fact.PARENT.bit();
    }

    /// The mother of a child in the family, as an index of persons: who is told to be, else for a child of
    /// the household the woman among head and spouse; [#NOBODY] if she is not in the family or not known.
    public static int mother(Households h, int f, int p) {
        if (h.mother[p] >= 0) {
            return h.firstPerson[f] + h.mother[p];
        }
        if (h.mother[p] == Households.ELSEWHERE || !Code.in(h.relation[p], CHILDREN)) {
            return NOBODY;
        }
        for (int q = h.firstPerson[f]; q < h.firstPerson[f + 1]; q++) {
            if (Code.in(h.relation[q], COUPLE) && Sex.F.is(h.sex[q])) {
                return q;
            }
        }
        return NOBODY;
    }

    /// Whether two persons are children of the same parents, for the order of birth: both of the household,
    /// or of the same told mother or father.
    static boolean siblings(Households h, int f, int p, int q) {
        boolean household = childOfHousehold(h, f, p);
        return household == childOfHousehold(h, f, q)
                && (household
                        || h.mother[p] >= 0 && h.mother[p] == h.mother[q]
                        || h.mother[p] < 0 && h.father[p] >= 0 && h.father[p] == h.father[q]);
    }

    /// Whether somebody in the family may have been born before a child: born by the day, earlier, or the
    /// same day with a smaller id.
    static boolean bornBefore(Households h, int q, int p, Day day) {
        int birth = h.birthDate[q];
        return day.born(birth) && (birth < h.birthDate[p] || birth == h.birthDate[p] && q < p);
    }

    private Parents() {}
}
