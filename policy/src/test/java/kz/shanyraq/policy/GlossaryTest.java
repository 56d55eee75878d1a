package kz.shanyraq.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import org.junit.jupiter.api.Test;

/// The glossary names only what there is: each name in its column "in code" is a type of the library (or a
/// member of one, as `Type.member`), a column of the household format (as `file.column`), or a figure.
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("../docs/glossary.md");
    private static final Path CLASSES = Path.of("target/classes");
    private static final int CELLS = 5;
    private static final int IN_CODE = 3;
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    @Test
    void every_row_has_five_cells_and_a_word_in_each_language() throws IOException {
        for (List<String> row : rows()) {
            assertThat(row).as("the cells of %s", row).hasSize(CELLS);
            assertThat(row).as("the words of %s", row).noneMatch(String::isBlank);
        }
        assertThat(rows()).hasSizeGreaterThan(60);
    }

    @Test
    void every_name_in_code_exists() throws IOException {
        List<Class<?>> types = types();
        var unknown = new ArrayList<String>();
        for (List<String> row : rows()) {
            for (String name : names(row.get(IN_CODE))) {
                if (!isColumn(name) && !isFigure(name) && !isType(name, types)) {
                    unknown.add(name);
                }
            }
        }
        assertThat(unknown)
                .as("names that are no type, column or figure; maybe they were renamed")
                .isEmpty();
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Kazakh"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static boolean isColumn(String name) {
        return Arrays.stream(Column.values())
                .anyMatch(column -> name.equals(column.file().code() + "." + column.header()));
    }

    private static boolean isFigure(String name) {
        return Figures.shipped().all().stream().anyMatch(figure -> figure.name().equals(name))
                || name.equals(Figures.MEDIAN_INCOME);
    }

    /// `Type`, `Outer.Type`, or either with a member behind a last point.
    private static boolean isType(String name, List<Class<?>> types) {
        int point = name.lastIndexOf('.');
        return types.stream()
                .anyMatch(type -> isNamed(type, name)
                        || point > 0
                                && isNamed(type, name.substring(0, point))
                                && hasMember(type, name.substring(point + 1)));
    }

    private static boolean isNamed(Class<?> type, String name) {
        return ("." + type.getCanonicalName()).endsWith("." + name);
    }

    private static boolean hasMember(Class<?> type, String member) {
        return Stream.concat(Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(declared -> declared.getName().equals(member));
    }

    private static List<Class<?>> types() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("kz"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(GlossaryTest::load)
                    .filter(type -> type.getCanonicalName() != null)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, GlossaryTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
