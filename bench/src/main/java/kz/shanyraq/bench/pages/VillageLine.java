package kz.shanyraq.bench.pages;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.shanyraq.bench.measure.Row;
import org.jspecify.annotations.Nullable;

/// What a page takes on the line and the telephone of a village: 400 kbit/s down, 200 up, 400 ms there and back, a
/// processor of a quarter of this one's speed, a screen of 360 pixels; by Chromium's own measures.
final class VillageLine {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int ROUNDS = 3;
    private static final int SLOWER = 4;
    private static final double KBIT = 1000 / 8.0;
    private static final double COLD = 3_000;
    private static final double WARM = 1_200;
    private static final double SHIFT = 0.05;

    /// Watches the largest piece and what moves, from the first moment on.
    private static final String WATCH = """
            window.line = { lcp: 0, cls: 0 };
            new PerformanceObserver(l => l.getEntries().forEach(e => { window.line.lcp = e.startTime })).observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver(l => l.getEntries().forEach(e => { if (!e.hadRecentInput) window.line.cls += e.value })).observe({ type: 'layout-shift', buffered: true });
            """;

    private record Seen(double lcp, double cls) {}

    /// @param login null for somebody who has not signed in
    /// @param path a page; `first:` before one takes the first family that it names
    private record Wanted(String name, @Nullable String login, String path) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted("check, not signed in", null, "/check"),
            new Wanted("my day, social worker", "worker", "/"),
            new Wanted("card, social worker", "worker", "first:/families"),
            new Wanted("my family, citizen", "citizen", "/my/family"));

    /// Measures the pages of an open office.
    ///
    /// @throws IOException if there is no Chromium
    static List<Row> measured(URI office, String password) throws IOException {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IOException("There is no %s. Maybe apt-get install chromium.".formatted(CHROMIUM));
        }
        var rows = new ArrayList<Row>();
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(options);
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            for (Wanted wanted : WANTED) {
                var cold = new ArrayList<Double>();
                var warm = new ArrayList<Double>();
                double shift = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    try (BrowserContext context = browser.newContext(
                            new NewContextOptions().setViewportSize(360, 760).setLocale("kk-KZ"))) {
                        context.addInitScript(WATCH);
                        String address = address(context, wanted, office, password);
                        Page page = context.newPage();
                        slow(context.newCDPSession(page));
                        Seen first = seen(page, address);
                        Seen again = seen(page, address);
                        cold.add(first.lcp);
                        warm.add(again.lcp);
                        shift = Math.max(shift, Math.max(first.cls, again.cls));
                    }
                }
                rows.add(row("The line of a village: largest piece, cold", wanted.name, "ms", cold)
                        .withGoal(COLD));
                rows.add(row("The line of a village: largest piece, warm", wanted.name, "ms", warm)
                        .withGoal(WARM));
                rows.add(row("The line of a village: what moves", wanted.name, "CLS", List.of(shift))
                        .withGoal(SHIFT));
            }
        }
        return rows;
    }

    private static Row row(String work, String name, String unit, List<Double> runs) {
        return new Row(work, name, unit, List.copyOf(runs), null, null, null, "");
    }

    /// Signs in on a quick line, in a page that keeps nothing in the cache of the one that is measured.
    private static String address(BrowserContext context, Wanted wanted, URI office, String password) {
        String path = wanted.path;
        if (wanted.login != null) {
            // Left open: closing a page whose protocol was spoken to can wait for ever; the context closes it.
            Page page = context.newPage();
            CDPSession session = context.newCDPSession(page);
            send(session, "Network.enable", new JsonObject());
            page.navigate(office.resolve("/sign-in").toString());
            page.fill("main [name=login]", wanted.login);
            page.fill("main [name=password]", password);
            page.click("main form button");
            if (path.startsWith("first:")) {
                page.navigate(office.resolve(path.substring("first:".length())).toString());
                path = page.locator("main a[href^='/families/']").first().getAttribute("href");
            }
            send(session, "Network.clearBrowserCache", new JsonObject());
            session.detach();
        }
        return office.resolve(path).toString();
    }

    private static void slow(CDPSession session) {
        send(session, "Network.enable", new JsonObject());
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 400);
        line.addProperty("downloadThroughput", 400 * KBIT);
        line.addProperty("uploadThroughput", 200 * KBIT);
        send(session, "Network.emulateNetworkConditions", line);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        send(session, "Emulation.setCPUThrottlingRate", processor);
    }

    private static void send(CDPSession session, String method, JsonObject arguments) {
        session.send(method, arguments);
    }

    private static Seen seen(Page page, String address) {
        page.navigate(address);
        page.waitForLoadState();
        page.waitForTimeout(1_500);
        double lcp = ((Number) page.evaluate("window.line.lcp")).doubleValue();
        double cls = ((Number) page.evaluate("window.line.cls")).doubleValue();
        return new Seen(lcp, cls);
    }

    private VillageLine() {}
}
