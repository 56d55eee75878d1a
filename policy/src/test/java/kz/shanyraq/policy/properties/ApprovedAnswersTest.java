package kz.shanyraq.policy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.random.RandomHouseholds;
import org.junit.jupiter.api.Test;

/// The answers of the law to random families, as they were when both tellings agreed on them: a table of
/// counts, sums and checksums. It is quick, so it is what most broken laws meet first; what is right, the case
/// tables and the second telling say. After a change of the law that these have approved:
/// `mvn -pl policy test -Dtest=ApprovedAnswersTest -Dapprove=true`.
class ApprovedAnswersTest {

    private static final Path APPROVED = Path.of("src/test/resources/answers.csv");

    private static final String HEADER = "month,act,rows,granted,refused,undecided,monthly,once,checksum";

    /// The first of the families that the second telling is asked about too.
    private static final int FAMILIES = 200;

    /// Months, and the share of cells that are not known; -1 for one cell of each family.
    private static final Map<String, Double> ASKED = new TreeMap<>(Map.ofEntries(
            Map.entry("2018-05", 0.0),
            Map.entry("2018-09", -1.0),
            Map.entry("2019-03", 0.03),
            Map.entry("2019-05", 0.0),
            Map.entry("2019-08", -1.0),
            Map.entry("2019-11", 0.10),
            Map.entry("2020-02", -1.0),
            Map.entry("2020-05", 0.0),
            Map.entry("2020-07", 0.03),
            Map.entry("2022-03", 0.10),
            Map.entry("2023-02", 0.0),
            Map.entry("2023-07", -1.0),
            Map.entry("2024-02", 0.0),
            Map.entry("2024-11", 0.10),
            Map.entry("2025-01", -1.0),
            Map.entry("2025-11", 0.03),
            Map.entry("2026-05", 0.0),
            Map.entry("2026-08", -1.0)));

    @Test
    void the_law_answers_as_approved() throws IOException {
        List<String> answers = new ArrayList<>(List.of(HEADER));
        ASKED.forEach((month, unknown) -> answers.addAll(answers(YearMonth.parse(month), unknown)));
        if (Boolean.getBoolean("approve")) {
            Files.write(APPROVED, answers);
        }
        assertThat(answers).containsExactlyElementsOf(Files.readAllLines(APPROVED));
    }

    private static List<String> answers(YearMonth month, double unknown) {
        var families = Answers.of(
                Answers.law(month), new RandomHouseholds(month.toString().hashCode(), month, unknown).make(FAMILIES));
        var byBenefit = new TreeMap<String, List<Answers.Row>>();
        for (List<Answers.Row> family : families) {
            for (Answers.Row row : family) {
                byBenefit
                        .computeIfAbsent(row.benefit().code(), code -> new ArrayList<>())
                        .add(row);
            }
        }
        var lines = new ArrayList<String>();
        byBenefit.forEach((benefit, rows) -> lines.add(String.join(
                ",",
                month.toString(),
                benefit,
                Integer.toString(rows.size()),
                count(rows, Outcome.GRANTED),
                count(rows, Outcome.REFUSED),
                count(rows, Outcome.UNDECIDED),
                Long.toString(rows.stream().mapToLong(Answers.Row::monthly).sum()),
                Long.toString(rows.stream().mapToLong(Answers.Row::once).sum()),
                checksum(rows))));
        return lines;
    }

    private static String count(List<Answers.Row> rows, Outcome outcome) {
        return Long.toString(
                rows.stream().filter(row -> row.outcome() == outcome).count());
    }

    private static String checksum(List<Answers.Row> rows) {
        var checksum = new CRC32();
        rows.forEach(row -> checksum.update(row.toString().getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(checksum.getValue());
    }
}
