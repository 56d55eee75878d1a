package kz.shanyraq.policy.assistance;

import java.util.EnumSet;
import java.util.Set;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;

/// The grounds on which targeted assistance that was awarded ends before its quarter does (Social Code,
/// article 129), as far as facts show them. A ground found ends nothing by itself: an officer decides.
public enum Termination implements Code {
    /// The applicant has died or is not of the family any more.
    APPLICANT_LEFT,
    /// The family has moved for permanent residence to another region or city of republican significance.
    MOVED,
    /// The social contract was terminated.
    CONTRACT_BROKEN,
    /// False data led to an illegal award.
    FALSE_DATA;

    /// Where the law says so.
    public Provision provision() {
        return Provision.TERMINATION;
    }

    /// The grounds that facts show between the award and now.
    ///
    /// @param then the family (row `f`) as it was at the award
    /// @param now the same family (row `g`) as it is
    /// @param awarded the day of the award, as days since 1970-01-01
    public static Set<Termination> between(Households then, int f, Households now, int g, int awarded) {
        var grounds = EnumSet.noneOf(Termination.class);
        if (heads(then, f) > 0 && heads(now, g) == 0) {
            grounds.add(APPLICANT_LEFT);
        }
        if (then.region[f] != now.region[g]) {
            grounds.add(MOVED);
        }
        if (now.contractBrokenOn[g] >= awarded) {
            grounds.add(CONTRACT_BROKEN);
        }
        if (now.falseDataOn[g] >= awarded) {
            grounds.add(FALSE_DATA);
        }
        return grounds;
    }

    private static int heads(Households h, int f) {
        int heads = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            heads += Relation.HEAD.is(h.relation[p]) ? 1 : 0;
        }
        return heads;
    }
}
