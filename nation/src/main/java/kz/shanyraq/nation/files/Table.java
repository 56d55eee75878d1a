package kz.shanyraq.nation.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table in a file, read in batches.
public interface Table extends AutoCloseable {

    /// The most rows of a batch.
    int BATCH = 16_384;

    /// Opens a table by the ending of its file's name: `.csv` or `.parquet`.
    ///
    /// @throws Unreadable if it is missing, cut off, or not of the form of its ending
    static Table open(Path file) {
        return file.getFileName().toString().endsWith(".parquet") ? new ParquetTable(file) : new CsvTable(file);
    }

    /// The file of a table in a directory, `name.parquet` or `name.csv`; null if there is neither.
    ///
    /// @throws Unreadable if there are both
    static @Nullable Path find(Path directory, String name) {
        Path parquet = directory.resolve(name + ".parquet");
        Path csv = directory.resolve(name + ".csv");
        if (Files.exists(parquet) && Files.exists(csv)) {
            throw new Unreadable("""
                    There are two files of %s in %s: .csv and .parquet.
                    Maybe one of them is left over from an earlier export.""".formatted(name, directory));
        }
        return Files.exists(parquet) ? parquet : Files.exists(csv) ? csv : null;
    }

    /// The file.
    Path file();

    /// The names of all columns, in the order of the file.
    List<String> columns();

    /// The number of rows, if the file tells; else -1.
    long rowsIfKnown();

    /// Chooses the columns to read, by name, and makes a batch for them; to be called once, before [#read].
    Batch choose(List<String> columns);

    /// Reads the next rows into the batch that [#choose] made.
    ///
    /// @return whether there were any
    /// @throws Unreadable if the file turns out to be damaged
    boolean read(Batch batch);

    @Override
    void close();
}
