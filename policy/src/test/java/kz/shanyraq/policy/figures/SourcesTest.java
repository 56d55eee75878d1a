package kz.shanyraq.policy.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who reads a figure can find where it was published: the keys of the figures and of `docs/sources.md` are
/// the same.
class SourcesTest {

    private static final Path SOURCES = Path.of("../docs/sources.md");
    private static final Pattern KEYS_OF_A_FIGURE = Pattern.compile("\\(([^()]+)\\)$");
    private static final Pattern KEY_OF_A_ROW = Pattern.compile("(?m)^\\| ([A-Z]+[0-9][a-z0-9]*) \\|");

    @Test
    void every_key_of_a_figure_stands_in_the_sources_and_no_other() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Figure figure : Figures.shipped().all()) {
            KEYS_OF_A_FIGURE
                    .matcher(figure.source())
                    .results()
                    .forEach(found -> used.addAll(Arrays.asList(found.group(1).split("; "))));
        }
        Set<String> told = new TreeSet<>();
        KEY_OF_A_ROW.matcher(Files.readString(SOURCES)).results().forEach(found -> told.add(found.group(1)));
        assertThat(used).isNotEmpty().isEqualTo(told);
    }
}
