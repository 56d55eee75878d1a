package kz.shanyraq.nation.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.shanyraq.nation.Iin;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.files.CsvText;
import kz.shanyraq.nation.synthetic.SyntheticNation.Made;
import kz.shanyraq.nation.synthetic.SyntheticNation.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The synthetic nation: the same for the same seed, of the size that was wanted, with the truth beside it.
class SyntheticNationTest {

    private static final int PERSONS = 9_000;

    /// More families than two chunks hold, so that the threads have something to put in order.
    private static final int SEVERAL_CHUNKS = 32_000;

    private static final LocalDate ON = LocalDate.of(2025, 1, 1);
    private static final List<String> FILES =
            List.of("families", "persons", "incomes", "livestock", "plots", "sources");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path nation;
    private static Made made;

    @BeforeAll
    static void a_small_nation() {
        nation = shared.resolve("nation");
        made = make(nation, PERSONS, 7, ".csv", 2);
    }

    private static Made make(Path out, long persons, long seed, String ending, int threads) {
        return new SyntheticNation(new Wanted(persons, seed, ON, 6, out, ending, threads), Progress.silent()).make();
    }

    private static List<String> column(String file, String name) {
        return CsvText.column(nation.resolve(file + ".csv"), name);
    }

    private static TreeSet<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            var names = new TreeSet<String>();
            all.filter(Files::isRegularFile)
                    .forEach(file -> names.add(folder.relativize(file).toString()));
            return names;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
        sameOnAnyNumberOfThreads(".parquet");
    }

    @Test
    @Tag("slow")
    void the_same_seed_gives_the_same_text_on_any_number_of_threads() {
        sameOnAnyNumberOfThreads(".csv");
    }

    private void sameOnAnyNumberOfThreads(String ending) {
        Path one = folder.resolve("one");
        Path four = folder.resolve("four");
        Made made = make(one, SEVERAL_CHUNKS, 7, ending, 1);
        make(four, SEVERAL_CHUNKS, 7, ending, 4);
        assertThat(made.families()).isGreaterThan(2L * Chunk.FAMILIES);
        assertThat((double) made.persons()).isCloseTo(SEVERAL_CHUNKS, within(0.02 * SEVERAL_CHUNKS));
        assertThat(files(four)).isEqualTo(files(one)).hasSizeGreaterThan(14);
        for (String file : files(one)) {
            assertThat(four.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void another_seed_gives_another_nation() throws IOException {
        Path other = folder.resolve("other");
        make(other, PERSONS, 8, ".csv", 2);
        assertThat(Files.mismatch(other.resolve("persons.csv"), nation.resolve("persons.csv")))
                .isNotNegative();
        assertThat(Files.mismatch(other.resolve("incomes.csv"), nation.resolve("incomes.csv")))
                .isNotNegative();
    }

    @Test
    void the_nation_in_parquet_is_the_nation_in_csv() {
        Path parquet = folder.resolve("parquet");
        make(parquet, PERSONS, 7, ".parquet", 2);
        for (String file : List.of(
                "families",
                "persons",
                "incomes",
                "livestock",
                "plots",
                "sources",
                "facts",
                "truth/families",
                "truth/persons",
                "truth/incomes",
                "truth/livestock",
                "truth/plots",
                "truth/sources",
                "truth/entitlements")) {
            List<List<String>> of = CsvText.of(parquet.resolve(file + ".parquet"));
            assertThat(of.equals(CsvText.of(nation.resolve(file + ".csv"))))
                    .as("%s in both formats", file)
                    .isTrue();
        }
    }

    @Test
    void there_are_about_as_many_persons_as_were_wanted() {
        assertThat(made.persons()).isBetween(PERSONS * 98L / 100, PERSONS * 102L / 100);
        assertThat(made.persons()).isEqualTo(column("persons", "person_id").size());
        assertThat(made.families()).isEqualTo(column("families", "family_id").size());
        assertThat(made.incomes()).isEqualTo(column("incomes", "person_id").size());
        assertThat(made.errors()).isEqualTo(column("truth/errors", "key").size());
        assertThat(made.entitlements())
                .isEqualTo(column("truth/entitlements", "act").size());
    }

    @ParameterizedTest(name = "{0} persons")
    @ValueSource(longs = {100, 1_000})
    void any_size_is_kept(long persons) {
        Made other = make(folder.resolve("n"), persons, 3, ".parquet", 2);
        assertThat((double) other.persons()).isCloseTo(persons, within(10 + 0.03 * persons));
    }

    /// Numbers of persons run out where too many are born on one day; and no age is where others were cut off.
    @Test
    void the_birthdays_are_spread_over_the_years() {
        var born = new TreeMap<String, Integer>();
        column("persons", "birth_date").forEach(date -> born.merge(date, 1, Integer::sum));
        born.remove("");
        assertThat(Collections.max(born.values())).isLessThan(15);
    }

    @Test
    void the_keys_hold_the_files_together() {
        var families = new HashSet<>(column("families", "family_id"));
        var persons = new HashSet<>(column("persons", "person_id"));
        assertThat(families).hasSize((int) made.families());
        assertThat(persons).hasSize((int) made.persons());
        assertThat(families.containsAll(column("persons", "family_id"))).isTrue();
        assertThat(persons.containsAll(column("incomes", "person_id"))).isTrue();
        assertThat(families.containsAll(column("livestock", "family_id"))).isTrue();
        assertThat(families.containsAll(column("plots", "family_id"))).isTrue();
        for (String parent : List.of("mother_id", "father_id", "guardian_id")) {
            assertThat(persons.containsAll(told(column("persons", parent))))
                    .as(parent)
                    .isTrue();
        }
    }

    private static List<String> told(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).toList();
    }

    @Test
    void every_number_is_right_and_can_be_nobodys() {
        List<String> numbers = column("persons", "iin");
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .allMatch(Iin::isValid)
                .allMatch(iin -> iin.charAt(6) == '1' || iin.charAt(6) == '2');
        assertThat(column("persons", "phone").stream().filter(phone -> !phone.isEmpty()))
                .isNotEmpty()
                .allMatch(phone -> phone.startsWith("+7000"));
    }

    @Test
    void the_places_are_of_the_country() {
        assertThat(told(column("families", "district"))).allMatch(Territory::isDistrict);
        assertThat(column("families", "region")).allMatch(region -> Territory.isRegion(Integer.parseInt(region)));
        assertThat(new HashSet<>(column("families", "region"))).hasSize(20);
    }

    @Test
    void the_incomes_are_of_the_months_that_the_sources_were_asked_for() {
        assertThat(column("sources", "kind")).containsExactly("*");
        assertThat(column("sources", "asked_from")).containsExactly("2024-07");
        assertThat(column("sources", "asked_to")).containsExactly("2024-12");
        assertThat(new TreeSet<>(column("incomes", "month")).first()).isEqualTo("2024-07");
        assertThat(new TreeSet<>(column("incomes", "month")).last()).isEqualTo("2024-12");
    }

    /// The cells in which what is reported differs from the truth, as `file|key|column|truth|reported`.
    private static TreeSet<String> differences() {
        var differences = new TreeSet<String>();
        for (String file : FILES) {
            List<List<String>> reported = CsvText.of(nation.resolve(file + ".csv"));
            List<List<String>> truth = CsvText.of(nation.resolve("truth").resolve(file + ".csv"));
            assertThat(reported).as(file).hasSameSizeAs(truth);
            List<String> header = truth.getFirst();
            for (int row = 1; row < truth.size(); row++) {
                for (int column = 0; column < header.size(); column++) {
                    String wrong = reported.get(row).get(column);
                    String right = truth.get(row).get(column);
                    if (!wrong.equals(right)) {
                        String key = file.equals("incomes")
                                ? String.join("|", truth.get(row).subList(0, 3))
                                : truth.get(row).getFirst();
                        differences.add(String.join("|", file, key, header.get(column), right, wrong));
                    }
                }
            }
        }
        return differences;
    }

    @Test
    void the_errors_that_are_told_are_those_that_were_planted() {
        var told = new TreeSet<String>();
        for (List<String> row :
                CsvText.of(nation.resolve("truth/errors.csv")).stream().skip(1).toList()) {
            told.add(String.join("|", row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
        }
        assertThat(told).hasSizeGreaterThan(20).isEqualTo(differences());
    }

    @Test
    void half_of_the_errors_are_told_rightly_by_another_source() {
        Map<String, List<List<String>>> facts = new HashMap<>();
        for (List<String> row :
                CsvText.of(nation.resolve("facts.csv")).stream().skip(1).toList()) {
            facts.computeIfAbsent(row.get(0) + row.get(1) + "|" + row.get(2), key -> new ArrayList<>())
                    .add(row);
        }
        int conflicts = 0;
        List<List<String>> errors = CsvText.of(nation.resolve("truth/errors.csv")).stream()
                .skip(1)
                .filter(row -> !row.get(1).equals("incomes"))
                .toList();
        for (List<String> error : errors) {
            List<List<String>> tellings = facts.getOrDefault(error.get(2) + "|" + error.get(3), List.of());
            assertThat(tellings).as(error.toString()).isNotEmpty();
            assertThat(tellings).extracting(row -> row.get(3)).contains(error.get(5));
            if (tellings.size() > 1) {
                assertThat(tellings).extracting(row -> row.get(3)).contains(error.get(4));
                conflicts++;
            }
        }
        assertThat(conflicts).isBetween(errors.size() / 4, 3 * errors.size() / 4);
    }

    @Test
    void the_register_of_civil_status_names_persons_of_the_nation() {
        Map<String, List<String>> persons = new HashMap<>();
        for (List<String> row : CsvText.of(nation.resolve("truth/persons.csv"))) {
            persons.put(row.getFirst(), row);
        }
        List<List<String>> records = CsvText.of(nation.resolve("registers/civil.csv"));
        Map<String, String> owners = new HashMap<>();
        CsvText.of(nation.resolve("truth/duplicates.csv")).forEach(row -> owners.put(row.get(0), row.get(1)));
        assertThat(records).hasSizeGreaterThan(20);
        for (List<String> record : records.subList(1, records.size())) {
            List<String> person = persons.get(owners.get(record.getFirst()));
            assertThat(person).as(record.toString()).isNotNull();
            assertThat(record.get(6)).isEqualTo(record.get(4));
            if (!record.get(1).isEmpty()) {
                assertThat(person).contains(record.get(1), record.get(2), record.get(3), record.get(4));
            } else {
                assertThat(person).contains(record.get(3), record.get(4)).doesNotContain(record.get(2));
            }
        }
    }

    @Test
    void every_line_of_the_calibration_says_what_its_figure_is() {
        List<Calibration.Line> lines = made.calibration().lines();
        assertThat(lines)
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(line.tag()).isIn("published", "derived", "assumption"))
                .allSatisfy(line -> assertThat(line.source()).isNotBlank())
                .allSatisfy(line -> assertThat(line.difference()).matches("[+-][0-9.]+ %"));
        String report = made.calibration().markdown("`made for a test`", 1.0);
        assertThat(report).contains("`made for a test`", "Astana", "| published |", "| assumption |");
        assertThat(report).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void the_whole_agrees_with_the_country_within_the_noise_of_a_sample() {
        for (Calibration.Line line : made.calibration().lines()) {
            double difference = Double.parseDouble(line.difference().replace(" %", ""));
            if (List.of("families", "persons under 18", "men and boys", "persons in villages")
                    .contains(line.what())) {
                assertThat(difference).as(line.what()).isBetween(-8.0, 8.0);
            }
        }
    }

    @Test
    void a_nation_is_whole_or_not_there() {
        assertThat(nation.resolveSibling("nation.unfinished")).doesNotExist();
        assertThatThrownBy(() -> new SyntheticNation(
                        new Wanted(1_000, 1, LocalDate.of(1990, 1, 1), 6, folder.resolve("early"), ".csv", 1),
                        Progress.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("1989-12", "Maybe");
        assertThat(folder.resolve("early")).doesNotExist();
    }

    @Test
    void a_nation_that_cannot_be_written_to_its_end_leaves_nothing() throws IOException {
        Path out = Files.createFile(folder.resolve("a file"));
        assertThatThrownBy(() -> make(out.resolve("nation"), 1_000, 1, ".csv", 2))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(folder)
                .isDirectoryContaining(path -> path.equals(out))
                .isDirectoryNotContaining("glob:**unfinished");
    }

    @Test
    void an_earlier_nation_is_replaced() {
        Path out = folder.resolve("n");
        make(out, 1_000, 1, ".parquet", 1);
        make(out, 1_000, 1, ".csv", 1);
        assertThat(files(out)).allMatch(file -> file.endsWith(".csv"));
    }
}
