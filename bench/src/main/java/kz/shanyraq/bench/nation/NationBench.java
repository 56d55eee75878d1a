package kz.shanyraq.bench.nation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.bench.measure.Lane;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;
import kz.shanyraq.bench.measure.Runner;
import kz.shanyraq.nation.reading.HouseholdReader;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.Benefit;
import org.jspecify.annotations.Nullable;

/// The catalogue over the nation: all entrants in turn, round after round, then what is kept and explained.
public final class NationBench {

    private static final int LEAST_WARM_UP = 2;

    /// The goals, for twenty million persons on two cores.
    private static final long PERSONS_OF_GOALS = 20_000_000;

    private static final double ASSISTANCE_SECONDS = 2;
    private static final double ALL_SECONDS = 30;
    private static final double TIMES_WITHOUT_REASONS = 2;
    private static final double BYTES_KEPT = 16;

    /// How much is done.
    ///
    /// @param longRounds rounds of the works that take minutes
    /// @param warmUp of each other entrant
    /// @param patient whether runs wait until nobody else uses the machine
    /// @param explained of how many families the explanations are compared
    public record Size(long persons, int rounds, int longRounds, Duration warmUp, boolean patient, long explained) {

        /// The nation.
        public static final Size FULL = new Size(PERSONS_OF_GOALS, 7, 3, Duration.ofSeconds(10), true, 1_000_000);

        /// To see that everything runs.
        public static final Size SMALL = new Size(50_000, 3, 1, Duration.ofSeconds(1), false, 5_000);

        /// Another number of persons.
        public Size of(long persons) {
            return new Size(persons, rounds, longRounds, warmUp, patient, explained);
        }
    }

    /// Makes the nation if it is not there and lets all entrants run.
    ///
    /// @param home the project
    /// @param folder where nations are made, once
    /// @throws IllegalStateException if entrants do not agree, or an explanation differs
    public static Results run(Path home, Path folder, Size size) throws Exception {
        var data = new NationData(folder.toAbsolutePath().resolve("nation-" + size.persons), size.persons);
        make(data);
        var lanes = new EnumMap<Entrant, Lane<Entrant>>(Entrant.class);
        // One after the other, so that the heap of reading is given back before the mapped snapshot wants the memory.
        measure(Entrant.all(true), data, size, size.longRounds, lanes);
        long checksum = measure(Entrant.all(false), data, size, size.rounds, lanes);
        List<Row> rows = rows(lanes, data, size);
        return Results.today("nation", home, flags(), sizes(data), String.format("%016x", checksum), rows);
    }

    /// Makes the nation in a process of its own, unless it is there.
    private static void make(NationData data) throws IOException, InterruptedException {
        if (!data.isMade()) {
            int exit = new ProcessBuilder(command("make", Entrant.READING, data))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("The nation of %d persons could not be made in %s. Maybe the disk is full."
                        .formatted(data.persons(), data.folder()));
            }
        }
    }

    /// Lets entrants run in turn.
    ///
    /// @param lanes where their lanes go, closed
    /// @return the checksum of the last work
    private static long measure(
            List<Entrant> entrants, NationData data, Size size, int rounds, Map<Entrant, Lane<Entrant>> lanes)
            throws Exception {
        var mine = new ArrayList<Lane<Entrant>>();
        try {
            for (Entrant entrant : entrants) {
                mine.add(new Lane<>(entrant, new Runner.Warm(command(entrant.name(), entrant, data))));
            }
            for (Lane<Entrant> lane : mine) {
                if (!lane.entrant().longWork()) {
                    lane.warmUp(size.warmUp, LEAST_WARM_UP);
                }
            }
            for (int round = 1; round <= rounds; round++) {
                for (Lane<Entrant> lane : mine) {
                    lane.run(size.patient);
                    lanes.put(lane.entrant(), lane);
                }
                System.err.printf("nation: round %d of %d is done.%n", round, rounds);
            }
            return agree(mine);
        } finally {
            for (Lane<Entrant> lane : mine) {
                lane.close();
            }
        }
    }

    private static List<String> command(String what, Entrant entrant, NationData data) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(entrant.flags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NationWorker.class.getName()));
        command.addAll(List.of(what, data.folder().toString(), Long.toString(data.persons())));
        return command;
    }

    /// Within a work all must come to the same.
    private static long agree(List<Lane<Entrant>> lanes) throws Exception {
        var found = new EnumMap<Entrant.Task, Long>(Entrant.Task.class);
        long last = 0;
        for (Lane<Entrant> lane : lanes) {
            last = lane.runner().checksum();
            Long other = found.putIfAbsent(lane.entrant().task, last);
            if (other != null && other != last) {
                throw new IllegalStateException(
                        "%s came to the checksum %016x, others of its work to %016x. Maybe the data were changed meanwhile."
                                .formatted(lane.entrant(), last, other));
            }
        }
        return last;
    }

    private static List<Row> rows(Map<Entrant, Lane<Entrant>> lanes, NationData data, Size size) throws Exception {
        long families;
        try (Snapshot snapshot = Snapshot.open(data.snapshot())) {
            families = snapshot.families();
        }
        var rows = new ArrayList<Row>();
        for (Lane<Entrant> lane : lanes.values()) {
            Entrant entrant = lane.entrant();
            rows.add(Row.of(
                    entrant.task.title,
                    entrant.contender,
                    lane.runs(),
                    1,
                    families,
                    floor(lanes, entrant.task),
                    goal(entrant, size.persons),
                    entrant.note));
        }
        double with = median(lanes, Entrant.ALL);
        double without = median(lanes, Entrant.ALL_WITHOUT_REASONS);
        rows.add(Row.counted(
                        "all acts: with reasons against without",
                        "ours",
                        "times",
                        with / without,
                        "medians of the two rows above; what keeping the reasons costs, for each rule works them out")
                .withGoal(TIMES_WITHOUT_REASONS));
        Deciding batch = Deciding.rules(data, EnumSet.allOf(Benefit.class), true);
        batch.run();
        rows.addAll(Memory.rows(batch, families, allocated(lanes, Entrant.ALL)));
        rows.addAll(explained(data, batch, size));
        return rows;
    }

    private static List<Row> explained(NationData data, Deciding batch, Size size) throws Exception {
        Rederived rederived = Rederived.compare(data, batch.kept(), size.explained);
        if (rederived.different() > 0) {
            throw new IllegalStateException("%d of %d explanations differ when they are derived again."
                    .formatted(rederived.different(), rederived.explanations()));
        }
        String work = "explanations derived again";
        return List.of(
                Row.counted(
                        work,
                        "families",
                        "number",
                        (double) rederived.families(),
                        "the first of the nation, all their rows of all acts"),
                Row.counted(
                        work,
                        "explanations compared",
                        "number",
                        (double) rederived.explanations(),
                        "each step, citation, figure and source, and the codes that were kept"),
                Row.counted(
                                work,
                                "of them different",
                                "number",
                                (double) rederived.different(),
                                "of a catalogue made anew")
                        .withGoal(0),
                Row.counted(
                        work,
                        "two explanations",
                        "µs",
                        rederived.seconds() * NationData.THREADS * 1e6 / rederived.explanations(),
                        "core time, with taking each family out of its block and comparing"));
    }

    private static @Nullable Double goal(Entrant entrant, long persons) {
        double share = persons / (double) PERSONS_OF_GOALS;
        return switch (entrant) {
            case ASSISTANCE -> ASSISTANCE_SECONDS * share;
            case ALL -> ALL_SECONDS * share;
            case ASSISTANCE_FLOOR, ALL_WITHOUT_REASONS, ALL_FLOOR, READING, READING_FLOOR -> null;
        };
    }

    private static @Nullable Double floor(Map<Entrant, Lane<Entrant>> lanes, Entrant.Task task) {
        for (Lane<Entrant> lane : lanes.values()) {
            if (lane.entrant().task == task && lane.entrant().floor()) {
                return median(lanes, lane.entrant());
            }
        }
        return null;
    }

    private static double median(Map<Entrant, Lane<Entrant>> lanes, Entrant entrant) {
        return Row.median(
                lane(lanes, entrant).runs().stream().map(run -> run.seconds()).toList());
    }

    private static double allocated(Map<Entrant, Lane<Entrant>> lanes, Entrant entrant) {
        return Row.median(lane(lanes, entrant).runs().stream()
                .map(run -> (double) run.allocated())
                .toList());
    }

    private static Lane<Entrant> lane(Map<Entrant, Lane<Entrant>> lanes, Entrant entrant) {
        Lane<Entrant> lane = lanes.get(entrant);
        if (lane == null) {
            throw new IllegalArgumentException("There is no lane of " + entrant);
        }
        return lane;
    }

    private static Map<String, Long> sizes(NationData data) throws IOException {
        var sizes = new LinkedHashMap<String, Long>();
        try (Snapshot snapshot = Snapshot.open(data.snapshot())) {
            sizes.put("families", snapshot.families());
            sizes.put("persons", snapshot.persons());
            sizes.put("incomes", snapshot.incomes());
        }
        long parquet = 0;
        for (Path file : HouseholdReader.filesOf(data.files())) {
            parquet += Files.size(file);
        }
        sizes.put("bytes of the Parquet files", parquet);
        sizes.put("bytes of the snapshot", Files.size(data.snapshot()));
        return sizes;
    }

    private static String flags() {
        List<String> flags = Entrant.ALL.flags();
        return String.join(" ", flags.subList(1, flags.size()));
    }

    /// What the decisions of all acts take in memory.
    private static final class Memory {

        static List<Row> rows(Deciding batch, long families, double allocated) {
            long[] sums = new long[3];
            batch.each(part -> {
                sums[0] += part.bytes();
                sums[1] += part.size();
                sums[2] += part.families();
            });
            String work = "all acts: memory";
            return List.of(
                    Row.counted(
                                    work,
                                    "kept for a family and act",
                                    "bytes",
                                    sums[0] / (double) sums[2],
                                    "outcome, all reason codes, sums; of %d answers to %d families"
                                            .formatted(sums[2], families))
                            .withGoal(BYTES_KEPT),
                    Row.counted(
                            work,
                            "kept for a row",
                            "bytes",
                            sums[0] / (double) sums[1],
                            "an act may answer for several persons of a family: %d rows".formatted(sums[1])),
                    Row.counted(
                            work,
                            "kept for a family",
                            "bytes",
                            sums[0] / (double) families,
                            "by all acts that concern it"),
                    Row.counted(work, "allocated for a family", "bytes", allocated / families, "with what is kept"),
                    Row.counted(
                            work,
                            "garbage for a family",
                            "bytes",
                            (allocated - sums[0]) / families,
                            "what is allocated and not kept: each worker's block, sheets, threads"));
        }

        private Memory() {}
    }

    private NationBench() {}
}
