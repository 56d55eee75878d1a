package kz.shanyraq.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Flip;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.random.RandomHouseholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The explanations of random families read as sentences of people, in every language: no code of a file, no
/// missing value, no hole in a sentence.
class StoryTest {

    private static final int FAMILIES = Integer.getInteger("properties.families", 60);

    private static final String HOLE = "(?s).*([{}]|\\bnull\\b|_|\\|| {3,}|\\(\\)|: *$).*";
    private static final Set<Benefit> SUMS_COMPARED = Set.of(Benefit.TARGETED_ASSISTANCE, Benefit.HOUSING_ASSISTANCE);
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
            because(explanation, language);
            List<String> lines = new Story(language).tell(explanation, "7", person, one, names);
            String text = String.join("\n", lines);
            for (String line : lines) {
                boolean heading = line.endsWith(":") || line.isEmpty();
                assertThat(line).as("in%n%s", text).matches(s -> heading || !s.matches(HOLE), "no hole");
                if (language != Language.EN) {
                    // The source of a figure is told in the language of our figures.
                    assertThat(line.replaceFirst(" {2}[(].*", ""))
                            .as("in%n%s", text)
                            .doesNotMatch(LATIN_WORD);
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

    /// A granted answer says on what it stands, a sum against a sum where that is it.
    private static void because(Explanation explanation, Language language) {
        String because = new Story(language).because(explanation).orElse("");
        assertThat(because).matches(words -> !words.matches(HOLE), "no hole");
        if (explanation.outcome() != Outcome.GRANTED) {
            assertThat(because).isEmpty();
        } else if (SUMS_COMPARED.contains(explanation.benefit())) {
            assertThat(because).containsPattern("₸\\).*₸\\).*\\[");
        }
    }

    @ParameterizedTest(name = "{0} of an income in {4}")
    @CsvSource(delimiter = ';', textBlock = """
            INCOME_AMOUNT ; 900000 ; 60000 ; поступление «заём», 2024-12 (1) – 60 000 ₸ (сейчас – 900 000 ₸) ; RU
            TERM_MONTHS   ; 3     ; 12    ; срок займа, полученного в 2024-12, месяцев (1) – 12 (сейчас – 3) ; RU
            TERM_MONTHS   ; 3     ; 12    ; 2024-12 айында алынған қарыздың мерзімі, ай (1) – 12 (қазір – 3) ; KK
            """)
    void a_change_names_the_fact_that_changes(Column column, long from, long to, String words, Language language) {
        Households one = new HouseholdBuilder()
                .family("region", "71")
                .person("relation", "head", "status", "citizen", "birth_date", "1990-01-01", "absence", "none")
                .income("month", "2024-12", "kind", "loan", "amount", "900000", "term_months", "3")
                .build();
        var law = new Catalogue(YearMonth.of(2025, 3), Figures.shipped());
        Explanation refused = new Explainer(law).explain(one, 0, -1, Benefit.TARGETED_ASSISTANCE);
        var flip = new Flip(column, 0, from, to, Outcome.GRANTED, 1_000, 0);
        List<String> lines = new Story(language).tell(refused.with(flip), "7", "", one, List.of("1"));
        String told = String.join("\n", lines).replace('\u00a0', ' ');
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(told).contains(words);
    }

    @Test
    void a_sum_of_nothing_is_put_down_to_the_line_only_where_there_is_a_line() {
        Households one = new HouseholdBuilder()
                .family("region", "71")
                .person("birth_date", "1990-01-01", "sex", "f", "work", "none")
                .and("job_lost_on", "2025-01-15", "insured_months", "12", "job_loss_months_paid", "0")
                .and("insured_income_24m", "0", "status", "citizen", "relation", "head")
                .build();
        var law = new Catalogue(YearMonth.of(2025, 3), Figures.shipped());
        Explanation granted = new Explainer(law).explain(one, 0, 0, Benefit.JOB_LOSS);
        assertThat(granted.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(granted.monthly()).isZero();
        assertThat(new Story(Language.EN).tell(granted, "7", "1", one, List.of("1")))
                .contains("Entitled, but the amount worked out is zero.");
    }
}
