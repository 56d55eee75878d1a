package kz.shanyraq.office.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Lets a browser in and out: the cookie's session gets a new name whenever somebody comes in, and ends when they
/// leave.
@Component
public class Doorway {

    private static final String ENROL = "access.enrol";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /// Lets somebody in.
    public void in(Acting acting, boolean mustEnrol, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        if (mustEnrol) {
            session.setAttribute(ENROL, true);
        }
        as(acting, request, response);
    }

    /// Goes on as somebody else, such as under another post.
    public void as(Acting acting, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SignedIn.context(acting);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /// Lets somebody out.
    public void out(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /// The second factor is set up.
    public void enrolled(HttpServletRequest request) {
        request.getSession().removeAttribute(ENROL);
    }

    static boolean mustEnrol(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ENROL) != null;
    }

    /// An address inside of the office, whatever was sent.
    public static String inside(@Nullable String wanted) {
        return wanted == null || !wanted.matches("/([^/\\\\\\s:][^\\\\\\s]*)?") ? "/" : wanted;
    }
}
