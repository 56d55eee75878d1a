package kz.shanyraq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shanyraq bench`: the benchmarks, and their table. They live in a module of their own, which is built when
/// it is first asked for.
@Command(
        name = "bench",
        description = "Runs the benchmarks and writes their table, docs/benchmarks.md.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq bench tsa19"})
final class BenchCommand implements Callable<Integer> {

    private static final List<String> NAMES = List.of("tsa19", "nation", "one", "office", "pages", "line", "visits");

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "tsa19, nation, one, office, pages, line, visits; all by default")
    private @Nullable String name;

    @Option(names = "--small", description = "a small size, to see that they run")
    private boolean small;

    @Option(names = "--nation", paramLabel = "DIR", description = "a nation that is there, for visits")
    private @Nullable Path nation;

    @Option(
            names = "--office",
            paramLabel = "DIR",
            description = "the data folder of an office that was swept, for pages and line")
    private @Nullable Path office;

    private final Console console;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (name != null && !NAMES.contains(name)) {
            throw new Usage("""
                    There is no benchmark '%s'.
                    Maybe one of: %s.""".formatted(name, String.join(", ", NAMES)));
        }
        if (Maven.run(console, List.of("-B", "-ntp", "-q", "-Dquick", "-pl", "bench", "-am", "package")) != 0) {
            throw new Usage("The benchmarks cannot be built; what failed is said above.");
        }
        Path target = console.home().resolve("bench/target");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:FreqInlineSize=600",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                target.resolve("lib") + "/*",
                "-Dshanyraq.home=" + console.home()));
        if (nation != null) {
            command.add("-Dshanyraq.bench.nation=" + nation.toAbsolutePath());
        }
        if (office != null) {
            command.add("-Dshanyraq.bench.office=" + office.toAbsolutePath());
        }
        command.add("kz.shanyraq.bench.Bench");
        if (name != null) {
            command.add(name);
        }
        if (small) {
            command.add("--small");
        }
        console.out().flush();
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException("The benchmarks cannot be started.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exit.FAULT;
        }
    }
}
