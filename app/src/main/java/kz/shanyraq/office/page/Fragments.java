package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Parts of a page that another module draws: a template of its own, put into the page where the page has room for it.
@Component
public final class Fragments {

    private final PageViews views;

    Fragments(PageViews views) {
        this.views = views;
    }

    /// A part of a page.
    ///
    /// @param template without its ending, such as `benefits/rights`
    /// @param seen what the template may see; it writes nothing if the page never comes to it
    public Content of(String template, Map<String, Object> seen) {
        return output -> views.write(template + ".jte", seen, output);
    }
}
