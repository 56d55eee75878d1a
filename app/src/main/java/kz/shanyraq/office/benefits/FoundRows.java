package kz.shanyraq.office.benefits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.office.registry.RegisterColumns;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.signals.Signal;
import kz.shanyraq.policy.wellbeing.Dimension;

/// What was found of some families: findings in the order of family, topic and person, and the level of each family's
/// wellbeing.
final class FoundRows {

    /// The person of a finding that is of the family as a whole.
    static final long WHOLE_FAMILY = 0;

    /// A finding.
    record Row(long family, int topic, long person, int state, int monthly, int once, long missing, int kato) {}

    /// The level of a family.
    ///
    /// @param points -1 where a fact is missing
    /// @param level empty where a fact is missing
    /// @param scales points of the dimensions in the order of [Dimension], -1 where a fact is missing
    /// @param due tenge a month that are due and not received
    record Level(long family, int kato, int points, String level, byte[] scales, int due) {}

    /// The dimensions of the family card: the first five, each a scale of its own.
    static final List<Dimension> SCALES =
            List.of(Dimension.ECONOMIC, Dimension.HEALTH, Dimension.HOUSING, Dimension.SOCIAL, Dimension.EDUCATION);

    private static final byte[] UNKNOWN = {-1, -1, -1, -1, -1};

    private static final Comparator<Row> IN_FAMILY =
            Comparator.comparingInt(Row::topic).thenComparingLong(Row::person);

    final List<Row> findings = new ArrayList<>();
    final List<Level> levels = new ArrayList<>();

    void clear() {
        findings.clear();
        levels.clear();
    }

    /// Adds what a run says of a block.
    void add(RegisterColumns.Block block, BlockRun run) {
        Households h = block.households;
        int[] order = run.order(h);
        int row = 0;
        int signal = 0;
        int weighed = 0;
        for (int f = 0; f < h.families; f++) {
            int first = findings.size();
            for (; row < run.rows.size && run.rows.family[order[row]] == f; row++) {
                benefit(block, run, order[row]);
            }
            for (; signal < run.signals.size && run.signals.family[signal] == f; signal++) {
                int p = h.firstPerson[f] + run.signals.person[signal];
                Signal which = Signal.values()[run.signals.signal[signal]];
                long missing = run.signals.missing[signal];
                State state = missing == 0 ? State.SIGNAL : State.UNDECIDED;
                add(block, f, block.person[p], Topic.of(which), state, 0, 0, missing);
            }
            way(block, f, first);
            findings.subList(first, findings.size()).sort(IN_FAMILY);
            int points = -1;
            String level = "";
            byte[] scales = UNKNOWN.clone();
            for (; weighed < run.wellbeing.size && run.wellbeing.family[weighed] == f; weighed++) {
                int dimension = run.wellbeing.dimension[weighed];
                if (dimension == Dimension.TOTAL.ordinal()) {
                    points = run.wellbeing.points[weighed];
                    level = run.wellbeing.level(weighed);
                } else if (dimension < scales.length) {
                    scales[dimension] = run.wellbeing.points[weighed];
                }
            }
            levels.add(new Level(block.family[f], block.kato[f], points, level, scales, due(first)));
        }
    }

    private int due(int first) {
        int due = 0;
        for (Row row : findings.subList(first, findings.size())) {
            due += row.state == State.UNRECEIVED.number() ? row.monthly : 0;
        }
        return due;
    }

    /// How the facts are got that the benefits of a family lack, if they lack any.
    private void way(RegisterColumns.Block block, int f, int first) {
        long missing = 0;
        for (Row row : findings.subList(first, findings.size())) {
            missing |= row.topic <= Topic.LAST_BENEFIT ? row.missing : 0;
        }
        if (missing != 0) {
            add(block, f, WHOLE_FAMILY, Topic.of(Way.of(missing)), State.UNDECIDED, 0, 0, missing);
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
                    Topic.of(benefit),
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
            long person,
            Topic topic,
            State state,
            int monthly,
            int once,
            long missing) {
        findings.add(
                new Row(block.family[f], topic.id(), person, state.number(), monthly, once, missing, block.kato[f]));
    }
}
