package kz.shanyraq.office.commands;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.database.Unreachable;
import kz.shanyraq.office.financing.PayRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq payments`: what is due brought into the ledger, the bank's answers read, and everything compared, as every
/// night. Lists are prepared, approved and authorised by people, on the pages.
@Command(
        name = "payments",
        description = "Accrues what decisions give, reads the bank's answers, and compares decisions, orders and bank.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: shanyraq payments --month 2026-11",
            "",
            "To call it again changes nothing; the exit code is 1 if there are differences."
        })
final class PaymentsCommand extends OfficeCommand {

    private static final ZoneId COUNTRY = ZoneId.of("Asia/Almaty");

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "everything is accrued up to this month; this one by default")
    private @Nullable YearMonth month;

    @Option(
            names = "--bank",
            paramLabel = "DIR",
            description = "the folder that office and bank share; 'bank' in the data folder by default")
    private @Nullable Path bank;

    PaymentsCommand(Console console) {
        super(console);
    }

    @Override
    int run() {
        Path folder = existingData().path();
        YearMonth upTo = month == null ? YearMonth.now(COUNTRY) : month;
        try (OfficeDatabase database = OfficeDatabase.forCommand(data(), url(), this::tell);
                HikariDataSource pool = database.intake()) {
            var run = new PayRun(pool, null, bank == null ? folder.resolve("bank") : bank, null, told -> {});
            PayRun.Accrual accrual = run.accrue(upTo);
            tell("Accrued up to %s: %s months of awards changed; %s tenge more, %s less, %s asked back, %s no longer"
                    .formatted(
                            upTo,
                            Progress.grouped(accrual.months()),
                            Progress.grouped(accrual.added()),
                            Progress.grouped(accrual.less()),
                            Progress.grouped(accrual.owed()),
                            Progress.grouped(accrual.again())));
            tell("%d files of the bank were read.".formatted(run.readBank()));
            int differences = run.compare(upTo);
            tell(
                    differences == 0
                            ? "Decisions, orders and bank agree."
                            : "%s differences: see /payments/reconciliation".formatted(Progress.grouped(differences)));
            return differences == 0 ? Exit.DONE : Exit.DONE_WITH_REJECTS;
        } catch (RuntimeException broken) {
            throw Unreachable.orItself(broken, """
                    The database ended during the work. What is done is kept.
                    Maybe disk or memory ran out, or somebody stopped it; call the same again.""");
        }
    }
}
