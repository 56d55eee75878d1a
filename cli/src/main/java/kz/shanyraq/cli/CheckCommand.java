package kz.shanyraq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        if (!hasBrowser()) {
            console.out().println("""
                    Not run: the tests of pages in a browser, for there is no Chromium.
                    Maybe install it: apt-get install --no-install-recommends chromium fonts-dejavu-core""");
        }
        console.out().println(code == 0 ? "All checks passed." : "Some checks failed; they are listed above.");
        return code == 0 ? Exit.DONE : Exit.DONE_WITH_REJECTS;
    }

    private static boolean hasBrowser() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .anyMatch(Files::isExecutable);
    }
}
