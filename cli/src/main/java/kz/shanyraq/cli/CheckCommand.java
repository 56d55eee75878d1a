package kz.shanyraq.cli;

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

    private static final List<String> MUTATION = List.of(
            "-B", "-ntp", "-pl", "policy", "-Pmutation", "test-compile", "org.pitest:pitest-maven:mutationCoverage");

    @Option(names = "--full", description = "also the mutation tests of the law, which take hours")
    private boolean full;

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int code = Maven.run(console, List.of("-B", "-ntp", "-Dfull", "verify"));
        if (code == 0 && full) {
            code = Maven.run(console, MUTATION);
        }
        console.out().println(code == 0 ? "All checks passed." : "Some checks failed; they are listed above.");
        return code == 0 ? Exit.DONE : Exit.DONE_WITH_REJECTS;
    }
}
