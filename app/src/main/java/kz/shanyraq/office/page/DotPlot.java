package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a family stands on each scale against the median: the dot is the family, the line the median.
///
/// @param low the left end of every scale
/// @param high its right end
public record DotPlot(Text t, String title, long low, long high, List<Dot> dots) implements Chart {
    /// One scale. What is not known is null, and nothing is drawn for it.
    ///
    /// @param change since before
    /// @param attention whether the page draws attention to it
    public record Dot(
            String name,
            @Nullable Long value,
            @Nullable Long median,
            @Nullable Long change,
            boolean attention) {}

    @Override
    public Content markup() {
        var out = new Markup();
        List<List<String>> rows = new ArrayList<>();
        out.open("div", "class", "dots");
        for (Dot dot : dots) {
            out.open("div", "class", dot.attention() ? "dot low" : "dot").leaf("span", dot.name(), "class", "nm");
            out.leaf("span", beside(dot), "class", "num ch");
            out.open("svg", "viewBox", "0 0 200 24", "role", "img", "aria-label", said(dot));
            out.shape("line", "x1", "4", "x2", "196", "y1", "12", "y2", "12", "class", "axis");
            if (dot.value() != null && dot.median() != null) {
                double at = x(dot.value());
                double middle = x(dot.median());
                out.shape(
                        "rect",
                        "x",
                        Markup.at(Math.min(at, middle)),
                        "width",
                        Markup.at(Math.abs(at - middle)),
                        "y",
                        "10",
                        "height",
                        "4",
                        "class",
                        "gap");
            }
            if (dot.median() != null) {
                String middle = Markup.at(x(dot.median()));
                out.shape("line", "x1", middle, "x2", middle, "y1", "3", "y2", "21", "class", "med");
            }
            if (dot.value() != null) {
                out.shape("circle", "cx", Markup.at(x(dot.value())), "cy", "12", "r", "6.5", "class", "pt");
            }
            out.close("svg").close("div");
            rows.add(List.of(dot.name(), number(dot.value()), number(dot.median()), signed(dot.change())));
        }
        out.close("div");
        return out.table(
                t,
                title,
                List.of(t.say("page.chart.name"), t.say("page.chart.now"), t.say("page.chart.median"), "±"),
                rows);
    }

    /// The change where one is known, else the value.
    private String beside(Dot dot) {
        return dot.value() == null ? "?" : dot.change() == null ? t.number(dot.value()) : signed(dot.change());
    }

    private String said(Dot dot) {
        if (dot.value() == null) {
            return t.say("page.chart.dot.unknown", dot.name());
        }
        return dot.median() == null
                ? t.say("page.chart.dot.alone", dot.name(), t.number(dot.value()))
                : t.say("page.chart.dot", dot.name(), t.number(dot.value()), t.number(dot.median()));
    }

    private String number(@Nullable Long value) {
        return value == null ? "?" : t.number(value);
    }

    private String signed(@Nullable Long change) {
        return change == null ? "–" : change > 0 ? "+" + t.number(change) : t.number(change);
    }

    private double x(long value) {
        long span = Math.max(1, high - low);
        return 10 + 180.0 * (Math.clamp(value, low, high) - low) / span;
    }
}
