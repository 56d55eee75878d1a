package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.OfficeDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sweep, or its PostgreSQL, is killed in the middle, with and without parts done: called again it goes on, and its
/// result is that of a sweep that nobody disturbed.
@Tag("slow")
class KilledSweepTest {

    /// The program is killed before any part is done, its PostgreSQL in the middle, the program again near the end.
    private static final int[] KILLED_AFTER = {0, 10, 40};

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_killed_sweep_goes_on_and_finds_what_an_undisturbed_one_finds() throws Exception {
        Path nation = folder.resolve("nation");
        new SyntheticNation(
                        new SyntheticNation.Wanted(2_000, 5, LocalDate.of(2025, 1, 1), 2, nation, ".csv", 1),
                        Progress.silent())
                .make();
        Path data = folder.resolve("data");
        assertThat(run(folder.resolve("load.log"), data.toString(), nation.toString())
                        .waitFor())
                .isZero();
        int killed = 0;
        for (int after : KILLED_AFTER) {
            Path log = folder.resolve("killed-%d.log".formatted(after));
            Process sweep = run(log, data.toString());
            while (sweep.isAlive() && parts(log) < after) {
                Thread.sleep(2);
            }
            if (killed % 2 == 0) {
                sweep.destroyForcibly();
            } else {
                killDatabase(data);
            }
            killed++;
            assertThat(sweep.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(sweep.exitValue()).as(Files.readString(log)).isNotZero();
        }
        Path last = folder.resolve("last.log");
        assertThat(run(last, data.toString()).waitFor())
                .as(Files.readString(last))
                .isZero();
        assertThat(Files.readString(last)).contains("Going on with sweep 1");
        try (OfficeDatabase database = OfficeDatabase.forOffice(DataFolder.of(data), null, told -> {});
                HikariDataSource pool = database.intake()) {
            JdbcClient db = JdbcClient.create(pool);
            assertThat(db.sql("select assessed = families from benefits.sweep where id = 1 and state = 'done'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            Sweep calm = new Sweeper(pool, data).all(null, null, told -> {});
            assertThat(calm.found()).isPositive().isEqualTo(calm.same());
            assertThat(calm.added() + calm.changed() + calm.gone())
                    .as("what the killed sweep left wrong")
                    .isZero();
            assertThat(db.sql("select count(*) from benefits.wellbeing where since = :id or until = :id")
                            .param("id", calm.id())
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(db.sql("""
                            select count(*) from (select kato, topic, state, sum(n) from (
                                select kato, topic, state, findings as n from benefits.figure
                                union all select kato, topic, state, -count(*) from benefits.finding where until is null group by kato, topic, state) f
                            group by kato, topic, state having sum(n) <> 0) wrong
                            """).query(Integer.class).single())
                    .as("counts that are not the sum of their findings")
                    .isZero();
        }
    }

    private static long parts(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(SweepProcess.PART))
                .count();
    }

    private Process run(Path log, String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dshanyraq.programs=" + folder.resolve("programs"),
                SweepProcess.class.getName()));
        command.addAll(List.of(words));
        Files.writeString(log, "");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void killDatabase(Path data) throws IOException {
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
