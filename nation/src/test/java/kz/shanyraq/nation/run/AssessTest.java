package kz.shanyraq.nation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import kz.shanyraq.nation.HouseholdData;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.CsvText;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run writes: the columns of the contract, in a fixed order, the same however it is run.
class AssessTest {

    private static final List<String> COLUMNS = List.of(
            "family_id",
            "month",
            "act",
            "person_id",
            "edition",
            "outcome",
            "kind",
            "monthly",
            "once",
            "unmet",
            "missing",
            "income_per_head",
            "poverty_line");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path csv;
    private static Path parquet;

    @BeforeAll
    static void a_village_in_both_formats() {
        csv = village(".csv");
        parquet = village(".parquet");
    }

    private static Path village(String ending) {
        Path out = shared.resolve("village" + ending.replace('.', '-'));
        new SyntheticNation(
                        new SyntheticNation.Wanted(3_000, 4, LocalDate.of(2025, 1, 1), 6, out, ending, 2),
                        Progress.silent())
                .make();
        return out;
    }

    private Path assessed(Path data, String name) {
        Assessing.run(Assessing.everything(data, folder.resolve(name)));
        return folder.resolve(name);
    }

    @Test
    void the_rows_are_those_of_the_contract() {
        Path out = assessed(csv, "r.csv");
        List<List<String>> rows = CsvText.of(out);
        assertThat(rows.getFirst()).isEqualTo(COLUMNS);
        assertThat(CsvText.column(out, "month")).containsOnly("2025-01");
        assertThat(CsvText.column(out, "outcome")).containsOnly("granted", "refused", "undecided");
        for (List<String> row : rows.subList(1, rows.size())) {
            boolean granted = row.get(5).equals("granted");
            boolean targeted = row.get(2).equals("targeted_assistance");
            assertThat(row.get(9).isEmpty())
                    .as("unmet of %s", row)
                    .isEqualTo(!row.get(5).equals("refused"));
            assertThat(row.get(10).isEmpty())
                    .as("missing of %s", row)
                    .isEqualTo(!row.get(5).equals("undecided"));
            if (!granted) {
                assertThat(row.subList(7, 9)).as("sums of %s", row).containsExactly("0", "0");
            }
            assertThat(row.get(6).isEmpty()).as("kind of %s", row).isEqualTo(!(targeted && granted));
            assertThat(row.get(12).isEmpty()).as("line of %s", row).isEqualTo(!targeted);
            assertThat(row.get(3).isEmpty())
                    .as("person of %s", row)
                    .isEqualTo(List.of("targeted_assistance", "housing_assistance", "large_family", "survivor")
                            .contains(row.get(2)));
        }
    }

    @Test
    void the_rows_are_ordered_by_family_act_and_person() throws IOException {
        List<String> keys = keys(assessed(csv, "r.csv"));
        assertThat(keys).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2_000);
    }

    private static List<String> keys(Path file) {
        return CsvText.of(file).stream()
                .skip(1)
                .map(row -> row.get(0) + "\u0001" + row.get(2) + "\u0001" + row.get(3))
                .toList();
    }

    @Test
    void the_order_is_that_of_code_points_whatever_the_order_of_the_rows() throws IOException {
        var ids = new ArrayList<>(List.of("Z", "a", "ﬀ", "😀", "Я", "ә", "10", "9", "1"));
        Path first = null;
        for (int of = 0; of < 3; of++) {
            Collections.shuffle(ids, new Random(of));
            var families = new StringBuilder("family_id,region\n");
            var persons = new StringBuilder("person_id,family_id,birth_date,relation,status,disability\n");
            for (String id : ids) {
                families.append(id).append(",71\n");
                for (String person : List.of("2", "10", "ё", "B")) {
                    persons.append(id).append('-').append(person).append(',').append(id);
                    persons.append(",1980-01-01,other,citizen,group2\n");
                }
            }
            Path data = HouseholdData.empty(folder.resolve("data" + of))
                    .file("families.csv", families.toString())
                    .file("persons.csv", persons.toString())
                    .folder();
            Path out = assessed(data, "r" + of + ".csv");
            List<String> written =
                    CsvText.column(out, "family_id").stream().distinct().toList();
            assertThat(written).containsExactly("1", "10", "9", "Z", "a", "Я", "ә", "ﬀ", "😀");
            if (first == null) {
                first = out;
            }
            assertThat(out).hasSameBinaryContentAs(first);
        }
    }

    @Test
    void the_bytes_do_not_depend_on_the_workers_or_the_format_of_the_data() {
        Path ofCsv = assessed(csv, "of-csv.csv");
        Path ofParquet = assessed(parquet, "of-parquet.csv");
        assertThat(ofParquet).hasSameBinaryContentAs(ofCsv);
        Path byFive = folder.resolve("by-five.csv");
        Assessing.run(Assessing.wanted(csv, byFive, Assessing.MONTH, EnumSet.allOf(Benefit.class), false, 5));
        assertThat(byFive).hasSameBinaryContentAs(ofCsv);
    }

    @Test
    void both_formats_of_results_hold_the_same() throws IOException {
        Path text = assessed(csv, "r.csv");
        List<List<String>> wellbeing = CsvText.of(folder.resolve("wellbeing.csv"));
        List<List<String>> signals = CsvText.of(folder.resolve("signals.csv"));
        Path columns = assessed(csv, "r.parquet");
        assertThat(CsvText.of(columns).equals(CsvText.of(text))).isTrue();
        assertThat(CsvText.of(folder.resolve("wellbeing.parquet")).equals(wellbeing))
                .isTrue();
        assertThat(CsvText.of(folder.resolve("signals.parquet")).equals(signals))
                .isTrue();
        assertThat(wellbeing.getFirst())
                .containsExactly("family_id", "month", "model", "dimension", "points", "level", "missing");
        assertThat(signals.getFirst()).containsExactly("family_id", "person_id", "month", "code", "reason", "missing");
    }

    @Test
    void families_in_are_families_out() {
        Path out = folder.resolve("r.csv");
        Assess.Report report = Assessing.run(Assessing.everything(csv, out));
        long families = CsvText.of(csv.resolve("families.csv")).size() - 1;
        assertThat(report.tally().families).isEqualTo(families);
        assertThat(report.tally().persons)
                .isEqualTo(CsvText.of(csv.resolve("persons.csv")).size() - 1);
        assertThat(report.tally().rows(Benefit.TARGETED_ASSISTANCE)).isEqualTo(families);
        assertThat(report.tally().rows(Benefit.HOUSING_ASSISTANCE)).isEqualTo(families);
        List<List<String>> rows = CsvText.of(out);
        Map<String, Long> written = rows.stream()
                .skip(1)
                .collect(Collectors.groupingBy(row -> row.get(2) + " " + row.get(5), Collectors.counting()));
        for (Benefit benefit : Benefit.values()) {
            for (Outcome outcome : Outcome.values()) {
                assertThat(report.tally().rows(benefit, outcome))
                        .as("%s %s", benefit, outcome)
                        .isEqualTo(written.getOrDefault(benefit.code() + " " + outcome.code(), 0L));
            }
            assertThat(report.tally().monthly[benefit.ordinal()])
                    .isEqualTo(rows.stream()
                            .skip(1)
                            .filter(row -> row.get(2).equals(benefit.code()))
                            .mapToLong(row -> Long.parseLong(row.get(7)))
                            .sum());
        }
    }

    @Test
    void a_family_with_a_rejected_row_is_undecided_and_the_others_go_on() throws IOException {
        HouseholdData data = HouseholdData.small(folder.resolve("data"))
                .file("incomes.csv", HouseholdData.INCOMES + "F1-1,2024-12,wage,-1\n");
        Path out = folder.resolve("r.csv");
        Assess.Report report = Assessing.run(Assessing.everything(data.folder(), out));
        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.rowsRead()).isEqualTo(2 + 4 + 5);
        assertThat(report.tally().notAssessed).isEqualTo(1);
        List<List<String>> rows = CsvText.of(out);
        assertThat(rows.stream().filter(row -> row.get(0).equals("F1")))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.subList(5, 11)).containsExactly("undecided", "", "0", "0", "", "income"));
        assertThat(rows.stream().filter(row -> row.get(0).equals("F2")).map(row -> row.get(10)))
                .isNotEmpty()
                .noneMatch(missing -> missing.contains("family"));
        assertThat(Files.readString(folder.resolve("rejects.csv"), StandardCharsets.UTF_8))
                .isEqualTo("file,line,column,value,reason\nincomes.csv,6,amount,-1,'-1' is negative\n");
    }

    @Test
    void a_family_whose_own_row_is_rejected_is_undecided() {
        HouseholdData data = HouseholdData.small(folder.resolve("data"))
                .file("families.csv", "family_id,region,cars\nF1,7x,0\nF2,71,1\n");
        Path out = folder.resolve("r.csv");
        Assess.Report report = Assessing.run(Assessing.everything(data.folder(), out));
        assertThat(report.tally().notAssessed).isEqualTo(1);
        assertThat(report.tally().byRegion[71]).isEqualTo(1);
        assertThat(CsvText.of(out).stream().filter(row -> row.get(0).equals("F1")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(5)).isEqualTo("undecided"))
                .allSatisfy(row -> assertThat(row.get(10)).isEqualTo("family"));
    }

    @Test
    void rejects_of_an_earlier_run_do_not_stay() throws IOException {
        HouseholdData data = HouseholdData.small(folder.resolve("data"))
                .file("incomes.csv", HouseholdData.INCOMES + "F1-1,2024-12,wage,-1\n");
        assessed(data.folder(), "r.csv");
        assertThat(folder.resolve("rejects.csv")).exists();
        data.file("incomes.csv", HouseholdData.INCOMES);
        assessed(data.folder(), "r.csv");
        assertThat(folder.resolve("rejects.csv")).doesNotExist();
    }

    @Test
    void data_without_families_give_a_header() throws IOException {
        Path data = HouseholdData.empty(folder.resolve("data"))
                .file("families.csv", "family_id,region\n")
                .file("persons.csv", "person_id,family_id\n")
                .folder();
        Path out = folder.resolve("r.csv");
        Assess.Report report = Assessing.run(Assessing.everything(data, out));
        assertThat(report.tally().families).isZero();
        assertThat(Files.readString(out)).isEqualTo(String.join(",", COLUMNS) + "\n");
    }

    @Test
    void a_benefit_that_is_not_in_force_writes_no_row_and_is_told() {
        HouseholdData data = HouseholdData.small(folder.resolve("data"));
        Path out = folder.resolve("r.csv");
        Assess.Report report = Assessing.run(
                Assessing.wanted(data.folder(), out, YearMonth.of(2019, 6), EnumSet.allOf(Benefit.class), false, 1));
        assertThat(report.notInForce()).containsKey(Benefit.LARGE_FAMILY);
        assertThat(CsvText.column(out, "act")).doesNotContain("large_family").contains("targeted_assistance");
    }

    @Test
    void the_true_entitlements_are_those_of_an_assessment_of_the_truth() {
        Path out = assessed(csv.resolve("truth"), "r.csv");
        assertThat(CsvText.of(out).equals(CsvText.of(csv.resolve("truth/entitlements.csv"))))
                .isTrue();
    }
}
