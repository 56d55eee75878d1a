package kz.shanyraq.nation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables shipped in this library's jar.
public final class Resource {

    /// The rows of a shipped CSV table.
    ///
    /// @param name its path below this package
    public static List<NamedCsvRecord> rows(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "The library has no table %s. Maybe its jar is damaged.".formatted(name));
            }
            try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The table %s cannot be read.".formatted(name), broken);
        }
    }

    /// A decimal number as a whole number of units of `10^-digits`; further digits are cut off.
    public static int scaled(String text, int digits) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String decimals = (point < 0 ? "" : text.substring(point + 1)) + "000000000";
        return Integer.parseInt(whole + decimals.substring(0, digits));
    }

    private Resource() {}
}
