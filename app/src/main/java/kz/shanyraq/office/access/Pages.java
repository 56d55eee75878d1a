package kz.shanyraq.office.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// All pages of the office with the rights they need. The office does not start with a page that does not say.
@Component
public class Pages {

    private final RequestMappingHandlerMapping mapping;

    Pages(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /// Addresses with their methods, and the rights of which one is needed; none for an open page.
    public Map<String, List<Right>> all() {
        Map<String, List<Right>> all = new TreeMap<>();
        mapping.getHandlerMethods().forEach((address, page) -> {
            if (ours(page)) {
                Needs needs = page.getMethodAnnotation(Needs.class);
                all.put(address.toString(), needs == null ? List.of() : List.of(needs.value()));
            }
        });
        return all;
    }

    @EventListener(ContextRefreshedEvent.class)
    void refuseSilence() {
        mapping.getHandlerMethods().forEach((address, page) -> {
            boolean silent = !page.hasMethodAnnotation(Needs.class) && !page.hasMethodAnnotation(Open.class);
            if (ours(page) && silent) {
                throw new IllegalStateException("""
                        The page %s (%s) does not say which right it needs.
                        Maybe put @Needs(Right.…) on the method, or @Open if it shows nothing of anybody.""".formatted(address, page.getShortLogMessage()));
            }
        });
    }

    static boolean ours(HandlerMethod page) {
        return page.getBeanType().getPackageName().startsWith("kz.shanyraq.")
                && !ErrorController.class.isAssignableFrom(page.getBeanType());
    }
}
