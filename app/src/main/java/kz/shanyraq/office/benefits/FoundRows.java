package kz.shanyraq.office.benefits;

import java.util.Arrays;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.office.registry.RegisterColumns;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.signals.Signal;
import kz.shanyraq.policy.wellbeing.Dimension;

/// What was found of some families, in columns: findings in the order of family, topic and person, and the level of
/// each family's wellbeing.
final class FoundRows {

    /// The person of a finding that is of the family as a whole.
    static final long WHOLE_FAMILY = 0;

    int size;
    long[] family = {};
    long[] person = {};
    int[] kato = {};
    short[] topic = {};
    byte[] state = {};
    int[] monthly = {};
    int[] once = {};
    long[] missing = {};

    int families;
    long[] of = {};
    int[] district = {};

    /// Points of wellbeing, or -1 where a fact is missing.
    byte[] points = {};

    String[] level = {};

    void clear() {
        size = 0;
        families = 0;
    }

    /// Adds what a run says of a block.
    void add(RegisterColumns.Block block, BlockRun run) {
        Households h = block.households;
        int[] order = run.order(h);
        int row = 0;
        int signal = 0;
        int weighed = 0;
        for (int f = 0; f < h.families; f++) {
            int first = size;
            for (; row < run.rows.size && run.rows.family[order[row]] == f; row++) {
                benefit(block, run, order[row]);
            }
            for (; signal < run.signals.size && run.signals.family[signal] == f; signal++) {
                int p = h.firstPerson[f] + run.signals.person[signal];
                Signal which = Signal.values()[run.signals.signal[signal]];
                long missing = run.signals.missing[signal];
                State state = missing == 0 ? State.SIGNAL : State.UNDECIDED;
                add(block, f, block.person[p], Topic.of(which).id(), state, 0, 0, missing);
            }
            sort(first);
            family(block, f);
            for (; weighed < run.wellbeing.size && run.wellbeing.family[weighed] == f; weighed++) {
                if (run.wellbeing.dimension[weighed] == Dimension.TOTAL.ordinal()) {
                    points[families - 1] = run.wellbeing.points[weighed];
                    level[families - 1] = run.wellbeing.level(weighed);
                }
            }
        }
    }

    private void benefit(RegisterColumns.Block block, BlockRun run, int row) {
        Households h = block.households;
        int f = run.rows.family[row];
        Benefit benefit = Benefit.values()[run.rows.benefit[row]];
        boolean whole = run.rows.person[row] < 0;
        int p = whole ? -1 : h.firstPerson[f] + run.rows.person[row];
        Outcome outcome = run.rows.outcome(row);
        State state = State.of(benefit, outcome, whole ? received(h, f, benefit) : received(h.receives[p], benefit));
        if (state != null) {
            boolean granted = outcome == Outcome.GRANTED;
            add(
                    block,
                    f,
                    whole ? WHOLE_FAMILY : block.person[p],
                    Topic.of(benefit).id(),
                    state,
                    granted ? run.rows.monthly[row] : 0,
                    granted ? run.rows.once[row] : 0,
                    outcome == Outcome.UNDECIDED ? run.rows.missing[row] : 0);
        }
    }

    /// Whether anybody of a family receives a benefit of the family: 1, 0, or -1 where somebody's are not known.
    static int received(Households h, int f, Benefit benefit) {
        int answer = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            int one = received(h.receives[p], benefit);
            if (one > 0) {
                return 1;
            }
            answer = Math.min(answer, one);
        }
        return answer;
    }

    /// Whether a person with these bits receives a benefit: 1, 0, or -1 where that is not known.
    static int received(int bits, Benefit benefit) {
        return bits < 0 ? -1 : (bits & benefit.bit()) != 0 ? 1 : 0;
    }

    private void add(
            RegisterColumns.Block block,
            int f,
            long whom,
            int about,
            State how,
            int monthlySum,
            int onceSum,
            long lacking) {
        if (size == family.length) {
            int room = Math.max(1024, 2 * size);
            family = Arrays.copyOf(family, room);
            person = Arrays.copyOf(person, room);
            kato = Arrays.copyOf(kato, room);
            topic = Arrays.copyOf(topic, room);
            state = Arrays.copyOf(state, room);
            monthly = Arrays.copyOf(monthly, room);
            once = Arrays.copyOf(once, room);
            missing = Arrays.copyOf(missing, room);
        }
        family[size] = block.family[f];
        person[size] = whom;
        kato[size] = block.kato[f];
        topic[size] = (short) about;
        state[size] = (byte) how.number();
        monthly[size] = monthlySum;
        once[size] = onceSum;
        missing[size] = lacking;
        size++;
    }

    /// Puts the findings of one family into the order of topic and person; there are few.
    private void sort(int first) {
        for (int i = first + 1; i < size; i++) {
            for (int j = i; j > first && before(j, j - 1); j--) {
                swap(j, j - 1);
            }
        }
    }

    private boolean before(int a, int b) {
        return topic[a] != topic[b] ? topic[a] < topic[b] : person[a] < person[b];
    }

    private void swap(int a, int b) {
        long whom = person[a];
        person[a] = person[b];
        person[b] = whom;
        short about = topic[a];
        topic[a] = topic[b];
        topic[b] = about;
        byte how = state[a];
        state[a] = state[b];
        state[b] = how;
        int monthlySum = monthly[a];
        monthly[a] = monthly[b];
        monthly[b] = monthlySum;
        int onceSum = once[a];
        once[a] = once[b];
        once[b] = onceSum;
        long lacking = missing[a];
        missing[a] = missing[b];
        missing[b] = lacking;
    }

    private void family(RegisterColumns.Block block, int f) {
        if (families == of.length) {
            int room = Math.max(1024, 2 * families);
            of = Arrays.copyOf(of, room);
            district = Arrays.copyOf(district, room);
            points = Arrays.copyOf(points, room);
            level = Arrays.copyOf(level, room);
        }
        of[families] = block.family[f];
        district[families] = block.kato[f];
        points[families] = -1;
        level[families] = "";
        families++;
    }
}
