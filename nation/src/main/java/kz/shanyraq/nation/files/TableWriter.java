package kz.shanyraq.nation.files;

import java.nio.file.Path;
import java.util.List;

/// A table being written, in the format of its file's ending: `.csv` or `.parquet`. The bytes depend on
/// nothing but the rows and their order.
public interface TableWriter extends AutoCloseable {

    /// A column to be written.
    ///
    /// @param wide whether whole numbers may exceed 32 bits
    record Column(String name, Vector.Kind kind, boolean wide) {

        /// A column of texts.
        public static Column text(String name) {
            return new Column(name, Vector.Kind.TEXT, false);
        }

        /// A column of whole numbers of 32 bits.
        public static Column count(String name) {
            return new Column(name, Vector.Kind.LONG, false);
        }

        /// A column of whole numbers of 64 bits.
        public static Column money(String name) {
            return new Column(name, Vector.Kind.LONG, true);
        }

        /// A column of numbers with two decimals.
        public static Column decimal(String name) {
            return new Column(name, Vector.Kind.DECIMAL, true);
        }

        /// A column of truth values.
        public static Column truth(String name) {
            return new Column(name, Vector.Kind.BOOLEAN, false);
        }

        /// A column of days.
        public static Column date(String name) {
            return new Column(name, Vector.Kind.DATE, false);
        }
    }

    /// Begins a table.
    static TableWriter create(Path file, List<Column> columns) {
        return file.getFileName().toString().endsWith(".parquet")
                ? new ParquetTableWriter(file, columns)
                : new CsvTableWriter(file, columns);
    }

    /// An empty batch of the table's columns.
    Batch batch();

    /// Writes the rows of a batch.
    void write(Batch batch);

    @Override
    void close();
}
