package kz.shanyraq.office.commands;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.office.financing.BankSimulator;
import kz.shanyraq.office.financing.MessageRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq bank`: a bank for demo and tests, over files in a folder.
@Command(
        name = "bank",
        description = "Plays a bank: takes payment files from DIR/in and answers in DIR/out. No money moves.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: shanyraq bank --folder .shanyraq/bank --once",
            "",
            "DIR/rules says what it refuses, loses, delays or gives back; docs/payments.md tells how."
        })
final class BankCommand implements Callable<Integer> {

    private static final long LOOK_EVERY = 1_000;
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Almaty");

    @Option(names = "--folder", paramLabel = "DIR", required = true, description = "where the files come and go")
    private Path folder = Path.of(".");

    @Option(
            names = "--once",
            description = "one day of the bank: takes what waits, closes the day with a statement, and ends;"
                    + " the next call is its next day")
    private boolean once;

    private final Console console;

    BankCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OfficeCommand.quieten();
        try (var bank = new BankSimulator(folder, LocalDate.now(COUNTRY), this::tell)) {
            if (once) {
                bank.look();
                bank.closeDay();
                return Exit.DONE;
            }
            tell("The bank looks into %s every second; end it with Ctrl-C.".formatted(folder.resolve("in")));
            while (!Thread.currentThread().isInterrupted()) {
                while (bank.day().isBefore(LocalDate.now(COUNTRY))) {
                    bank.closeDay();
                }
                bank.look();
                Thread.sleep(LOOK_EVERY);
            }
            return Exit.DONE;
        } catch (MessageRefused refused) {
            console.err().println(refused.getMessage());
            return Exit.UNREADABLE;
        }
    }

    private void tell(String words) {
        console.out().println(words);
        console.out().flush();
    }
}
