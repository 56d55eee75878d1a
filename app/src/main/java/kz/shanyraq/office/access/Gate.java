package kz.shanyraq.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before every page and asks for the right that the page says it needs.
@Component
class Gate implements HandlerInterceptor {

    private final Access access;

    Gate(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod page) || !Pages.ours(page) || page.hasMethodAnnotation(Open.class)) {
            return true;
        }
        Needs needs = page.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(
                    "The page %s says neither what it needs nor that it is open.".formatted(page));
        }
        Acting acting = access.acting();
        if (acting instanceof Acting.Nobody) {
            response.sendRedirect("/sign-in" + next(request));
            return false;
        }
        if (Arrays.stream(needs.value()).noneMatch(acting::may)) {
            access.looked(Look.did(Action.DENIED, needs.value()[0].word()));
            throw new Denied(needs.value()[0]);
        }
        boolean account = Arrays.asList(needs.value()).contains(Right.OWN_ACCOUNT);
        if (Doorway.mustEnrol(request) && !account) {
            response.sendRedirect("/account/second-factor");
            return false;
        }
        if (needs.again() && !acting.isStrong()) {
            response.sendRedirect("/sign-in/again" + next(request));
            return false;
        }
        return true;
    }

    /// Where to come back to: the page that was asked for, or for a form the page on which it stands.
    private static String next(HttpServletRequest request) {
        String wanted = request.getMethod().equals("GET")
                ? request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString())
                : pathOf(request.getHeader("Referer"));
        return wanted.equals("/") ? "" : "?next=" + URLEncoder.encode(Doorway.inside(wanted), StandardCharsets.UTF_8);
    }

    private static String pathOf(@Nullable String referer) {
        try {
            return referer == null ? "/" : URI.create(referer).getRawPath();
        } catch (IllegalArgumentException strange) {
            return "/";
        }
    }
}
