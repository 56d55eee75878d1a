package kz.shanyraq.office.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page: accessible, inside its width, in whole words, from its own host only. Each is visited in one language,
/// theme and width, another day in the next.
class PagesTest extends AtTheOffice {

    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
    private static final List<Screen> SCREENS = List.of(
            new Screen("light", 360), new Screen("dark", 1360), new Screen("light", 1360), new Screen("dark", 360));

    private int visited;
    private int checked;
    private final Set<String> addresses = new TreeSet<>();

    record Screen(String theme, int width) {}

    record Look(Sheet sheet, String language, String theme, int width) {
        @Override
        public String toString() {
            return sheet + ", " + language + ", " + theme + ", " + width;
        }
    }

    Stream<Look> looks() {
        var looks = new ArrayList<Look>();
        int turn = 0;
        for (Sheet sheet : Sheet.all(office.village())) {
            for (String language : Rotation.of(turn, LANGUAGES)) {
                for (Screen screen : Rotation.of(turn, SCREENS)) {
                    looks.add(new Look(sheet, language, screen.theme(), screen.width()));
                }
            }
            turn++;
        }
        return looks.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void is_accessible_fits_and_keeps_to_itself(Look look) {
        Page page = visitors.again(look.sheet().role(), look.language(), look.theme(), look.width());
        try (var complaints =
                new Complaints(page, office.address(), look.sheet().status())) {
            Response response = page.navigate(office.address() + look.sheet().address());
            visited++;
            addresses.add(look.sheet().called());

            assertThat(response.status())
                    .as("status of %s", page.url())
                    .isEqualTo(look.sheet().status());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.language());
            assertThat(complaints.heard())
                    .as("console, content policy, foreign hosts")
                    .isEmpty();
            assertThat(Fit.strayWords(page)).as("keys, marks of missing words").isEmpty();
            assertThat(violations(page)).as("axe").isEmpty();
            assertThat(Fit.tooWide(page)).as("wider than its box").isEmpty();
            checked++;
            for (int width :
                    Rotation.full() ? List.of(320, 360, 768, 1360) : List.of(look.width() == 360 ? 320 : 768)) {
                page.setViewportSize(width, 800);
                assertThat(Fit.tooWide(page))
                        .as("wider than its box at %d", width)
                        .isEmpty();
            }
            page.setViewportSize(look.width() < 640 ? 320 : 1360, 800);
            Fit.lengthen(page);
            assertThat(Fit.tooWide(page))
                    .as("wider than its box with words 40 % longer")
                    .isEmpty();
        }
    }

    @AfterAll
    void tell() {
        System.out.printf(
                "%d visits of %d pages in states; %d passed axe without a violation%n",
                visited, addresses.size(), checked);
    }

    /// The page holds no frames of other hosts, so axe may do all in it, without a blank page beside.
    static List<String> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeResults results = new AxeBuilder(page)
                .options(options)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getPasses()).as("rules that axe tried").isNotEmpty();
        return results.getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .limit(3)
                                .toList())
                .toList();
    }
}
