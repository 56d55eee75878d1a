package kz.shanyraq.nation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A CSV file being written: UTF-8, `,`, LF, quotes only where needed.
final class CsvTableWriter implements TableWriter {

    private static final int BUFFER = 1 << 16;

    private final CsvWriter writer;
    private final List<Column> columns;

    CsvTableWriter(Path file, List<Column> columns) {
        this.columns = columns;
        try {
            writer = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .bufferSize(BUFFER)
                    .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(file), broken);
        }
        writer.writeRecord(columns.stream().map(Column::name).toList());
    }

    @Override
    public Batch batch() {
        return new Batch(
                columns.stream().map(Column::name).toList(),
                columns.stream().map(Column::kind).toList());
    }

    @Override
    public void write(Batch batch) {
        for (int row = 0; row < batch.rows; row++) {
            var line = writer.writeRecord();
            for (int i = 0; i < columns.size(); i++) {
                line.writeField(batch.column(i).text(row));
            }
            line.endRecord();
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("A CSV file cannot be written to its end.", broken);
        }
    }
}
