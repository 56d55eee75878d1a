package kz.shanyraq.office.page;

import gg.jte.Content;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// What lasted when, month by month: a band for each thing, and a line where today is. What lies ahead is drawn
/// lighter:
/// it goes on if nothing changes.
///
/// @param first the first month of the picture
/// @param months how many it has
/// @param now the month of today
public record Bands(Text t, String title, YearMonth first, int months, YearMonth now, List<Band> bands)
        implements Chart {

    private static final int MONTH = 10;

    /// A thing that lasted.
    ///
    /// @param whose whose it is
    /// @param from its first month; before the picture it begins at its edge
    /// @param until the first month in which it is over; beyond the picture it ends at its edge
    public record Band(String name, String whose, YearMonth from, YearMonth until) {}

    @Override
    public Content markup() {
        var out = new Markup();
        List<List<String>> rows = new ArrayList<>();
        int today = at(now);
        out.open("div", "class", "bands");
        for (Band band : bands) {
            int from = at(band.from());
            int until = Math.max(from + MONTH, at(band.until()));
            int past = Math.min(until, today + MONTH);
            out.open("div", "class", "band").open("span", "class", "nm").text(band.name());
            out.leaf("small", band.whose()).close("span");
            out.open(
                    "svg",
                    "viewBox",
                    "0 0 " + months * MONTH + " 14",
                    "preserveAspectRatio",
                    "none",
                    "role",
                    "img",
                    "aria-label",
                    band.name() + ", " + band.whose() + ": " + t.month(band.from()) + " – " + end(band));
            bar(out, 0, months * MONTH, "bed");
            if (past > from) {
                bar(out, from, past, "m");
            }
            if (until > Math.max(from, past)) {
                bar(out, Math.max(from, past), until, "plan");
            }
            String line = Integer.toString(today + MONTH);
            out.shape("line", "x1", line, "x2", line, "y1", "0", "y2", "14", "class", "now")
                    .close("svg");
            out.close("div");
            rows.add(List.of(band.name(), band.whose(), t.month(band.from()), end(band)));
        }
        out.close("div");
        return out.table(
                t,
                title,
                List.of(
                        t.say("page.chart.name"),
                        t.say("page.chart.whose"),
                        t.say("page.chart.from"),
                        t.say("page.chart.until")),
                rows);
    }

    private String end(Band band) {
        return band.until().isAfter(now)
                ? t.say("page.chart.open")
                : t.month(band.until().minusMonths(1));
    }

    private static void bar(Markup out, int from, int until, String kind) {
        out.shape(
                "rect",
                "x",
                Integer.toString(from),
                "y",
                "2",
                "width",
                Integer.toString(until - from),
                "height",
                "10",
                "class",
                kind);
    }

    private int at(YearMonth month) {
        return Math.clamp(ChronoUnit.MONTHS.between(first, month), 0, months) * MONTH;
    }
}
