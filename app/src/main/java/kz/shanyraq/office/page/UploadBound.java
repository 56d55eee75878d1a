package kz.shanyraq.office.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses an upload that says that it is too large before a byte of it is kept. One that does not say its size is
/// stopped by the server when it has become too large.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadBound extends OncePerRequestFilter {

    private final long most;

    UploadBound(Environment settings) {
        this.most = settings.getProperty("shanyraq.upload.most", DataSize.class, DataSize.ofGigabytes(2))
                .toBytes();
    }

    /// How many bytes an upload may have.
    long most() {
        return most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // The page of an error is made without the upload: to look into that would fail once more.
            chain.doFilter(isUpload(request) ? new WithoutUpload(request) : request, response);
            return;
        }
        if (isUpload(request) && request.getContentLengthLong() > most) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException broken) {
            if (response.isCommitted() || !isTooLarge(broken)) {
                throw broken;
            }
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static boolean isTooLarge(Throwable broken) {
        return broken instanceof SizeException || broken.getCause() != null && isTooLarge(broken.getCause());
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// A request as if nothing had been sent with it.
    private static final class WithoutUpload extends HttpServletRequestWrapper {

        WithoutUpload(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
