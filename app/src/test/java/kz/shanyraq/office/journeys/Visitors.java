package kz.shanyraq.office.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.matrix.Household;
import kz.shanyraq.office.matrix.RunningOffice;
import kz.shanyraq.office.matrix.Village;
import org.jspecify.annotations.Nullable;

/// One account of each role in the district of Aigul and Kulash, and how it comes in.
final class Visitors {

    private final RunningOffice office;
    private final Map<Role, String> logins = new EnumMap<>(Role.class);
    private final Map<String, Page> seated = new HashMap<>();

    Visitors(RunningOffice office) {
        this.office = office;
    }

    /// The login of a role; made when it is asked for first.
    String login(Role role) {
        return logins.computeIfAbsent(role, this::made);
    }

    private String made(Role role) {
        if (role == Role.CITIZEN) {
            return office.login(Household.AIGUL.head());
        }
        boolean everywhere = role == Role.MINISTRY_ANALYST || role == Role.AUDITOR || role == Role.OPERATOR;
        return office.officers()
                .account(Map.of(role, everywhere ? 0 : Village.DISTRICT), NAMES.getOrDefault(role, "Асан Тестов"));
    }

    private static final Map<Role, String> NAMES = Map.of(
            Role.SOCIAL_WORKER, "Мәдина Оразбаева",
            Role.CAREER_SPECIALIST, "Тимур Жақсыбеков",
            Role.SECOND_APPROVER, "Гүлсара Төлегенова",
            Role.AUDITOR, "Ербол Сәрсенов",
            Role.OPERATOR, "Дана Ким",
            Role.MINISTRY_ANALYST, "Алия Бекенова");

    /// The page of somebody who signed in before and stays so, in another language, theme and width.
    Page again(@Nullable Role role, String language, String theme, int width) {
        String seat = role == null ? "nobody" : role.word();
        Page page = seated.get(seat);
        if (page == null) {
            page = comeIn(Chrome.visitor(width, true), role, language, theme);
            seated.put(seat, page);
        }
        prefer(page.context(), language, theme);
        page.setViewportSize(width, Chrome.height(width));
        return page;
    }

    /// Closes the browsers of those who stayed.
    void leave() {
        seated.values().forEach(page -> page.context().close());
        seated.clear();
    }

    /// A page of a browser in which somebody has signed in, in a language and theme.
    Page comeIn(BrowserContext browser, @Nullable Role role, String language, String theme) {
        prefer(browser, language, theme);
        Page page = browser.newPage();
        if (role != null) {
            page.navigate(office.address() + "/test/sign-in/" + login(role) + "?next=/account");
        }
        return page;
    }

    private void prefer(BrowserContext browser, String language, String theme) {
        browser.addCookies(List.of(
                new Cookie("lang", language).setUrl(office.address()),
                new Cookie("theme", theme).setUrl(office.address())));
    }
}
