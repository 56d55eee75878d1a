package kz.shanyraq.office.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicLong;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.office.access.LogVerification;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.OfficeDatabase;
import picocli.CommandLine.Command;

/// `shanyraq verify-log`: whether the log of looks is as it was written.
@Command(
        name = "verify-log",
        description = "Checks the chain of the access log: every row that was edited, removed or moved is named.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq verify-log"})
final class VerifyLogCommand extends OfficeCommand {

    private static final long TELL_EVERY = 10_000_000_000L;

    VerifyLogCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        DataFolder data = existingData();
        try (OfficeDatabase database = OfficeDatabase.forCommand(data, url(), this::tell);
                HikariDataSource mass = database.intake()) {
            tell("Reading the log …");
            var told = new AtomicLong(System.nanoTime());
            LogVerification.Report report = LogVerification.over(mass, data.anchors())
                    .verify(rows -> {
                        long now = System.nanoTime();
                        long last = told.get();
                        if (now - last > TELL_EVERY && told.compareAndSet(last, now)) {
                            tell("  %,d rows".formatted(rows));
                        }
                    });
            report.faults().forEach(fault -> tell("  %s: %s".formatted(fault.place(), fault.what())));
            tell("%,d rows and %,d anchors read in %.1f s (%,d rows a second): %s"
                    .formatted(
                            report.rows(),
                            report.anchors(),
                            report.seconds(),
                            report.rate(),
                            report.sound() ? "the log is as it was written." : "THE LOG WAS CHANGED, see above."));
            return report.sound() ? Exit.DONE : Exit.DONE_WITH_REJECTS;
        }
    }
}
