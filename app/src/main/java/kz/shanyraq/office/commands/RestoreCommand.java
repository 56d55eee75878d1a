package kz.shanyraq.office.commands;

import java.nio.file.Path;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.Restore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `shanyraq restore`: brings a copy back into an empty data folder, and compares.
@Command(
        name = "restore",
        description = "Brings a copy back into an empty data folder, and compares it table by table.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq restore office-2026-11-29.zip --data new-office"})
final class RestoreCommand extends OfficeCommand {

    @Parameters(paramLabel = "FILE", description = "a file that shanyraq backup has written")
    private @Nullable Path file;

    RestoreCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        DataFolder data = data();
        long began = System.nanoTime();
        Restore.Done done = Restore.run(data, url(), java.util.Objects.requireNonNull(file), this::tell);
        tell("%,d rows of %d tables are back in %s, each table equal to the copy (%.1f s)."
                .formatted(done.rows(), done.tables(), data.path(), (System.nanoTime() - began) / 1e9));
        tell("Bring back the folder %s too, if you kept it: it has the keys.".formatted(data.secrets()));
        return Exit.DONE;
    }
}
