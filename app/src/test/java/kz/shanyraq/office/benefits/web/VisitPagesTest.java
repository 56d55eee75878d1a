package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.DemoData;
import kz.shanyraq.office.registry.FamilyId;
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
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Visits and calls over a village: the lists have whom the sweep found, each with a question; one is planned, is seen
/// on its day, and ends.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.visits")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitPagesTest {

    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");
    private static final Pattern RADIO = Pattern.compile("type=\"radio\"[^>]*name=\"fact\" value=\"([a-z0-9_]+)\"");

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
    @Qualifier("intakeDb")
    private JdbcClient db;

    private Acting.@org.jspecify.annotations.Nullable Officer worker;

    @BeforeAll
    void village() throws SQLException {
        demo.load(DemoData.Size.VILLAGE, told -> {});
        // The invented registers answer everything: of some homes and persons the answer is taken away.
        try (Connection admin = DriverManager.getConnection(url);
                Statement statement = admin.createStatement()) {
            statement.executeUpdate(
                    "update registry.home set housing_costs = null, water = null where family_id % 4 = 0");
            statement.executeUpdate(
                    "update registry.health set needs_care = null where person_id in (select id from registry.person where family_id % 4 <> 0)");
        }
        sweeper.all(null, null, told -> {});
        worker = officers.socialWorker(0);
    }

    private ResultActions ask(Acting acting, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(officers.page(acting)).cookie(new Cookie("lang", "en")));
    }

    private ResultActions see(Acting acting, String address) throws Exception {
        return ask(acting, get(java.net.URI.create(address.replace("&amp;", "&"))));
    }

    private Acting.Officer worker() {
        return Objects.requireNonNull(worker);
    }

    private String page(String address) throws Exception {
        String html = see(worker(), address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    private TreeSet<String> listed(String address, Way way) throws Exception {
        var families = new TreeSet<String>();
        String next = address;
        while (next != null) {
            String html = page(next);
            Matcher row = Pattern.compile("href=\"/families/([0-9-]+)/visits/" + way.code())
                    .matcher(html);
            while (row.find()) {
                assertThat(families.add(row.group(1))).as(row.group(1)).isTrue();
            }
            Matcher more = NEXT.matcher(html);
            next = more.find() ? more.group(1) : null;
        }
        return families;
    }

    private TreeSet<String> found(Way way, String and) {
        return new TreeSet<>(db.sql("""
                        select distinct f.family_id from benefits.finding f join registry.family r on r.id = f.family_id and not r.restricted
                        where f.until is null and f.state = 5 and f.topic = %d %s""".formatted(Topic.of(way).id(), and)).query(Long.class).list().stream()
                .map(id -> new FamilyId(id).number())
                .toList());
    }

    /// A family that somebody has to ask, and in which way.
    private String somebody(Way way) {
        TreeSet<String> all = found(way, "");
        assertThat(all).as(way.code()).isNotEmpty();
        return all.first();
    }

    @Test
    void the_lists_have_the_families_that_the_sweep_found_each_with_one_question() throws Exception {
        int all = 0;
        for (Way way : List.of(Way.BY_VISIT, Way.BY_FAMILY)) {
            TreeSet<String> found = found(way, "");
            assertThat(listed("/visits?way=" + way.code(), way)).as(way.code()).isEqualTo(found);
            all += found.size();
        }
        assertThat(all).isPositive();
        assertThat(page("/visits?way=by_family")).contains("Visits avoided: ").doesNotContain("benefits.ask");
    }

    @Test
    void a_list_narrowed_to_a_benefit_has_those_whose_answer_about_it_lacks_such_a_fact() throws Exception {
        for (String benefit : List.of("housing_assistance", "targeted_assistance", "group1_care")) {
            for (Way way : List.of(Way.BY_VISIT, Way.BY_FAMILY)) {
                String and = """
                        and exists (select from benefits.finding b where b.family_id = f.family_id and b.until is null and b.state = 5
                            and b.topic = %d and b.missing & %d <> 0)""".formatted(Topic.of(benefit).orElseThrow().id(), way.facts());
                assertThat(listed("/visits?way=%s&benefit=%s".formatted(way.code(), benefit), way))
                        .as(benefit + " " + way)
                        .isEqualTo(found(way, and));
            }
        }
    }

    @Test
    void a_place_narrows_the_list_and_another_territory_has_none() throws Exception {
        String family = somebody(Way.BY_FAMILY);
        int kato = db.sql("select kato from registry.family where id = :id")
                .param("id", FamilyId.parse(family).value())
                .query(Integer.class)
                .single();
        int district = kato / 100_000 * 100_000;
        assertThat(listed("/visits?way=by_family&place=" + district, Way.BY_FAMILY))
                .contains(family)
                .isEqualTo(found(Way.BY_FAMILY, "and f.kato between %d and %d".formatted(district, district + 99_999)));
        int elsewhere = district == 751_100_000 ? 791_100_000 : 751_100_000;
        Acting other = officers.socialWorker(elsewhere);
        see(other, "/visits?place=" + district).andExpect(status().isNotFound());
        see(other, "/families/" + family + "/visits/by_family").andExpect(status().isNotFound());
    }

    @Test
    void a_call_is_planned_seen_on_its_day_and_ends() throws Exception {
        String family = somebody(Way.BY_FAMILY);
        String address = "/families/" + family + "/visits/by_family";
        LocalDate day = LocalDate.now(Looks.ZONE).plusDays(2);
        Matcher radio = RADIO.matcher(page(address));
        assertThat(radio.find()).as("a question to choose").isTrue();
        String fact = radio.group(1);

        ask(
                        worker(),
                        post(address)
                                .param("act", "plan")
                                .param("fact", fact)
                                .param("day", day.toString())
                                .with(csrf()))
                .andExpect(redirectedUrl(address));
        assertThat(page(address)).contains("Planned for ", "name=\"outcome\"");
        assertThat(page("/visits?way=by_family")).contains("planned: ");
        assertThat(page("/visits/planned?mine=true&day=" + day)).contains(address, "class=\"paper\"");
        assertThat(page("/visits/planned?mine=true&day=" + day.plusDays(1))).doesNotContain(address);
        assertThat(page("/")).contains("/day/" + day + "#visits");
        assertThat(page("/day/" + day)).contains(address);
        assertThat(page("/families/" + family)).contains("Call planned");

        ask(
                        worker(),
                        post(address)
                                .param("act", "close")
                                .param("outcome", "dropped")
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        ask(
                        worker(),
                        post(address)
                                .param("act", "close")
                                .param("outcome", "done")
                                .with(csrf()))
                .andExpect(redirectedUrl(address));
        assertThat(page("/visits/planned?day=" + day)).doesNotContain(address);
        assertThat(page("/visits?way=by_family")).contains("1 call done");
        assertThat(db.sql("select state from benefits.visit where family_id = :id")
                        .param("id", FamilyId.parse(family).value())
                        .query(String.class)
                        .list())
                .containsExactly("done");
        assertThat(db.sql(
                                "select count(*) from access.look where family = :id and action = 'change' and detail like 'visit %'")
                        .param("id", FamilyId.parse(family).value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_plan_without_a_question_that_is_open_or_for_a_day_gone_by_is_refused() throws Exception {
        String address = "/families/" + somebody(Way.BY_FAMILY) + "/visits/by_family";
        String today = LocalDate.now(Looks.ZONE).toString();
        ask(worker(), post(address).param("fact", "income").param("day", today).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        ask(
                        worker(),
                        post(address)
                                .param("fact", "needs_care")
                                .param("day", today)
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        Matcher radio = RADIO.matcher(page(address));
        assertThat(radio.find()).isTrue();
        for (String wrong : List.of("", "tomorrow", "2020-01-01", "2199-01-01")) {
            ask(
                            worker(),
                            post(address)
                                    .param("fact", radio.group(1))
                                    .param("day", wrong)
                                    .with(csrf()))
                    .andExpect(status().isUnprocessableContent());
        }
        ask(
                        worker(),
                        post(address)
                                .param("act", "close")
                                .param("outcome", "slept")
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void who_does_not_work_with_families_has_no_such_page() throws Exception {
        for (Role role : List.of(Role.MINISTRY_ANALYST, Role.AKIMAT_PLANNER, Role.CAREER_SPECIALIST, Role.OPERATOR)) {
            for (String address : List.of("/visits", "/visits/planned", "/day/2026-12-01")) {
                see(officers.officer(role, 0), address).andExpect(status().isForbidden());
            }
        }
    }
}
