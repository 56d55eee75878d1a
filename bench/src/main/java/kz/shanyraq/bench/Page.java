package kz.shanyraq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;
import org.jspecify.annotations.Nullable;

/// The page of the benchmarks, `docs/benchmarks.md`: the newest results of each, every figure beside its floor and its
/// goal.
final class Page {

    private static final String INTRODUCTION = """
            # Benchmarks

            Generated from `bench/results/` by `./shanyraq bench`; do not edit this page.

            How to run: `./shanyraq bench` runs all, `./shanyraq bench NAME` one of `tsa19`, `nation`, `one`, `office`, `pages`, `line`, `visits`;
            `--small` runs a small size to see that everything works, and changes neither the results nor this page. Data are made once in `.shanyraq/bench`
            (the nation of 20 million persons takes about ten minutes and some gigabytes there) and used again; remove that folder
            after a change of the generator or of the format.

            How it is measured: all entrants of a work run in turn, round after round, each in a process of its own that was warmed up
            (works of minutes are not), so that whatever the machine does befalls them alike. A run waits until nobody else uses the machine and is repeated if it was
            disturbed. A figure is the median of the rounds, with the least and the largest beside it. Times are compared only after all
            entrants of a work have come to the same checksum over their decisions.

            The *floor* of a work reads the same data and writes the same results, known beforehand, without any rule: what is above it
            is the price of the law. A *goal* is what was promised before it was measured.
            """;

    private static final Map<Bench.Name, String> TEXTS = Map.of(
            Bench.Name.TSA19,
            """
            ## tsa19: one rule, six million families, side by side

            The common work: a simplified targeted assistance over 6 million synthetic families with 19.9 million persons, done by
            this library's way of writing a rule, by DuckDB in SQL and by Drools, with the same answers for every family. A rule alone
            starts from data in memory; from the snapshot it starts from mapped columns of a file; from Parquet it also decodes and
            writes Parquet.

            What limits it: a rule alone is limited by memory and by branches that cannot be guessed, Parquet by decompression.
            Drools makes an object of every fact and an entry of every match; it decides a part of the families and its time is scaled.
            """,
            Bench.Name.NATION,
            """
            ## nation: the whole law, twenty million persons

            The real catalogue over the synthetic nation of this product, for applications in November 2025, on two cores, from the
            mapped snapshot to decisions in memory. Goals are those for 20 million persons, scaled where fewer were assessed.

            - *Targeted assistance of 2025*: every criterion of the edition in force, reasons kept.
            - *All acts*: every benefit in force for every family and person that it concerns, reasons kept. There is no mode without
              reasons, for a rule that stopped at its first unmet condition would be another rule; so the row *without reason codes*
              keeps outcomes and sums only, and the two rows differ by what keeping reasons costs.
            - *Memory*: decisions are kept as a family, a person, one word of outcome and reasons, and sums. Bytes are those of the
              arrays' elements.
            - *Parquet → snapshot*: the files of the household format read with all their checks, as before every assessment. Its
              floor only decodes every column and writes a known snapshot.
            - *Explanations derived again*: for every decision of the first million families, the explanation of the batch against
              one that is derived later from the family alone, equal in every step, citation, figure and source.

            What limits it: the rules themselves, and branches on facts that cannot be guessed; reading the columns is a small part.
            Reading Parquet is limited by checking every cell on one core, then by looking up the ids of 20 million persons and by
            rows that are set aside on disk, so that the heap need not hold them.
            """,
            Bench.Name.ONE,
            """
            ## one: one family in a process

            Targeted assistance of 2025 for three invented families of five, one for each answer, by JMH in sampling mode: each call
            is timed alone, and the figures are percentiles of a second's calls, one second a round. Reading the clock takes some
            hundredths of a microsecond of each figure.

            What limits it: the full explanation makes an object for every step of the law; the smallest change is found by trying
            changes one after another, each with the whole rule; the text is put together from words in three languages.
            """,
            Bench.Name.OFFICE,
            """
            ## office: files into the registry

            The files of a synthetic nation, Parquet, taken in by `./shanyraq load` as anybody would: into the office's own
            PostgreSQL on an empty data folder, with every fact dated, every constraint and index in place at the end, and the
            persons of all files compared for duplicates. It runs once, for it takes an hour and more. Disk is the whole data
            folder, with the write-ahead log.

            What limits it: one connection writes the facts, so that one core of the database is busy and the other waits; then
            the indexes and exclusion constraints of the first load, of which two are built at a time.

            Then the law is asked about every family by `./shanyraq sweep`: the register is read as columns, every benefit in force
            is asked with its reasons, with signals and wellbeing, and the findings are written; once on a register that was never
            asked about, once again, and after a delivery of one register over the families that it concerns. What limits it:
            reading the sheets, on two connections.
            """,
            Bench.Name.PAGES,
            """
            ## pages: the office as many people use it

            An office over the loaded and swept nation is asked for fifty pages a second, role after role, for forty seconds each after
            ten to warm up; what asks runs on the same two cores. A request begins when it is due, whether or not earlier ones have
            been answered, and is timed from that moment on, so that a stall is not hidden by requests that were never sent.
            Families are those of the visitor's own lists, searches are names and IINs of them. An office that is kept for it is named
            by `--office FOLDER`.
            """,
            Bench.Name.LINE,
            """
            ## line: a page on the line and the telephone of a village

            Pages of an office over a synthetic region, or over one that is named by `--office FOLDER`, in Chromium with a screen of 360
            pixels; what opens them runs on the same two cores, three rounds each. *Village*: 400 kbit/s down, 200 up, 400 ms there and back, a processor of a
            quarter of this one's speed. *Office*: 10 Mbit/s, 40 ms, the whole processor. *Cold* is a browser that holds nothing of the
            office, *warm* the same page again. *What moves* is the cumulative layout shift, *answer to a tap* the slowest of some taps from the
            finger to the next picture (event timing; what is shorter than 16 ms is told as 16): a fold that opens, a field, a link.

            Weights are those of the first visit, as they pass over the line, with their headers; sheet, script and typefaces as they are
            packed. 1 kB is 1 000 bytes. Goals are those of the budget that was fixed before the pages were written.
            """,
            Bench.Name.VISITS,
            """
            ## visits: what is lost by not visiting everyone

            A synthetic nation has registers with planted errors (a dwelling that was sold and still stands in the register, a wage
            with a digit too many, work and study of last month, facts that were not delivered), and its truth beside them. The law is
            asked over both. *By data alone*: what the registers say decides, and who lacks a fact is refused. *Visit where needed*: a
            family is visited if two sources disagree about one of its facts, or a fact is missing that only a visit can show; other
            missing facts are asked of a register or the family; all of these then get what truth says. *Visit everyone*: truth decides.
            Intervals are those of 95 of 100 (Wilson). A family that hides what no register and no survey knows is not in this
            nation: a visit would not find that out either.

            A *flag* is somebody who receives a benefit and is, by data, no longer entitled to it. It never stops money: a person looks.
            How many of the flags are false alarms stands in the last table.
            """);

    /// Writes the page.
    ///
    /// @param results the folder of results
    static Path write(Path results, Path page) throws IOException {
        Files.createDirectories(page.toAbsolutePath().normalize().getParent());
        return Files.writeString(page, of(results));
    }

    /// The text of the page.
    static String of(Path results) throws IOException {
        var page = new StringBuilder(INTRODUCTION);
        for (Bench.Name name : Bench.Name.values()) {
            page.append('\n').append(TEXTS.get(name));
            Path newest = newest(results, name);
            if (newest == null) {
                page.append("\nNot measured yet: `./shanyraq bench %s` does.%n".formatted(name.word()));
            } else {
                append(Results.read(newest), newest, page);
            }
        }
        return page.toString();
    }

    private static @Nullable Path newest(Path results, Bench.Name name) throws IOException {
        if (!Files.isDirectory(results)) {
            return null;
        }
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9-]{10}-" + name.word() + "\\.json"))
                    .max(Path::compareTo)
                    .orElse(null);
        }
    }

    private static void append(Results results, Path file, StringBuilder page) {
        Results.Host machine = results.machine();
        page.append("""

                Measured on %s, commit %s (`bench/results/%s`): %s, %d cores, %d GB, %s; %s, `%s`.
                """.formatted(
                        results.date(),
                        results.commit(),
                        file.getFileName(),
                        machine.cpu(),
                        machine.cores(),
                        machine.memoryGb(),
                        machine.os(),
                        results.jdk(),
                        results.flags()));
        if (!results.size().isEmpty()) {
            page.append("Size: ")
                    .append(results.size().entrySet().stream()
                            .map(entry -> grouped(entry.getValue()) + " " + entry.getKey())
                            .collect(Collectors.joining(", ")));
            page.append(results.checksum().isEmpty() ? "" : "; checksum " + results.checksum())
                    .append(".\n");
        }
        var works = new LinkedHashMap<String, List<Row>>();
        results.rows()
                .forEach(row -> works.computeIfAbsent(row.work(), work -> new ArrayList<>())
                        .add(row));
        works.forEach((work, rows) -> table(work, rows, page));
    }

    /// A column of a table: its head, and how a row fills it.
    private record Column(String head, boolean number, Function<Row, String> cell) {}

    /// A table shows only columns that a row of it fills.
    private static void table(String work, List<Row> rows, StringBuilder page) {
        boolean rounds = any(rows, row -> row.runs().size() > 1);
        boolean floor = any(rows, row -> row.floor() != null);
        boolean goal = any(rows, row -> row.goal() != null);
        boolean cost = any(rows, row -> row.cost() != null);
        var columns = new ArrayList<Column>();
        columns.add(new Column("", false, Row::contender));
        columns.add(new Column(rounds ? "median" : "figure", true, row -> figure(row.median(), row.unit())));
        if (rounds) {
            columns.add(new Column("min", true, row -> figure(row.least())));
            columns.add(new Column("max", true, row -> figure(row.most())));
        }
        if (floor) {
            columns.add(new Column("floor", true, row -> row.floor() == null ? "" : figure(row.floor(), row.unit())));
            columns.add(new Column("× floor", true, Page::timesFloor));
        }
        if (goal) {
            columns.add(new Column("goal", true, Page::goal));
        }
        if (cost) {
            columns.add(new Column(
                    "CPU s",
                    true,
                    row -> row.cost() == null ? "" : figure(row.cost().cpu())));
            columns.add(new Column(
                    "peak MB",
                    true,
                    row -> row.cost() == null ? "" : grouped(row.cost().peakMb())));
            columns.add(new Column(
                    "bytes a family",
                    true,
                    row -> row.cost() == null ? "" : figure(row.cost().bytesPerFamily())));
        }
        columns.add(new Column("", false, Row::note));
        page.append("\n### ").append(capital(work)).append("\n\n");
        line(page, columns.stream().map(Column::head));
        line(page, columns.stream().map(column -> column.number ? "--:" : "---"));
        rows.forEach(row -> line(page, columns.stream().map(column -> column.cell.apply(row))));
    }

    private static boolean any(List<Row> rows, Predicate<Row> filled) {
        return rows.stream().anyMatch(filled);
    }

    private static void line(StringBuilder page, Stream<String> cells) {
        page.append(cells.collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String timesFloor(Row row) {
        return row.floor() == null || row.floor() == 0 ? "" : figure(row.median() / row.floor());
    }

    private static String goal(Row row) {
        if (row.goal() == null) {
            return "";
        }
        return "≤ " + figure(row.goal(), row.unit()) + (row.median() <= row.goal() ? ": met" : ": **missed**");
    }

    private static String figure(double number, String unit) {
        return unit.equals("number") ? figure(number) : figure(number) + " " + unit;
    }

    /// Three digits that count; all of a whole number.
    static String figure(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e15) {
            return grouped((long) number);
        }
        if (size >= 100) {
            return grouped(Math.round(number));
        }
        return String.format(
                Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : size >= 0.1 ? "%.3f" : "%.4f", number);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private Page() {}
}
