package kz.shanyraq.policy.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.random.RandomHouseholds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The law is told a second time, in SQL, by somebody who had not read the first telling; over random
/// families both must give the same rows for every benefit. See `oracle/README.md`.
class OracleTest {

    private static final Path SQL = Path.of("src/test/resources/oracle");
    private static final Path FIGURES = Path.of("src/main/resources/kz/shanyraq/policy/figures/figures.csv");

    /// In an order in which each finds what it reads.
    private static final List<String> TELLING = List.of(
            "schema",
            "figures",
            "common",
            "targeted_assistance",
            "housing_assistance",
            "large_family",
            "children",
            "birth_grant",
            "childcare",
            "childcare_insured",
            "choice",
            "disability_benefit",
            "survivor",
            "child_disability_care",
            "awarded_mother",
            "group1_care",
            "job_loss");

    private static final List<String> FILES = List.of("families", "persons", "incomes", "livestock", "plots");

    private static final int MISSING = 5;

    /// More families and other seeds are a matter of patience: `-Doracle.families=5000 -Doracle.seed=7`.
    private static final int FAMILIES = Integer.getInteger("oracle.families", 800);

    private static final int SEED = Integer.getInteger("oracle.seed", 0);

    @TempDir
    private Path folder;

    private Connection connection;
    private Statement sql;

    @BeforeEach
    void tell() throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        sql = connection.createStatement();
        for (String file : TELLING) {
            sql.execute(Files.readString(SQL.resolve(file + ".sql")));
        }
        sql.execute("""
                INSERT INTO figures SELECT figure, region, "from"::DATE, "until"::DATE, value::DECIMAL(18,2), source, 0
                FROM read_csv('%s', all_varchar=true, header=true)""".formatted(FIGURES));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest(name = "{0}, {1} of the cells not known")
    @CsvSource({
        "2018-05, 0",
        "2018-09, -1",
        "2019-03, 0.03",
        "2019-05, 0",
        "2019-08, -1",
        "2019-11, 0.10",
        "2020-02, -1",
        "2020-05, 0",
        "2020-07, 0.03",
        "2021-06, -1",
        "2022-03, 0.10",
        "2023-02, 0",
        "2023-07, -1",
        "2024-02, 0",
        "2024-11, 0.10",
        "2025-01, -1",
        "2025-11, 0.03",
        "2026-05, 0",
        "2026-08, -1"
    })
    void both_tellings_give_the_same_rows(String month, double unknown) throws SQLException, IOException {
        boolean several = unknown > 0;
        Households h = new RandomHouseholds(SEED + month.hashCode(), YearMonth.parse(month), unknown).make(FAMILIES);
        load(h);
        sql.execute("INSERT INTO params VALUES (DATE '%s-01')".formatted(month));
        var catalogue = new Catalogue(YearMonth.parse(month), Figures.shipped());
        var differing = new ArrayList<String>();
        int rows = 0;
        for (Benefit benefit : catalogue.inForce()) {
            Map<String, String> theirs = theirs(benefit);
            Map<String, String> ours = ours(h, catalogue, benefit);
            rows += ours.size();
            var keys = new TreeSet<>(ours.keySet());
            keys.addAll(theirs.keySet());
            for (String key : keys) {
                String one = ours.getOrDefault(key, "no row");
                String other = theirs.getOrDefault(key, "no row");
                if (!one.equals(other) && !(several && sameButForMissing(one, other))) {
                    differing.add("%s %s%n  Java: %s%n  SQL:  %s".formatted(benefit.code(), key, one, other));
                }
            }
        }
        assertThat(rows).isGreaterThan(2 * FAMILIES);
        assertThat(differing)
                .as(
                        "of %d rows differ %d, the first: %s",
                        rows, differing.size(), differing.stream().limit(5).toList())
                .isEmpty();
    }

    /// Where several facts are missing, the library names those without which it cannot go on, the other
    /// telling also those that would then matter: each that is named must be among them.
    private static boolean sameButForMissing(String one, String other) {
        String[] ours = one.split(" \\| ", -1);
        String[] theirs = other.split(" \\| ", -1);
        if (ours.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < ours.length; i++) {
            boolean same = i == MISSING
                    ? !ours[i].isEmpty() && List.of(theirs[i].split("\\|")).containsAll(List.of(ours[i].split("\\|")))
                    : ours[i].equals(theirs[i]);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private void load(Households h) throws IOException, SQLException {
        RandomHouseholds.write(h, folder);
        for (String file : FILES) {
            sql.execute("INSERT INTO %s BY NAME SELECT * FROM read_csv('%s', header=true, all_varchar=true)"
                    .formatted(file, folder.resolve(file + ".csv")));
        }
    }

    private Map<String, String> theirs(Benefit benefit) throws SQLException {
        var rows = new TreeMap<String, String>();
        boolean line = benefit == Benefit.TARGETED_ASSISTANCE;
        try (ResultSet result = sql.executeQuery(
                """
                SELECT family_id, coalesce(person_id, ''), outcome, kind, monthly, once, unmet, missing, %s
                FROM out_%s""".formatted(line ? "income_per_head, poverty_line" : "NULL, NULL", benefit.code()))) {
            while (result.next()) {
                String row = String.join(
                        " | ",
                        result.getString(3),
                        result.getString(4),
                        result.getString(5),
                        result.getString(6),
                        result.getString(7),
                        result.getString(8));
                rows.put(
                        result.getString(1) + " " + result.getString(2),
                        line ? row + " | " + number(result, 9) + " | " + number(result, 10) : row);
            }
        }
        return rows;
    }

    private static String number(ResultSet result, int column) throws SQLException {
        BigDecimal value = result.getBigDecimal(column);
        return value == null ? "" : value.setScale(2).toPlainString();
    }

    private static Map<String, String> ours(Households h, Catalogue catalogue, Benefit benefit) {
        var rows = new Assessments();
        catalogue.assess(h, benefit, rows);
        var told = new TreeMap<String, String>();
        for (int i = 0; i < rows.size; i++) {
            Outcome outcome = rows.outcome(i);
            var missing = new ArrayList<>(
                    Explainer.facts(rows.missing[i]).stream().map(Fact::code).toList());
            missing.sort(null);
            String row = String.join(
                    " | ",
                    outcome.code(),
                    outcome == Outcome.GRANTED && benefit == Benefit.TARGETED_ASSISTANCE
                            ? Kind.values()[rows.kind[i]].code()
                            : "",
                    Integer.toString(rows.monthly[i]),
                    Integer.toString(rows.once[i]),
                    codes(Explainer.unmet(Catalogue.grounds(benefit), rows.unmet[i])),
                    String.join("|", missing));
            String key = RandomHouseholds.family(rows.family[i])
                    + " "
                    + (rows.person[i] < 0 ? "" : RandomHouseholds.person(h, rows.family[i], rows.person[i]));
            told.put(
                    key,
                    benefit == Benefit.TARGETED_ASSISTANCE
                            ? row + " | " + tenge(rows.incomePerHead[i]) + " | " + tenge(rows.povertyLine[i])
                            : row);
        }
        return told;
    }

    private static String tenge(long tiyn) {
        return tiyn < 0 ? "" : BigDecimal.valueOf(tiyn, 2).toPlainString();
    }

    private static String codes(List<? extends Code> codes) {
        return String.join("|", codes.stream().map(Code::code).toList());
    }
}
