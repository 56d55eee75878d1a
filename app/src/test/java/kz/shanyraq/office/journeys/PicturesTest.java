package kz.shanyraq.office.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pictures of `docs/screens`, taken of the running office: `-Dtest=PicturesTest -Dapprove=true`.
@EnabledIfSystemProperty(named = "approve", matches = "true")
class PicturesTest extends AtTheOffice {

    private static final int MOST = 60_000;

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({
        "sign-in, ru, light, 1360",
        "home-worker, kk, light, 1360",
        "home-analyst, ru, light, 1360",
        "search-name, ru, light, 1360",
        "family, ru, light, 1360",
        "family, en, dark, 1360",
        "family, kk, light, 360",
        "person, kk, light, 1360",
        "sources, ru, light, 1360",
        "questions, ru, light, 1360",
        "intakes, ru, light, 1360",
        "duplicate, kk, light, 1360",
        "log, ru, light, 1360",
        "roles, en, light, 1360",
        "laws, ru, light, 1360",
        "law, kk, light, 1360",
        "my-data, kk, light, 360",
        "my-looks, kk, dark, 360"
    })
    void is_taken(String called, String language, String theme, int width) throws IOException {
        Sheet sheet = Stream.of(Sheet.all(office.village()))
                .flatMap(java.util.List::stream)
                .filter(each -> each.called().equals(called))
                .findFirst()
                .orElseThrow();
        try (BrowserContext browser = Chrome.visitor(width, true)) {
            Page page = visitors.comeIn(browser, sheet.role(), language, theme);
            page.navigate(office.address() + sheet.address());
            Path file = Path.of(
                    System.getProperty("shanyraq.root", ".."),
                    "docs/screens",
                    "%s-%s-%s-%d.jpg".formatted(called, language, theme, width));
            Files.createDirectories(file.getParent());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screens", file.getFileName() + ".png"))
                    .setFullPage(true));
            for (int quality = 80; quality >= 20; quality -= 6) {
                byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(quality));
                Files.write(file, picture);
                if (picture.length <= MOST) {
                    break;
                }
            }
            assertThat(Files.size(file)).isLessThanOrEqualTo(MOST);
        }
    }
}
