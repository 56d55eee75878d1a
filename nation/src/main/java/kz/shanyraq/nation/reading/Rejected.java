package kz.shanyraq.nation.reading;

import java.nio.file.Path;

/// Hears of each row that cannot be read.
public interface Rejected {

    /// Rejects a row.
    ///
    /// @param line the line of the file; the header is 1
    /// @param column the column; empty for the row as a whole
    /// @param value what was seen
    /// @param reason what is wrong with it
    void add(Path source, long line, String column, String value, String reason);
}
