package kz.shanyraq.bench.nation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.shanyraq.bench.measure.Contender;
import kz.shanyraq.policy.Benefit;

/// Who takes part, each in a Java process of its own.
enum Entrant {
    ASSISTANCE(Task.ASSISTANCE, "ours", "all criteria, reason codes kept; every column of the snapshot is read", 768) {
        @Override
        Contender open(NationData data) {
            return Deciding.rules(data, ONE, true);
        }
    },
    ASSISTANCE_FLOOR(Task.ASSISTANCE, "floor", "reads every column, copies known decisions", 768) {
        @Override
        Contender open(NationData data) throws Exception {
            return Deciding.floor(data, ONE);
        }
    },
    ALL(Task.ALL, "ours, with reason codes", "unmet conditions, missing facts and kind of every row are kept", 1536) {
        @Override
        Contender open(NationData data) {
            return Deciding.rules(data, EVERY, true);
        }
    },
    ALL_WITHOUT_REASONS(
            Task.ALL,
            "ours, without reason codes",
            "the same rules, of which outcomes and sums alone are kept; a rule always works its reasons out",
            1536) {
        @Override
        Contender open(NationData data) {
            return Deciding.rules(data, EVERY, false);
        }
    },
    ALL_FLOOR(Task.ALL, "floor", "reads every column, copies known decisions", 1536) {
        @Override
        Contender open(NationData data) throws Exception {
            return Deciding.floor(data, EVERY);
        }
    },
    READING(Task.READING, "ours", "every row checked, families put in the order of their ids", 6144) {
        @Override
        Contender open(NationData data) {
            return Reading.product(data);
        }
    },
    READING_FLOOR(Task.READING, "floor", "decodes every column on one core, writes a known snapshot", 1024) {
        @Override
        Contender open(NationData data) {
            return Reading.floor(data);
        }
    };

    private static final Set<Benefit> ONE = EnumSet.of(Benefit.TARGETED_ASSISTANCE);
    private static final Set<Benefit> EVERY = EnumSet.allOf(Benefit.class);

    /// What is done, from where to where.
    enum Task {
        ASSISTANCE("targeted assistance of 2025: snapshot → decisions"),
        ALL("all acts: snapshot → decisions"),
        READING("Parquet → snapshot");

        /// As the table says it.
        final String title;

        Task(String title) {
            this.title = title;
        }
    }

    final Task task;
    final String contender;
    final String note;
    private final int heapMb;

    Entrant(Task task, String contender, String note, int heapMb) {
        this.task = task;
        this.contender = contender;
        this.note = note;
        this.heapMb = heapMb;
    }

    /// Opens it.
    abstract Contender open(NationData data) throws Exception;

    /// Whether it does without the rules.
    boolean floor() {
        return contender.equals("floor");
    }

    /// Those of long works, or all others.
    static List<Entrant> all(boolean longWork) {
        return Stream.of(values())
                .filter(entrant -> entrant.longWork() == longWork)
                .toList();
    }

    /// Whether a run takes minutes, so that few are enough.
    boolean longWork() {
        return task == Task.READING;
    }

    /// The flags of its process: those of the command line.
    List<String> flags() {
        return List.of(
                "-Xmx%dm".formatted(heapMb),
                "-XX:+UseParallelGC",
                "-XX:FreqInlineSize=600",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
