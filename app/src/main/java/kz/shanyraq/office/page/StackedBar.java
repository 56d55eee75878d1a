package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a whole is divided, at most six parts. Each part's name and number stand below the bar, with the mark of its
/// colour.
public record StackedBar(Text t, String title, List<Part> parts) implements Chart {
    /// One part of the whole, and where its entries are listed.
    public record Part(String name, long value, @Nullable String href) {
        /// A part that leads nowhere.
        public Part(String name, long value) {
            this(name, value, null);
        }
    }

    /// More than six colours are not told apart.
    public StackedBar {
        if (parts.size() > 6) {
            throw new IllegalArgumentException("A stacked bar has at most 6 parts, not %d.".formatted(parts.size()));
        }
    }

    @Override
    public Content markup() {
        long whole = parts.stream().mapToLong(Part::value).sum();
        List<String> said = new ArrayList<>();
        for (Part part : parts) {
            said.add(part.name() + " " + t.number(part.value()));
        }
        var out = new Markup();
        out.open("div", "class", "stk");
        out.open(
                "svg",
                "viewBox",
                "0 0 100 10",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                title + ": " + String.join(", ", said));
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = whole == 0 ? 0 : 100.0 * parts.get(i).value() / whole;
            out.shape(
                    "rect",
                    "x",
                    Markup.at(x),
                    "width",
                    Markup.at(Math.max(0, width - (width > 1 ? 0.3 : 0))),
                    "height",
                    "10",
                    "class",
                    "k" + (i + 1));
            x += width;
        }
        out.close("svg").open("ul");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            out.open("li").open("svg", "viewBox", "0 0 10 10", "aria-hidden", "true", "focusable", "false");
            out.shape("rect", "width", "10", "height", "10", "rx", "2", "class", "k" + (i + 1))
                    .close("svg");
            if (part.href() == null) {
                out.leaf("span", part.name());
            } else {
                out.leaf("a", part.name(), "href", part.href());
            }
            out.leaf("b", t.number(part.value()), "class", "num")
                    .leaf("span", t.percent(part.value(), whole), "class", "muted num")
                    .close("li");
        }
        return out.close("ul").close("div");
    }
}
