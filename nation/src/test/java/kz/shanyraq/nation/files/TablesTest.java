package kz.shanyraq.nation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kz.shanyraq.nation.files.TableWriter.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables in CSV and Parquet: what is written is read, what others write is read, what is damaged is told.
class TablesTest {

    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.count("count"),
            Column.money("money"),
            Column.decimal("area"),
            Column.truth("true"),
            Column.date("day"));

    private static final List<List<String>> ROWS = List.of(
            List.of("name", "count", "money", "area", "true", "day"),
            List.of("Әсел Құлбекова", "0", "9999999999999", "54.05", "true", "1969-12-31"),
            List.of("quotes \" and, commas; and\nlines", "2147483647", "0", "0.01", "false", "2024-02-29"),
            List.of("", "", "", "", "", ""),
            List.of("😀", "7", "1", "-3.50", "true", "1900-01-01"),
            List.of(" spaces ", "1", "1", "100", "false", "2100-12-31"));

    @TempDir
    private Path folder;

    private static void write(Path file, int batchSize, int times) {
        try (TableWriter writer = TableWriter.create(file, COLUMNS)) {
            Batch batch = writer.batch();
            for (int i = 0; i < times * (ROWS.size() - 1); i++) {
                add(batch, ROWS.get(1 + i % (ROWS.size() - 1)));
                if (batch.rows == batchSize) {
                    writer.write(batch);
                    batch.clear();
                }
            }
            writer.write(batch);
        }
    }

    private static void add(Batch batch, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i);
            Vector cells = batch.column(i);
            if (text.isEmpty()) {
                cells.addEmpty();
            } else {
                switch (cells.kind) {
                    case TEXT -> cells.add(text);
                    case LONG -> cells.add(Long.parseLong(text));
                    case DECIMAL -> cells.add(Math.round(100 * Double.parseDouble(text)));
                    case BOOLEAN -> cells.add(text.equals("true") ? 1 : 0);
                    case DATE -> cells.add(java.time.LocalDate.parse(text).toEpochDay());
                    case DOUBLE -> throw new IllegalStateException(text);
                }
            }
        }
        batch.rows++;
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {".csv", ".parquet"})
    void what_is_written_is_read(String ending) {
        Path file = folder.resolve("table" + ending);
        write(file, 100, 1);
        assertThat(CsvText.of(file)).isEqualTo(ROWS);
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {".csv", ".parquet"})
    void many_rows_come_in_batches_and_in_order(String ending) {
        Path file = folder.resolve("table" + ending);
        write(file, 1_000, 8_000);
        List<List<String>> read = CsvText.of(file);
        assertThat(read).hasSize(40_001);
        for (int i = 1; i < read.size(); i++) {
            assertThat(read.get(i)).isEqualTo(ROWS.get(1 + (i - 1) % 5));
        }
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {".csv", ".parquet"})
    void the_bytes_depend_on_nothing_but_the_rows(String ending) throws IOException {
        Path one = folder.resolve("one" + ending);
        Path other = Files.createDirectory(folder.resolve("other")).resolve("two" + ending);
        write(one, 1, 100);
        write(other, 37, 100);
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void a_table_without_rows_has_its_columns() {
        for (String ending : List.of(".csv", ".parquet")) {
            Path file = folder.resolve("empty" + ending);
            write(file, 1, 0);
            assertThat(CsvText.of(file)).containsExactly(ROWS.getFirst());
        }
    }

    private static void duckdb(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static final String OTHERS = """
            select case when i %% 7 = 3 then null else 'F' || (i %% 900) end as name,
                   case when i %% 5 = 0 then null else i::integer end as count,
                   case when i %% 11 = 0 then null else i * 1000003 end::bigint as money,
                   case when i %% 13 = 0 then null else i + 0.25 end::decimal(18, 2) as area,
                   case when i %% 3 = 0 then null else i %% 2 = 0 end as truth,
                   case when i %% 4 = 0 then null else date '1990-01-01' + i::integer end as day,
                   case when i %% 4 = 1 then null else i::double end as number
            from range(%d) as t(i)
            """;

    @ParameterizedTest(name = "compressed with {0}, version {1}")
    @CsvSource({"uncompressed, V1", "snappy, V1", "gzip, V1", "zstd, V1", "lz4_raw, V1", "zstd, V2", "snappy, V2"})
    void parquet_files_of_others_are_read(String codec, String version) throws SQLException {
        Path file = folder.resolve("others.parquet");
        int rows = 50_000;
        duckdb("copy (%s) to '%s' (format parquet, codec '%s', parquet_version '%s', row_group_size 20000)"
                .formatted(OTHERS.formatted(rows), file, codec, version));
        List<List<String>> read = CsvText.of(file);
        assertThat(read).hasSize(rows + 1);
        for (int i : new int[] {0, 1, 2, 3, 10, 13, 19_999, 20_000, 20_001, 49_999}) {
            assertThat(read.get(i + 1))
                    .containsExactly(
                            i % 7 == 3 ? "" : "F" + i % 900,
                            i % 5 == 0 ? "" : "" + i,
                            i % 11 == 0 ? "" : "" + i * 1_000_003L,
                            i % 13 == 0 ? "" : i + ".25",
                            i % 3 == 0 ? "" : "" + (i % 2 == 0),
                            i % 4 == 0
                                    ? ""
                                    : java.time.LocalDate.of(1990, 1, 1)
                                            .plusDays(i)
                                            .toString(),
                            i % 4 == 1 ? "" : "" + i);
        }
    }

    @Test
    void our_parquet_files_are_read_by_others() throws SQLException {
        Path file = folder.resolve("ours.parquet");
        write(file, 100, 1_000);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet sums = statement.executeQuery("""
                        select count(*), count(name), sum(money), sum(area), count(*) filter (where "true"), min(day),
                               max(length(name))
                        from '%s'""".formatted(file))) {
            assertThat(sums.next()).isTrue();
            assertThat(sums.getLong(1)).isEqualTo(5_000);
            assertThat(sums.getLong(2)).isEqualTo(4_000);
            assertThat(sums.getBigDecimal(3).longValueExact()).isEqualTo(1_000 * (9_999_999_999_999L + 2));
            assertThat(sums.getString(4)).isEqualTo("150560.00");
            assertThat(sums.getLong(5)).isEqualTo(2_000);
            assertThat(sums.getString(6)).isEqualTo("1900-01-01");
            assertThat(sums.getInt(7)).isEqualTo(31);
        }
    }

    @Test
    void a_nested_column_cannot_be_read() throws SQLException {
        Path file = folder.resolve("nested.parquet");
        duckdb("copy (select [1, 2] as list, 'a' as name) to '%s' (format parquet)".formatted(file));
        assertThatThrownBy(() -> CsvText.of(file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("nested");
    }

    @ParameterizedTest(name = "{0} of 100 parts of a Parquet file")
    @ValueSource(ints = {0, 1, 3, 50, 90, 99})
    void a_parquet_file_that_is_cut_off_cannot_be_read(int part) throws IOException {
        Path whole = folder.resolve("whole.parquet");
        write(whole, 100, 50);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * part / 100));
        assertThatThrownBy(() -> CsvText.of(cut))
                .isInstanceOf(Unreadable.class)
                .hasMessageContainingAll(cut.toString(), "Maybe");
    }

    @Test
    void a_parquet_file_with_a_wrong_byte_is_never_read_as_other_values() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        write(whole, 100, 200);
        byte[] bytes = Files.readAllBytes(whole);
        int footer = (bytes[bytes.length - 8] & 0xFF)
                | (bytes[bytes.length - 7] & 0xFF) << 8
                | (bytes[bytes.length - 6] & 0xFF) << 16;
        int data = bytes.length - 8 - footer;
        List<List<String>> expected = CsvText.of(whole);
        Path broken = folder.resolve("broken.parquet");
        var random = new Random(7);
        int told = 0;
        for (int of = 0; of < 400; of++) {
            byte[] copy = bytes.clone();
            int place = of < 300 ? 4 + random.nextInt(data - 4) : 4 + random.nextInt(bytes.length - 4);
            copy[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(broken, copy);
            List<List<String>> read;
            try {
                read = CsvText.of(broken);
            } catch (Unreadable unreadable) {
                told++;
                assertThat(unreadable.getMessage()).contains(broken.toString());
                continue;
            }
            if (place < data) {
                assertThat(read.equals(expected))
                        .as("the same with another bit in byte %d of %d", place, bytes.length)
                        .isTrue();
            }
        }
        assertThat(told).isGreaterThan(200);
    }

    @Test
    void a_file_that_is_not_there_cannot_be_read() {
        for (String ending : List.of(".csv", ".parquet")) {
            Path file = folder.resolve("nowhere" + ending);
            assertThatThrownBy(() -> Table.open(file))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
