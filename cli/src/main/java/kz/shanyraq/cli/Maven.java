package kz.shanyraq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Maven over the project's sources, under the JDK that runs us.
final class Maven {

    /// Runs Maven with its output on ours.
    ///
    /// @return its exit code
    static int run(Console console, List<String> arguments) {
        if (!Files.exists(console.home().resolve("pom.xml"))) {
            throw new Usage("""
                    There are no sources in %s.
                    Maybe this is an installed release: clone the repository to build and test.""".formatted(console.home()));
        }
        var command = new ArrayList<>(List.of("mvn"));
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command).directory(console.home().toFile()).inheritIO();
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment()
                .put("MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
        console.out().flush();
        try {
            return process.start().waitFor();
        } catch (IOException missing) {
            throw new UncheckedIOException("Maven cannot be started.", missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exit.FAULT;
        }
    }

    private Maven() {}
}
