package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.benefits.Levels;
import kz.shanyraq.office.benefits.Publication;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.benefits.TakeUp;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Take-up and levels of wellbeing over a village: every figure is what its list has, counted one by one; who sees no
/// names gets no count under five and no way to one.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.takeup")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeUpPagesTest {

    private static final Pattern ROW = Pattern.compile("(?s)<tr>(.*?)</tr>");
    private static final Pattern CELL = Pattern.compile("(?s)<t[dh]([^>]*)>(.*?)</t[dh]>");
    private static final Pattern LINK = Pattern.compile("(?s)<a href=\"([^\"]*)\">([^<]*)</a>");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    @Value("${shanyraq.db.url}")
    private String url;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private DemoData demo;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private Publication publication;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    @BeforeAll
    void village() {
        demo.load(DemoData.Size.VILLAGE, told -> {});
        sweeper.all(null, null, told -> {});
        publication.publish();
    }

    private String page(Acting acting, String address) throws Exception {
        return page(acting, address, "en");
    }

    private String page(Acting acting, String address, String lang) throws Exception {
        // As a browser takes the address apart, so that parameters reach the page.
        return mvc.perform(get(java.net.URI.create(address.replace("&amp;", "&")))
                        .with(officers.page(acting))
                        .cookie(new Cookie("lang", lang)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String main(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    /// The table of the page: it stands behind the numbers of its map.
    private static String table(String html) {
        String main = main(html);
        return main.substring(main.lastIndexOf("<tbody>"), main.lastIndexOf("</table>"));
    }

    /// The links of numbers: address and number.
    private static Map<String, Long> figures(String html, String begin) {
        var figures = new TreeMap<String, Long>();
        Matcher link = LINK.matcher(table(html));
        while (link.find()) {
            if (link.group(1).startsWith(begin)) {
                figures.put(link.group(1).replace("&amp;", "&"), number(link.group(2)));
            }
        }
        return figures;
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("<[^>]*>", "").replaceAll("[,\\s\u00a0]", ""));
    }

    /// The numbers of a column of a table, row by row; null for one that is not shown. The last is the total.
    private static List<Long> column(String html, String label) {
        var column = new ArrayList<Long>();
        Matcher row = ROW.matcher(table(html));
        while (row.find()) {
            Matcher cell = CELL.matcher(row.group(1));
            while (cell.find()) {
                if (cell.group(1).contains("data-label=\"" + label + "\"")) {
                    String text = cell.group(2).replaceAll("<[^>]*>", "").strip();
                    column.add(text.equals("…") ? null : Long.valueOf(number(text)));
                }
            }
        }
        return column;
    }

    private long counted(String table, String where) {
        return db.sql("select count(*) from benefits.%s where until is null and %s".formatted(table, where))
                .query(Long.class)
                .single();
    }

    /// What the address of a list narrows to.
    private static String place(String address) {
        Matcher place = Pattern.compile("(region|district)=(\\d+)").matcher(address);
        if (!place.find()) {
            return "true";
        }
        int first = Integer.parseInt(place.group(2));
        int width = place.group(1).equals("region") ? 10_000_000 : 100_000;
        return "kato between %d and %d".formatted(first, first + width - 1);
    }

    /// All findings or families of a list, page by page.
    private long listed(Acting acting, String address, String label) throws Exception {
        long listed = 0;
        String next = address;
        while (next != null) {
            String html = page(acting, next);
            Matcher cell = Pattern.compile("data-label=\"%s\"[^>]*>([^<]*)<".formatted(label))
                    .matcher(main(html));
            while (cell.find()) {
                listed += label.equals("Findings") ? number(cell.group(1)) : 1;
            }
            Matcher more = NEXT.matcher(html);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
        }
        return listed;
    }

    private void everyFigureIsItsList(Acting acting, String address) throws Exception {
        everyFigureIsItsList(acting, address, "true");
    }

    private void everyFigureIsItsList(Acting acting, String address, String territory) throws Exception {
        Map<String, Long> figures = figures(page(acting, address), "/findings/");
        for (Map.Entry<String, Long> figure : figures.entrySet()) {
            String[] path = figure.getKey().split("[/?]");
            String where = "topic = %d and state = %d and %s and %s"
                    .formatted(
                            Topic.of(path[2]).orElseThrow().id(),
                            State.of(path[3]).orElseThrow().number(),
                            place(figure.getKey()),
                            territory);
            assertThat(figure.getValue()).as(figure.getKey()).isEqualTo(counted("finding", where));
            assertThat(listed(acting, figure.getKey(), "Findings"))
                    .as("the list of " + figure.getKey())
                    .isEqualTo(figure.getValue());
        }
    }

    private static void partsAreTheWhole(String html, List<String> labels) {
        for (String label : labels) {
            List<Long> column = column(html, label);
            assertThat(column).as(label).isNotEmpty().doesNotContainNull();
            assertThat(column.subList(0, column.size() - 1).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as(label)
                    .isEqualTo(column.getLast());
        }
    }

    private static String levelName(String level) {
        return switch (level) {
            case "A" -> "A: doing well";
            case "B" -> "B: stable";
            case "C" -> "C: at risk";
            case "D" -> "D: in crisis";
            case "E" -> "E: emergency";
            default -> "Facts missing";
        };
    }

    private int largestRegion() {
        return db.sql(
                        "select kato / 10000000 * 10000000 from benefits.finding where until is null and topic < 100 and state < 4 "
                                + "group by 1 order by count(*) desc limit 1")
                .query(Integer.class)
                .single();
    }

    @Test
    void every_figure_of_an_officer_is_what_its_list_has_one_by_one() throws Exception {
        Acting approver = officers.officer(Role.SECOND_APPROVER, 0);
        String all = page(approver, "/takeup");
        partsAreTheWhole(all, List.of("Due", "Received", "Not received"));
        everyFigureIsItsList(approver, "/takeup");
        int region = largestRegion();
        int places = 0;
        for (Topic benefit : TakeUp.benefits()) {
            String html = page(approver, "/takeup?topic=" + benefit.code());
            partsAreTheWhole(html, List.of("Due", "Received", "Not received"));
            assertThat(column(html, "Due").getLast())
                    .isEqualTo(counted("finding", "state in (1, 2) and topic = " + benefit.id()));
            places += figures(html, "/findings/").size();
            String within = page(approver, "/takeup?topic=%s&region=%d".formatted(benefit.code(), region));
            partsAreTheWhole(within, List.of("Due", "Received", "Not received"));
            everyFigureIsItsList(approver, "/takeup?topic=%s&region=%d".formatted(benefit.code(), region));
        }
        everyFigureIsItsList(approver, "/takeup?topic=targeted_assistance");
        assertThat(places).isGreaterThan(20);
    }

    @Test
    void an_officer_of_a_district_counts_the_own_territory_alone() throws Exception {
        int district = db.sql(
                        "select kato / 100000 * 100000 from benefits.finding where until is null and topic = 12 and state = 1 group by 1 order by count(*) desc limit 1")
                .query(Integer.class)
                .single();
        Acting worker = officers.socialWorker(district);
        String html = page(worker, "/takeup?topic=targeted_assistance&region=0");
        assertThat(column(html, "Not received").getLast())
                .isEqualTo(counted("finding", "topic = 12 and state = 1 and " + place("district=" + district)));
        everyFigureIsItsList(worker, "/takeup?topic=targeted_assistance", place("district=" + district));
        assertThat(main(html)).contains("Your territory").doesNotContain("Your role sees no names");
        int elsewhere = district / 10_000_000 == 19 ? 110_000_000 : 190_000_000;
        mvc.perform(get("/findings/targeted_assistance/unreceived?region=" + elsewhere)
                        .with(officers.page(worker)))
                .andExpect(status().isNotFound());
        String list = page(worker, "/findings/targeted_assistance/unreceived?district=" + district);
        assertThat(list).contains("class=\"chip\"");
    }

    @Test
    void levels_of_wellbeing_open_their_families_and_add_up() throws Exception {
        Acting approver = officers.officer(Role.SECOND_APPROVER, 0);
        List<String> labels =
                Levels.all().stream().map(TakeUpPagesTest::levelName).toList();
        for (String address : List.of("/wellbeing", "/wellbeing?region=" + largestRegion())) {
            String html = page(approver, address);
            partsAreTheWhole(html, labels);
            partsAreTheWhole(html, List.of("Families"));
            Map<String, Long> figures = figures(html, "/wellbeing/");
            assertThat(figures).isNotEmpty();
            for (Map.Entry<String, Long> figure : figures.entrySet()) {
                String level = figure.getKey().split("[/?]")[2];
                String of = level.equals("missing")
                        ? "level is null"
                        : "level = '%s'".formatted(level.toUpperCase(java.util.Locale.ROOT));
                assertThat(figure.getValue())
                        .as(figure.getKey())
                        .isEqualTo(counted("wellbeing", of + " and " + place(figure.getKey())))
                        .isEqualTo(listed(approver, figure.getKey(), "Number"));
            }
        }
        try (Connection admin = DriverManager.getConnection(url);
                ResultSet looks = admin.createStatement()
                        .executeQuery(
                                "select count(*) from access.look where detail = 'wellbeing' and action = 'list'")) {
            assertThat(looks.next()).isTrue();
            assertThat(looks.getLong(1)).as("looks at families of a level").isPositive();
        }
    }

    @Test
    void who_sees_no_names_finds_no_count_under_five_and_no_list() throws Exception {
        int region = largestRegion();
        for (Role role : List.of(Role.MINISTRY_ANALYST, Role.OPERATOR, Role.CAREER_SPECIALIST, Role.AKIMAT_PLANNER)) {
            Acting acting = officers.officer(role, role == Role.AKIMAT_PLANNER ? region : 0);
            var addresses = new ArrayList<>(List.of("/takeup?region=0", "/takeup?region=" + region));
            for (Topic benefit : TakeUp.benefits()) {
                addresses.add("/takeup?topic=" + benefit.code() + "&region=0");
                addresses.add("/takeup?topic=" + benefit.code() + "&region=" + region);
            }
            for (String address : addresses) {
                String html = page(acting, address);
                assertThat(main(html))
                        .contains("Your role sees no names")
                        .doesNotContain("href=\"/findings/", "href=\"/wellbeing/");
                for (String label : List.of("Due", "Received", "Not received", "Receipt not known")) {
                    assertThat(column(html, label).stream().filter(Objects::nonNull))
                            .as(label + " of " + address)
                            .allMatch(count -> count >= 5);
                }
            }
            for (String address : List.of("/wellbeing?region=0", "/wellbeing?region=" + region)) {
                String html = page(acting, address);
                for (String level : Levels.all()) {
                    String label = levelName(level);
                    assertThat(column(html, label).stream().filter(Objects::nonNull))
                            .allMatch(count -> count >= 5);
                }
                assertThat(main(html)).doesNotContain("href=\"/wellbeing/");
            }
            mvc.perform(get("/wellbeing/a").with(officers.page(acting))).andExpect(status().isForbidden());
        }
    }

    @Test
    void what_is_published_is_what_the_sweep_counted_wherever_it_is_shown() {
        List<String> different = db.sql("""
                        select concat_ws(' ', p.measure, p.kato, p.category, p.value) from registry.figure p
                        where p.measure like 'takeup.%' and p.category in ('unreceived', 'received', '*') and p.value is not null
                            and p.value <> (select count(*) from benefits.finding f join benefits.topic t on t.id = f.topic
                                where f.until is null and 'takeup.' || t.code = p.measure
                                    and (f.state = 1 and p.category in ('unreceived', '*') or f.state = 2 and p.category in ('received', '*'))
                                    and (p.kato = 0 or f.kato between p.kato and p.kato
                                        + case when p.kato % 10000000 = 0 then 9999999 else 99999 end))
                        """).query(String.class).list();
        assertThat(different).isEmpty();
        assertThat(db.sql(
                                "select count(*) from registry.figure where measure like 'takeup.%' and value is not null and kato = 0")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_planner_begins_with_the_own_region() throws Exception {
        int region = largestRegion();
        Acting planner = officers.officer(Role.AKIMAT_PLANNER, region);
        assertThat(page(planner, "/takeup")).contains("value=\"%d\" selected".formatted(region));
        assertThat(page(planner, "/takeup?region=0")).contains("value=\"0\" selected");
    }

    @Test
    void the_pages_speak_three_languages() throws Exception {
        Acting analyst = officers.officer(Role.MINISTRY_ANALYST, 0);
        Acting worker = officers.socialWorker(largestRegion());
        for (String lang : List.of("kk", "ru", "en")) {
            for (Acting acting : List.of(analyst, worker)) {
                for (String address :
                        List.of("/takeup", "/takeup?topic=targeted_assistance&by=monthly", "/wellbeing", "/sweep")) {
                    assertThat(page(acting, address, lang))
                            .contains("lang=\"" + lang + "\"")
                            .doesNotContain("??", "benefits.takeup", "benefits.sweep", "{0}");
                }
            }
        }
        mvc.perform(get("/takeup?topic=orphanhood").with(officers.page(analyst)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/takeup").with(officers.page(officers.officer(Role.AUDITOR, 0))))
                .andExpect(status().isForbidden());
    }
}
