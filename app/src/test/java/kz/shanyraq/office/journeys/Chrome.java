package kz.shanyraq.office.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// The browser of this run: a real Chromium, without a window.
final class Chrome {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final class Shared {
        private static final Browser BROWSER = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
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
    }

    /// Without Chromium the tests of pages are reported as not run; where the answer must be known, that is a failure.
    static void mustBeThere() {
        boolean there = Files.isExecutable(CHROMIUM);
        String how = "There is no %s: apt-get install -y --no-install-recommends chromium fonts-dejavu-core"
                .formatted(CHROMIUM);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(how);
        }
        Assumptions.assumeTrue(there, how);
    }

    /// A fresh browser of one visitor.
    static BrowserContext visitor(int width, boolean script) {
        return Shared.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height(width))
                .setLocale("kk-KZ")
                .setJavaScriptEnabled(script));
    }

    /// How high a screen of a width is.
    static int height(int width) {
        return width < 640 ? 760 : 900;
    }

    private Chrome() {}
}
