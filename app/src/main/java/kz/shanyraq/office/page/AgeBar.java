package kz.shanyraq.office.page;

import gg.jte.Content;

/// How old what a source says is, against how old it may be: the bar is full at the limit and amber beyond it. The age
/// stands beside it.
///
/// @param name the source
/// @param days the age
/// @param limit the age from which it is out of date
public record AgeBar(Text t, String name, long days, long limit) implements Chart {
    /// Whether it is out of date.
    public boolean old() {
        return days > limit;
    }

    @Override
    public Content markup() {
        var out = new Markup();
        out.open("span", "class", old() ? "age-b old" : "age-b");
        out.open(
                "svg",
                "viewBox",
                "0 0 64 8",
                "role",
                "img",
                "aria-label",
                t.say("page.chart.age", name, t.days(days), t.days(limit)));
        out.shape("rect", "width", "64", "height", "8", "rx", "4", "class", "bed");
        double width = limit <= 0 ? 64 : Math.clamp(64.0 * days / limit, 4, 64);
        out.shape("rect", "width", Markup.at(width), "height", "8", "rx", "4", "class", "m")
                .close("svg");
        return out.leaf("span", t.days(days), "class", "num", "aria-hidden", "true")
                .close("span");
    }
}
