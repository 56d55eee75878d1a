package kz.shanyraq.office.commands;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.cli.Usage;
import kz.shanyraq.office.database.BackupRefused;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.Unreachable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/// What the commands of the office have in common: the data folder, the address of the database, and what is said
/// when it cannot be reached.
abstract class OfficeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder of the office; .shanyraq/office by default")
    private @Nullable Path data;

    private final Console console;

    OfficeCommand(Console console) {
        this.console = console;
    }

    @Override
    public final Integer call() throws Exception {
        quieten();
        try {
            return run();
        } catch (Unreachable unreachable) {
            console.err().println(unreachable.getMessage());
            return Exit.UNREACHABLE;
        } catch (BackupRefused refused) {
            console.err().println(refused.getMessage());
            return Exit.UNREADABLE;
        }
    }

    /// Does what the command is for.
    ///
    /// @return its exit code
    abstract int run() throws Exception;

    final Console console() {
        return console;
    }

    /// The data folder that was named.
    final DataFolder data() {
        return DataFolder.of(data == null ? console.home().resolve(".shanyraq").resolve("office") : data);
    }

    /// The data folder that was named, in which there must be an office.
    final DataFolder existingData() {
        DataFolder folder = data();
        if (url() == null && !folder.hasCluster()) {
            throw new Usage("""
                    There is no office in %s.
                    Maybe name its folder with --data, or open it first with shanyraq up.""".formatted(folder.path()));
        }
        return folder;
    }

    /// The address of somebody else's database.
    static @Nullable String url() {
        String url = System.getenv("SHANYRAQ_DB_URL");
        return url == null || url.isBlank() ? null : url;
    }

    /// Lets libraries speak of what is wrong only: what happens is told by the commands.
    static void quieten() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /// Says at once what happens.
    final void tell(String words) {
        console.out().println(words);
        console.out().flush();
    }
}
