package kz.shanyraq.office.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers only to its own names, so that a page elsewhere cannot lead a browser here under another name: the
/// machine itself, bare addresses, and the names of
/// `SHANYRAQ_HOSTS`.
@Component
class Hosts extends OncePerRequestFilter {

    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]|[0-9a-f:.]*:[0-9a-f:.]*");
    private static final Pattern NAME = Pattern.compile("[^,\\s]+");
    private static final int MISDIRECTED = 421;

    private final Set<String> names = new HashSet<>(Set.of("localhost"));

    Hosts(@Value("${shanyraq.hosts:}") String hosts) {
        NAME.matcher(hosts.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(names::add);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (names.contains(host) || ADDRESS.matcher(host).matches()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(MISDIRECTED);
        }
    }
}
