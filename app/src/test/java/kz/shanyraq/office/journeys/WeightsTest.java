package kz.shanyraq.office.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a page weighs that is opened for the first time: what a village's line has to carry.
class WeightsTest extends AtTheOffice {

    private static final int ALL = 170 * 1024;
    private static final int TEXT = 25 * 1024;
    private static final int STYLES = 36 * 1024;
    private static final int NODES = 1_500;
    private static final List<String> CORE =
            List.of("sign-in", "home-worker", "search-name", "families", "family", "person", "my-data");

    Stream<Sheet> core() {
        return Sheet.all(office.village()).stream().filter(sheet -> CORE.contains(sheet.called()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("core")
    void is_light(Sheet sheet) {
        try (BrowserContext first = Chrome.visitor(360, false);
                BrowserContext cold = Chrome.visitor(360, true)) {
            Page before = visitors.comeIn(first, sheet.role(), "kk", "light");
            before.close();
            cold.addCookies(first.cookies().stream()
                    .map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name, cookie.value)
                            .setUrl(office.address()))
                    .toList());
            Page page = cold.newPage();
            var requests = new ArrayList<Request>();
            page.onRequestFinished(requests::add);
            page.navigate(office.address() + sheet.address());
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            int all = requests.stream().mapToInt(WeightsTest::weight).sum();
            int text = weight("document", requests);
            int styles = weight("stylesheet", requests);
            int nodes = (Integer) page.evaluate("document.querySelectorAll('*').length");
            System.out.printf(
                    "%s: %,d bytes in %d requests; text %,d, styles %,d, script %,d, fonts %,d; %,d nodes%n",
                    sheet,
                    all,
                    requests.size(),
                    text,
                    styles,
                    weight("script", requests),
                    weight("font", requests),
                    nodes);
            assertThat(all).as("all, cold").isLessThanOrEqualTo(ALL);
            assertThat(text).as("text").isLessThanOrEqualTo(TEXT);
            assertThat(styles).as("styles").isLessThanOrEqualTo(STYLES);
            assertThat(nodes).as("nodes").isLessThanOrEqualTo(NODES);
        }
    }

    private static int weight(String kind, List<Request> requests) {
        return requests.stream()
                .filter(request -> request.resourceType().equals(kind))
                .mapToInt(WeightsTest::weight)
                .sum();
    }

    private static int weight(Request request) {
        return request.sizes().responseBodySize;
    }
}
