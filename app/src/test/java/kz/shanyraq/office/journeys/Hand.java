package kz.shanyraq.office.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// A hand that counts what it presses: with a pointer, with the keyboard alone, or in a browser without script. Typing
/// is not counted; the last confirmation is.
final class Hand implements AutoCloseable {

    /// How the office is used.
    enum Way {
        POINTER,
        KEYBOARD,
        WITHOUT_SCRIPT
    }

    private static final int STOPS = 150;

    private final Way way;
    private final BrowserContext browser;
    private final Page page;
    private int pressed;

    Hand(Way way, BrowserContext browser, Page page) {
        this.way = way;
        this.browser = browser;
        this.page = page;
    }

    Page page() {
        return page;
    }

    /// How many times something was pressed.
    int pressed() {
        return pressed;
    }

    /// Presses a link or button and waits for the page that comes. The way to wait that is advised instead wants the
    /// page's address, which a journey does not know beforehand.
    @SuppressWarnings("deprecation")
    void press(Locator target) {
        pressed++;
        if (way == Way.KEYBOARD) {
            reach(target);
            page.waitForNavigation(() -> page.keyboard().press("Enter"));
        } else {
            target.click();
        }
        page.waitForLoadState();
    }

    /// Presses what shows more of the same page.
    void unfold(Locator target) {
        pressed++;
        if (way == Way.KEYBOARD) {
            reach(target);
            page.keyboard().press("Enter");
        } else {
            target.click();
        }
    }

    /// Ticks a box or a radio button.
    void tick(Locator box) {
        pressed++;
        if (way == Way.KEYBOARD) {
            reach(box);
            page.keyboard().press("Space");
        } else {
            box.click();
        }
    }

    /// Chooses from a list.
    void choose(Locator list, String value) {
        pressed++;
        if (way == Way.KEYBOARD) {
            reach(list);
        }
        list.selectOption(value);
    }

    /// Types into a field.
    void type(Locator field, String words) {
        // How the parts of a day are typed is the browser's, by its own language.
        if (way == Way.KEYBOARD && !"date".equals(field.getAttribute("type"))) {
            reach(field);
            page.keyboard().press("Control+A");
            page.keyboard().type(words);
        } else {
            field.fill(words);
        }
    }

    /// Sends the form of the field that was typed into last.
    @SuppressWarnings("deprecation")
    void enter(Locator field) {
        pressed++;
        page.waitForNavigation(() -> field.press("Enter"));
    }

    /// Goes from stop to stop until the focus is there: nothing else moves it.
    private void reach(Locator target) {
        for (int stop = 0; stop < STOPS; stop++) {
            if ((Boolean) target.evaluate("e => e === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach %s within %d stops.".formatted(target, STOPS));
    }

    @Override
    public void close() {
        browser.close();
    }
}
