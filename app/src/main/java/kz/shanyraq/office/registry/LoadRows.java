package kz.shanyraq.office.registry;

import java.sql.SQLException;
import java.util.List;

/// The rows of a file, read in portions into a staging table.
interface LoadRows extends AutoCloseable {

    /// The columns of the staging table and their types, as in `create table`.
    String columns();

    /// Rows of the file, if it tells; else -1.
    long total();

    /// Passes over rows that an earlier run has taken in.
    void skip(long rows);

    /// Reads some more rows.
    ///
    /// @param most about how many
    /// @param rejects where rows go that cannot be taken
    /// @return how many rows of the file are done with; 0 at its end
    long read(LoadCopy out, int most, List<LoadReject> rejects) throws SQLException;

    @Override
    void close();
}
