package kz.shanyraq.bench.tsa19;

import java.io.IOException;

/// The pages of a column of a row group, decoded one by one. Columns are required (no definition levels) and hold whole
/// numbers or truth values; the latter are 1 and 0.
interface PageReading {

    /// Decodes the next page into an array, which is made longer where it is too short.
    ///
    /// @return how many values there are; 0 at the end
    int next(Page into) throws IOException;

    /// The values of a page, and those of the column's dictionary; reused.
    final class Page {
        private static final int SLACK = 8;

        int[] values = new int[32_768];
        int[] dictionary = {};

        /// Makes room for values, and for what may follow in the last group of eight.
        int[] reserve(int count) {
            if (values.length < count + SLACK) {
                values = new int[count + SLACK];
            }
            return values;
        }
    }
}
