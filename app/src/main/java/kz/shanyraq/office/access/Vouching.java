package kz.shanyraq.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// What happens when a provider has vouched for somebody: the office looks for the account, and takes nothing else
/// from the provider.
@Component
class Vouching implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignIn signIn;
    private final Doorway doorway;

    Vouching(SignIn signIn, Doorway doorway) {
        this.signIn = signIn;
        this.doorway = doorway;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        doorway.out(request);
        String device = String.valueOf(request.getHeader(HttpHeaders.USER_AGENT));
        SignIn.Answer answer = vouched(authentication, device);
        if (answer instanceof SignIn.Answer.Welcome welcome) {
            doorway.in(welcome.acting(), welcome.mustEnrol(), request, response);
            response.sendRedirect("/");
        } else {
            response.sendRedirect(answer instanceof SignIn.Answer.NoPost ? "/sign-in?nopost" : "/sign-in?unknown");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect("/sign-in?provider");
    }

    private SignIn.Answer vouched(Authentication authentication, String device) {
        if (authentication.getPrincipal() instanceof OidcUser user) {
            URL issuer = user.getIssuer();
            String subject = user.getSubject();
            if (issuer != null && subject != null) {
                return signIn.vouched(issuer.toString(), subject, verified(user), device);
            }
        }
        return new SignIn.Answer.Refused();
    }

    private static @Nullable String verified(OidcUser user) {
        return Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
    }
}
