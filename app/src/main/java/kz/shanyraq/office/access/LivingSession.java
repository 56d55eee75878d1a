package kz.shanyraq.office.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looks at the session in the database on each request: one that was ended elsewhere, a post that was taken away,
/// an account that has expired count at once.
@Component
class LivingSession extends OncePerRequestFilter {

    private final SignIn signIn;

    LivingSession(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Optional<Acting> now = signIn.resumed(signedIn.acting());
            if (now.isEmpty()) {
                SecurityContextHolder.clearContext();
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
                response.sendRedirect("/sign-in?ended");
                return;
            }
            SecurityContextHolder.setContext(SignedIn.context(now.get()));
        }
        chain.doFilter(request, response);
    }
}
