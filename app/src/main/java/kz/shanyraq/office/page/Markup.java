package kz.shanyraq.office.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;

/// Writes the markup of a chart: names of elements and attributes are ours, all values are escaped.
final class Markup implements Content {
    private final StringOutput out = new StringOutput();

    /// `<name attribute="value" …>`; attributes come in pairs, a pair whose value is empty is left out.
    Markup open(String name, String... attributes) {
        out.writeContent("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals("href") && !attributes[i + 1].matches("(?s)[/?#].*")) {
                throw new IllegalArgumentException(
                        "A mark of a chart leads within the office, not to " + attributes[i + 1]);
            }
            if (!attributes[i + 1].isEmpty()) {
                out.writeContent(" " + attributes[i] + "=\"");
                Escape.htmlAttribute(attributes[i + 1], out);
                out.writeContent("\"");
            }
        }
        out.writeContent(">");
        return this;
    }

    Markup close(String name) {
        out.writeContent("</" + name + ">");
        return this;
    }

    Markup text(String text) {
        Escape.htmlContent(text, out);
        return this;
    }

    /// An element with nothing but text in it.
    Markup leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /// An element of a drawing, which holds nothing.
    Markup shape(String name, String... attributes) {
        return open(name, attributes).close(name);
    }

    /// The same numbers as a table, folded away: no picture is the only way to its numbers.
    Markup table(Text t, String caption, List<String> heads, List<List<String>> rows) {
        open("details", "class", "more nums").open("summary");
        leaf("span", t.say("page.chart.table")).close("summary");
        open("div", "class", "more-c tbl", "tabindex", "0", "role", "region", "aria-label", caption);
        open("table", "class", "ds-table")
                .leaf("caption", caption, "class", "ds-sr-only")
                .open("thead")
                .open("tr");
        for (String head : heads) {
            leaf("th", head, "scope", "col", "class", head.equals(heads.getFirst()) ? "" : "r");
        }
        close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            open("tr").leaf("th", row.getFirst(), "scope", "row");
            for (String cell : row.subList(1, row.size())) {
                leaf("td", cell, "class", "r");
            }
            close("tr");
        }
        return close("tbody").close("table").close("div").close("details");
    }

    /// A length in a drawing: at most two places after the point, whatever the language.
    static String at(double length) {
        double rounded = Math.round(length * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(out.toString());
    }
}
