package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The database itself forbids that two facts of one thing hold on one day.
class OverlapTest {

    private Village village;

    @BeforeEach
    void aFamilyOfOne(@TempDir Path folder) {
        village = new Village(folder);
        village.load("2025-01-01", "families", "family_id,region\nF1,11\n", "persons", "person_id,family_id\nP1,F1\n");
        village.db().sql("update registry.home set superseded_by = 1").update();
        village.db().sql("update registry.membership set superseded_by = 1").update();
    }

    @AfterEach
    void leave() throws Exception {
        Village.leave();
    }

    private void add(Sheet sheet, String valid) {
        String more = switch (sheet) {
            case MEMBERSHIP -> ", family_id";
            case HOME -> ", kato";
            case INCOME -> ", kind, amount";
            case LIVESTOCK, PLOTS -> ", kind";
            case LODGING -> ", dwelling_key";
            default -> "";
        };
        String values = switch (sheet) {
            case MEMBERSHIP -> ", 1";
            case HOME -> ", 110000000";
            case INCOME -> ", 1, 5";
            case LIVESTOCK -> ", 'horse'";
            case PLOTS -> ", 'hay'";
            case LODGING -> ", 'D1'";
            default -> "";
        };
        village.db()
                .sql("insert into %s (%s, intake, valid%s) values (1, 2, '%s'%s)"
                        .formatted(sheet.table(), sheet.subject(), more, valid, values))
                .update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            [2025-01-01,);           [2025-02-01,)
            [2025-01-01,);           [2024-01-01,2025-01-02)
            [2024-01-01,2025-01-02); [2025-01-01,)
            [2024-01-01,2025-01-02); [2024-12-01,2025-02-01)
            [2024-01-01,2025-01-02); [2024-06-01,2024-07-01)
            [2024-06-01,2024-07-01); [2024-01-01,2025-01-02)
            """)
    void ofTwoThatOverlapTheSecondIsRefused(String first, String second) {
        add(Sheet.HEALTH, first);
        assertThatThrownBy(() -> add(Sheet.HEALTH, second))
                .hasMessageMatching("(?s).*(conflicting key|would hold on one day|duplicate key).*");
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everySheetRefusesAnOverlapAndTakesNeighbours(Sheet sheet) {
        add(sheet, "[2024-01-01,2024-06-01)");
        add(sheet, "[2024-06-01,2025-01-01)");
        assertThatThrownBy(() -> add(sheet, "[2024-03-01,2024-04-01)"));
        if (sheet == Sheet.INCOME) {
            assertThatThrownBy(() -> add(sheet, "[2025-01-01,)"));
        } else {
            assertThatThrownBy(() -> add(sheet, "[2024-12-01,)"));
            add(sheet, "[2025-01-01,)");
        }
        assertThatThrownBy(() -> add(sheet, "empty"));
    }

    @Test
    void whatIsSupersededIsInNobodysWayAndCannotComeBack() {
        add(Sheet.HEALTH, "[2025-01-01,)");
        village.db().sql("update registry.health set superseded_by = 2").update();
        add(Sheet.HEALTH, "[2024-01-01,2025-06-01)");
        assertThat(village.rows("select count(*) from registry.health")).containsExactly("2");
        assertThatThrownBy(() -> village.db()
                .sql("update registry.health set superseded_by = null where superseded_by is not null")
                .update());
    }
}
