package kz.shanyraq.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.shanyraq.policy.Act;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Steps;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Column.Type;
import kz.shanyraq.policy.household.HouseholdBuilder;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.PlotKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever an explanation or a page of the law can say has words in three languages, and no words lie about
/// unused.
class WordsTest {

    private static final List<YearMonth> MONTHS = Stream.of("2018-06", "2019-08", "2020-07", "2023-09", "2025-11")
            .map(YearMonth::parse)
            .toList();

    private static final Set<Type> SAID_BY_FLIPS = EnumSet.complementOf(EnumSet.of(Type.TEXT, Type.MONTH));

    /// Columns whose words name more than the column: the kind of income, of livestock, of plot.
    private static final Set<HouseholdFile> OWN_CELLS =
            EnumSet.of(HouseholdFile.INCOMES, HouseholdFile.LIVESTOCK, HouseholdFile.PLOTS);

    private static Stream<Class<? extends Assessment>> sheets() {
        Households somebody = new HouseholdBuilder()
                .family("region", "71")
                .person("relation", "head", "birth_date", "2000-01-01")
                .build();
        return Stream.concat(
                MONTHS.stream()
                        .map(month -> new Catalogue(month, Figures.shipped()))
                        .flatMap(law -> law.inForce().stream()
                                .map(benefit ->
                                        law.sheet(somebody, 0, 0, benefit).getClass())),
                Stream.of(TargetedAssistance.assess(
                                somebody,
                                0,
                                TargetedAssistance.rates(Edition.V6, Day.of(YearMonth.of(2025, 11)), Figures.shipped())[
                                        71])
                        .getClass()));
    }

    private static Set<Steps.Definition> steps() {
        return sheets().distinct().flatMap(sheet -> Steps.of(sheet).stream()).collect(Collectors.toSet());
    }

    private static Set<String> needed() {
        var needed = new TreeSet<String>();
        for (Benefit benefit : Benefit.values()) {
            needed.add("benefit." + benefit.code());
            needed.add("law." + benefit.code());
            for (Ground ground : Catalogue.grounds(benefit)) {
                needed.add("ground." + ground.code());
            }
        }
        for (Steps.Definition step : steps()) {
            switch (step.cites().as()) {
                case CONDITION ->
                    Stream.of("met", "unmet", "unknown")
                            .forEach(answer -> needed.add("check." + step.name() + "." + answer));
                case KIND -> needed.add("step.kind");
                case TENGE, TIYN, COUNT, HUNDREDTHS -> needed.add("step." + step.name());
            }
            for (Column column : step.cites().reads()) {
                saidByFlips(column, needed);
            }
        }
        codes(needed, "fact", Fact.values());
        codes(needed, "act", Act.values());
        codes(needed, "kind", Kind.UNCONDITIONAL, Kind.CONDITIONAL);
        codes(needed, "code.kind", IncomeKind.values());
        codes(needed, "code.kind", LivestockKind.values());
        codes(needed, "code.kind", PlotKind.values());
        Figures.shipped().all().stream().map(Figure::name).forEach(name -> needed.add(figure(name)));
        needed.add("figure.median_income");
        needed.addAll(sources());
        IntStream.rangeClosed(1, 12).forEach(month -> needed.add("month." + month));
        needed.addAll(List.of("""
                month title edition not_in_force not_concerned about.family about.person
                answer.refused answer.undecided
                answer.granted.monthly answer.granted.once answer.granted.both answer.granted.on_the_line answer.granted.zero
                head.checked head.steps head.steps.known head.unless head.unconfirmed head.figures
                instead.republic instead.budget_law instead.scaled
                unless.granted.refused unless.refused.granted unless.undecided.granted unless.undecided.refused
                unless.none once a_month of_person
                cell.incomes.amount cell.incomes.term_months cell.livestock.heads cell.plots.area_m2
                value.true value.false value.never value.unknown value.none value.other
                place.article place.articles place.paragraph place.paragraphs place.point place.annexes
                because.below_line because.costs_above_share
                law.figures law.steps law.grounds""".split("\\s+")));
        return needed;
    }

    /// All norms of a farm are one figure.
    private static String figure(String name) {
        return "figure." + (name.startsWith(Figures.FARM_NORM) ? "farm_norm" : name);
    }

    /// The keys whose English stands in a source of the shipped figures.
    private static Set<String> sources() {
        Set<String> phrases = Figures.shipped().all().stream()
                .map(figure ->
                        figure.source().replaceFirst("^unconfirmed: ", "").replaceFirst(" [(][^()]*[)]$", ""))
                .flatMap(source -> Arrays.stream(source.split("; ")))
                .map(phrase -> phrase.replaceFirst("[0-9]{4}", "{0}"))
                .collect(Collectors.toSet());
        return Words.keys().stream()
                .filter(key -> key.startsWith("source.")
                        && phrases.contains(Words.in(Language.EN).say(key)))
                .collect(Collectors.toSet());
    }

    @Test
    void where_a_shipped_figure_is_from_is_said_in_each_language() {
        for (Figure figure : Figures.shipped().all()) {
            String written = figure.source().replaceFirst("^unconfirmed: ", "");
            String keys = written.endsWith(")") ? written.substring(written.lastIndexOf(" (")) : "";
            assertThat(Words.in(Language.EN).source(figure)).isEqualTo(written);
            for (Language language : List.of(Language.KK, Language.RU)) {
                String said = Words.in(language).source(figure);
                assertThat(said).endsWith(keys);
                assertThat(said.substring(0, said.length() - keys.length()))
                        .as("%s in %s", written, language)
                        .matches("[^A-Za-z]*(\\b[IVX-]+\\b[^A-Za-z]*)*");
            }
        }
    }

    @Test
    void a_source_that_a_deployment_wrote_stays_as_it_is() {
        Figure own = Figures.figure(
                List.of("monthly_index", "00", "2027-01-01", "", "4700", "маслихат города; решение 12 (S1)"), 1);
        assertThat(Words.in(Language.KK).source(own)).isEqualTo("маслихат города; решение 12 (S1)");
    }

    private static void saidByFlips(Column column, Set<String> needed) {
        if (column.held() && SAID_BY_FLIPS.contains(column.type()) && !OWN_CELLS.contains(column.file())) {
            if (column != Column.DISABILITY_GROUP_CHILD) {
                needed.add("fact." + column.header());
            }
            codes(needed, "code." + column.header(), column.codes().toArray(Code[]::new));
        }
    }

    private static void codes(Set<String> needed, String prefix, Code... codes) {
        Arrays.stream(codes).forEach(code -> needed.add(prefix + "." + code.code()));
    }

    @Test
    void whatever_can_be_said_has_words() {
        Set<String> without = needed();
        without.removeAll(Words.keys());
        assertThat(without).isEmpty();
    }

    @Test
    void no_words_are_unused() {
        var unused = new TreeSet<>(Words.keys());
        unused.removeAll(needed());
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_words_are_empty(Language language) {
        Words words = Words.in(language);
        for (String key : Words.keys()) {
            assertThat(words.find(key))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("  ")
                    .isEqualTo(words.find(key).strip());
        }
    }

    private static final Pattern VALUE = Pattern.compile("\\{[a-z_0-9]+}");

    @Test
    void all_languages_put_in_the_same_values() {
        for (String key : Words.keys()) {
            Set<String> english = values(key, Language.EN);
            assertThat(values(key, Language.RU)).as(key).isEqualTo(english);
            assertThat(values(key, Language.KK)).as(key).isEqualTo(english);
        }
    }

    private static Set<String> values(String key, Language language) {
        return VALUE.matcher(Words.in(language).say(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A condition that is not met may be told with the numbers of other steps; they must be on the sheet.
    @Test
    void numbers_put_into_a_reason_are_steps_of_the_same_sheet() {
        sheets().distinct().forEach(sheet -> {
            Set<String> names =
                    Steps.of(sheet).stream().map(Steps.Definition::name).collect(Collectors.toSet());
            Steps.of(sheet).stream()
                    .filter(step -> step.cites().as() == Unit.CONDITION)
                    .flatMap(step -> Stream.of("check." + step.name() + ".unmet", "because." + step.name()))
                    .filter(Words.keys()::contains)
                    .flatMap(key -> values(key, Language.EN).stream())
                    .forEach(value -> assertThat(names).contains(value.substring(1, value.length() - 1)));
        });
    }

    /// The Kazakh and the Russian alphabet; Latin letters only in what is Latin everywhere.
    @Test
    void kazakh_and_russian_are_written_in_their_own_letters() {
        for (String key : Words.keys()) {
            for (Language language : List.of(Language.KK, Language.RU)) {
                String words = VALUE.matcher(Words.in(language).say(key)).replaceAll("");
                assertThat(words).as("%s in %s", key, language).matches("[^A-Za-z]*(\\b[IVX-]+\\b[^A-Za-z]*)*");
            }
        }
    }

    @Test
    void english_is_written_in_latin_letters() {
        for (String key : Words.keys()) {
            assertThat(Words.in(Language.EN).say(key)).as(key).matches("[^\\p{IsCyrillic}]*");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            art. 118               ; 118-бап                                    ; ст. 118
            arts 121–122           ; 121–122-баптар                             ; ст. 121–122
            art. 120 §1            ; 120-баптың 1-тармағы                       ; п. 1 ст. 120
            art. 125 (4)           ; 125-баптың 4) тармақшасы                   ; подп. 4) ст. 125
            arts 175 §6, 177 §5–6  ; 175-баптың 6-тармағы, 177-баптың 5–6-тармақтары ; п. 6 ст. 175, пп. 5–6 ст. 177
            annexes                ; қосымшалар                                 ; приложения
            """)
    void a_place_in_an_act_is_said_as_each_language_says_it(String place, String kazakh, String russian) {
        var citation = new Citation(Act.SOCIAL_CODE, place, true);
        var law = new Catalogue(YearMonth.of(2025, 11), Figures.shipped());
        assertThat(new LawText(law, Language.KK).cite(citation)).isEqualTo("[Әлеуметтік кодекс, " + kazakh + "]");
        assertThat(new LawText(law, Language.RU).cite(citation)).isEqualTo("[Социальный кодекс, " + russian + "]");
    }
}
