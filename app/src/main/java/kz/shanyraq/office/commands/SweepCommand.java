package kz.shanyraq.office.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.SweepRefused;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.database.Unreachable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq sweep`: the law over the whole register, as every night.
@Command(
        name = "sweep",
        description =
                "Asks the law about every family of the register, and writes down who is entitled and does not receive.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: shanyraq sweep",
            "",
            "A sweep that was interrupted goes on where it stopped when it is called again."
        })
final class SweepCommand extends OfficeCommand {

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "the month of application; by default the one after the last for which registers answered")
    private @Nullable YearMonth month;

    SweepCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        Path folder = existingData().path();
        long began = System.nanoTime();
        try (OfficeDatabase database = OfficeDatabase.forCommand(data(), url(), this::tell);
                HikariDataSource pool = database.intake()) {
            var sweeper = new Sweeper(pool, folder);
            Sweep sweep = sweeper.all(month, null, this::tell);
            report(sweep, sweeper.findings(), (System.nanoTime() - began) / 1e9);
            return sweep.state().equals("done") ? Exit.DONE : Exit.DONE_WITH_REJECTS;
        } catch (SweepRefused refused) {
            console().err().println(refused.getMessage());
            return Exit.UNREADABLE;
        } catch (RuntimeException broken) {
            throw Unreachable.orItself(broken, """
                    The database ended during the sweep. All parts that are done are kept.
                    Maybe disk or memory ran out, or somebody stopped it; call the same again, and the sweep goes on where it stopped.""");
        }
    }

    private void report(Sweep sweep, Map<Topic, Map<State, Long>> found, double seconds) {
        tell("");
        tell("%-24s %12s %12s %12s %12s %12s"
                .formatted("benefit", "unreceived", "received", "not known", "no longer", "undecided"));
        found.forEach((topic, states) -> {
            if (topic.kind() == Topic.Kind.BENEFIT) {
                tell("%-24s %12s %12s %12s %12s %12s"
                        .formatted(
                                topic.code(),
                                count(states, State.UNRECEIVED),
                                count(states, State.RECEIVED),
                                count(states, State.RECEIPT_UNKNOWN),
                                count(states, State.NO_LONGER),
                                count(states, State.UNDECIDED)));
            }
        });
        tell("");
        tell("Sweep %d of %s, %s: %s families in = %s assessed + %s left"
                .formatted(
                        sweep.id(),
                        YearMonth.from(sweep.month()),
                        sweep.state(),
                        Progress.grouped(sweep.families()),
                        Progress.grouped(sweep.assessed()),
                        Progress.grouped(sweep.families() - sweep.assessed())));
        tell("%s findings hold = %s new + %s changed + %s as before; %s no longer hold"
                .formatted(
                        Progress.grouped(sweep.found()),
                        Progress.grouped(sweep.added()),
                        Progress.grouped(sweep.changed()),
                        Progress.grouped(sweep.same()),
                        Progress.grouped(sweep.gone())));
        Duration read = sweep.reading();
        String reading = read == null ? "?" : "%.1f".formatted(read.toMillis() / 1e3);
        tell("%.1f s together, %s s of them to read the register".formatted(seconds, reading));
    }

    private static String count(Map<State, Long> states, State state) {
        return Progress.grouped(states.getOrDefault(state, 0L));
    }
}
