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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The load, or its PostgreSQL, is killed in the middle: nothing is lost, nothing doubled.
@Tag("slow")
class KilledLoadTest {

    private static final String PORTION = "200";
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void afterKillsOfTheProgramAndOfTheDatabaseEverythingIsAsIfNothingHadHappened() throws Exception {
        Path nation = folder.resolve("nation");
        new SyntheticNation(
                        new SyntheticNation.Wanted(2_000, 3, LocalDate.of(2025, 1, 1), 2, nation, ".csv", 1),
                        Progress.silent())
                .make();
        Path calm = folder.resolve("calm");
        Path log = folder.resolve("calm.log");
        assertThat(load(calm, nation, log).waitFor()).isZero();
        long portions = portions(log);
        System.out.printf("%d portions; killed %d times, each after %d%n", portions, KILLS, portions / (KILLS + 1));

        Path disturbed = folder.resolve("disturbed");
        for (int kill = 0; kill < KILLS; kill++) {
            log = folder.resolve("killed-%d.log".formatted(kill));
            Process load = load(disturbed, nation, log);
            while (load.isAlive() && portions(log) < portions / (KILLS + 1)) {
                Thread.sleep(5);
            }
            assertThat(load.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(ThreadLocalRandom.current().nextInt(50));
            if (kill % 2 == 0) {
                load.destroyForcibly();
            } else {
                killDatabase(disturbed);
            }
            assertThat(load.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(load.exitValue()).as(Files.readString(log)).isNotZero();
        }
        assertThat(load(disturbed, nation, folder.resolve("last.log")).waitFor())
                .isZero();
        assertThat(everything(disturbed)).isEqualTo(everything(calm));
    }

    private static long portions(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(LoadProcess.PORTION))
                .count();
    }

    private Process load(Path data, Path nation, Path log) throws IOException {
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
                .redirectOutput(log.toFile())
                .start();
    }

    /// Kills PostgreSQL itself: the process that its data folder names.
    private static void killDatabase(Path data) throws IOException {
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
