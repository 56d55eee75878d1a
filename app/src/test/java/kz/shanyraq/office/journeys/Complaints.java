package kz.shanyraq.office.journeys;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What a browser complains of while it shows a page, and whom the page asks that it should not. Listens until it is
/// closed.
final class Complaints implements AutoCloseable {

    private final Page page;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Consumer<ConsoleMessage> console;
    private final Consumer<String> errors = error -> heard.add("error: " + error);
    private final Consumer<Request> requests;

    /// @param status what the page is meant to answer: the browser complains of 403 and 404 too
    Complaints(Page page, String address, int status) {
        this.page = page;
        console = message -> {
            boolean meant = status >= 400 && message.text().contains("status of " + status);
            if (!meant && List.of("error", "warning").contains(message.type())) {
                heard.add(message.type() + ": " + message.text());
            }
        };
        requests = request -> {
            if (!request.url().startsWith(address)) {
                heard.add("asks elsewhere: " + request.url());
            }
        };
        page.onConsoleMessage(console);
        page.onPageError(errors);
        page.onRequest(requests);
    }

    /// What was heard so far.
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        page.offConsoleMessage(console);
        page.offPageError(errors);
        page.offRequest(requests);
    }
}
