package kz.shanyraq.nation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/// A table in a Parquet file, read through parquet-java page by page: no object per row or value.
final class ParquetTable implements Table {

    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final List<ColumnDescriptor> chosen = new ArrayList<>();
    private final List<ParquetColumn> columns = new ArrayList<>();
    private @Nullable PageReadStore group;
    private long rowsLeftInGroup;
    private long row;

    ParquetTable(Path file) {
        this.file = file;
        if (!Files.isReadable(file)) {
            throw new Unreadable("There is no readable file %s.".formatted(file));
        }
        try {
            ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                    .withCodecFactory(new Codecs())
                    .usePageChecksumVerification()
                    .build();
            this.reader = ParquetFileReader.open(new LocalInputFile(file), options);
            this.schema = reader.getFileMetaData().getSchema();
        } catch (IOException | RuntimeException damaged) {
            throw new Unreadable("""
                    The file %s is not a Parquet file, or it is cut off: %s
                    Maybe it was not copied to its end.""".formatted(file, damaged.getMessage()), damaged);
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> columns() {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    @Override
    public long rowsIfKnown() {
        return reader.getRecordCount();
    }

    @Override
    public Batch choose(List<String> names) {
        var kinds = new ArrayList<Vector.Kind>();
        var found = new ArrayList<Type>();
        for (String name : names) {
            Type field = schema.getType(name);
            if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
                throw new Unreadable(
                        "The column %s of %s is nested; a plain column is expected.".formatted(name, file));
            }
            found.add(field);
            chosen.add(schema.getColumnDescription(new String[] {name}));
            kinds.add(ParquetColumn.kind(field.asPrimitiveType(), file));
        }
        reader.setRequestedSchema(new MessageType(schema.getName(), found));
        return new Batch(names, kinds);
    }

    @Override
    public boolean read(Batch batch) {
        batch.clear();
        try {
            while (rowsLeftInGroup == 0) {
                group = reader.readNextRowGroup();
                if (group == null) {
                    return false;
                }
                rowsLeftInGroup = group.getRowCount();
                columns.clear();
                for (ColumnDescriptor column : chosen) {
                    columns.add(new ParquetColumn(column, group.getPageReader(column), file));
                }
            }
            int rows = (int) Math.min(BATCH, rowsLeftInGroup);
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).read(batch.column(i), rows);
            }
            batch.reserve(rows);
            for (int i = 0; i < rows; i++) {
                batch.lines[i] = row + i + 2;
                batch.oddCells[i] = 0;
            }
            batch.rows = rows;
            row += rows;
            rowsLeftInGroup -= rows;
            return true;
        } catch (IOException | RuntimeException damaged) {
            throw Optional.of(damaged)
                    .filter(Unreadable.class::isInstance)
                    .map(Unreadable.class::cast)
                    .orElseGet(() -> new Unreadable(
                            "The Parquet file %s is damaged after row %d: %s"
                                    .formatted(file, row, damaged.getMessage()),
                            damaged));
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException ignored) {
            // A file that was only read loses nothing.
        }
    }
}
