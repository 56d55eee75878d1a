package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.OfficeDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The load, or its PostgreSQL, is killed in the middle: nothing is lost, nothing doubled.
@Tag("heavy")
class KilledLoadTest {

    private static final String PORTION = "200";

    @TempDir
    Path folder;

    @Test
    void afterKillsOfTheProgramAndOfTheDatabaseEverythingIsAsIfNothingHadHappened() throws Exception {
        Path nation = folder.resolve("nation");
        new SyntheticNation(
                        new SyntheticNation.Wanted(2_000, 3, LocalDate.of(2025, 1, 1), 6, nation, ".csv", 1),
                        Progress.silent())
                .make();
        Path calm = folder.resolve("calm");
        assertThat(load(calm, nation).waitFor()).isZero();

        Path disturbed = folder.resolve("disturbed");
        int kills = 0;
        for (int round = 0; round < 5; round++) {
            Process load = load(disturbed, nation);
            boolean ended = load.waitFor(6_000 + ThreadLocalRandom.current().nextInt(6_000), TimeUnit.MILLISECONDS);
            if (ended && load.exitValue() == 0) {
                break;
            }
            if (round % 2 == 0) {
                load.destroyForcibly().waitFor();
            } else {
                kill(disturbed);
                load.waitFor();
            }
            kills++;
        }
        assertThat(load(disturbed, nation).waitFor()).isZero();
        assertThat(kills).isPositive();
        assertThat(everything(disturbed)).isEqualTo(everything(calm));
    }

    private Process load(Path data, Path nation) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dshanyraq.programs=" + folder.resolve("programs"),
                        LoadProcess.class.getName(),
                        data.toString(),
                        nation.toString(),
                        PORTION)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("load.log").toFile()))
                .start();
    }

    /// Kills PostgreSQL itself: the process that its data folder names.
    private static void kill(Path data) throws IOException {
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        if (Files.exists(pid)) {
            List<String> lines = Files.readAllLines(pid);
            if (!lines.isEmpty()) {
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static List<String> everything(Path data) {
        try (OfficeDatabase database = OfficeDatabase.forOffice(DataFolder.of(data), null, told -> {});
                HikariDataSource pool = database.intake()) {
            return Village.everything(JdbcClient.create(pool));
        }
    }
}
