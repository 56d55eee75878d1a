package kz.shanyraq.nation.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.reading.HouseholdReader;
import kz.shanyraq.nation.reading.Rejects;
import kz.shanyraq.nation.reading.Warnings;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.wellbeing.Model;

/// Assesses a data set in files: reads it into a snapshot, does the parts that are not done, writes the
/// results. All work is kept beside the results in a folder `….work` until they are whole; a run that was
/// killed goes on from there, and ends with the same bytes.
public final class Assess {

    private static final String SNAPSHOT = "snapshot";
    private static final String READ = "read.properties";
    private static final String RUN = "run.properties";
    private static final String REJECTS = "rejects.csv";
    private static final String FORMAT = "1";

    /// What is wanted.
    ///
    /// @param steps whether to write every step
    /// @param out the file of results; others are written beside it
    public record Wanted(
            Path data,
            YearMonth month,
            Set<Benefit> benefits,
            Figures figures,
            boolean steps,
            boolean wellbeing,
            boolean signals,
            Path out,
            int threads) {}

    /// What was done.
    ///
    /// @param notInForce benefits that were asked for and are not in force, with the reason
    /// @param partsDoneBefore parts that an earlier, interrupted run had done
    public record Report(
            Tally tally,
            Catalogue catalogue,
            Map<Benefit, NotInForce> notInForce,
            boolean wellbeingInForce,
            long rowsRead,
            long rejectedRows,
            Map<String, Long> rejectedByColumn,
            List<String> warnings,
            int partsDoneBefore) {}

    /// Runs an assessment.
    ///
    /// @throws kz.shanyraq.nation.files.Unreadable if the data cannot be read, or another run writes the same
    ///     results; nothing is written then
    public static Report run(Wanted wanted, Progress progress) {
        var catalogue = new Catalogue(wanted.month, wanted.figures);
        Path work = wanted.out.resolveSibling(wanted.out.getFileName() + ".work");
        try (var _ = new Alone(wanted.out)) {
            begin(work, identity(wanted));
            Properties read = readOnce(wanted, work, progress);
            try (Snapshot snapshot = Snapshot.open(work.resolve(SNAPSHOT))) {
                return assess(wanted, work, catalogue, snapshot, read, progress);
            } finally {
                // Closed before the folder is removed.
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The working folder %s cannot be used.".formatted(work), broken);
        }
    }

    private static Report assess(
            Wanted wanted, Path work, Catalogue catalogue, Snapshot snapshot, Properties read, Progress progress)
            throws IOException {
        Set<Benefit> benefits = EnumSet.copyOf(wanted.benefits);
        benefits.retainAll(catalogue.inForce());
        boolean income = catalogue.inForce().contains(Benefit.TARGETED_ASSISTANCE);
        List<Model.InForce> models = wanted.wellbeing && income ? Model.inForce(wanted.month.atDay(1)) : List.of();
        int doneBefore = new Run(snapshot, work, wanted.threads, progress)
                .run(() -> new BlockRun(catalogue, benefits, models, wanted.signals));
        Path unfinished = work.resolve("results-" + wanted.out.getFileName());
        Tally tally = new ResultFiles(snapshot, catalogue, models)
                .write(work, unfinished, wanted.steps, wanted.wellbeing, wanted.signals, progress);
        var report = new Report(
                tally,
                catalogue,
                notInForce(wanted, catalogue),
                !models.isEmpty(),
                Long.parseLong(read.getProperty("rows")),
                Long.parseLong(read.getProperty("rejected")),
                prefixed(read, "rejected."),
                prefixed(read, "warning.", read),
                doneBefore);
        publish(wanted, work, unfinished);
        return report;
    }

    private static Map<Benefit, NotInForce> notInForce(Wanted wanted, Catalogue catalogue) {
        var notInForce = new TreeMap<>(catalogue.notInForce());
        notInForce.keySet().retainAll(wanted.benefits);
        return notInForce;
    }

    private static Map<String, Long> prefixed(Properties read, String prefix) {
        var values = new TreeMap<String, Long>();
        for (String key : read.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), Long.parseLong(read.getProperty(key)));
            }
        }
        return values;
    }

    private static List<String> prefixed(Properties read, String prefix, Properties from) {
        return from.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .map(read::getProperty)
                .toList();
    }

    /// Moves the results to their places, the main file last, and removes the working folder.
    private static void publish(Wanted wanted, Path work, Path unfinished) throws IOException {
        Path rejects = wanted.out.resolveSibling(REJECTS);
        if (Files.exists(work.resolve(REJECTS))) {
            move(work.resolve(REJECTS), rejects);
        } else {
            Files.deleteIfExists(rejects);
        }
        if (wanted.wellbeing) {
            move(ResultFiles.beside(unfinished, "wellbeing"), ResultFiles.beside(wanted.out, "wellbeing"));
        }
        if (wanted.signals) {
            move(ResultFiles.beside(unfinished, "signals"), ResultFiles.beside(wanted.out, "signals"));
        }
        move(unfinished, wanted.out);
        remove(work);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Begins the working folder, or goes on with one that was left by the same call on the same data.
    private static void begin(Path work, Properties identity) throws IOException {
        if (Files.isDirectory(work) && !identity.equals(load(work.resolve(RUN)))) {
            remove(work);
        }
        Files.createDirectories(work);
        store(identity, work.resolve(RUN));
    }

    /// What a run is: the data with their sizes and times, the law and this library as they were built, and all
    /// else that the results depend on.
    private static Properties identity(Wanted wanted) throws IOException {
        var identity = new Properties();
        identity.setProperty("format", FORMAT);
        identity.setProperty("month", wanted.month.toString());
        identity.setProperty("benefits", wanted.benefits.toString());
        identity.setProperty("figures", Integer.toHexString(wanted.figures.all().hashCode()));
        identity.setProperty("with", wanted.steps + " " + wanted.wellbeing + " " + wanted.signals);
        identity.setProperty("law", built(Catalogue.class));
        identity.setProperty("library", built(Assess.class));
        identity.setProperty("data", wanted.data.toAbsolutePath().normalize().toString());
        if (Files.isDirectory(wanted.data)) {
            for (Path file : HouseholdReader.filesOf(wanted.data)) {
                identity.setProperty(
                        "file." + file.getFileName(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return identity;
    }

    /// The size and time of the jar that a class comes from; empty where it comes from a folder of classes.
    private static String built(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return "";
        }
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        return Files.isRegularFile(jar) ? Files.size(jar) + " " + Files.getLastModifiedTime(jar) : "";
    }

    /// Reads the data into the snapshot, unless an interrupted run has done so.
    private static Properties readOnce(Wanted wanted, Path work, Progress progress) throws IOException {
        Path snapshot = work.resolve(SNAPSHOT);
        Path done = work.resolve(READ);
        if (Files.exists(done) && Snapshot.isWhole(snapshot)) {
            return load(done);
        }
        var read = new Properties();
        var warnings = new Warnings();
        boolean whole = false;
        try (var rejects = new Rejects(work.resolve(REJECTS))) {
            HouseholdReader.Counts counts = new HouseholdReader(
                            wanted.data, work, rejects, warnings, progress, wanted.month, null)
                    .read(snapshot);
            read.setProperty("rows", Long.toString(counts.rows()));
            read.setProperty("rejected", Long.toString(rejects.rows()));
            rejects.byColumn().forEach((column, rows) -> read.setProperty("rejected." + column, Long.toString(rows)));
            List<String> sentences = new ArrayList<>(warnings.sentences());
            for (int i = 0; i < sentences.size(); i++) {
                read.setProperty("warning.%03d".formatted(i), sentences.get(i));
            }
            whole = true;
        } finally {
            if (!whole) {
                remove(work);
            }
        }
        store(read, done);
        return read;
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static void store(Properties properties, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        move(unfinished, file);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private Assess() {}
}
