package kz.shanyraq.office.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs a browser in without a password, in tests only: `/test/sign-in/LOGIN` leads to the page of `next`. The journey
/// of sign-in itself goes through the page.
@Component
class TestSignIn extends OncePerRequestFilter {

    private static final String PATH = "/test/sign-in/";

    private final TestOfficers officers;
    private final Doorway doorway;
    private final Accounts accounts;
    private final ObjectProvider<Citizens> citizens;

    TestSignIn(TestOfficers officers, Doorway doorway, Accounts accounts, ObjectProvider<Citizens> citizens) {
        this.officers = officers;
        this.doorway = doorway;
        this.accounts = accounts;
        this.citizens = citizens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().startsWith(PATH)) {
            chain.doFilter(request, response);
            return;
        }
        String login = request.getRequestURI().substring(PATH.length());
        @Nullable Long person = accounts.of(login).orElseThrow().person();
        @Nullable
        Long family =
                person == null ? null : citizens.getObject().familyOf(person).orElse(null);
        doorway.in(officers.signedIn(login, family), false, request, response);
        response.sendRedirect(Doorway.inside(request.getParameter("next")));
    }
}
