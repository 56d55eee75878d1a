package kz.shanyraq.office.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What a visitor prefers to see: language, theme, density of tables, single-key commands. A link `?lang=kk` on any
/// page sets a cookie and
/// leads back to the same page, so it works without script and keeps filters and tabs. What a form sent along is sent
/// again.
@Component
final class Preferences extends OncePerRequestFilter {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Set<String> SWITCH = Set.of("on", "off");
    private static final Set<String> METHODS = Set.of("GET", "POST");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query == null || !METHODS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        var rest = new StringBuilder();
        boolean changed = false;
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            if (known(name, value)) {
                changed = true;
                response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value, request.isSecure()));
            } else {
                rest.append(rest.isEmpty() ? "" : "&").append(part);
            }
        }
        if (!changed) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // The second keeps the method and what was sent.
        response.setStatus(
                request.getMethod().equals("GET")
                        ? HttpServletResponse.SC_SEE_OTHER
                        : HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader(HttpHeaders.LOCATION, path(request) + (rest.isEmpty() ? "" : "?" + rest));
    }

    static Language language(HttpServletRequest request) {
        return cookie(request, "lang")
                .flatMap(Language::of)
                .orElseGet(() -> request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? Language.KK
                        : Language.firstOf(request.getLocales()));
    }

    static Theme theme(HttpServletRequest request) {
        String code = cookie(request, "theme").orElse("");
        return Arrays.stream(Theme.values())
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElse(Theme.AUTO);
    }

    static Density density(HttpServletRequest request) {
        return cookie(request, "density").orElse("").equals(Density.COMPACT.code()) ? Density.COMPACT : Density.ROOMY;
    }

    static boolean keys(HttpServletRequest request) {
        return !cookie(request, "keys").orElse("on").equals("off");
    }

    /// The path of the address as it may stand in a link: it begins with one slash, so that it never leads to another
    /// host.
    static String path(HttpServletRequest request) {
        return "/" + request.getRequestURI().replaceFirst("^[/\\\\]+", "");
    }

    private static boolean known(String name, String value) {
        return switch (name) {
            case "lang" -> Language.of(value).isPresent();
            case "theme" -> Arrays.stream(Theme.values()).anyMatch(t -> t.code().equals(value));
            case "density" ->
                Arrays.stream(Density.values()).anyMatch(d -> d.code().equals(value));
            case "keys" -> SWITCH.contains(value);
            default -> false;
        };
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static String cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
