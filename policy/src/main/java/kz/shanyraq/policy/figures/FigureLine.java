package kz.shanyraq.policy.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.PlotKind;

/// One line of a file of figures.
final class FigureLine {

    private static final int CELLS = 6;

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(
                            Figures.SUBSISTENCE_MINIMUM,
                            Figures.SUBSISTENCE_MINIMUM_LAW,
                            Figures.MONTHLY_INDEX,
                            Figures.MINIMUM_WAGE,
                            Figures.MEDIAN_INCOME,
                            Figures.HOUSING_SHARE),
                    Stream.<Code>concat(Arrays.stream(LivestockKind.values()), Arrays.stream(PlotKind.values()))
                            .map(kind -> Figures.FARM_NORM + kind.code()))
            .collect(Collectors.toUnmodifiableSet());

    static Figure parse(String text, int line) {
        return parse(List.of(text.split(",", CELLS)), line);
    }

    static Figure parse(List<String> cells, int line) {
        if (cells.size() != CELLS) {
            throw wrong(line, String.join(",", cells), "has %d cells, not %d".formatted(cells.size(), CELLS));
        }
        String name = cells.get(0).strip();
        if (!NAMES.contains(name)) {
            throw wrong(line, name, "is not a figure that the law reads");
        }
        String region = cells.get(1).strip();
        if (!region.matches("[0-9]{2}")) {
            throw wrong(line, region, "is not a region of two digits (00 for the republic)");
        }
        LocalDate from = day(cells.get(2).strip(), line);
        LocalDate until = cells.get(3).isBlank() ? null : day(cells.get(3).strip(), line);
        if (until != null && until.isBefore(from)) {
            throw wrong(line, until.toString(), "is before " + from);
        }
        return new Figure(
                name,
                Integer.parseInt(region),
                from,
                until,
                hundredths(cells.get(4).strip(), line),
                cells.get(5).strip());
    }

    private static LocalDate day(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw wrong(line, text, "is not a day as YYYY-MM-DD");
        }
    }

    private static long hundredths(String text, int line) {
        if (!text.matches("[0-9]{1,12}([.][0-9]{1,9})?")) {
            throw wrong(line, text, "is not a number that is not negative, with a point before its decimals");
        }
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String decimals = (point < 0 ? "" : text.substring(point + 1)) + "000";
        long thousandths = Long.parseLong(whole) * 1000 + Long.parseLong(decimals.substring(0, 3));
        return (thousandths + 5) / 10;
    }

    private static IllegalArgumentException wrong(int line, String seen, String why) {
        return new IllegalArgumentException("Line %d of the figures: '%s' %s.".formatted(line, seen, why));
    }

    private FigureLine() {}
}
