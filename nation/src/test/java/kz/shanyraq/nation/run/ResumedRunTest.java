package kz.shanyraq.nation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.nation.HouseholdData;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.CsvText;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that was stopped goes on from the parts that are done, and ends with the same bytes; parts of another run
/// are never taken.
class ResumedRunTest {

    /// More families than a part holds, so that there are two parts.
    private static final int FAMILIES = 64 * 4096 + 700;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path large;
    private static Path whole;

    @BeforeAll
    static void families_of_two_parts() {
        var families = new StringBuilder("family_id,region,cars\n");
        var persons = new StringBuilder("person_id,family_id,birth_date,sex,relation,status\n");
        for (int family = 0; family < FAMILIES; family++) {
            families.append('F').append(1_000_000 + family).append(",71,");
            families.append(family % 3).append('\n');
            if (family % 50 == 0) {
                persons.append('P').append(family).append(",F").append(1_000_000 + family);
                persons.append(",1980-01-01,f,head,citizen\n");
            }
        }
        large = HouseholdData.empty(shared.resolve("large"))
                .file("families.csv", families.toString())
                .file("persons.csv", persons.toString())
                .file("incomes.csv", "person_id,month,kind,amount\nP0,2024-12,wage,5\n")
                .folder();
        whole = shared.resolve("whole.csv");
        Assessing.run(wanted(large, whole, Assessing.MONTH, 2));
    }

    private static Assess.Wanted wanted(Path data, Path out, YearMonth month, int threads) {
        return new Assess.Wanted(
                data,
                month,
                EnumSet.of(Benefit.TARGETED_ASSISTANCE),
                Figures.shipped(),
                false,
                false,
                false,
                out,
                threads);
    }

    private Assess.Wanted ofLarge() {
        return wanted(large, folder.resolve("r.csv"), Assessing.MONTH, 1);
    }

    private HouseholdData small() {
        return HouseholdData.small(folder.resolve("small"));
    }

    private Assess.Wanted of(HouseholdData data) {
        return Assessing.everything(data.folder(), folder.resolve("r.csv"));
    }

    @Test
    void a_stopped_run_goes_on_with_its_parts() throws IOException {
        Assess.Wanted wanted = ofLarge();
        Assessing.runUntil(wanted, "part-00000");
        assertThat(wanted.out()).doesNotExist();
        Path work = Assessing.work(wanted);
        assertThat(work.resolve("part-00000")).exists();
        assertThat(work.resolve("part-00001")).doesNotExist();
        Files.write(work.resolve("part-00001.unfinished"), new byte[1_000]);

        Assess.Report report = Assessing.run(wanted);

        assertThat(report.partsDoneBefore()).isEqualTo(1);
        assertThat(report.tally().families).isEqualTo(FAMILIES);
        assertThat(wanted.out()).hasSameBinaryContentAs(whole);
        assertThat(work).doesNotExist();
    }

    @Test
    void a_run_that_was_stopped_while_writing_its_results_goes_on() throws IOException {
        HouseholdData data = small();
        Path undisturbed = Files.createDirectory(folder.resolve("undisturbed")).resolve("r.csv");
        Assessing.run(Assessing.everything(data.folder(), undisturbed));
        Assess.Wanted wanted = of(data);
        Assessing.runUntil(wanted, "results-r.csv");
        assertThat(wanted.out()).doesNotExist();
        Assess.Report report = Assessing.run(wanted);
        assertThat(report.partsDoneBefore()).isEqualTo(1);
        assertThat(wanted.out()).hasSameBinaryContentAs(undisturbed);
        for (String beside : List.of("wellbeing.csv", "signals.csv")) {
            assertThat(folder.resolve(beside)).hasSameBinaryContentAs(undisturbed.resolveSibling(beside));
        }
    }

    @Test
    void a_run_that_goes_on_tells_the_rejects_and_warnings_of_the_first() throws IOException {
        HouseholdData data = small().file("families.csv", HouseholdData.FAMILIES + "F3,98,0\nF4,7x,0\n")
                .file("incomes.csv", HouseholdData.INCOMES + "F1-1,2024-12,wage,-1\n");
        Assess.Wanted wanted = of(data);
        Assessing.runUntil(wanted, "part-00000");
        Assess.Report report = Assessing.run(wanted);
        assertThat(report.partsDoneBefore()).isEqualTo(1);
        assertThat(report.rejectedRows()).isEqualTo(2);
        assertThat(report.rejectedByColumn())
                .containsOnly(Map.entry("families.csv, region", 1L), Map.entry("incomes.csv, amount", 1L));
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("region"));
        assertThat(Files.readAllLines(folder.resolve("rejects.csv"))).hasSize(3);
    }

    @Test
    void a_run_that_was_stopped_while_reading_begins_again() throws IOException {
        Assess.Wanted wanted = of(small());
        Assessing.runUntil(wanted, "spill-persons-0");
        assertThat(Assessing.run(wanted).partsDoneBefore()).isZero();
        assertThat(CsvText.column(wanted.out(), "family_id")).contains("F1", "F2");
        assertThat(Assessing.work(wanted)).doesNotExist();
    }

    @Test
    void a_snapshot_that_is_cut_off_is_made_again() throws IOException {
        Assess.Wanted wanted = of(small());
        Assessing.runUntil(wanted, "part-00000");
        Path snapshot = Assessing.work(wanted).resolve("snapshot");
        byte[] bytes = Files.readAllBytes(snapshot);
        Files.write(snapshot, Arrays.copyOf(bytes, bytes.length / 2));
        Assessing.run(wanted);
        assertThat(CsvText.column(wanted.out(), "family_id")).contains("F1", "F2");
    }

    @Test
    void parts_of_another_month_are_not_taken() {
        HouseholdData data = small();
        Assessing.runUntil(of(data), "part-00000");
        Assess.Wanted wanted = Assessing.wanted(
                data.folder(), folder.resolve("r.csv"), YearMonth.of(2024, 1), EnumSet.allOf(Benefit.class), false, 1);
        assertThat(Assessing.run(wanted).partsDoneBefore()).isZero();
        assertThat(CsvText.column(wanted.out(), "month")).containsOnly("2024-01");
    }

    @Test
    void parts_of_other_benefits_are_not_taken() {
        HouseholdData data = small();
        Assessing.runUntil(of(data), "part-00000");
        Assess.Wanted wanted = Assessing.wanted(
                data.folder(),
                folder.resolve("r.csv"),
                Assessing.MONTH,
                EnumSet.of(Benefit.HOUSING_ASSISTANCE),
                false,
                1);
        assertThat(Assessing.run(wanted).partsDoneBefore()).isZero();
        assertThat(CsvText.column(wanted.out(), "act")).containsOnly("housing_assistance");
    }

    @Test
    void parts_of_other_figures_are_not_taken() {
        HouseholdData data = small();
        Assess.Wanted first = of(data);
        Assessing.runUntil(first, "part-00000");
        Figures figures = Figures.shipped()
                .overlaidBy(Figures.of(List.of(new Figure(
                        Figures.SUBSISTENCE_MINIMUM, 71, LocalDate.of(2024, 1, 1), null, 9_000_000, "a test"))));
        Assess.Wanted second = new Assess.Wanted(
                first.data(), first.month(), first.benefits(), figures, false, true, true, first.out(), 1);
        assertThat(Assessing.run(second).partsDoneBefore()).isZero();
    }

    @Test
    void parts_of_another_directory_of_the_same_sizes_and_times_are_not_taken() throws IOException {
        HouseholdData data = small();
        HouseholdData others = HouseholdData.small(folder.resolve("others"))
                .file("families.csv", HouseholdData.FAMILIES.replace("F1,71,0", "F1,71,2"));
        for (String file : List.of("families.csv", "persons.csv", "incomes.csv")) {
            Files.setLastModifiedTime(
                    others.folder().resolve(file),
                    Files.getLastModifiedTime(data.folder().resolve(file)));
        }
        Assessing.runUntil(of(data), "part-00000");
        assertThat(Assessing.run(of(others)).partsDoneBefore()).isZero();
    }

    @Test
    void parts_of_data_that_have_changed_since_are_not_taken() {
        HouseholdData data = small();
        Assessing.runUntil(of(data), "part-00000");
        Assess.Report report = Assessing.run(of(data.file("families.csv", HouseholdData.FAMILIES + "F3,71,0\n")));
        assertThat(report.partsDoneBefore()).isZero();
        assertThat(report.tally().families).isEqualTo(3);
    }

    @Test
    void data_that_cannot_be_read_leave_nothing() {
        Assess.Wanted wanted = of(small().file("incomes.csv", "person_id,month,kind,amount\nF1-1,2024"));
        assertThatThrownBy(() -> Assessing.run(wanted)).isInstanceOf(Unreadable.class);
        assertThat(wanted.out()).doesNotExist();
        assertThat(Assessing.work(wanted)).doesNotExist();
        assertThat(folder.resolve("rejects.csv")).doesNotExist();
    }

    @Test
    void a_second_run_keeps_away_from_the_results_of_one_that_is_going_on() throws IOException {
        Assess.Wanted wanted = of(small());
        Path lock = folder.resolve("r.csv.lock");
        try (var other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            assertThatThrownBy(() -> Assessing.run(wanted))
                    .isInstanceOf(Unreadable.class)
                    .hasMessageContaining("Another run is writing");
            assertThat(Assessing.work(wanted)).doesNotExist();
        }
        assertThat(lock).as("a lock that was left by a run that was killed").exists();
        Assessing.run(wanted);
        assertThat(wanted.out()).exists();
        assertThat(lock).doesNotExist();
    }

    /// Another process, killed as by the machine.
    @Test
    @Tag("slow")
    void a_killed_process_is_gone_on_with_by_another() throws IOException, InterruptedException {
        Assess.Wanted wanted = ofLarge();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:FreqInlineSize=600",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        large.toString(),
                        wanted.out().toString())
                .inheritIO()
                .start();
        Path part = Assessing.work(wanted).resolve("part-00000");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(part) && process.isAlive() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly().waitFor();
        assertThat(part).exists();
        assertThat(wanted.out()).doesNotExist();
        assertThat(Assessing.run(wanted).partsDoneBefore()).isBetween(1, 2);
        assertThat(wanted.out()).hasSameBinaryContentAs(whole);
    }

    /// The run of the process that is killed.
    static final class Main {
        public static void main(String[] args) {
            Assess.run(wanted(Path.of(args[0]), Path.of(args[1]), Assessing.MONTH, 1), Progress.silent());
        }

        private Main() {}
    }
}
