package kz.shanyraq.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.shanyraq.bench.measure.Results;
import kz.shanyraq.bench.measure.Row;

/// The pages of an office over a nation, at fifty requests a second in each role: requests begin when they are due,
/// whether or not earlier ones have been answered, and each is timed from the moment at which it was due.
public final class PagesBench {

    private static final int A_SECOND = 50;
    private static final int SECONDS = 40;
    private static final int WARM = 10;
    private static final int FAMILIES = 400;
    private static final double GOAL = 200;

    private static final Pattern FAMILY = Pattern.compile("href=\"/families/(\\d+-\\d)");
    private static final Pattern PERSON = Pattern.compile("href=\"/persons/(\\d+)");
    private static final Pattern IIN = Pattern.compile("\\b(\\d{12})\\b");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern HEAD = Pattern.compile("<h1>[^<]*?([\\p{L}]{4,})[^<]*</h1>");

    /// Who asks for what: the first word of a page is its name in the table.
    private record Visitor(String role, String login, List<String> pages) {}

    private static final List<Visitor> VISITORS = List.of(
            new Visitor("social worker", "worker", List.of("worklist", "card", "search", "list", "findings", "found")),
            new Visitor(
                    "second approver", "approver", List.of("worklist", "card", "search", "list", "findings", "found")),
            new Visitor("career specialist", "career", List.of("worklist", "card", "search", "list", "findings")),
            new Visitor("akimat planner", "planner", List.of("worklist", "figures", "takeup")),
            new Visitor("ministry analyst", "analyst", List.of("worklist", "figures", "takeup")),
            new Visitor("citizen", "citizen", List.of("worklist", "own")));

    /// Opens an office and asks it.
    ///
    /// @param home the project
    /// @param office the data folder of an office with a register that was swept
    /// @throws IOException if the office does not open, or answers with an error
    public static Results run(Path home, Path office) throws IOException, InterruptedException {
        if (!Files.isDirectory(office)) {
            throw new IOException("""
                    There is no office in %s.
                    Maybe load a nation into it and sweep it first: shanyraq load NATION --data %s; shanyraq sweep --data %s""".formatted(office, office, office));
        }
        try (OpenOffice opened = OpenOffice.open(home, office, "nation")) {
            return measured(home, opened.address());
        }
    }

    private static Results measured(Path home, URI address) throws IOException, InterruptedException {
        var rows = new ArrayList<Row>();
        Map<String, Long> size = new LinkedHashMap<>();
        size.put("requests a second", (long) A_SECOND);
        size.put("seconds of each role", (long) SECONDS);
        for (Visitor visitor : VISITORS) {
            try (var browser = new Browser(address)) {
                browser.signIn(visitor.login, OpenOffice.PASSWORD);
                Map<String, List<String>> addresses = addresses(visitor, browser);
                ask(visitor, browser, addresses, WARM);
                Map<String, List<Double>> answers = ask(visitor, browser, addresses, SECONDS);
                answers.forEach((page, millis) -> System.err.printf(
                        "  %s, %s: median %.0f ms, 95 of 100 within %.0f ms%n",
                        visitor.role, page, at(millis, 0.5), at(millis, 0.95)));
                answers.forEach((page, millis) -> rows.add(Row.counted(
                                "Pages at %d requests a second: 95 of 100 within".formatted(A_SECOND),
                                visitor.role + ": " + page,
                                "ms",
                                at(millis, 0.95),
                                "median %.0f ms, 99 of 100 %.0f ms, %d requests"
                                        .formatted(at(millis, 0.5), at(millis, 0.99), millis.size()))
                        .withGoal(GOAL)));
            }
        }
        return Results.today("pages", home, "as ./shanyraq starts it", size, "", rows);
    }

    /// The addresses of each page of a visitor; families and persons are those of the own lists.
    private static Map<String, List<String>> addresses(Visitor visitor, Browser browser)
            throws IOException, InterruptedException {
        List<String> families = visitor.pages.contains("list") ? families(browser) : List.of();
        var searches = new ArrayList<String>();
        for (String family : families.subList(0, Math.min(25, families.size()))) {
            browser.found("/families/" + family, HEAD).stream()
                    .limit(1)
                    .forEach(name -> searches.add("/search?q=" + Browser.encoded(name)));
            for (String person : browser.found("/families/" + family, PERSON).stream()
                    .limit(1)
                    .toList()) {
                browser.found("/persons/" + person, IIN).stream()
                        .limit(1)
                        .forEach(iin -> searches.add("/search?q=" + iin));
            }
        }
        var addresses = new LinkedHashMap<String, List<String>>();
        for (String page : visitor.pages) {
            addresses.put(
                    page,
                    switch (page) {
                        case "worklist" -> List.of("/");
                        case "card" ->
                            families.stream()
                                    .map(family -> "/families/" + family)
                                    .toList();
                        case "search" -> searches;
                        case "list" -> List.of("/families", "/families?kind=children", "/families?kind=elderly");
                        case "findings" -> List.of("/findings");
                        case "found" ->
                            List.of(
                                    "/findings/targeted_assistance/unreceived",
                                    "/findings/housing_assistance/unreceived",
                                    "/findings/large_family/received");
                        case "figures" -> List.of("/figures");
                        case "takeup" ->
                            List.of("/takeup", "/takeup?topic=targeted_assistance", "/takeup?region=110000000");
                        case "own" -> List.of("/my/family", "/my/data");
                        default -> throw new IllegalStateException(page);
                    });
        }
        return addresses;
    }

    private static List<String> families(Browser browser) throws IOException, InterruptedException {
        var families = new ArrayList<String>();
        String page = "/families";
        while (page != null && families.size() < FAMILIES) {
            families.addAll(browser.found(page, FAMILY));
            List<String> next = browser.found(page, NEXT);
            page = next.isEmpty() ? null : next.getFirst().replace("&amp;", "&");
        }
        return families;
    }

    /// Asks for so many seconds, for each page as often as for every other.
    ///
    /// @return milliseconds of each answer, by page
    private static Map<String, List<Double>> ask(
            Visitor visitor, Browser browser, Map<String, List<String>> addresses, int seconds)
            throws IOException, InterruptedException {
        Map<String, List<Double>> answers = new ConcurrentHashMap<>();
        Map<String, String> wrong = new ConcurrentHashMap<>();
        var random = new SplittableRandom(visitor.role.hashCode());
        List<String> pages = List.copyOf(addresses.keySet());
        List<Future<?>> asked = new ArrayList<>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            for (int i = 0; i < seconds * A_SECOND; i++) {
                long due = began + i * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                String page = pages.get(i % pages.size());
                List<String> of = addresses.getOrDefault(page, List.of());
                if (of.isEmpty()) {
                    throw new IOException("The %s has nothing to ask for of '%s'.".formatted(visitor.role, page));
                }
                String address = of.get(random.nextInt(of.size()));
                asked.add(askers.submit(() -> {
                    HttpResponse<String> answer = browser.get(address);
                    if (answer.statusCode() != 200) {
                        wrong.put(address, "%s answers %d".formatted(address, answer.statusCode()));
                    }
                    answers.computeIfAbsent(page, any -> java.util.Collections.synchronizedList(new ArrayList<>()))
                            .add((System.nanoTime() - due) / 1e6);
                    return null;
                }));
            }
            for (Future<?> each : asked) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new IOException("For the %s: %s".formatted(visitor.role, broken.getMessage()), broken);
        }
        if (!wrong.isEmpty()) {
            throw new IOException("For the %s: %s".formatted(visitor.role, String.join(", ", wrong.values())));
        }
        var inOrder = new LinkedHashMap<String, List<Double>>();
        pages.forEach(page -> inOrder.put(page, answers.getOrDefault(page, List.of())));
        return inOrder;
    }

    private static double at(List<Double> millis, double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    private PagesBench() {}
}
