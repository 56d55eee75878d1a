package kz.shanyraq.nation.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.TableWriter;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;

/// The files of the household format being written from blocks of households and their texts.
public final class HouseholdTables implements AutoCloseable {

    private static final List<HouseholdFile> FILES = List.of(
            HouseholdFile.FAMILIES,
            HouseholdFile.PERSONS,
            HouseholdFile.INCOMES,
            HouseholdFile.LIVESTOCK,
            HouseholdFile.PLOTS);

    private final Map<HouseholdFile, TableWriter> writers = new EnumMap<>(HouseholdFile.class);
    private final Map<HouseholdFile, Batch> batches = new EnumMap<>(HouseholdFile.class);
    private final Map<HouseholdFile, List<Column>> columns = new EnumMap<>(HouseholdFile.class);

    /// Begins the files in a folder.
    ///
    /// @param ending `.parquet` or `.csv`
    public HouseholdTables(Path folder, String ending) {
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be made.".formatted(folder), broken);
        }
        for (HouseholdFile file : FILES) {
            List<Column> all = Column.of(file);
            var writer = TableWriter.create(
                    folder.resolve(file.code() + ending),
                    all.stream().map(HouseholdTables::written).toList());
            columns.put(file, all);
            writers.put(file, writer);
            batches.put(file, writer.batch());
        }
    }

    /// A column of the format as a file holds it.
    public static TableWriter.Column written(Column column) {
        String name = column.header();
        return switch (column.type()) {
            case TEXT, MONTH, CODE, BENEFITS -> TableWriter.Column.text(name);
            case COUNT -> column == Column.REGION ? TableWriter.Column.text(name) : TableWriter.Column.count(name);
            case AREA -> TableWriter.Column.decimal(name);
            case BOOLEAN -> TableWriter.Column.truth(name);
            case DATE, EVENT -> TableWriter.Column.date(name);
            case MONEY -> TableWriter.Column.money(name);
        };
    }

    /// What gives the texts of a row: keys, names, addresses.
    public interface Texts {

        /// Adds the text of a row to a column's cells; an empty cell where there is none.
        void add(Column column, Households h, int row, Vector cells);
    }

    /// Writes a block.
    public void write(Households h, Texts texts) {
        for (HouseholdFile file : FILES) {
            Batch batch = batch(file);
            batch.clear();
            List<Column> all = columns.getOrDefault(file, List.of());
            int rows = h.rows(file);
            for (int i = 0; i < all.size(); i++) {
                Column column = all.get(i);
                Vector cells = batch.column(i);
                cells.reserve(rows);
                for (int row = 0; row < rows; row++) {
                    if (column.held()) {
                        add(column, column.get(h, row), cells);
                    } else {
                        texts.add(column, h, row, cells);
                    }
                }
            }
            batch.rows = rows;
            TableWriter writer = writers.get(file);
            if (writer != null) {
                writer.write(batch);
            }
        }
    }

    private Batch batch(HouseholdFile file) {
        Batch batch = batches.get(file);
        if (batch == null) {
            throw new IllegalStateException(file.code());
        }
        return batch;
    }

    private static void add(Column column, long raw, Vector cells) {
        boolean none = raw == column.type().unknown()
                || column.type() == Column.Type.EVENT && raw == Households.NEVER
                || column.type() == Column.Type.BENEFITS && raw == 0;
        if (none) {
            cells.addEmpty();
        } else if (cells.kind == Vector.Kind.TEXT) {
            cells.add(Formats.of(column, raw));
        } else {
            cells.add(raw);
        }
    }

    @Override
    public void close() {
        writers.values().forEach(TableWriter::close);
    }
}
