package kz.shanyraq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `./shanyraq` in a project that has been built, called from anywhere.
@Tag("slow")
class LauncherTest {

    @TempDir
    private Path folder;

    private Path jdk;
    private Path launcher;

    /// A project with the launcher and all that it looks for, built just now; its classes are those under test.
    @BeforeEach
    void a_project_that_has_been_built() throws IOException {
        jdk = Path.of(System.getProperty("java.home")).toRealPath();
        Path project = Files.createDirectory(folder.resolve("a project"));
        launcher = Files.copy(
                Path.of(System.getProperty("shanyraq.root", "..")).resolve("shanyraq"), project.resolve("shanyraq"));
        Files.createFile(project.resolve("pom.xml"));
        for (String module : new String[] {"policy", "nation", "cli", "app"}) {
            Files.createDirectories(project.resolve(module).resolve("src/main"));
            Files.createFile(project.resolve(module).resolve("pom.xml"));
        }
        Path app = Files.createDirectories(project.resolve(".shanyraq/app"));
        Files.writeString(app.resolve("built"), jdk + "\n", StandardCharsets.UTF_8);
        Files.setLastModifiedTime(
                app.resolve("built"),
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(5)));
    }

    private Ran call(Path command, String... words) throws IOException, InterruptedException {
        int code = start(command, words).waitFor();
        return new Ran(code, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Process start(Path command, String... words) throws IOException {
        var line = new java.util.ArrayList<String>(java.util.List.of("bash", command.toString()));
        line.addAll(java.util.List.of(words));
        var process = new ProcessBuilder(line)
                .directory(Files.createDirectories(folder.resolve("elsewhere")).toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        process.environment().put("JAVA25_HOME", jdk.toString());
        process.environment().put("SHANYRAQ_JAVA_OPTS", "-cp " + System.getProperty("java.class.path"));
        return process.start();
    }

    @Test
    void from_another_folder() throws IOException, InterruptedException {
        assertThat(call(launcher, "--help").isDone().out()).contains("Usage: shanyraq", "Exit codes");
        assertThat(call(launcher).isDone().out()).contains("Usage: shanyraq");
    }

    /// Who kills what was started must not leave a program behind that goes on writing.
    @Test
    void the_program_takes_the_place_of_the_launcher() throws IOException, InterruptedException {
        Process process = start(launcher, "--version");
        String command = "";
        while (process.isAlive()) {
            command = process.info().command().orElse(command);
        }
        assertThat(command).endsWith("java");
    }

    @Test
    void through_a_link() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        assertThat(call(Files.createSymbolicLink(folder.resolve("link to the link"), link), "--version")
                        .isDone()
                        .out())
                .startsWith("shanyraq ");
    }

    @Test
    void with_the_exit_code_and_the_words_of_the_command() throws IOException, InterruptedException {
        call(launcher, "law", "two words").refuses(Exit.USAGE, "There is no act 'two words'.");
        assertThat(call(launcher, "law", "targeted_assistance", "--on", "2025-03-01", "--lang", "kk")
                        .isDone()
                        .out())
                .contains("Әлеуметтік кодекс");
    }
}
