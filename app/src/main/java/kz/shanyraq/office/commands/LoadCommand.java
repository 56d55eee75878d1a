package kz.shanyraq.office.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.cli.Usage;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.database.Unreachable;
import kz.shanyraq.office.registry.Duplicates;
import kz.shanyraq.office.registry.Intake;
import kz.shanyraq.office.registry.Loaded;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shanyraq load`: household data, or one register's file, into the office's registry.
@Command(
        name = "load",
        description = "Loads household data, or one register's file, into the office's registry through its intake.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples: shanyraq load nation",
            "          shanyraq load --source tax wages-2025-02.csv",
            "",
            "A file is taken in once; a load that was interrupted goes on where it stopped when it is called again."
        })
final class LoadCommand extends OfficeCommand {

    @Parameters(
            paramLabel = "DATA",
            arity = "0..1",
            description = "a folder of household data; with --source the file of one register")
    private @Nullable Path path;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "the register whose file it is: civil, tax, health, …")
    private @Nullable String source;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "the day from which the facts hold; the day on which the registers answered by default")
    private @Nullable LocalDate on;

    LoadCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        Path data = wanted();
        long began = System.nanoTime();
        var loaded = new ArrayList<Loaded>();
        try (OfficeDatabase database = OfficeDatabase.forCommand(data(), url(), this::tell);
                HikariDataSource pool = database.intake()) {
            Progress progress = console().newProgress();
            var intake = new Intake(pool, progress, this::tell);
            if (source == null) {
                loaded.addAll(intake.households(new Intake.Wanted(data, on, null)));
            } else {
                intake.single(source, data, on, null).ifPresent(loaded::add);
            }
            if (!loaded.isEmpty()) {
                tell("%,d pairs of persons may be one; the office shows them."
                        .formatted(new Duplicates(pool, progress).find()));
                assess(new Sweeper(pool, existingData().path()), loaded);
            }
        } catch (IllegalArgumentException wrong) {
            throw new Usage(String.valueOf(wrong.getMessage()));
        } catch (Unreadable unreadable) {
            console().err().println(unreadable.getMessage());
            return Exit.UNREADABLE;
        } catch (RuntimeException broken) {
            throw Unreachable.orItself(broken, """
                    The database ended while data were being loaded. All rows that were counted are kept.
                    Maybe disk or memory ran out, or somebody stopped it; call the same again, and the load goes on where it stopped.""");
        }
        long seconds = Math.max(1, (System.nanoTime() - began) / 1_000_000_000);
        loaded.forEach(this::report);
        long rows = loaded.stream().mapToLong(Loaded::read).sum();
        tell("%s rows in %d s, %s a second."
                .formatted(Progress.grouped(rows), seconds, Progress.grouped(rows / seconds)));
        return loaded.stream().anyMatch(delivery -> delivery.rejected() > 0) ? Exit.DONE_WITH_REJECTS : Exit.DONE;
    }

    /// The law looks again at the families that the deliveries concern, if it ever looked at all.
    private void assess(Sweeper sweeper, List<Loaded> loaded) {
        if (!sweeper.hasSwept()) {
            return;
        }
        var many = new AtomicBoolean();
        for (Loaded delivery : loaded) {
            long began = System.nanoTime();
            Sweep sweep = sweeper.after(delivery.id(), () -> many.set(true), told -> {});
            if (sweep != null) {
                tell(
                        "%s families of delivery %d assessed again in %.1f s: %s findings hold, %s of them new or changed; %s no longer hold."
                                .formatted(
                                        Progress.grouped(sweep.assessed()),
                                        delivery.id(),
                                        (System.nanoTime() - began) / 1e9,
                                        Progress.grouped(sweep.found()),
                                        Progress.grouped(sweep.added() + sweep.changed()),
                                        Progress.grouped(sweep.gone())));
            }
        }
        if (many.get()) {
            tell("So many families are concerned that all are assessed: tonight, or by shanyraq sweep.");
        }
    }

    private Path wanted() {
        if (path == null) {
            throw new Usage("""
                    Nothing to load was named.
                    Maybe a folder of household data: shanyraq load nation""");
        }
        if (source == null && !Files.isDirectory(path)) {
            throw new Usage("""
                    There is no folder %s.
                    Maybe it is the file of one register: name it with --source.""".formatted(path));
        }
        if (source != null && !Files.isRegularFile(path)) {
            throw new Usage("There is no file %s.".formatted(path));
        }
        return path;
    }

    private void report(Loaded delivery) {
        var parts = new ArrayList<String>();
        List.of(
                        part(delivery.added(), "new"),
                        part(delivery.changed(), "changed"),
                        part(delivery.unchanged(), "unchanged"),
                        part(delivery.merged(), "told together"),
                        part(delivery.disputed(), "disputed"),
                        part(delivery.rejected(), "rejected"))
                .stream()
                .filter(part -> !part.isEmpty())
                .forEach(parts::add);
        tell("Delivery %d, %s: %s rows read%s%s"
                .formatted(
                        delivery.id(),
                        delivery.file(),
                        Progress.grouped(delivery.read()),
                        parts.isEmpty() ? "" : " = " + String.join(" + ", parts),
                        delivery.message() == null ? "" : "\n  " + delivery.message()));
    }

    private static String part(long rows, String what) {
        return rows == 0 ? "" : Progress.grouped(rows) + " " + what;
    }
}
