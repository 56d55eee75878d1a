package kz.shanyraq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// The commands that come with later parts of the product; until then they say so.
final class LaterCommands {

    abstract static class Later implements Callable<Integer> {
        @Unmatched
        private List<String> words = new ArrayList<>(); // picocli adds to it

        private final Console console;
        private final String with;

        Later(Console console, String with) {
            this.console = console;
            this.with = with;
        }

        @Override
        public Integer call() {
            console.err().println("This command comes with %s; this release does not have it yet.".formatted(with));
            return Exit.USAGE;
        }
    }

    @Command(
            name = "simulate",
            description = "Law against reform; comes with planning.",
            mixinStandardHelpOptions = true,
            footer = "Example: shanyraq simulate N --month 2025-03 --reform reform.csv --out S")
    static final class Simulate extends Later {
        Simulate(Console console) {
            super(console, "planning");
        }
    }

    @Command(
            name = "load",
            description = "Loads data into the office's registry; comes with the office.",
            mixinStandardHelpOptions = true,
            footer = "Example: shanyraq load N")
    static final class Load extends Later {
        Load(Console console) {
            super(console, "the office");
        }
    }

    @Command(
            name = "backup",
            description = "A verified copy of the office's database; comes with the office.",
            mixinStandardHelpOptions = true,
            footer = "Example: shanyraq backup office.backup")
    static final class Backup extends Later {
        Backup(Console console) {
            super(console, "the office");
        }
    }

    @Command(
            name = "restore",
            description = "Restores a copy; comes with the office.",
            mixinStandardHelpOptions = true,
            footer = "Example: shanyraq restore office.backup")
    static final class Restore extends Later {
        Restore(Console console) {
            super(console, "the office");
        }
    }

    @Command(
            name = "verify-log",
            description = "Checks the chain of the access log; comes with the office.",
            mixinStandardHelpOptions = true,
            footer = "Example: shanyraq verify-log")
    static final class VerifyLog extends Later {
        VerifyLog(Console console) {
            super(console, "the office");
        }
    }

    private LaterCommands() {}
}
