package kz.shanyraq.office.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pictures of `docs/screens` that want a whole region, taken of an office that stands open with its demo accounts
/// (`./shanyraq up --demo region`): `-Dtest=DemoPicturesTest -Dpictures.office=http://127.0.0.1:8080`.
@EnabledIfSystemProperty(named = "pictures.office", matches = ".+")
class DemoPicturesTest {

    private static final int MOST = 100_000;
    private static final String PASSWORD = "shanyraq-demo";

    @ParameterizedTest(name = "{0}, {3}, {4}, {5}")
    @CsvSource({
        "day, worker, /, kk, light, 360",
        "day, worker, /, ru, light, 1360",
        "card, worker, first:/findings/targeted_assistance/unreceived, ru, light, 1360",
        "card, worker, first:/findings/targeted_assistance/unreceived, kk, dark, 360",
        "takeup, analyst, /takeup?topic=large_family, ru, light, 1360",
        "sweep, operator, /sweep, en, dark, 1360",
        "my-rights, citizen, /my/rights, kk, light, 360",
        "offers, worker, /offers, ru, light, 1360",
        "application, worker, first:/applications, ru, light, 1360",
        "my-help, citizen, /my/help, kk, light, 360",
        "my-payments, citizen, /my/payments, kk, dark, 360"
    })
    void is_taken(String called, String login, String path, String language, String theme, int width)
            throws IOException {
        String office = System.getProperty("pictures.office");
        try (BrowserContext browser = Chrome.visitor(width, true)) {
            browser.addCookies(
                    List.of(new Cookie("lang", language).setUrl(office), new Cookie("theme", theme).setUrl(office)));
            Page page = browser.newPage();
            page.navigate(office + "/sign-in");
            page.fill("main [name=login]", login);
            page.fill("main [name=password]", PASSWORD);
            page.click("main form button");
            String address = path;
            if (path.startsWith("first:")) {
                page.navigate(office + path.substring("first:".length()));
                address = page.locator("main tbody a")
                        .first()
                        .getAttribute("href")
                        .replaceFirst("#.*", "");
            }
            page.setViewportSize(width, width < 640 ? 1_100 : 1_150);
            page.navigate(office + address);
            Path file = Path.of(
                    System.getProperty("shanyraq.root", ".."),
                    "docs/screens",
                    "%s-%s-%s-%d.jpg".formatted(called, language, theme, width));
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
