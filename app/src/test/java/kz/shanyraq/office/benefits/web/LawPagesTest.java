package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.shanyraq.office.benefits.LawBook;
import kz.shanyraq.office.benefits.LawBook.Course;
import kz.shanyraq.office.benefits.LawBook.Span;
import kz.shanyraq.office.page.Density;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.NotFound;
import kz.shanyraq.office.page.Shell;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Theme;
import kz.shanyraq.office.page.Visitor;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.policy.Act;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.examples.Examples;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Steps;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.ui.ExtendedModelMap;

/// The pages of the law say what the law library says, in three languages, and their pictures what their tables say.
class LawPagesTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 9, 40, 0, 0, ZoneId.of("Asia/Almaty"));
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Pattern KEY = Pattern.compile(
            "(?<![\\w/.-])(?:law|page|benefit|step|check|ground|fact|figure|act|place)\\.[a-z_]{3,}(?![\\w/])");
    private static final LawBook BOOK = new LawBook();

    private static final class Holder {
        private static final Words WORDS = read();

        private static Words read() {
            try {
                return new Words();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Stream<Arguments> pages() {
        return Arrays.stream(Benefit.values())
                .flatMap(benefit ->
                        Arrays.stream(Language.values()).map(language -> Arguments.of(benefit.code(), language)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void a_page_has_every_step_and_ground_of_every_edition_with_its_article(String code, Language language) {
        Benefit benefit = benefit(code);
        List<Span> editions = BOOK.editions(benefit);
        assertThat(editions).isNotEmpty();
        for (Span span : editions) {
            String page = page(benefit, span.first().atDay(1), language);
            var law = new Catalogue(span.first(), Figures.shipped());
            var text = new LawText(law, kz.shanyraq.policy.explain.Language.valueOf(language.name()));
            assertThat(text.definitions(benefit)).isNotEmpty();
            for (Steps.Definition step : text.definitions(benefit)) {
                Citation citation = step.cites().value().on(span.first().atDay(1));
                assertThat(page).contains(sentence(text.title(step), text.cite(citation), citation));
            }
            for (Ground ground : Catalogue.grounds(benefit)) {
                LocalDate day = span.first().atDay(1);
                if (ground.provision().citations().knows(day)
                        && ground.provision().on(day).act() != Act.PROPOSAL_2025) {
                    Citation citation = ground.provision().on(day);
                    String said = kz.shanyraq.policy.explain.Words.in(
                                    kz.shanyraq.policy.explain.Language.valueOf(language.name()))
                            .say("ground." + ground.code());
                    assertThat(page).contains(sentence(said, text.cite(citation), citation));
                }
            }
            assertThat(page).contains(LawWordsOf.in(language).sentence(benefit));
        }
    }

    /// A sentence as the page writes it: not confirmed exactly where the library says so.
    private static String sentence(String text, String cited, Citation citation) {
        return "<li><p>" + escaped(text) + "</p><p class=\"sm\"><cite>"
                + escaped(cited.substring(1, cited.length() - 1).replace(" *", "")) + "</cite>"
                + (citation.confirmed() ? "</p>" : " <span class=\"st\"");
    }

    private static final class LawWordsOf {
        private static LawWords in(Language language) {
            return new LawWords(text(language));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void a_page_has_every_figure_that_the_benefit_reads(String code, Language language) {
        Benefit benefit = benefit(code);
        Text t = text(language);
        String page = page(benefit, null, language);
        Set<Figure> read = new HashSet<>();
        for (YearMonth month = BOOK.first(); !month.isAfter(BOOK.last()); month = month.plusMonths(1)) {
            var law = new Catalogue(month, Figures.shipped());
            for (int region : new int[] {0, 11, 35, 75}) {
                var numbers = law.numbers(benefit, region);
                if (numbers != null) {
                    numbers.looked().stream()
                            .filter(looked -> looked.instead() != Looked.Instead.SCALED)
                            .map(Looked::figure)
                            .forEach(read::add);
                }
            }
        }
        for (Figure figure : read) {
            assertThat(page)
                    .as(figure.toString())
                    .contains(
                            escaped(t.date(figure.from())),
                            escaped(new LawWords(t).value(figure)),
                            escaped(new LawWords(t).source(figure)));
        }
        if (read.stream().anyMatch(figure -> !figure.confirmed())) {
            assertThat(page).contains(t.say("law.partly"));
        }
        assertThat(BOOK.figures(benefit).stream().flatMap(course -> course.values().stream()))
                .containsAll(read);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void a_line_and_its_table_say_the_same(String code, Language language) {
        Benefit benefit = benefit(code);
        Text t = text(language);
        var page = new LawPage(BOOK, benefit, null);
        for (LawPage.FigureByDate figure : page.figures(t)) {
            String section = between(page(benefit, null, language), "id=\"" + figure.id() + "\"", "</section>");
            var drawn = new ArrayList<String>();
            var titles = Pattern.compile("<g class=\"(on|un)\"><title>([^<]*)</title>")
                    .matcher(section);
            while (titles.find()) {
                drawn.add(titles.group(2));
                assertThat(titles.group(2).endsWith(t.say("page.chart.unconfirmed")))
                        .isEqualTo(titles.group(1).equals("un"));
            }
            var told = new ArrayList<String>();
            var rows = Pattern.compile("(?s)<tr>.*?</tr>").matcher(between(section, "<tbody>", "</tbody>"));
            while (rows.find()) {
                List<String> cells = Pattern.compile("(?s)<td[^>]*>(.*?)</td>")
                        .matcher(rows.group())
                        .results()
                        .map(cell -> cell.group(1).strip())
                        .toList();
                boolean unconfirmed = cells.get(3).contains(t.say("law.unconfirmed"));
                told.add(cells.get(0) + " – " + cells.get(1) + ": " + cells.get(2)
                        + (unconfirmed ? ", " + t.say("page.chart.unconfirmed") : ""));
            }
            assertThat(told).isNotEmpty();
            if (figure.line() == null) {
                assertThat(drawn).isEmpty();
            } else {
                assertThat(drawn).isEqualTo(told).hasSizeGreaterThan(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Benefit.class)
    void every_figure_touches_a_step_and_no_two_values_hold_on_one_day(Benefit benefit) {
        for (LawPage.FigureByDate figure : new LawPage(BOOK, benefit, null).figures(text(Language.EN))) {
            assertThat(figure.steps()).as(figure.name()).isNotEmpty();
        }
        for (Course course : BOOK.figures(benefit)) {
            for (int i = 1; i < course.values().size(); i++) {
                assertThat(course.values().get(i).from())
                        .as(course.name())
                        .isAfter(course.values().get(i - 1).until());
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void no_words_are_missing(String code, Language language) {
        for (LocalDate day : new LocalDate[] {null, LocalDate.of(2019, 5, 1), LocalDate.of(2030, 1, 1)}) {
            assertThat(page(benefit(code), day, language))
                    .doesNotContainPattern(KEY)
                    .doesNotContain("{0}", "{1}", "…", "null");
        }
        assertThat(list(null, language)).doesNotContainPattern(KEY).doesNotContain("{0}", "{1}", "…", "null");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_list_has_every_benefit_and_the_day_of_every_edition(Language language) {
        String page = list(null, language);
        for (Benefit benefit : Benefit.values()) {
            assertThat(page)
                    .contains("href=\"/law/" + benefit.code() + "\">"
                            + escaped(LawWordsOf.in(language).name(benefit)))
                    .contains(escaped(LawWordsOf.in(language).sentence(benefit)));
            for (Span span : BOOK.editions(benefit)) {
                assertThat(page)
                        .contains("<time datetime=\"" + span.first().atDay(1) + "\">")
                        .contains("href=\"/law/" + benefit.code() + "?on="
                                + span.first().atDay(1) + "\"");
            }
        }
    }

    @Test
    void the_edition_of_the_day_is_told_and_the_other_is_not() {
        String half = page(Benefit.TARGETED_ASSISTANCE, LocalDate.of(2019, 5, 17), Language.EN);
        assertThat(half).contains("edition: 01.04.2019 – 31.12.2019", "For each child");
        String today = page(Benefit.TARGETED_ASSISTANCE, null, Language.EN);
        assertThat(today)
                .contains("edition: since 01.01.2025")
                .doesNotContain("<li><p>For each child</p>")
                .contains("Steps that are gone: ");
    }

    @Test
    void a_day_on_which_a_benefit_is_not_in_force_says_so_and_shows_the_nearest_edition() {
        Text t = text(Language.RU);
        assertThat(page(Benefit.LARGE_FAMILY, LocalDate.of(2018, 3, 1), Language.RU))
                .contains(t.say("law.nearest", LocalDate.of(2018, 3, 1), "01.01.2020 – 30.06.2023"));
        assertThat(page(Benefit.LARGE_FAMILY, LocalDate.of(2031, 1, 1), Language.RU))
                .contains(t.say("law.nearest", LocalDate.of(2031, 1, 1), "с 01.07.2023"));
        assertThat(list(LocalDate.of(2018, 3, 1), Language.RU)).contains(t.say("law.not_in_force"));
        assertThat(list(LocalDate.of(2016, 3, 1), Language.RU))
                .contains(t.say("law.unknown", LocalDate.of(2018, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_benefit_that_there_is_not_is_not_found() {
        assertThatThrownBy(() -> new LawPages(BOOK).law("basic_income", null, new ExtendedModelMap()))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("pages")
    void every_example_of_the_edition_stands_on_the_page_with_what_the_law_must_give_and_gives(
            String code, Language language) {
        Benefit benefit = benefit(code);
        Text t = text(language);
        for (Span span : BOOK.editions(benefit)) {
            List<LawPage.Worked> examples =
                    new LawPage(BOOK, benefit, span.first().atDay(1)).examples(t);
            String card = between(page(benefit, span.first().atDay(1), language), "id=\"examples\"", "</section>");
            assertThat(examples).as("%s %s", code, span).hasSizeGreaterThan(2);
            assertThat(occurrences(card, t.say("law.example.agrees"))).isEqualTo(examples.size());
            assertThat(occurrences(card, t.say("law.example.differs"))).isZero();
            for (LawPage.Worked example : examples) {
                assertThat(card).contains(escaped(example.turn()));
                example.facts()
                        .forEach(fact -> assertThat(card)
                                .contains("<dt>" + escaped(fact.label()) + "</dt>")
                                .contains(escaped(String.valueOf(fact.value()))));
            }
        }
    }

    @Test
    void an_example_tells_the_family_the_month_and_the_sum_in_plain_words() {
        assertThat(facts(Benefit.LARGE_FAMILY, Language.EN))
                .contains(
                        "Month of application: February 2026",
                        "Head: Born 04.03.1985, aged 40 years; sex: man",
                        "Child\u00a04: Born 05.05.2019, aged 6 years",
                        "The law must give: Entitled: 69,330\u00a0₸ a month. Worked out: 16.03 × 4,325 = 69,329.75.",
                        "The program gives now: Entitled: 69,330\u00a0₸ a month.",
                        "The law must give: Not entitled. The reason: There are fewer than four children.");
        assertThat(facts(Benefit.HOUSING_ASSISTANCE, Language.RU))
                .contains("По закону должно быть: Не положено. Причина: Расходы не превышают собственной доли семьи.")
                .contains("Семья: Расходы на жильё в месяц: 30\u00a0000\u00a0₸");
        assertThat(facts(Benefit.TARGETED_ASSISTANCE, Language.RU))
                .contains(
                        "Глава семьи: Дата рождения 04.03.1985, возраст 41 год; заработная плата, январь 2026: 213\u00a0574\u00a0₸");
        assertThat(facts(Benefit.CHILDCARE, Language.KK))
                .contains("Заң бойынша болуға тиіс: Жауап жоқ: бұл жәрдемақының осы отбасында ешкімге қатысы жоқ.");
    }

    private static List<String> facts(Benefit benefit, Language language) {
        return new LawPage(BOOK, benefit, null)
                .examples(text(language)).stream()
                        .flatMap(example -> example.facts().stream())
                        .map(fact -> fact.label() + ": " + fact.value())
                        .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_example_that_does_not_hold_stands_first_and_is_told_above_everything(Language language) {
        Text t = text(language);
        var book = new LawBook(Examples.parse(List.of(
                "awarded_mother\t2026-02\taward\ton\thead birth_date=1955-03-04 award=kumis_alka\t\tgranted\t27680\t\t6.40 × 4325",
                "awarded_mother\t2026-02\taward\tabove\t+head award=altyn_alka\t\tgranted\t32006\t\t7.40 × 4325",
                "awarded_mother\t2019-02\taward\ton\t+\t\trefused suspended\t\t\t")));
        var shown = new LawPage(book, Benefit.AWARDED_MOTHER, null);
        assertThat(shown.examples(t)).extracting(LawPage.Worked::agrees).containsExactly(false, true);
        String page = written("benefits/law.jte", "/law/awarded_mother", shown, language);
        assertThat(page)
                .contains(escaped(t.say("law.examples.differ", 1)))
                .contains(escaped(t.money(32_006)), escaped(t.money(32_005)));
        assertThat(page.indexOf("role=\"alert\"")).isBetween(0, page.indexOf("id=\"who\""));
        assertThat(page.indexOf(t.say("law.example.differs"))).isLessThan(page.indexOf(t.say("law.example.agrees")));
        assertThat(written("benefits/laws.jte", "/law", new LawsPage(book, null), language))
                .contains(escaped(t.say("law.examples.broken")))
                .contains("href=\"/law/awarded_mother?on=2026-02-01#examples\"");
        assertThat(list(null, language))
                .contains(escaped(t.say("law.examples.all", Examples.shipped().size())))
                .doesNotContain(escaped(t.say("law.examples.broken")));
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote("<span>" + escaped(part) + "</span>"), -1).length - 1;
    }

    private static Benefit benefit(String code) {
        return Arrays.stream(Benefit.values())
                .filter(benefit -> benefit.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String page(Benefit benefit, @Nullable LocalDate on, Language language) {
        return written("benefits/law.jte", "/law/" + benefit.code(), new LawPage(BOOK, benefit, on), language);
    }

    private static String list(@Nullable LocalDate on, Language language) {
        return written("benefits/laws.jte", "/law", new LawsPage(BOOK, on), language);
    }

    private static String written(String template, String path, Object page, Language language) {
        var shell = new Shell(
                text(language),
                Theme.LIGHT,
                Density.ROOMY,
                false,
                Visitor.anonymous(),
                path,
                "",
                "",
                () -> null,
                0,
                false,
                List.of());
        var out = new StringOutput();
        TEMPLATES.render(template, Map.of("shell", shell, "page", page), out);
        String all = out.toString();
        return all.substring(all.indexOf("<main"), all.indexOf("</main>"));
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin);
        assertThat(from).as(begin).isNotNegative();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String escaped(String text) {
        var out = new StringOutput();
        Escape.htmlContent(text, out);
        return out.toString();
    }

    private static Text text(Language language) {
        return new Text(Holder.WORDS, language, NOW);
    }
}
