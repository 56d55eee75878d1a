package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The libraries of the office and its tests are those of the approved list, each with the licence that its author
/// states. A new one, or another version, must be
/// looked at and approved (`-Dapprove=true`). This is not a search for known weaknesses: that needs a host beyond
/// the
/// package registries.
class DependenciesTest {

    private static final Path LIST =
            Path.of(System.getProperty("shanyraq.root", "..")).resolve("docs/dependencies.md");

    private static final String HEAD = """
            # Libraries

            What the office and its tests are built from, with the licence that each author states in the package. Written by `DependenciesTest` (`-Dapprove=true`), which fails when the
            list and the class path differ: whoever adds or lifts a library looks at it first. It does not look for known weaknesses; for that, run a scanner that may reach its
            database over this list.

            | Library | Version | Licence |
            |---|---|---|
            """;

    private static final Pattern LICENCE = Pattern.compile("<license>.*?<name>\\s*(.*?)\\s*</name>", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile(
            "<parent>.*?<groupId>\\s*(.*?)\\s*</groupId>.*?<artifactId>\\s*(.*?)\\s*</artifactId>.*?<version>\\s*(.*?)\\s*</version>",
            Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("(.*/repository)/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar");

    @Test
    void every_library_is_on_the_approved_list_with_its_licence() throws IOException {
        String found = HEAD + String.join("\n", libraries()) + "\n";
        if (Boolean.getBoolean("approve")) {
            Files.writeString(LIST, found);
        }
        assertThat(found).isEqualTo(Files.readString(LIST));
    }

    private static TreeSet<String> libraries() throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var lines = new TreeSet<String>();
        for (String entry : Arrays.asList(path.split(System.getProperty("path.separator"), -1))) {
            Matcher artifact = ARTIFACT.matcher(entry.replace('\\', '/'));
            if (artifact.matches() && !artifact.group(2).startsWith("kz/shanyraq") && !ofTheRunner(artifact)) {
                Path repository = Path.of(artifact.group(1));
                lines.add("| %s:%s | %s | %s |"
                        .formatted(
                                artifact.group(2).replace('/', '.'),
                                artifact.group(3),
                                artifact.group(4),
                                licence(
                                        repository,
                                        artifact.group(2).replace('/', '.'),
                                        artifact.group(3),
                                        artifact.group(4),
                                        0)));
            }
        }
        return lines;
    }

    /// What Maven or an editor brings along in order to run tests.
    private static boolean ofTheRunner(Matcher artifact) {
        return artifact.group(2).startsWith("org/apache/maven")
                || artifact.group(3).equals("junit-platform-launcher");
    }

    private static String licence(Path repository, String group, String name, String version, int depth)
            throws IOException {
        Path pom = repository
                .resolve(group.replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve("%s-%s.pom".formatted(name, version));
        if (!Files.exists(pom) || depth > 6) {
            return "not stated";
        }
        String text = Files.readString(pom);
        List<String> licences = new ArrayList<>();
        Matcher licence = LICENCE.matcher(text);
        while (licence.find()) {
            licences.add(licence.group(1).replaceAll("\\s+", " "));
        }
        if (!licences.isEmpty()) {
            return String.join("; ", licences);
        }
        Matcher parent = PARENT.matcher(text);
        return parent.find()
                ? licence(repository, parent.group(1), parent.group(2), parent.group(3), depth + 1)
                : "not stated";
    }
}
