package kz.shanyraq.bench.pages;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
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
/// processor of a quarter of this one's speed, a screen of 360 pixels; by Chromium's own measures. And what it weighs.
final class VillageLine {

    /// How often each page is opened in a browser that holds nothing of it.
    static final int ROUNDS = 3;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double KBIT = 1000 / 8.0;
    private static final double KB = 1000;
    private static final int FOLDS = 2;
    private static final double SHORTEST = 16;

    private static final double COLD = 3_000;
    private static final double WARM = 1_200;
    private static final double OFFICE = 1_200;
    private static final double SHIFT = 0.05;
    private static final double TAP = 200;
    private static final double TRANSFER = 170;
    private static final double SHEET = 36;
    private static final double SCRIPT_OF_CITIZENS = 20;
    private static final double SCRIPT_OF_OFFICERS = 65;
    private static final double TYPEFACES = 60;
    private static final double HTML = 25;
    private static final double NODES = 1_500;

    /// A line with what hangs on it.
    ///
    /// @param latency milliseconds there and back
    /// @param down kbit a second
    /// @param up kbit a second
    /// @param slower by how much its processor is slower than this one
    private record Line(int latency, int down, int up, int slower) {}

    private static final Line VILLAGE_LINE = new Line(400, 400, 200, 4);
    private static final Line OFFICE_LINE = new Line(40, 10_000, 10_000, 1);

    /// Watches the largest piece, what moves and how long a tap waits, from the first moment on. The slowest tap is
    /// kept
    /// over a link that is followed.
    private static final String WATCH = """
            window.line = { lcp: 0, cls: 0 };
            {
              const watch = (type, seen, more) => new PerformanceObserver(l => l.getEntries().forEach(seen)).observe({ type, buffered: true, ...more });
              watch('largest-contentful-paint', e => { window.line.lcp = e.startTime });
              watch('layout-shift', e => { if (!e.hadRecentInput) window.line.cls += e.value });
              const tap = e => { if (e.interactionId) sessionStorage.setItem('tap', Math.max(e.duration, +sessionStorage.getItem('tap') || 0)) };
              watch('event', tap, { durationThreshold: 16 });
              watch('first-input', tap);
            }
            """;

    /// What passed over the line for the page and all that belongs to it, in bytes.
    private static final String WEIGHTS = """
            (() => {
              const all = performance.getEntriesByType('resource'), page = performance.getEntriesByType('navigation')[0];
              const sum = (of, what) => of.reduce((bytes, e) => bytes + e[what], 0), ends = end => all.filter(e => new URL(e.name).pathname.endsWith(end));
              return JSON.stringify({
                transfer: page.transferSize + sum(all, 'transferSize'),
                sheet: sum(ends('.css'), 'encodedBodySize'),
                script: sum(ends('.js'), 'encodedBodySize'),
                typefaces: sum(ends('.woff2'), 'encodedBodySize'),
                html: page.encodedBodySize,
                nodes: document.querySelectorAll('*').length,
                others: all.filter(e => new URL(e.name).origin != location.origin).length });
            })()""";

    private record Seen(double lcp, double cls) {}

    private record Weights(
            double transfer, double sheet, double script, double typefaces, double html, double nodes, double others) {}

    /// @param login null for somebody who has not signed in
    /// @param path a page; `first:` before one takes the first family that it names
    /// @param citizen whether the page is one of citizens, whose script must weigh less
    private record Wanted(String name, @Nullable String login, String path, boolean citizen) {}

    private static final List<Wanted> WANTED = List.of(
            new Wanted("check, not signed in", null, "/check", true),
            new Wanted("law of a benefit, not signed in", null, "/law/targeted_assistance", true),
            new Wanted("my day, social worker", "worker", "/", false),
            new Wanted("list of families, social worker", "worker", "/families", false),
            new Wanted("card, social worker", "worker", "first:/families", false),
            new Wanted("my family, citizen", "citizen", "/my/family", true));

    /// What the rounds of a page saw.
    private static final class Rounds {
        private final List<Double> cold = new ArrayList<>();
        private final List<Double> warm = new ArrayList<>();
        private final List<Double> office = new ArrayList<>();
        private final List<Double> taps = new ArrayList<>();
        private final List<Weights> weights = new ArrayList<>();
        private double shift;
    }

    /// Measures the pages of an open office.
    ///
    /// @param note what to say beside every time, such as who else used the machine
    /// @throws IOException if there is no Chromium
    static List<Row> measured(URI office, String password, String note) throws IOException {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IOException("There is no %s. Maybe apt-get install chromium.".formatted(CHROMIUM));
        }
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var rows = new ArrayList<Row>();
        try (Playwright playwright = Playwright.create(options);
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            for (Wanted wanted : WANTED) {
                var rounds = new Rounds();
                for (int round = 0; round < ROUNDS; round++) {
                    village(browser, wanted, office, password, rounds);
                    try (BrowserContext context = context(browser)) {
                        String address = address(context, wanted, office, password);
                        Page page = context.newPage();
                        on(OFFICE_LINE, context.newCDPSession(page));
                        rounds.office.add(seen(page, address).lcp);
                    }
                }
                rows.addAll(rows(wanted, rounds, note));
            }
        }
        return rows;
    }

    private static void village(
            com.microsoft.playwright.Browser browser, Wanted wanted, URI office, String password, Rounds rounds) {
        try (BrowserContext context = context(browser)) {
            String address = address(context, wanted, office, password);
            Page page = context.newPage();
            on(VILLAGE_LINE, context.newCDPSession(page));
            Seen first = seen(page, address);
            rounds.weights.add(weights(page));
            Seen again = seen(page, address);
            rounds.cold.add(first.lcp);
            rounds.warm.add(again.lcp);
            rounds.shift = Math.max(rounds.shift, Math.max(first.cls, again.cls));
            rounds.taps.add(taps(page));
        }
    }

    private static BrowserContext context(com.microsoft.playwright.Browser browser) {
        BrowserContext context = browser.newContext(new NewContextOptions()
                .setViewportSize(360, 760)
                .setHasTouch(true)
                .setLocale("kk-KZ"));
        context.addInitScript(WATCH);
        return context;
    }

    private static List<Row> rows(Wanted wanted, Rounds rounds, String note) {
        String page = wanted.name;
        Weights weights = rounds.weights.getLast();
        double script = wanted.citizen ? SCRIPT_OF_CITIZENS : SCRIPT_OF_OFFICERS;
        return List.of(
                row("P1: village, largest piece, cold", page, "ms", rounds.cold, note, COLD),
                row("P2: village, largest piece, warm", page, "ms", rounds.warm, note, WARM),
                row("P3: office, largest piece, cold", page, "ms", rounds.office, note, OFFICE),
                row("P4: village, what moves", page, "CLS", List.of(rounds.shift), "", SHIFT),
                row("P5: village, answer to a tap", page, "ms", rounds.taps, note, TAP),
                row("P6: first visit, all that passes over the line", page, "kB", weights.transfer, TRANSFER),
                row("P7: sheet", page, "kB", weights.sheet, SHEET),
                row("P8: script", page, "kB", weights.script, script),
                row("P11: typefaces", page, "kB", weights.typefaces, TYPEFACES),
                row("P12: HTML", page, "kB", weights.html, HTML),
                row("P13: requests to other hosts", page, "number", weights.others, 0),
                row("P15: elements of the page", page, "number", weights.nodes, NODES));
    }

    private static Row row(String work, String page, String unit, double figure, double goal) {
        return row(work, page, unit, List.of(figure), "", goal);
    }

    private static Row row(String work, String page, String unit, List<Double> runs, String note, double goal) {
        return new Row(work, page, unit, List.copyOf(runs), null, goal, null, note);
    }

    /// Signs in on a quick line, in a page that keeps nothing in the cache of the one that is measured.
    private static String address(BrowserContext context, Wanted wanted, URI office, String password) {
        String path = wanted.path;
        if (wanted.login != null) {
            // Left open: closing a page whose protocol was spoken to can wait for ever; the context closes it.
            Page page = context.newPage();
            CDPSession session = context.newCDPSession(page);
            session.send("Network.enable", new JsonObject());
            page.navigate(office.resolve("/sign-in").toString());
            page.fill("main [name=login]", wanted.login);
            page.fill("main [name=password]", password);
            page.click("main form button");
            if (path.startsWith("first:")) {
                page.navigate(office.resolve(path.substring("first:".length())).toString());
                path = page.locator("main a[href^='/families/']").first().getAttribute("href");
            }
            session.send("Network.clearBrowserCache", new JsonObject());
            session.detach();
        }
        return office.resolve(path).toString();
    }

    private static void on(Line line, CDPSession session) {
        session.send("Network.enable", new JsonObject());
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", line.latency);
        network.addProperty("downloadThroughput", line.down * KBIT);
        network.addProperty("uploadThroughput", line.up * KBIT);
        session.send("Network.emulateNetworkConditions", network);
        var processor = new JsonObject();
        processor.addProperty("rate", line.slower);
        session.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static Seen seen(Page page, String address) {
        page.navigate(address);
        page.waitForLoadState();
        page.waitForTimeout(1_500);
        double lcp = ((Number) page.evaluate("window.line.lcp")).doubleValue();
        double cls = ((Number) page.evaluate("window.line.cls")).doubleValue();
        return new Seen(lcp, cls);
    }

    private static Weights weights(Page page) {
        JsonObject seen =
                JsonParser.parseString((String) page.evaluate(WEIGHTS)).getAsJsonObject();
        return new Weights(
                seen.get("transfer").getAsDouble() / KB,
                seen.get("sheet").getAsDouble() / KB,
                seen.get("script").getAsDouble() / KB,
                seen.get("typefaces").getAsDouble() / KB,
                seen.get("html").getAsDouble() / KB,
                seen.get("nodes").getAsDouble(),
                seen.get("others").getAsDouble());
    }

    /// Opens folds, touches a field and follows a link.
    ///
    /// @return milliseconds of the slowest tap, from the finger to the next picture
    private static double taps(Page page) {
        Locator folds = page.locator("summary:visible");
        for (int fold = 0; fold < Math.min(FOLDS, folds.count()); fold++) {
            tap(page, folds.nth(fold));
        }
        Locator fields = page.locator("main input:visible");
        if (fields.count() > 0) {
            tap(page, fields.first());
        }
        Locator links = page.locator("main a[href^='/']:visible");
        if (links.count() > 0) {
            tap(page, links.first());
            page.waitForLoadState(LoadState.LOAD);
            page.waitForTimeout(2_500);
        }
        double slowest = ((Number) page.evaluate("+sessionStorage.getItem('tap') || 0")).doubleValue();
        return Math.max(SHORTEST, slowest);
    }

    private static void tap(Page page, Locator what) {
        what.scrollIntoViewIfNeeded();
        what.tap();
        page.waitForTimeout(700);
    }

    private VillageLine() {}
}
