package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.List;

/// A small line of how a number went; the latest value is the dot. It stands beside the number itself and says the
/// range to those who do not see it.
public record Spark(Text t, String title, List<Long> values) implements Chart {
    @Override
    public Content markup() {
        var out = new Markup();
        if (values.isEmpty()) {
            return out.leaf("span", t.say("page.chart.missing"), "class", "muted sm");
        }
        long low = values.stream().mapToLong(Long::longValue).min().orElse(0);
        long high = values.stream().mapToLong(Long::longValue).max().orElse(0);
        out.open(
                "svg",
                "class",
                "spark",
                "viewBox",
                "0 0 72 24",
                "role",
                "img",
                "aria-label",
                title + ": " + t.say("page.chart.range", t.number(low), t.number(high)) + ", "
                        + t.say("page.chart.last", t.number(values.getLast())));
        var points = new StringBuilder();
        double x = 0;
        double y = 0;
        for (int i = 0; i < values.size(); i++) {
            x = values.size() == 1 ? 68 : 3 + 65.0 * i / (values.size() - 1);
            y = high == low ? 12 : 20 - 16.0 * (values.get(i) - low) / (high - low);
            points.append(i == 0 ? "" : " ").append(Markup.at(x)).append(',').append(Markup.at(y));
        }
        out.shape("polyline", "points", points.toString());
        return out.shape("circle", "cx", Markup.at(x), "cy", Markup.at(y), "r", "2.6")
                .close("svg");
    }
}
