package kz.shanyraq.office.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the compiled template that a controller names, `registry/family` for `registry/family.jte`, and adds to what
/// it may see the two things
/// that every template may ask for: `shell` and `t`. A page is written to memory first, so that a fault in it never
/// leaves half a page.
@Component
final class PageViews implements ViewResolver, Ordered {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Shells shells;

    PageViews(Shells shells) {
        this.shells = shells;
    }

    @Override
    public @Nullable View resolveViewName(String viewName, Locale locale) {
        String template = viewName + ".jte";
        if (!known.contains(template)) {
            if (viewName.indexOf(':') >= 0 || !templates.hasTemplate(template)) {
                return null;
            }
            known.add(template);
        }
        return new PageView(template);
    }

    /// Writes a template into a page that is being written.
    void write(String template, Map<String, Object> seen, TemplateOutput output) {
        templates.render(template, seen, output);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private final class PageView implements View {
        private final String template;

        PageView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> seen = new HashMap<>();
            if (model != null) {
                seen.putAll(model);
            }
            Shell shell = shells.shell(request);
            seen.put("shell", shell);
            seen.put("t", shell.text());
            var out = new Utf8ByteOutput();
            templates.render(template, seen, out);
            response.setContentType(getContentType());
            response.setHeader("Content-Language", shell.text().language().code());
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }
    }
}
