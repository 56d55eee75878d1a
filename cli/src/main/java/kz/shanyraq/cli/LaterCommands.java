package kz.shanyraq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// The commands that are not part of this program, because they come with a later part of the product or with the
/// office: they say so.
final class LaterCommands {

    abstract static class Absent implements Callable<Integer> {
        @Unmatched
        private List<String> words = new ArrayList<>(); // picocli adds to it

        private final Console console;
        private final String said;

        Absent(Console console, String said) {
            this.console = console;
            this.said = said;
        }

        @Override
        public Integer call() {
            console.err().println(said);
            return Exit.USAGE;
        }
    }

    @Command(
            name = "simulate",
            description = "Law against reform; comes with planning.",
            mixinStandardHelpOptions = true,
            footer = "Example: shanyraq simulate N --month 2025-03 --reform reform.csv --out S")
    static final class Simulate extends Absent {
        Simulate(Console console) {
            super(console, "This command comes with planning; this release does not have it yet.");
        }
    }

    /// The names of the commands that need the office.
    static final List<String> OF_THE_OFFICE = List.of("up", "load", "backup", "restore", "verify-log");

    @Command(description = "Needs the office, which is not part of this program.", mixinStandardHelpOptions = true)
    static final class OfOffice extends Absent {
        OfOffice(Console console) {
            super(console, """
                    This command needs the office, which is not part of this program.
                    Maybe build it: mvn -Dquick -pl app -am package""");
        }
    }

    private LaterCommands() {}
}
