package kz.shanyraq.nation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import kz.shanyraq.nation.HouseholdData;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Household data in Parquet, as another program writes them: numbers as numbers, days as days.
class ParquetHouseholdsTest {

    @TempDir
    private Path folder;

    private static void duckdb(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private HouseholdData converted(List<String> files) throws SQLException {
        HouseholdData data = HouseholdData.small(folder);
        for (String file : files) {
            Path csv = folder.resolve(file + ".csv");
            duckdb("copy (select * from read_csv('%s')) to '%s' (format parquet)"
                    .formatted(csv, folder.resolve(file + ".parquet")));
            data.without(file + ".csv");
        }
        return data;
    }

    @Test
    void what_another_program_converts_is_read_by_value() throws SQLException {
        Reading text = Reading.of(HouseholdData.small(folder.resolve("text")).folder());
        Reading columns =
                Reading.of(converted(List.of("families", "persons", "incomes")).folder());
        assertThat(columns.rejects()).isEmpty();
        assertThat(columns.warnings()).isEqualTo(text.warnings());
        assertThat(columns.counts()).isEqualTo(text.counts());
        assertThat(columns.families()).isEqualTo(text.families());
        assertThat(columns.persons()).isEqualTo(text.persons());
        Households read = columns.households();
        for (Column column : Column.values()) {
            if (column.held()) {
                for (int row = 0; row < read.rows(column.file()); row++) {
                    assertThat(column.get(read, row))
                            .as("%s of row %d", column, row)
                            .isEqualTo(column.get(text.households(), row));
                }
            }
        }
    }

    @Test
    void csv_and_parquet_may_stand_side_by_side() throws SQLException {
        Reading read = Reading.of(converted(List.of("persons")).folder());
        assertThat(read.rejects()).isEmpty();
        assertThat(read.persons()).hasSize(4);
        assertThat(Arrays.copyOf(read.households().incomeAmount, 4)).containsExactly(120_000, 120_000, 120_000, 90_000);
    }

    @Test
    void ids_may_be_numbers() throws SQLException {
        HouseholdData data = HouseholdData.empty(folder);
        duckdb(
                "copy (select 17 as family_id, 71 as region union all select 5, 75 order by 1 desc) to '%s' (format parquet)"
                        .formatted(folder.resolve("families.parquet")));
        duckdb(
                "copy (select 1000000000000::bigint as person_id, 17 as family_id, null::bigint as mother_id) to '%s' (format parquet)"
                        .formatted(folder.resolve("persons.parquet")));
        Reading read = Reading.of(data.folder());
        assertThat(read.rejects()).isEmpty();
        assertThat(read.families()).containsExactly("17", "5");
        assertThat(read.persons()).containsExactly("1000000000000");
        assertThat(read.households().region[1]).isEqualTo((byte) 75);
    }

    @Test
    void cells_of_the_wrong_form_are_rejected_with_their_row() throws SQLException {
        HouseholdData data = HouseholdData.small(folder).without("incomes.csv");
        duckdb("""
                copy (select * from (values ('F1-1', '2024-10', 'wage', 100.0::double), ('F1-1', '2024-11', 'wage', 0.5),
                      ('F1-2', '2024-12', 'wage', -7.0), ('F2-1', '2024-12', 'pension', null), ('F2-1', '2024-12', 'pension', 'nan'::double))
                      as t(person_id, month, kind, amount)) to '%s' (format parquet)""".formatted(folder.resolve("incomes.parquet")));
        Reading read = Reading.of(data.folder());
        assertThat(read.rejected())
                .containsExactly(
                        "incomes.parquet:3 amount=0.5",
                        "incomes.parquet:4 amount=-7",
                        "incomes.parquet:5 amount=",
                        "incomes.parquet:6 amount=");
        assertThat(read.households().incomeAmount[0]).isEqualTo(100);
        assertThat(read.flagged()).containsExactly("F1", "F2");
    }

    @Test
    void a_fraction_of_a_tenge_is_refused_however_small() throws SQLException {
        HouseholdData data = HouseholdData.small(folder).without("incomes.csv").without("families.csv");
        for (String decimal : List.of("decimal(8, 4)", "decimal(18, 4)")) {
            duckdb("""
                    copy (select person_id, month, kind, amount::%s as amount from (values
                          ('F1-1', '2024-10', 'wage', 100), ('F2-1', '2024-12', 'wage', 100.0049), ('F1-1', '2024-11', 'wage', null))
                          as t(person_id, month, kind, amount)) to '%s' (format parquet)""".formatted(decimal, folder.resolve("incomes.parquet")));
            duckdb("""
                    copy (select 'F1' as family_id, '71' as region, 54.005::%1$s as dwelling_area_m2
                          union all select 'F2', '71', 36::%1$s) to '%2$s' (format parquet)""".formatted(decimal, folder.resolve("families.parquet")));
            Reading read = Reading.of(data.folder());
            assertThat(read.rejected())
                    .containsExactly("incomes.parquet:3 amount=100.0049", "incomes.parquet:4 amount=");
            assertThat(read.households().incomeAmount[0]).isEqualTo(100);
            assertThat(Arrays.copyOf(read.households().dwellingArea, 2)).containsExactly(5_401, 3_600);
        }
    }

    @Test
    void truth_values_and_days_are_not_taken_for_other_things() throws SQLException {
        HouseholdData data = HouseholdData.small(folder).without("families.csv");
        duckdb("""
                copy (select 'F1' as family_id, 71 as region, true as cars, 1 as water, timestamp '2024-03-05 17:30:00' as dwelling_sold_on
                      union all select 'F2', 71, null, null, null) to '%s' (format parquet)""".formatted(folder.resolve("families.parquet")));
        Reading read = Reading.of(data.folder());
        assertThat(read.rejected()).hasSize(1).first().asString().matches("families.parquet:2 (cars=true|water=1)");
        assertThat(read.flagged()).containsExactly("F1");
    }

    @Test
    void a_file_that_is_cut_off_cannot_be_read() throws SQLException, IOException {
        HouseholdData data = converted(List.of("persons"));
        Path file = folder.resolve("persons.parquet");
        byte[] bytes = Files.readAllBytes(file);
        data.file("persons.parquet", Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> Reading.of(data.folder()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContainingAll("persons.parquet", "Maybe it was not copied to its end");
    }
}
