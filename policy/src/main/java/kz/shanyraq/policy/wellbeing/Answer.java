package kz.shanyraq.policy.wellbeing;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;

/// Whether a circumstance holds, packed in a `long`: [#HOLDS], [#NOT], or the bits of the [Fact]s that are
/// missing to tell.
final class Answer {

    static final long HOLDS = Long.MIN_VALUE;
    static final long NOT = 0;

    static long when(boolean holds) {
        return holds ? HOLDS : NOT;
    }

    static long yes(byte cell, Fact fact) {
        return cell < 0 ? fact.bit() : when(cell == 1);
    }

    static long no(byte cell, Fact fact) {
        return cell < 0 ? fact.bit() : when(cell == 0);
    }

    static long equal(byte cell, Code code, Fact fact) {
        return cell < 0 ? fact.bit() : when(code.is(cell));
    }

    static long in(byte cell, long set, Fact fact) {
        return cell < 0 ? fact.bit() : when(Code.in(cell, set));
    }

    static long atLeast(int cell, int least, Fact fact) {
        return cell < 0 ? fact.bit() : when(cell >= least);
    }

    static long not(long answer) {
        return answer == HOLDS ? NOT : answer == NOT ? HOLDS : answer;
    }

    static long or(long a, long b) {
        return a == HOLDS || b == HOLDS ? HOLDS : a | b;
    }

    static long and(long a, long b) {
        return a == NOT || b == NOT ? NOT : a == HOLDS ? b : b == HOLDS ? a : a | b;
    }

    private Answer() {}
}
