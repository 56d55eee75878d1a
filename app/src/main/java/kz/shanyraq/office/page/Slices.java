package kz.shanyraq.office.page;

import gg.jte.Content;
import java.util.List;

/// How a whole is divided, as a bar for a row of a table whose cells hold the numbers. Its colours are those of
/// [StackedBar], which stands above the table and names them.
///
/// @param said the same in words, for those who do not see the picture
public record Slices(String said, List<Long> values) implements Chart {

    /// More than six colours are not told apart.
    public Slices {
        if (values.size() > 6) {
            throw new IllegalArgumentException("A bar has at most 6 slices, not %d.".formatted(values.size()));
        }
    }

    @Override
    public Content markup() {
        long whole = values.stream().mapToLong(Long::longValue).sum();
        var out = new Markup();
        out.open("span", "class", "slices");
        out.open("svg", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "role", "img", "aria-label", said);
        double x = 0;
        for (int i = 0; i < values.size(); i++) {
            double width = whole == 0 ? 0 : 100.0 * values.get(i) / whole;
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
        return out.close("svg").close("span");
    }
}
