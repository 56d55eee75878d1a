package kz.shanyraq.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq check`: all tests, under the right JDK.
@Command(
        name = "check",
        description = "Runs all checks and tests.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq check"})
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--full", description = "also the slow tests and the mutation tests of the law")
    private boolean full;

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> command = new ArrayList<>(List.of("-B", "-ntp", "verify"));
        if (full) {
            command.add("-Dfull");
        }
        int code = Maven.run(console, command);
        console.out().println(code == 0 ? "All checks passed." : "Some checks failed; they are listed above.");
        return code == 0 ? Exit.DONE : Exit.DONE_WITH_REJECTS;
    }
}
