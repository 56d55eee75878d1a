package kz.shanyraq.office.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// How often sign-in may be tried from one address, how often one account may search, and how often one address may
/// ask the law or check a letter without sign-in. A bucket of tokens for each, the oldest forgotten first, so that its
/// memory is bounded.
@Component
class Pace extends OncePerRequestFilter {

    private static final int REMEMBERED = 20_000;
    private static final int TOO_MANY = 429;
    private static final double MINUTE = 60e9;

    private final int signIns;
    private final int searches;
    private final int checks;
    private final LongSupplier nanos = System::nanoTime;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Bucket(double tokens, long at) {}

    Pace(
            @Value("${shanyraq.pace.sign-in:30}") int signIns,
            @Value("${shanyraq.pace.search:120}") int searches,
            @Value("${shanyraq.pace.check:60}") int checks) {
        this.signIns = signIns;
        this.searches = searches;
        this.checks = checks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean signingIn = path.startsWith("/sign-in") && !request.getMethod().equals("GET")
                || path.startsWith("/oauth2/")
                || path.startsWith("/login/oauth2/");
        boolean searching = path.startsWith("/search");
        // A letter's code is tried no more often than a password.
        boolean verifying = path.startsWith("/verify/") || path.equals("/verify") && request.getQueryString() != null;
        boolean checking = path.startsWith("/check") && !request.getMethod().equals("GET");
        if (signingIn && !taken("s " + network(request.getRemoteAddr()), signIns)
                || verifying && !taken("v " + network(request.getRemoteAddr()), signIns)
                || searching && !taken("q " + who(request), searches)
                || checking && !taken("c " + network(request.getRemoteAddr()), checks)) {
            response.setHeader("Retry-After", "10");
            response.sendError(TOO_MANY);
            return;
        }
        chain.doFilter(request, response);
    }

    /// Takes one of so many tokens a minute.
    boolean taken(String whose, int aMinute) {
        long now = nanos.getAsLong();
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(whose, new Bucket(aMinute, now));
            double tokens = Math.min(aMinute, bucket.tokens() + (now - bucket.at()) * aMinute / MINUTE);
            boolean enough = tokens >= 1;
            buckets.put(whose, new Bucket(enough ? tokens - 1 : tokens, now));
            return enough;
        }
    }

    /// How many are remembered.
    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private static String who(HttpServletRequest request) {
        @Nullable
        UUID account = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? SignIn.accountOf(signedIn.acting())
                : null;
        return account == null ? network(request.getRemoteAddr()) : account.toString();
    }

    /// An address; of a long one the half that names the network, since whoever has one has them all.
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }
}
