package kz.shanyraq.bench.nation;

import java.util.Arrays;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;

/// The decisions about one block of families by one benefit, as they are kept in memory: a family of the block, a
/// person of the family (of benefits for persons only), one word for outcome and reasons, the sums. What a sheet holds
/// beyond that is worked out again when it is asked for.
///
/// The word is 0 to 2 for a grant (its kind), the unmet conditions for a refusal, the place of the missing facts in a
/// list of the block for an undecided answer; its two highest bits tell which.
final class Kept {

    private static final int OUTCOME_SHIFT = 30;
    private static final int REASONS = (1 << OUTCOME_SHIFT) - 1;

    final Benefit benefit;
    final short[] family;
    final short[] person;
    final int[] answer;
    final int[] monthly;
    final int[] once;
    final long[] missing;

    private Kept(
            Benefit benefit, short[] family, short[] person, int[] answer, int[] monthly, int[] once, long[] missing) {
        this.benefit = benefit;
        this.family = family;
        this.person = person;
        this.answer = answer;
        this.monthly = monthly;
        this.once = once;
        this.missing = missing;
    }

    /// Keeps the rows from `from` to below `to`, all of one benefit.
    ///
    /// @param withReasons whether to keep the unmet conditions, missing facts and kinds; else only the outcomes
    /// @param masks where a worker collects missing facts
    static Kept of(Assessments rows, int from, int to, boolean withReasons, Masks masks) {
        int size = to - from;
        var benefit = Benefit.values()[rows.benefit[from]];
        boolean persons = false;
        boolean sumsOnce = false;
        for (int row = from; row < to; row++) {
            persons |= rows.person[row] != Assessments.WHOLE_FAMILY;
            sumsOnce |= rows.once[row] != 0;
        }
        var family = new short[size];
        short[] person = persons ? Arrays.copyOfRange(rows.person, from, to) : new short[0];
        var answer = new int[size];
        masks.clear();
        for (int i = 0; i < size; i++) {
            int row = from + i;
            family[i] = (short) rows.family[row];
            Outcome outcome = rows.outcome(row);
            answer[i] = outcome.ordinal() << OUTCOME_SHIFT | (withReasons ? reasons(outcome, rows, row, masks) : 0);
        }
        return new Kept(
                benefit,
                family,
                person,
                answer,
                Arrays.copyOfRange(rows.monthly, from, to),
                sumsOnce ? Arrays.copyOfRange(rows.once, from, to) : new int[0],
                masks.all());
    }

    private static int reasons(Outcome outcome, Assessments rows, int row, Masks masks) {
        return switch (outcome) {
            case GRANTED -> rows.kind[row];
            case REFUSED -> rows.unmet[row];
            case UNDECIDED -> masks.place(rows.missing[row]);
        };
    }

    /// A copy in fresh arrays.
    Kept copy() {
        return new Kept(
                benefit,
                family.clone(),
                person.clone(),
                answer.clone(),
                monthly.clone(),
                once.clone(),
                missing.clone());
    }

    /// The number of rows.
    int size() {
        return family.length;
    }

    /// The family of a row, as its index in the block.
    int family(int row) {
        return family[row];
    }

    /// The person of a row, as an index among the family's members; -1 for the family.
    int person(int row) {
        return person.length == 0 ? Assessments.WHOLE_FAMILY : person[row];
    }

    /// The answer of a row.
    Outcome outcome(int row) {
        return Outcome.values()[answer[row] >>> OUTCOME_SHIFT];
    }

    /// The bits of its unmet conditions.
    int unmet(int row) {
        return outcome(row) == Outcome.REFUSED ? answer[row] & REASONS : 0;
    }

    /// The bits of its missing facts.
    long missing(int row) {
        return outcome(row) == Outcome.UNDECIDED ? missing[answer[row] & REASONS] : 0;
    }

    /// Its kind.
    Kind kind(int row) {
        return outcome(row) == Outcome.GRANTED ? Kind.values()[answer[row] & REASONS] : Kind.NONE;
    }

    /// Whole tenge a month.
    int monthly(int row) {
        return monthly[row];
    }

    /// Whole tenge once.
    int once(int row) {
        return once.length == 0 ? 0 : once[row];
    }

    /// The bytes of the arrays' elements.
    long bytes() {
        return 2L * family.length
                + 2L * person.length
                + 4L * answer.length
                + 4L * monthly.length
                + 4L * once.length
                + 8L * missing.length;
    }

    /// How many families have a row.
    int families() {
        int families = 0;
        for (int row = 0; row < family.length; row++) {
            families += row == 0 || family[row] != family[row - 1] ? 1 : 0;
        }
        return families;
    }

    /// One number for the rows without their reasons.
    long checksum(int block) {
        long sum = 0;
        for (int row = 0; row < family.length; row++) {
            long place = (long) block << 32 | (long) family[row] << 16 | (person(row) & 0xFFFF);
            long what = (long) benefit.ordinal() << 2 | outcome(row).ordinal();
            sum += mix(mix(mix(place) + what) + ((long) monthly(row) << 32 | once(row)));
        }
        return sum;
    }

    /// The finalizer of splitmix64.
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /// Sets of missing facts, each with its place in the order in which they came; reused by one worker.
    static final class Masks {
        private static final int SLOTS = 1 << 14;

        private final long[] masks = new long[SLOTS];
        private final int[] placeOf = new int[SLOTS];
        private long[] inOrder = new long[64];
        private int[] slotOf = new int[64];
        private int size;

        void clear() {
            for (int i = 0; i < size; i++) {
                masks[slotOf[i]] = 0;
            }
            size = 0;
        }

        /// The place of a set, which is not empty.
        int place(long mask) {
            int slot = (int) (mix(mask) & SLOTS - 1);
            while (masks[slot] != 0 && masks[slot] != mask) {
                slot = slot + 1 & SLOTS - 1;
            }
            if (masks[slot] == 0) {
                if (size == inOrder.length) {
                    inOrder = Arrays.copyOf(inOrder, 2 * size);
                    slotOf = Arrays.copyOf(slotOf, 2 * size);
                }
                masks[slot] = mask;
                placeOf[slot] = size;
                slotOf[size] = slot;
                inOrder[size++] = mask;
            }
            return placeOf[slot];
        }

        long[] all() {
            return Arrays.copyOf(inOrder, size);
        }
    }
}
