package kz.shanyraq.policy.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A figure of the law or of its statistics, for a region and a period.
///
/// @param name the figure's name in the format of regional figures, such as `subsistence_minimum`
/// @param region the two digits of the region, 0 for the republic
/// @param from the first day that it describes
/// @param until the last day that it describes, inclusive; null for open
/// @param hundredths the value in hundredths: tiyn of a sum, hundredths of a percent
/// @param source where it was published; begins with `unconfirmed` if it was not seen in a public source
public record Figure(
        String name, int region, LocalDate from, @Nullable LocalDate until, long hundredths, String source) {

    /// Whether the value was seen in a public source.
    public boolean confirmed() {
        return !source.startsWith("unconfirmed");
    }

    /// Whether the figure describes a day.
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// The value as the text of a file: with decimals only where there are any.
    public String text() {
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
}
