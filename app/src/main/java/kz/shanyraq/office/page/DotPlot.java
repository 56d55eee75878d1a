package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/// Where a family stands on each scale against the median: the dot is the family, the line the median.
///
/// @param low the left end of every scale
/// @param high its right end
public record DotPlot(Text t, String title, long low, long high, List<Dot> dots) implements Chart {
    /// One scale: the value, the median, the change since before, and whether the page draws attention to it.
    public record Dot(String name, long value, long median, long change, boolean attention) {}

    @Override
    public Content markup() {
        var out = new Markup();
        List<List<String>> rows = new ArrayList<>();
        out.open("div", "class", "dots");
        for (Dot dot : dots) {
            double at = x(dot.value());
            double middle = x(dot.median());
            String sign = dot.change() > 0 ? "+" : "";
            out.open("div", "class", dot.attention() ? "dot low" : "dot").leaf("span", dot.name(), "class", "nm");
            out.leaf("span", dot.change() == 0 ? "0" : sign + t.number(dot.change()), "class", "num ch");
            out.open(
                    "svg",
                    "viewBox",
                    "0 0 200 24",
                    "role",
                    "img",
                    "aria-label",
                    t.say("page.chart.dot", dot.name(), t.number(dot.value()), t.number(dot.median())));
            out.shape("line", "x1", "4", "x2", "196", "y1", "12", "y2", "12", "class", "axis");
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
            out.shape("line", "x1", Markup.at(middle), "x2", Markup.at(middle), "y1", "3", "y2", "21", "class", "med");
            out.shape("circle", "cx", Markup.at(at), "cy", "12", "r", "6.5", "class", "pt")
                    .close("svg")
                    .close("div");
            rows.add(List.of(dot.name(), t.number(dot.value()), t.number(dot.median()), t.number(dot.change())));
        }
        out.close("div");
        return out.table(
                t,
                title,
                List.of(t.say("page.chart.name"), t.say("page.chart.now"), t.say("page.chart.median"), "±"),
                rows);
    }

    private double x(long value) {
        long span = Math.max(1, high - low);
        return 10 + 180.0 * (Math.clamp(value, low, high) - low) / span;
    }
}
