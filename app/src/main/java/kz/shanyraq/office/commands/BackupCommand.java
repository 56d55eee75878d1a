package kz.shanyraq.office.commands;

import java.nio.file.Path;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.office.database.Backup;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.OfficeDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `shanyraq backup`: a checked copy of the database in one file, while the office goes on.
@Command(
        name = "backup",
        description = "Writes a consistent, checked copy of the office's database; the office may be open.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq backup office-2026-11-29.zip"})
final class BackupCommand extends OfficeCommand {

    @Parameters(paramLabel = "FILE", description = "the file to write; nothing may be there")
    private @Nullable Path file;

    BackupCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        DataFolder data = existingData();
        Path target = java.util.Objects.requireNonNull(file);
        long began = System.nanoTime();
        try (OfficeDatabase database = OfficeDatabase.forCommand(data, url(), this::tell)) {
            tell("Copying %s …".formatted(database.place()));
            Backup.Made made = Backup.write(database, target, this::tell);
            double seconds = (System.nanoTime() - began) / 1e9;
            tell("%,d rows of %d tables in %s: %,d bytes, read again and found whole (%.1f s)."
                    .formatted(made.rows(), made.tables(), made.file(), made.bytes(), seconds));
            tell("Checksum of its manifest: %s".formatted(made.sha256()));
            tell(
                    "Not in it: the keys in %s, without which second factors cannot be read. Keep a copy of that folder elsewhere."
                            .formatted(data.secrets()));
            return Exit.DONE;
        }
    }
}
