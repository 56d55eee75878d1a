package kz.shanyraq.office.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Makes the shell of a page from its request.
@Component
final class Shells {
    /// The country has one time since 1 March 2024.
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Almaty");

    private final Words words;
    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<Noticeboard> noticeboards;
    private final Clock clock;
    private final boolean demo;

    Shells(
            Words words,
            ObjectProvider<Visitors> visitors,
            ObjectProvider<Noticeboard> noticeboards,
            ObjectProvider<Clock> clock,
            @Value("${shanyraq.demo:none}") String demo) {
        this.words = words;
        this.visitors = visitors;
        this.noticeboards = noticeboards;
        this.clock = clock.getIfAvailable(() -> Clock.system(COUNTRY));
        this.demo = !demo.equals("none");
    }

    Text text(HttpServletRequest request) {
        return new Text(words, Preferences.language(request), ZonedDateTime.now(clock.withZone(COUNTRY)));
    }

    Shell shell(HttpServletRequest request) {
        Visitor visitor = visitor();
        List<Notice> notices = new ArrayList<>();
        noticeboards.orderedStream().forEach(board -> notices.addAll(board.now(visitor)));
        // Asked of the request, not of the model, because a page for an error has a model of its own.
        Map<String, ?> kept = RequestContextUtils.getInputFlashMap(request);
        if (kept != null && kept.get("flash") instanceof Notice flash) {
            notices.add(flash);
        }
        return new Shell(
                text(request),
                Preferences.theme(request),
                Preferences.density(request),
                Preferences.keys(request),
                visitor,
                Preferences.path(request),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                Objects.requireNonNullElse(request.getParameter("q"), ""),
                () -> csrf(request),
                visitor.signedIn() ? idle(request) : 0,
                demo,
                List.copyOf(notices));
    }

    private Visitor visitor() {
        Visitors known = visitors.getIfAvailable();
        return known == null ? Visitor.anonymous() : known.current();
    }

    private static int idle(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : Math.max(0, session.getMaxInactiveInterval());
    }

    private static Shell.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getParameterName(), token.getToken())
                : null;
    }
}
