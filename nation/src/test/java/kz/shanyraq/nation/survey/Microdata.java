package kz.shanyraq.nation.survey;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.nation.Progress;

/// Hand-made rows in the layout of a survey, their import, and what was written.
final class Microdata {

    /// The month into which all are moved, if nothing else is said; its first day is a day of birth minus six months.
    static final String MONTH = "2025-01";

    private final SurveySet set;
    private final Path folder;
    private final Path out;
    private final Map<String, Map<String, String>> usual;
    private final Map<String, List<String>> files = new LinkedHashMap<>();

    /// No rows yet.
    ///
    /// @param usual the columns of each file in their order, with the value that a row has if it says nothing else
    Microdata(SurveySet set, Path folder, Map<String, Map<String, String>> usual) {
        this.set = set;
        this.folder = folder.resolve("survey");
        this.out = folder.resolve("families");
        this.usual = usual;
        usual.forEach((file, cells) -> files.put(file, new ArrayList<>(List.of(String.join(",", cells.keySet())))));
    }

    /// Columns and their usual values from words such as `household=1 weight=100 rent=`.
    static Map<String, String> usual(String words) {
        return cells(Stream.of(words.split("\\s+")));
    }

    private static Map<String, String> cells(Stream<String> words) {
        var cells = new LinkedHashMap<String, String>();
        words.filter(word -> !word.isEmpty()).forEach(word -> {
            int equals = word.indexOf('=');
            cells.put(word.substring(0, equals), word.substring(equals + 1));
        });
        return cells;
    }

    /// Adds a row; what is not said is as usual.
    Microdata row(String file, String words) {
        var row = new LinkedHashMap<>(usual.get(file));
        cells(Stream.of(words.split("\\s+"))).forEach((column, value) -> {
            if (row.replace(column, value) == null) {
                throw new IllegalArgumentException("The layout has no column '%s'.".formatted(column));
            }
        });
        files.get(file).add(String.join(",", row.values()));
        return this;
    }

    /// Adds a line as it stands.
    Microdata line(String file, String line) {
        files.get(file).add(line);
        return this;
    }

    /// Writes the survey's files.
    Path write() {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, List<String>> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey() + ".csv"), String.join("\n", file.getValue()) + "\n");
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return folder;
    }

    /// Brings what stands in the folder over, one tenge for one unit.
    SurveyImport.Done bring(boolean presume) {
        return bring(new Move(java.time.YearMonth.parse(MONTH), 71, Factor.ONE, presume));
    }

    /// Brings what stands in the folder over.
    SurveyImport.Done bring(Move move) {
        return SurveyImport.run(new SurveyImport.Wanted(set, folder, move, out, ".csv"), Progress.silent());
    }

    /// Writes the files and brings them over.
    Microdata brought(boolean presume) {
        write();
        bring(presume);
        return this;
    }

    Path folder() {
        return folder;
    }

    Path out() {
        return out;
    }

    /// The rows of a file of the household format.
    List<Map<String, String>> rows(String file) {
        return rowsOf(out.resolve(file + ".csv"));
    }

    /// The rows of a CSV file, by column.
    static List<Map<String, String>> rowsOf(Path file) {
        try (var records = CsvReader.builder().ofNamedCsvRecord(file)) {
            return records.stream().map(row -> row.getFieldsAsMap()).toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /// One cell of the person of an id.
    String person(String id, String column) {
        return cell("persons", "person_id", id, column);
    }

    /// One cell of the family of an id.
    String family(String id, String column) {
        return cell("families", "family_id", id, column);
    }

    private String cell(String file, String key, String id, String column) {
        Map<String, String> row = rows(file).stream()
                .filter(cells -> id.equals(cells.get(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no '%s' in %s.".formatted(id, file)));
        return row.getOrDefault(column, "no such column");
    }

    /// The months and sums of one kind of income of a person.
    Map<String, Long> incomes(String person, String kind) {
        var months = new java.util.TreeMap<String, Long>();
        rows("incomes").stream()
                .filter(row ->
                        row.get("person_id").equals(person) && row.get("kind").equals(kind))
                .forEach(row -> months.put(row.get("month"), Long.valueOf(row.get("amount"))));
        return months;
    }

    /// The sum of all months of one kind of income of a person.
    long income(String person, String kind) {
        return incomes(person, kind).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// The kinds of income of a person.
    List<String> kinds(String person) {
        return rows("incomes").stream()
                .filter(row -> row.get("person_id").equals(person))
                .map(row -> row.get("kind"))
                .distinct()
                .sorted()
                .toList();
    }

    /// The names of all files below the folder in which the survey and the families lie.
    List<String> filesThere() {
        try (Stream<Path> all = Files.walk(out.getParent())) {
            return all.filter(path -> !path.startsWith(folder) && !path.equals(out.getParent()))
                    .map(path -> out.getParent().relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static Microdata us(Path folder) {
        return new Microdata(SurveySet.US_ACS2011, folder, Map.of("households", usual("""
                                household=1 state=1 region=3 puma=100 weight=90 persons=1 type=6 children_own=0
                                children_related=0 has_60=0 has_65=0 has_under18=0 snap=2 income_household=0
                                income_family= tenure=3 rooms=3 bedrooms=1 vehicles=1 rent=500 multigen=1"""), "persons", usual("""
                                household=1 person=1 weight=90 relation=0 sex=2 age=40 marital=5 school=16
                                employment=1 hours=40 occupation=4700 disability=2 hearing=2 vision=2 cognitive=2
                                ambulatory=2 selfcare=2 independent=2 wages=0 self_employment=0 interest_rent=0
                                social_security=0 ssi=0 public_assistance=0 retirement=0 other_income=0
                                income_total=0 poverty_ratio_pct=100 health_public=2""")));
    }

    static Microdata at(Path folder) {
        return new Microdata(
                SurveySet.AT_SILC_SYNTHETIC, folder, Map.of("households", usual("""
                                household=1 region=Tyrol weight=500 persons=1 eq_size=1 eq_income=0 hy040_rent=0
                                hy050_family_children=0 hy070_housing=0 hy080_transfers=0 hy090_interest=0
                                hy110_children_income=0 hy130_transfers_paid=0 hy145_tax=0"""), "persons", usual("""
                                household=1 person=101 sex=female age=40 status=1 citizenship=AT py010_employee=0
                                py050_self=0 py090_unemployment=0 py100_oldage=0 py110_survivor=0 py120_sickness=0
                                py130_disability=0 py140_education=0""")));
    }

    static Microdata mx(Path folder) {
        return new Microdata(
                SurveySet.MX_ENIGH2022,
                folder,
                Map.of(
                        "households",
                        usual("""
                                household=01 state=01 municipality=01001 rural=0 locality_size=1 stratum=2 weight=900
                                persons=1 men=1 women=0 rooms=3 tenure=4 cars=0 vans=0 pickups=0 motorcycles=0"""),
                        "incomes",
                        usual("household=01 person=01 code=1 m1=0 m2=0 m3=0 m4=0 m5=0 m6=0 quarter=0")));
    }
}
