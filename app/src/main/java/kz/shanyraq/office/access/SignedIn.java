package kz.shanyraq.office.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/// Who acts, as Spring Security carries it.
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Acting acting;

    SignedIn(Acting acting) {
        super(List.of());
        this.acting = acting;
        setAuthenticated(!(acting instanceof Acting.Nobody));
    }

    static SecurityContext context(Acting acting) {
        return new SecurityContextImpl(new SignedIn(acting));
    }

    Acting acting() {
        return acting;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return acting;
    }

    @Override
    public String getName() {
        return acting.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.acting.equals(acting);
    }

    @Override
    public int hashCode() {
        return acting.hashCode();
    }
}
