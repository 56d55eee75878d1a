package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import kz.shanyraq.office.database.Unreachable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database ends while a load runs: that is said as what it is, and the next call goes on.
class DatabaseEndsTest {

    private static final int PERSONS = 2_000;

    @AfterEach
    void leave() throws Exception {
        Village.leave();
    }

    @Test
    void aLoadWhoseDatabaseEndsSaysSoKeepsWhatWasCountedAndGoesOn(@TempDir Path folder) throws Exception {
        Village village = new Village(folder).inPortionsOf(5);
        Path files = village.files("families", families(), "persons", persons());
        var wanted = new Intake.Wanted(files, LocalDate.of(2025, 1, 1), null);
        Thread end = Thread.ofPlatform().start(() -> endConnections(village));
        RuntimeException failure = catchThrowableOfType(
                RuntimeException.class, () -> village.intake().households(wanted));
        end.join();
        assertThat(Unreachable.orItself(failure, "It ended."))
                .isInstanceOf(Unreachable.class)
                .hasMessage("It ended.");
        long kept = counted(village);
        assertThat(kept).isBetween(1L, PERSONS - 1L);

        village.calledAgain().households(wanted);
        assertThat(counted(village)).isEqualTo(PERSONS);
        assertThat(village.rows("select count(*), count(distinct source_key) from registry.person"))
                .containsExactly(PERSONS + " " + PERSONS);
    }

    @Test
    void aFaultThatIsNotTheDatabasesEndStaysAFault() {
        var fault = new IllegalStateException("a fault", new java.sql.SQLException("no such column", "42703"));
        assertThat(Unreachable.orItself(fault, "It ended.")).isSameAs(fault);
    }

    private static long counted(Village village) {
        return village.db()
                .sql("select coalesce(max(rows_read), 0) from registry.intake where format = 'persons'")
                .query(Long.class)
                .single();
    }

    private static void endConnections(Village village) {
        while (counted(village) == 0) {
            Thread.onSpinWait();
        }
        village.db().sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """).query(Boolean.class).list();
    }

    private static String families() {
        return "family_id,region,district\nF1,11,114500000\n";
    }

    private static String persons() {
        var text = new StringBuilder("person_id,family_id,last_name,first_name,birth_date,relation\n");
        for (int n = 0; n < PERSONS; n++) {
            text.append("P%d,F1,Серікова,Айгүл,1980-01-01,%s\n".formatted(n, n == 0 ? "head" : "other"));
        }
        return text.toString();
    }
}
