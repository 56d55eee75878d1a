package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every part and chart in a real browser: three languages, two themes, phone and desk, under the office's content
/// security policy.
@Tag("slow")
class GalleryTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/gallery");

    @TempDir
    static Path work;

    private static GalleryPages pages;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        boolean there = Files.isExecutable(CHROMIUM);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("There is no %s; apt-get install chromium.".formatted(CHROMIUM));
        }
        Assumptions.assumeTrue(there, "no Chromium: apt-get install chromium");
        pages = new GalleryPages(work);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--disable-quic")));
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (pages != null) {
            pages.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2} pixels")
    @CsvSource({
        "kk, light, 1360",
        "ru, light, 1360",
        "en, dark, 1360",
        "kk, dark, 360",
        "ru, dark, 360",
        "en, light, 360",
        "ru, dark, 1360",
        "kk, light, 360",
        "kk, light, 320",
        "ru, light, 768",
        "ru, light, 320",
        "en, light, 1024"
    })
    void is_accessible_fits_and_asks_only_its_own_host(String language, String theme, int width) {
        try (var context =
                browser.newContext(new Browser.NewContextOptions().setViewportSize(width, width < 640 ? 720 : 900))) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(error -> complaints.add("error: " + error));
            page.onRequest(request -> {
                if (!request.url().startsWith(pages.address())) {
                    complaints.add("foreign: " + request.url());
                }
            });
            page.navigate(pages.address() + "/" + language + "/" + theme);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(language + "-" + theme + "-" + width + ".png"))
                    .setFullPage(true));

            assertThat(complaints).isEmpty();
            assertThat(wider(page)).isEmpty();
            assertThat(violations(page)).isEmpty();
        }
    }

    @ParameterizedTest(name = "error {0}")
    @ValueSource(ints = {400, 403, 404, 413, 422, 429, 500, 503})
    void error_pages_are_accessible(int status) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 720))) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/kk/light/error/" + status);
            assertThat(violations(page)).isEmpty();
            assertThat(wider(page)).isEmpty();
        }
    }

    @Test
    void the_header_of_a_phone_is_at_most_104_pixels_high() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 720))) {
            Page page = context.newPage();
            for (String language : List.of("kk", "ru", "en")) {
                page.navigate(pages.address() + "/" + language + "/light");
                assertThat(page.locator(".hd").boundingBox().height).isLessThanOrEqualTo(104);
            }
        }
    }

    @Test
    void the_menu_of_a_phone_opens_and_closes_without_script() {
        var options = new Browser.NewContextOptions().setViewportSize(360, 720).setJavaScriptEnabled(false);
        try (var context = browser.newContext(options)) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/ru/light");
            page.locator(".bar a[href='#menu']").click();
            assertThat(page.locator("#menu").isVisible()).isTrue();
            assertThat(page.locator("#menu").getByText("English").isVisible()).isTrue();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("menu-360.png")));
            page.locator(".side-x").click();
            assertThat(page.locator("#menu").isVisible()).isFalse();
        }
    }

    @Test
    void keys_reach_content_search_and_menus() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1360, 900))) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/ru/light");
            assertThat(focused(page)).isEqualTo("errors");
            page.keyboard().press("/");
            assertThat(focused(page)).isEqualTo("q");
            page.evaluate("document.activeElement.blur()");
            page.locator("details.who summary").press("Enter");
            assertThat(page.locator("details.who .pop").isVisible()).isTrue();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("person-1360.png")));
            page.keyboard().press("Escape");
            assertThat(page.locator("details.who .pop").isVisible()).isFalse();
        }
    }

    @Test
    void a_session_that_ends_soon_says_so_and_can_be_kept() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1360, 900))) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/ru/light/ending");
            page.getByText("Остаться в системе").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("session-1360.png")));
            assertThat(violations(page)).isEmpty();
            page.getByText("Остаться в системе").click();
            page.waitForCondition(() -> page.locator(".session").count() == 0);
        }
    }

    @Test
    void paper_has_the_content_and_not_the_navigation() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(800, 1100))) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/ru/dark");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
            for (String hidden : List.of(".side", ".bar", ".srch", ".tabs")) {
                assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
            }
            assertThat(page.locator("#facts").isVisible()).isTrue();
            assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))
                    .as("dark letters on paper")
                    .isEqualTo(ink(page));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("print.png"))
                    .setFullPage(true));
            assertThat(wider(page)).isEmpty();
        }
    }

    @Test
    void text_at_double_size_and_with_wide_spacing_loses_nothing() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(640, 800))) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/kk/light");
            page.evaluate("""
                    () => {
                      const sheet = new CSSStyleSheet()
                      sheet.replaceSync('html{font-size:200%} *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-bottom:2em!important}')
                      document.adoptedStyleSheets = [sheet]
                    }
                    """);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("spacing.png"))
                    .setFullPage(true));
            assertThat(wider(page)).isEmpty();
        }
    }

    @Test
    void a_visible_ring_shows_where_the_focus_is() {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1360, 900))) {
            Page page = context.newPage();
            page.navigate(pages.address() + "/en/light");
            page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
            List<String> bare = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                page.keyboard().press("Tab");
                String stop = (String) page.evaluate("""
                        () => {
                          const e = document.activeElement, s = getComputedStyle(e)
                          const ring = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
                          const field = e.closest('.opt, .ds-field')
                          const inner = e.querySelector?.('rect') && getComputedStyle(e.querySelector('rect')).strokeWidth !== '0px'
                          return ring || inner || field ? '' : e.outerHTML.slice(0, 120)
                        }
                        """);
                if (!stop.isEmpty()) {
                    bare.add(stop);
                }
            }
            assertThat(bare).isEmpty();
        }
    }

    /// The colour of letters in the light theme.
    private static Object ink(Page page) {
        return page.evaluate("""
                () => {
                  const light = document.createElement('p')
                  light.dataset.colorScheme = 'light'
                  document.body.append(light)
                  const color = getComputedStyle(light).color
                  light.remove()
                  return color
                }
                """);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id");
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " "
                                                + node.getAny().stream()
                                                        .map(check -> check.getMessage())
                                                        .toList())
                                        .limit(3)
                                        .toList())
                        .toList();
    }

    /// Elements that stick out of the page, or whose text does not fit into them.
    @SuppressWarnings("unchecked")
    private static List<String> wider(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const found = []
                  const width = document.documentElement.clientWidth
                  if (document.documentElement.scrollWidth > width) found.push('page ' + document.documentElement.scrollWidth)
                  for (const e of document.querySelectorAll('body *')) {
                    if (e.closest('svg, .ds-skip-link, .ds-sr-only, .tbl, .tabs, option')) continue
                    const box = e.getBoundingClientRect()
                    if (!box.width || !e.offsetParent) continue
                    if (box.right > width + 1 || box.left < -1) found.push('out ' + e.outerHTML.slice(0, 100))
                    const style = getComputedStyle(e)
                    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && style.display !== 'inline'
                        && style.overflowX !== 'visible' && !['INPUT', 'TEXTAREA', 'SELECT', 'SMALL'].includes(e.tagName)) found.push('cut ' + e.outerHTML.slice(0, 100))
                  }
                  return found
                }
                """);
    }
}
