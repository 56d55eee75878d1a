package kz.shanyraq.policy.childbirth;

import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;

/// Who may be an infant where the date of birth is not known.
final class Infants {

    private static final long GROWN = Code.set(Relation.HEAD, Relation.SPOUSE, Relation.PARTNER, Relation.PARENT);

    /// Whether a person may be an infant by relation to the head.
    static boolean maybe(Households h, int p) {
        return !Code.in(h.relation[p], GROWN);
    }

    /// Whether a known column `receives` names a benefit.
    static boolean named(int receives, Benefit benefit) {
        return receives != Code.UNKNOWN && (receives & benefit.bit()) != 0;
    }

    private Infants() {}
}
