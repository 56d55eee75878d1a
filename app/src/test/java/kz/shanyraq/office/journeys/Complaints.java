package kz.shanyraq.office.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a browser complains of while it shows a page, and whom the page asks that it should not.
final class Complaints {

    /// Fills as the page is shown.
    ///
    /// @param status what the page is meant to answer: the browser complains of 403 and 404 too
    static List<String> of(Page page, String address, int status) {
        var complaints = new CopyOnWriteArrayList<String>();
        page.onConsoleMessage(message -> {
            boolean meant = status >= 400 && message.text().contains("status of " + status);
            if (!meant && List.of("error", "warning").contains(message.type())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                complaints.add("asks elsewhere: " + request.url());
            }
        });
        return complaints;
    }

    private Complaints() {}
}
