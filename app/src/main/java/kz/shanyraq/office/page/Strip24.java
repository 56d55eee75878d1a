package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a source answered in each of the last 24 hours, the latest on the right: a bar is messages, a low dash an hour
/// in which nothing was to be
/// said, a cross an hour without connection.
///
/// @param name the source
/// @param endHour the hour of the day in which the strip ends, 0 to 23
/// @param hours messages an hour, oldest first; null where there was no connection
public record Strip24(Text t, String name, int endHour, List<@Nullable Long> hours) implements Chart {
    /// A strip has 24 hours.
    public Strip24 {
        if (hours.size() != 24) {
            throw new IllegalArgumentException("A strip has 24 hours, not %d.".formatted(hours.size()));
        }
        hours = java.util.Collections.unmodifiableList(new ArrayList<>(hours));
    }

    @Override
    public Content markup() {
        long most = 1;
        long all = 0;
        int gaps = 0;
        for (Long count : hours) {
            if (count == null) {
                gaps++;
            } else {
                all += count;
                most = Math.max(most, count);
            }
        }
        String state = gaps == 0 ? t.say("page.chart.strip.fine") : t.say("page.chart.strip.gaps", gaps);
        var out = new Markup();
        out.open("div", "class", "strip");
        out.open(
                "svg",
                "viewBox",
                "0 0 192 28",
                "role",
                "img",
                "aria-label",
                t.say("page.chart.strip", name, all, state));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Long count = hours.get(i);
            double x = i * 8;
            int hour = Math.floorMod(endHour - 23 + i, 24);
            String when = (hour < 10 ? "0" : "") + hour + ":00";
            if (count == null) {
                out.shape("path", "d", "M" + Markup.at(x + 1.2) + " 20.2l4.6 4.6m0 -4.6l-4.6 4.6", "class", "off");
                rows.add(List.of(when, t.say("page.chart.silent")));
            } else if (count == 0) {
                out.shape("rect", "x", Markup.at(x + 0.5), "y", "24", "width", "6", "height", "2", "class", "nil");
                rows.add(List.of(when, t.number(0)));
            } else {
                double height = Math.max(2, 24.0 * count / most);
                out.shape(
                        "rect",
                        "x",
                        Markup.at(x + 0.5),
                        "y",
                        Markup.at(26 - height),
                        "width",
                        "6",
                        "height",
                        Markup.at(height),
                        "rx",
                        "1",
                        "class",
                        "on");
                rows.add(List.of(when, t.number(count)));
            }
        }
        out.close("svg");
        return out.table(t, name, List.of(t.say("page.chart.hour"), t.say("page.chart.messages")), rows)
                .close("div");
    }
}
