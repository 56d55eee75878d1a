package kz.shanyraq.nation.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kz.shanyraq.nation.files.TableWriter.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A country's file has many row groups.
class ParquetRowGroupsTest {

    private static final long ROW_GROUP = 1 << 16;
    private static final int BATCHES = 30;
    private static final int ROWS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void a_file_of_several_row_groups_is_read_as_it_was_written() {
        Path file = folder.resolve("people.parquet");
        try (var writer =
                new ParquetTableWriter(file, List.of(Column.text("name"), Column.money("tenge")), ROW_GROUP)) {
            Batch batch = writer.batch();
            for (int of = 0; of < BATCHES; of++) {
                batch.clear();
                for (int row = 0; row < ROWS; row++) {
                    batch.column(0).add("person " + (of * ROWS + row));
                    batch.column(1).add((long) of * ROWS + row);
                }
                batch.rows = ROWS;
                writer.write(batch);
            }
        }
        long read = 0;
        try (var table = Table.open(file)) {
            Batch batch = table.choose(List.of("name", "tenge"));
            while (table.read(batch)) {
                for (int row = 0; row < batch.rows; row++) {
                    assertThat(batch.column(0).text(row)).isEqualTo("person " + read);
                    assertThat(batch.column(1).longs[row]).isEqualTo(read);
                    read++;
                }
            }
        }
        assertThat(read).isEqualTo((long) BATCHES * ROWS);
    }
}
