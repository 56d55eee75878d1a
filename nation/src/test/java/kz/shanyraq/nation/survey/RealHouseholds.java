package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `docs/real-households.md`, whose tables stand between `<!-- table: NAME -->` and `<!-- end -->` and are computed:
/// a test that finds other tables than it computes fails, and writes the document as it should be.
final class RealHouseholds {

    private static final Path ROOT = Path.of(System.getProperty("shanyraq.root", ".."));
    private static final Path DOCUMENT = ROOT.resolve("docs/real-households.md");
    private static final Path RENEWED = Path.of("target/real-households.md");

    private final String before = read();
    private String text = before;

    private static String read() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Puts a table in its place.
    void table(String name, String[] header, List<String[]> rows) {
        var markdown = new StringBuilder();
        line(header, markdown);
        markdown.append("|---".repeat(header.length)).append("|\n");
        rows.forEach(row -> line(row, markdown));
        var place = Pattern.compile("(<!-- table: " + Pattern.quote(name) + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
        assertThat(place.matcher(text).results().count())
                .as("places for the table '%s' in %s", name, DOCUMENT)
                .isEqualTo(1);
        text = place.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + markdown + found.group(2)));
    }

    private static void line(String[] cells, StringBuilder markdown) {
        for (String cell : cells) {
            markdown.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        markdown.append("|\n");
    }

    /// Fails if the document holds other tables.
    void check() {
        if (text.equals(before)) {
            return;
        }
        try {
            Files.writeString(RENEWED, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("%s holds other tables than are computed; as it should be, it stands in nation/%s."
                .formatted(DOCUMENT.normalize(), RENEWED));
    }
}
