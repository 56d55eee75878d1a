package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One bar a row, longest value full width: funnels, rankings, counts by kind. Its numbers stand beside the bars, so it
/// needs no table.
///
/// @param title what the bars count, for those who do not see the picture
public record Bars(Text t, String title, List<Bar> bars) implements Chart {
    /// One row. `text` is the value as it is printed, empty for the plain number; `strong` marks the row that the page
    /// speaks of.
    public record Bar(
            String name,
            long value,
            String text,
            boolean strong,
            @Nullable String href) {
        /// A row with its plain number.
        public Bar(String name, long value) {
            this(name, value, "", false, null);
        }

        /// A row that leads to what it counts.
        public Bar(String name, long value, String href) {
            this(name, value, "", false, href);
        }
    }

    @Override
    public Content markup() {
        long longest = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        var out = new Markup();
        out.open("dl", "class", "bars", "aria-label", title);
        for (Bar bar : bars) {
            out.open("div", "class", bar.strong() ? "bar-r strong" : "bar-r").open("dt");
            if (bar.href() == null) {
                out.text(bar.name());
            } else {
                out.leaf("a", bar.name(), "href", bar.href());
            }
            out.close("dt").open("dd");
            out.open(
                    "svg",
                    "viewBox",
                    "0 0 100 10",
                    "preserveAspectRatio",
                    "none",
                    "aria-hidden",
                    "true",
                    "focusable",
                    "false");
            double width = bar.value() == 0 ? 0 : Math.max(0.6, 100.0 * bar.value() / longest);
            out.shape("rect", "width", Markup.at(width), "height", "10", "class", "m")
                    .close("svg");
            out.leaf("span", bar.text().isEmpty() ? t.number(bar.value()) : bar.text(), "class", "num");
            out.close("dd").close("div");
        }
        return out.close("dl");
    }
}
