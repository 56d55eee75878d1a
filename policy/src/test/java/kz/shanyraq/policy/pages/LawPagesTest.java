package kz.shanyraq.policy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.Benefit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pages of `docs/law` say what the law does. Who changes the law sees a page change, reads it, and
/// approves it: `mvn -pl policy test -Dtest=LawPagesTest -Dapprove=true` writes them anew.
class LawPagesTest {

    private static final Path PAGES = Path.of("../docs/law");
    private static final boolean APPROVE = Boolean.getBoolean("approve");
    private static final String INDEX = "README.md";

    private static final class Holder {
        private static final Map<String, String> TEXTS = write();
    }

    private static Map<String, String> texts() {
        return Holder.TEXTS;
    }

    private static List<LawPage> pages() {
        return Arrays.stream(Benefit.values())
                .flatMap(benefit -> {
                    List<LawPage.Span> editions = LawPage.editions(benefit);
                    return benefit == Benefit.TARGETED_ASSISTANCE
                            ? editions.reversed().stream().map(edition -> new LawPage(benefit, List.of(edition)))
                            : Stream.of(new LawPage(benefit, editions));
                })
                .toList();
    }

    private static Map<String, String> write() {
        var texts = new TreeMap<String, String>();
        for (LawPage page : pages()) {
            texts.put(page.name() + ".md", page.toString());
        }
        texts.put(INDEX, index());
        return texts;
    }

    private static String index() {
        String rows = pages().stream()
                .map(page -> "| [%s](%s.md) | %s |%n".formatted(page.title(), page.name(), page.acts()))
                .collect(Collectors.joining());
        return """
                # The law, page by page

                <!-- Written by the law itself: see LawPagesTest. -->

                A page for each benefit, and for each edition of targeted assistance: who is entitled, how the amount is
                found, when it is refused, with the article beside each sentence, and the figures by date with their
                sources. The pages are written by the same code that decides; a test holds them against it. Nothing here
                is an official text.

                | Benefit | Acts in force in its latest edition |
                |---|---|
                %s
                Figures of 2027 are not published; until a deployment adds them, nothing that reads them is in force then.
                How the acts are read where they are silent: [reading of the law](../reading-of-the-law.md). How a change
                of the law arrives: [amendments](../amendments.md).
                """.formatted(rows);
    }

    @TestFactory
    Stream<DynamicTest> a_page_says_what_the_law_does() {
        return texts().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check(page.getKey(), page.getValue())));
    }

    private static void check(String name, String text) throws IOException {
        Path file = PAGES.resolve(name);
        if (APPROVE) {
            Files.createDirectories(PAGES);
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as(
                        "docs/law/%s differs from the law. Read the change; if the law is meant to have changed, approve "
                                + "it: mvn -pl policy test -Dtest=LawPagesTest -Dapprove=true",
                        name)
                .isEqualTo(text);
    }

    @Test
    void no_page_is_left_over_from_an_earlier_law() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(there).isEqualTo(texts().keySet());
        }
    }

    @Test
    void every_link_of_a_page_leads_to_a_file() {
        var link = java.util.regex.Pattern.compile("\\]\\(([^)#]+)\\)");
        texts().forEach((name, text) -> link.matcher(text)
                .results()
                .map(found -> found.group(1))
                .forEach(target ->
                        assertThat(PAGES.resolve(target)).as("in %s", name).exists()));
    }
}
