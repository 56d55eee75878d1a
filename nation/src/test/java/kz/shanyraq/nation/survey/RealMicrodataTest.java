package kz.shanyraq.nation.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.policy.household.IncomeKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The three real sets, if they are at hand: what goes in comes out.
@Tag("slow")
class RealMicrodataTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 1);

    @TempDir
    private Path out;

    private Path folder = Path.of(".");

    @BeforeEach
    void find() {
        folder = RealMicrodata.folder();
    }

    private List<Map<String, String>> survey(SurveySet set, String file) {
        return Microdata.rowsOf(folder.resolve(set.code()).resolve(file + ".csv"));
    }

    private List<Map<String, String>> brought(String file) {
        return Microdata.rowsOf(out.resolve("families").resolve(file + ".csv"));
    }

    private SurveyImport.Done bring(SurveySet set) {
        return RealMicrodata.bring(
                set, new Move(MONTH, RealMicrodata.REGION, Factor.ONE, false), out.resolve("families"));
    }

    @ParameterizedTest(name = "{0}: {1} rows, {2} households, {3} families, {4} persons")
    @CsvSource({
        "US_ACS2011, 8421, 2460, 2607, 5961",
        "AT_SILC_SYNTHETIC, 20827, 6000, 6000, 14827",
        "MX_ENIGH2022, 81465, 15000, 15000, 51926"
    })
    void no_row_is_lost_and_none_is_rejected(SurveySet set, int rows, int households, int families, int persons) {
        SurveyImport.Done done = bring(set);
        assertThat(done.rowsRead()).isEqualTo(rows);
        assertThat(done.rowsSkipped()).isZero();
        assertThat(done.households()).isEqualTo(households);
        assertThat(done.families()).isEqualTo(brought("families").size()).isEqualTo(families);
        assertThat(done.persons()).isEqualTo(brought("persons").size()).isEqualTo(persons);
        assertThat(done.incomes()).isEqualTo(brought("incomes").size());
    }

    @ParameterizedTest(name = "{0}: {2} are {3}")
    @CsvSource({
        "US_ACS2011, persons, wages, wage",
        "US_ACS2011, persons, public_assistance, targeted_assistance",
        "AT_SILC_SYNTHETIC, households, hy070_housing, housing_assistance"
    })
    void the_money_of_a_variable_is_the_money_of_its_kind(SurveySet set, String file, String variable, String kind) {
        bring(set);
        long expected = survey(set, file).stream()
                .mapToLong(row -> rounded(row.get(variable)))
                .sum();
        long sum = brought("incomes").stream()
                .filter(row -> row.get("kind").equals(kind))
                .mapToLong(row -> Long.parseLong(row.get("amount")))
                .sum();
        assertThat(sum).isEqualTo(expected).isPositive();
    }

    /// Whole units, half-up; nothing where nothing was asked or a loss was made.
    private static long rounded(String sum) {
        return sum.isEmpty()
                ? 0
                : new BigDecimal(sum)
                        .max(BigDecimal.ZERO)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /// The sums that the law asks for: all counted incomes of a quarter, here of 15 000 families and by month.
    @Test
    void the_quarter_of_each_mexican_family_is_the_sum_of_its_last_three_months() {
        bring(SurveySet.MX_ENIGH2022);
        Map<String, IncomeKind> kinds = SurveySet.MX_ENIGH2022.mapping().kinds("income_codes");
        var expected = new TreeMap<String, Long>();
        for (Map<String, String> line : survey(SurveySet.MX_ENIGH2022, "incomes")) {
            if (kinds.containsKey(line.get("code"))) {
                long quarter = rounded(line.get("m1")) + rounded(line.get("m2")) + rounded(line.get("m3"));
                expected.merge(line.get("household"), quarter, Long::sum);
            }
        }
        var families = new HashMap<String, String>();
        brought("persons").forEach(person -> families.put(person.get("person_id"), person.get("family_id")));
        var sums = new TreeMap<String, Long>();
        for (Map<String, String> income : brought("incomes")) {
            if (income.get("month").compareTo("2024-10") >= 0) {
                sums.merge(families.get(income.get("person_id")), Long.valueOf(income.get("amount")), Long::sum);
            }
        }
        expected.values().removeIf(sum -> sum == 0);
        assertThat(sums).isEqualTo(expected).hasSizeGreaterThan(14_000);
    }
}
