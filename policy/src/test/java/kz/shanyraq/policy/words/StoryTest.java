package kz.shanyraq.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.random.RandomHouseholds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The explanations of random families read as sentences of people, in every language: no code of a file, no
/// missing value, no hole in a sentence.
class StoryTest {

    private static final int FAMILIES = Integer.getInteger("properties.families", 60);

    private static final String HOLE = "(?s).*([{}]|\\bnull\\b|_|\\|| {3,}|\\(\\)|: *$).*";
    private static final String LATIN_WORD = "(?s).*[a-z]{2,}.*";

    @ParameterizedTest(name = "{0}, {1} of the cells not known")
    @CsvSource({
        "2018-06, 0",
        "2019-08, -1",
        "2020-07, 0",
        "2022-05, -1",
        "2023-02, 0.1",
        "2023-09, -1",
        "2025-11, 0",
        "2026-05, 0.05"
    })
    void an_explanation_has_no_code_and_no_hole(YearMonth month, double unknown) {
        var law = new Catalogue(month, Figures.shipped());
        var explainer = new Explainer(law);
        Households h = new RandomHouseholds(Integer.getInteger("properties.seed", 0) + month.hashCode(), month, unknown)
                .make(FAMILIES);
        for (Benefit benefit : law.inForce()) {
            var rows = new Assessments();
            law.assess(h, benefit, rows);
            for (int i = 0; i < rows.size; i++) {
                int f = rows.family[i];
                int person = rows.person[i];
                Explanation told = explainer.explain(h, f, person < 0 ? -1 : h.firstPerson[f] + person, benefit);
                check(told.with(Unless.find(law, h, f, told)), h.only(f));
            }
        }
    }

    private static void check(Explanation explanation, Households one) {
        List<String> names = IntStream.range(0, one.persons)
                .mapToObj(person -> Integer.toString(person + 1))
                .toList();
        String person = explanation.person() < 0 ? "" : names.get(explanation.person());
        for (Language language : Language.values()) {
            List<String> lines = new Story(language).tell(explanation, "7", person, one, names);
            String text = String.join("\n", lines);
            for (String line : lines) {
                boolean heading = line.endsWith(":") || line.isEmpty();
                assertThat(line).as("in%n%s", text).matches(s -> heading || !s.matches(HOLE), "no hole");
                if (language != Language.EN) {
                    assertThat(line).as("in%n%s", text).doesNotMatch(LATIN_WORD);
                }
            }
            if (explanation.outcome() != Outcome.GRANTED) {
                assertThat(lines.stream().filter(line -> line.startsWith("  – ")))
                        .as("a reason in%n%s", text)
                        .isNotEmpty();
            }
            assertThat(lines.stream().filter(line -> !line.isEmpty()))
                    .as("twice in%n%s", text)
                    .doesNotHaveDuplicates();
        }
    }
}
