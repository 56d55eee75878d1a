package kz.shanyraq.office.page;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How a value went that holds for a time and then changes: level for each period, a step at each change, nothing where
/// no value is known. A dashed piece is one that is not confirmed. The page shows the same numbers as a table.
///
/// @param title what the line shows
/// @param pieces the periods, ascending
public record StepLine(Text t, String title, List<Piece> pieces) implements Chart {
    private static final double LEFT = 8;
    private static final double RIGHT = 632;
    private static final double TOP = 30;
    private static final double BOTTOM = 170;

    /// A period with its value.
    ///
    /// @param until its last day
    /// @param value how high it stands, in any unit that all pieces share
    /// @param text the value as it is printed
    public record Piece(LocalDate from, LocalDate until, long value, String text, boolean confirmed) {}

    @Override
    public Content markup() {
        var out = new Markup();
        if (pieces.isEmpty()) {
            return out.leaf("p", t.say("page.chart.missing"), "class", "muted sm");
        }
        Piece highest = pieces.stream()
                .max((a, b) -> Long.compare(a.value(), b.value()))
                .orElseThrow();
        Piece lowest = pieces.stream()
                .min((a, b) -> Long.compare(a.value(), b.value()))
                .orElseThrow();
        out.open("div", "class", "line");
        out.open(
                "svg",
                "viewBox",
                "0 0 640 200",
                "role",
                "img",
                "aria-label",
                title + ": " + t.say("page.chart.range", lowest.text(), highest.text()) + ", "
                        + t.say("page.chart.last", pieces.getLast().text()));
        ground(out, highest);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (i > 0 && !piece.from().isAfter(pieces.get(i - 1).until().plusDays(1))) {
                String at = Markup.at(x(piece.from()));
                out.shape(
                        "line",
                        "x1",
                        at,
                        "x2",
                        at,
                        "y1",
                        Markup.at(y(pieces.get(i - 1).value(), highest)),
                        "y2",
                        Markup.at(y(piece.value(), highest)),
                        "class",
                        "rise");
            }
            String height = Markup.at(y(piece.value(), highest));
            out.open("g", "class", piece.confirmed() ? "on" : "un")
                    .leaf("title", said(piece))
                    .shape(
                            "line",
                            "x1",
                            Markup.at(x(piece.from())),
                            "x2",
                            Markup.at(x(piece.until().plusDays(1))),
                            "y1",
                            height,
                            "y2",
                            height)
                    .close("g");
        }
        Piece last = pieces.getLast();
        out.shape(
                "circle",
                "cx",
                Markup.at(x(last.until().plusDays(1))),
                "cy",
                Markup.at(y(last.value(), highest)),
                "r",
                "4.5");
        return out.close("svg").close("div");
    }

    /// What a piece says to who points at it.
    private String said(Piece piece) {
        String said = t.date(piece.from()) + " – " + t.date(piece.until()) + ": " + piece.text();
        return piece.confirmed() ? said : said + ", " + t.say("page.chart.unconfirmed");
    }

    /// The line of nought, the height of the highest value, and the years.
    private void ground(Markup out, Piece highest) {
        for (double height : new double[] {TOP, BOTTOM}) {
            out.shape(
                    "line",
                    "x1",
                    Markup.at(LEFT),
                    "x2",
                    Markup.at(RIGHT),
                    "y1",
                    Markup.at(height),
                    "y2",
                    Markup.at(height),
                    "class",
                    "grid");
        }
        out.leaf("text", highest.text(), "x", Markup.at(LEFT), "y", Markup.at(TOP - 8));
        out.leaf("text", t.number(0), "x", Markup.at(LEFT), "y", Markup.at(BOTTOM - 6));
        int from = first().getYear() + (first().getDayOfYear() == 1 ? 0 : 1);
        for (int year = from; LocalDate.of(year, 1, 1).isBefore(end()); year++) {
            LocalDate day = LocalDate.of(year, 1, 1);
            String at = Markup.at(x(day));
            out.shape(
                    "line", "x1", at, "x2", at, "y1", Markup.at(BOTTOM), "y2", Markup.at(BOTTOM + 5), "class", "grid");
            out.leaf(
                    "text",
                    Integer.toString(year),
                    "x",
                    at,
                    "y",
                    Markup.at(BOTTOM + 24),
                    "class",
                    (year - from) % 2 == 0 ? "" : "odd");
        }
    }

    private LocalDate first() {
        return pieces.getFirst().from();
    }

    private LocalDate end() {
        return pieces.getLast().until().plusDays(1);
    }

    private double x(LocalDate day) {
        double whole = Math.max(1, ChronoUnit.DAYS.between(first(), end()));
        return LEFT + (RIGHT - LEFT) * ChronoUnit.DAYS.between(first(), day) / whole;
    }

    private static double y(long value, Piece highest) {
        return BOTTOM - (BOTTOM - TOP) * value / Math.max(1, highest.value());
    }
}
