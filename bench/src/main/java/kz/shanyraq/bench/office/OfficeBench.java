package kz.shanyraq.bench.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.shanyraq.bench.measure.Command;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;

/// Loads a nation into an office on an empty folder, by the command that an operator types; then asks the law about all
/// of it, once more, and after a delivery.
public final class OfficeBench {

    /// The goals, for twenty million persons on two cores.
    private static final long PERSONS_OF_GOALS = 20_000_000;

    private static final double SECONDS = 7_200;
    private static final double GIGABYTES = 40;

    private static final double SWEEP_SECONDS = 600;
    private static final int DELIVERED = 100_000;
    private static final Pattern TOGETHER = Pattern.compile("([0-9.]+) s together");
    private static final Pattern AGAIN = Pattern.compile("assessed again in ([0-9.]+) s");

    /// What the command says at its end.
    private static final Pattern ROWS = Pattern.compile("([0-9 ]+) rows in ([0-9]+) s");

    /// Runs the load once.
    ///
    /// @param home the project
    /// @param data where nations are made, once, and where the office lives while it is measured
    /// @param persons of the nation
    /// @throws IOException if the command failed, or the disk is full
    public static Results run(Path home, Path data, long persons) throws IOException, InterruptedException {
        Path nation = data.toAbsolutePath().resolve("office-nation-" + persons);
        Command.nation(home, nation, persons);
        Path office = data.toAbsolutePath().resolve("office");
        delete(office);
        String folder = office.toString();
        Command load = Command.run(home, "load", nation.toString(), "--data", folder);
        long rows = (long) load.number(ROWS);
        double gigabytes = bytes(office) / 1e9;
        Command first = Command.run(home, "sweep", "--data", folder);
        Command second = Command.run(home, "sweep", "--data", folder);
        String wages = delivery(nation, data).toString();
        Command delivered = Command.run(home, "load", "--source", "tax", wages, "--data", folder);
        delete(office);
        double scale = (double) persons / PERSONS_OF_GOALS;
        return Results.today(
                "office",
                home,
                "as ./shanyraq starts it",
                Map.of("persons", persons, "rows of all files", rows),
                "",
                List.of(
                        row("the whole load", "s", load.seconds(), "from the command to its last line")
                                .withGoal(SECONDS * scale),
                        row(
                                "rows a second",
                                "rows",
                                rows / load.seconds(),
                                "of all files, read and put in their places"),
                        row("disk", "GB", gigabytes, "the data folder, with all indexes and the write-ahead log")
                                .withGoal(GIGABYTES * scale),
                        row(
                                "memory of the program",
                                "MB",
                                (double) load.peakMb(),
                                "the most, resident; that of PostgreSQL is beside it"),
                        swept("first time", first.number(TOGETHER), "all findings are new; read, ask, write")
                                .withGoal(SWEEP_SECONDS * scale),
                        swept("again", second.number(TOGETHER), "nothing changed, so that nothing is written"),
                        swept(
                                "after a delivery of %.0f records".formatted(delivered.number(ROWS)),
                                delivered.number(AGAIN),
                                "only the families that it concerns; the load itself is not in it")));
    }

    private static Row swept(String contender, double seconds, String note) {
        return Row.counted("The law over the registry: all acts with reasons", contender, "s", seconds, note);
    }

    /// A file of one register: a month's wage of many persons, told anew.
    private static Path delivery(Path nation, Path data) throws IOException {
        Path file = data.toAbsolutePath().resolve("office-wages.csv");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("""
                    copy (select 'W' || person_id as source_record_id, iin, last_name, first_name, birth_date, 'wage' as "column",
                            90000 + hash(person_id) %% 300000 as value, date '2024-12-01' as valid_from, date '2024-12-31' as valid_to
                        from '%s' where iin is not null and birth_date < date '2005-01-01' and hash(person_id) %% 100 = 7 limit %d)
                    to '%s' (header)
                    """.formatted(nation.resolve("persons.parquet"), DELIVERED, file));
        } catch (SQLException broken) {
            throw new IOException("The delivery cannot be made: " + broken.getMessage(), broken);
        }
        return file;
    }

    private static Row row(String contender, String unit, double figure, String note) {
        return Row.counted("Household files → registry", contender, unit, figure, note);
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : within(folder)) {
            bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : within(folder).reversed()) {
            Files.delete(file);
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.toList());
        }
    }

    private OfficeBench() {}
}
