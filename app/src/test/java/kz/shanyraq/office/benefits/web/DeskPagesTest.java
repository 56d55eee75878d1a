package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.Correction;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.DemoData;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.policy.Benefit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The officer's desk over a village: an application is taken, proposed, approved, held, ended, appealed
/// against; each page shows what comes next and refuses what the law does not allow.
@Tag("slow")
@OfficeTest
@TestPropertySource(properties = "an.office=of.desk")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesTest {

    private static final String IBAN = "KZ758560000000000001";
    private static final Pattern APPLICANT = Pattern.compile("name=\"applicant\" value=\"(\\d+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final Pattern PERSON = Pattern.compile("name=\"person\" value=\"(\\d+)\"");
    private static final Pattern CONDITION = Pattern.compile("name=\"condition\" value=\"(\\w+)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private DemoData demo;

    @Autowired
    private Sweeper sweeper;

    @Autowired
    private Registry registry;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Applications applications;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private Acting.@org.jspecify.annotations.Nullable Officer worker;
    private Acting.@org.jspecify.annotations.Nullable Officer second;
    private Acting.@org.jspecify.annotations.Nullable Officer third;
    private List<Long> found = List.of();

    @BeforeAll
    void village() {
        demo.load(DemoData.Size.VILLAGE, told -> {});
        sweeper.all(null, null, told -> {});
        worker = officers.socialWorker(0);
        second = officers.officer(Role.SECOND_APPROVER, 0);
        third = officers.officer(Role.SECOND_APPROVER, 0);
        found = db.sql("""
                        select family_id from benefits.finding f where until is null and state = 1 and topic = :topic
                            and exists (select from registry.membership m join registry.person p on p.id = m.person_id
                                where m.family_id = f.family_id and m.superseded_by is null and p.birth_date < current_date - interval '19 years')
                        order by family_id
                        """)
                .param("topic", Topic.of(Benefit.TARGETED_ASSISTANCE).id())
                .query(Long.class)
                .list();
    }

    private Acting worker() {
        return Objects.requireNonNull(worker);
    }

    private Acting second() {
        return Objects.requireNonNull(second);
    }

    private Acting third() {
        return Objects.requireNonNull(third);
    }

    private MockHttpServletResponse ask(Acting acting, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(officers.page(acting)).cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse();
    }

    private String see(Acting acting, String address) throws Exception {
        MockHttpServletResponse response = ask(acting, get(java.net.URI.create(address)));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return main(response);
    }

    private static String main(MockHttpServletResponse response) throws Exception {
        String html = response.getContentAsString();
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    private int status(Acting acting, String address) throws Exception {
        return ask(acting, get(java.net.URI.create(address))).getStatus();
    }

    private MockHttpServletResponse send(Acting acting, String address, Map<String, String> form) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(csrf());
        form.forEach(request::param);
        return ask(acting, request);
    }

    /// Sends a form that is taken; the answer is where it leads.
    private String done(Acting acting, String address, Map<String, String> form) throws Exception {
        MockHttpServletResponse response = send(acting, address, form);
        assertThat(response.getStatus()).as(address + " " + form).isEqualTo(302);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    private static String first(Pattern pattern, String html) {
        Matcher found = pattern.matcher(html);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    /// A family that was found to be entitled to targeted assistance before anything was done; each test asks
    /// for another.
    private long found(int place) {
        return found.get(place);
    }

    private static String taking(long family) {
        return "/families/" + new FamilyId(family).number() + "/applications/new?topic=targeted_assistance";
    }

    private String taken(long family, String iban) throws Exception {
        String applicant = first(APPLICANT, see(worker(), taking(family)));
        return done(
                worker(),
                taking(family),
                Map.of("applicant", applicant, "iban", iban, "language", "kk", "agreed", "yes"));
    }

    private String proposed(String application) throws Exception {
        String seen = first(SEEN, see(worker(), application + "/decide"));
        return done(worker(), application + "/decide", Map.of("seen", seen));
    }

    private String award(String decision) {
        long award = db.sql("select award_id from benefits.decision where id = :id")
                .param("id", Long.valueOf(decision.substring(decision.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single();
        return "/awards/" + award;
    }

    private void corrects(long family, FactSheet sheet, String column, String value, int daysAgo) {
        Access.as(worker(), () -> {
            corrections.correct(
                    new Correction(
                            new FamilyId(family),
                            null,
                            sheet,
                            column,
                            value,
                            LocalDate.now().minusDays(daysAgo),
                            "Реестр транспорта",
                            "№ 5"),
                    Objects.requireNonNull(worker).id());
            return true;
        });
    }

    @Test
    void from_the_familys_page_to_an_award_that_is_held_released_and_ended() throws Exception {
        long family = found(0);
        String number = new FamilyId(family).number();
        assertThat(see(worker(), "/families/" + number)).contains("applications/new?topic=targeted_assistance");
        String application = taken(family, IBAN);
        assertThat(see(worker(), "/families/" + number)).contains("href=\"" + application + "\"");
        assertThat(see(worker(), "/applications")).contains("href=\"" + application + "\"", "8 working days left");
        assertThat(see(worker(), application)).contains("Conditions of the law", "Grant", "₸");
        assertThat(db.sql("select words from benefits.consent where family_id = :id")
                        .param("id", family)
                        .query(String.class)
                        .single())
                .contains("тағайындауды сұраймын");

        String decision = proposed(application);
        assertThat(see(worker(), application)).contains("With the second person");
        assertThat(see(worker(), decision))
                .contains("somebody else puts it in force")
                .doesNotContain("Put in force</button>");
        assertThat(see(second(), "/decisions")).contains("href=\"" + decision + "\"");
        assertThat(send(worker(), decision, Map.of("act", "approve")).getStatus())
                .isEqualTo(403);

        assertThat(send(second(), decision, Map.of("act", "return", "reason", "no"))
                        .getStatus())
                .isEqualTo(422);
        done(second(), decision, Map.of("act", "return", "reason", "Спросите ещё раз о доме."));
        assertThat(see(worker(), application)).contains("Спросите ещё раз о доме.", "Grant");
        decision = proposed(application);
        done(second(), decision, Map.of("act", "approve"));
        assertThat(see(worker(), decision + "?replay=true")).contains("The same came out");
        assertThat(see(worker(), application)).contains("Is paid");

        String award = award(decision);
        assertThat(see(worker(), "/families/" + number)).contains("href=\"" + award + "\"", "What was awarded");
        assertThat(send(worker(), award, Map.of("act", "hold", "reason", "")).getStatus())
                .isEqualTo(422);
        done(worker(), award, Map.of("act", "hold", "reason", "Адрес неизвестен"));
        assertThat(see(worker(), award)).contains("Held", "Адрес неизвестен");
        done(worker(), award, Map.of("act", "release"));
        assertThat(see(worker(), award)).contains("Is paid").doesNotContain("Адрес неизвестен");
        assertThat(send(worker(), award, Map.of("act", "account", "iban", "KZ758560000000000002"))
                        .getContentAsString())
                .contains("check digits do not fit");
        assertThat(send(worker(), award, Map.of("act", "terminate", "from", "2019-01", "reason", "Переезд семьи"))
                        .getStatus())
                .isEqualTo(422);
        YearMonth month = YearMonth.from(Access.as(worker(), applications::month));
        String end = done(
                worker(),
                award,
                Map.of("act", "terminate", "from", month.toString(), "reason", "Переезд семьи", "document", "№ 7"));
        assertThat(see(second(), end)).contains("Переезд семьи", "№ 7", "Termination");
        done(second(), end, Map.of("act", "approve"));
        assertThat(see(worker(), award)).contains("Is over");
        assertThat(send(second(), award, Map.of("act", "release")).getStatus()).isEqualTo(403);
    }

    @Test
    void what_is_typed_wrongly_is_named_and_nothing_is_written() throws Exception {
        long family = found(1);
        String applicant = first(APPLICANT, see(worker(), taking(family)));
        MockHttpServletResponse response = send(
                worker(), taking(family), Map.of("applicant", "1", "iban", "5169 4931 2345 6789", "language", "fr"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(main(response))
                .contains("Choose who applies.", "the number of a card", "Choose the language", "Without consent");
        assertThat(send(worker(), taking(family), Map.of("applicant", applicant, "iban", "", "language", "ru"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(Access.as(worker(), () -> applications.of(family))).isEmpty();
        assertThat(status(worker(), taking(family).replace("targeted_assistance", "basic_income")))
                .isEqualTo(404);
        assertThat(status(worker(), taking(family) + "&person=1")).isEqualTo(404);

        String application = taken(family, "");
        assertThat(done(worker(), taking(family), Map.of("applicant", applicant, "language", "ru", "agreed", "yes")))
                .as("a second one of the same")
                .isEqualTo(application);
        assertThat(send(worker(), application, Map.of("act", "account", "iban", "KZ1"))
                        .getStatus())
                .isEqualTo(422);
        done(worker(), application, Map.of("act", "ask"));
        assertThat(see(worker(), application)).contains("Stands since", "Waits for: the account");
        assertThat(see(worker(), "/applications?state=asked")).contains("href=\"" + application + "\"");
        assertThat(see(worker(), "/applications?state=received")).doesNotContain("href=\"" + application + "\"");
        done(worker(), application, Map.of("act", "account", "iban", "kz75 8560 0000 0000 0001"));
        assertThat(see(worker(), application)).contains("What was asked for is there: the account");
        done(worker(), application, Map.of("act", "on"));
        done(worker(), application, Map.of("act", "withdraw"));
        assertThat(see(worker(), application)).contains("Withdrawn");
        assertThat(done(worker(), application + "/decide", Map.of("seen", "x"))).isEqualTo(application);
        assertThat(status(worker(), "/applications?state=lost")).isEqualTo(404);
        assertThat(status(worker(), "/applications?after=2026-13-41.1")).isEqualTo(404);
    }

    @Test
    void a_fact_that_comes_between_is_shown_to_the_first_and_to_the_second_person() throws Exception {
        long family = found(2);
        String application = taken(family, IBAN);
        String seen = first(SEEN, see(worker(), application + "/decide"));
        corrects(family, FactSheet.VEHICLES, "cars", "6", 1);
        MockHttpServletResponse stale = send(worker(), application + "/decide", Map.of("seen", seen));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(main(stale)).contains("Since you looked the law says something else");
        String decision = proposed(application);
        assertThat(see(second(), decision)).contains("Refusal", "Behind this decision are facts told by an officer");
        corrects(family, FactSheet.VEHICLES, "cars", "0", 1);
        MockHttpServletResponse changed = send(second(), decision, Map.of("act", "approve"));
        assertThat(changed.getStatus()).isEqualTo(409);
        assertThat(main(changed)).contains("Facts have changed since the proposal", "Return to who proposed it");
        done(second(), decision, Map.of("act", "return", "reason", "Facts have changed."));
        assertThat(see(worker(), application)).contains("Facts have changed.");
    }

    @Test
    void an_award_that_the_law_now_sees_otherwise_is_recalculated() throws Exception {
        long family = found(3);
        String decision = proposed(taken(family, IBAN));
        done(second(), decision, Map.of("act", "approve"));
        String award = award(decision);
        FamilyFile file = Access.as(
                worker(),
                () -> registry.family(new FamilyId(family), AsOf.on(LocalDate.now()))
                        .orElseThrow());
        Access.as(worker(), () -> {
            corrections.correct(
                    new Correction(
                            file.id(),
                            file.members().getLast().id(),
                            FactSheet.MEMBERSHIP,
                            "absence",
                            "prison",
                            LocalDate.now().minusDays(1),
                            "Приговор",
                            "№ 1"),
                    Objects.requireNonNull(worker).id());
            return true;
        });
        assertThat(see(worker(), "/families/" + file.id().number())).contains("Facts have changed, recalculate");
        assertThat(send(worker(), award, Map.of("act", "recalculate", "reason", ""))
                        .getStatus())
                .isEqualTo(422);
        done(worker(), award, Map.of("act", "recalculate", "reason", "Состав семьи изменился"));
        assertThat(see(worker(), award)).contains("waits for the second person");
        long again = db.sql("select max(id) from benefits.decision where family_id = :id")
                .param("id", family)
                .query(Long.class)
                .single();
        done(second(), "/decisions/" + again, Map.of("act", "approve"));
        assertThat(see(worker(), award)).doesNotContain("For these months the law says");
    }

    @Test
    void an_appeal_is_taken_answered_by_somebody_else_and_put_right() throws Exception {
        long family = found(4);
        corrects(family, FactSheet.VEHICLES, "cars", "6", 30);
        String decision = proposed(taken(family, IBAN));
        assertThat(status(worker(), decision + "/appeals/new")).isEqualTo(404);
        done(second(), decision, Map.of("act", "approve"));
        String form = see(worker(), decision + "/appeals/new");
        String condition = first(CONDITION, form);
        String person = first(PERSON, form);
        assertThat(send(worker(), decision + "/appeals/new", Map.of("condition", "luck", "words", "нет"))
                        .getStatus())
                .isEqualTo(422);
        Map<String, String> words = Map.of("condition", condition, "words", "Машины у нас нет.", "person", person);
        String appeal = done(worker(), decision + "/appeals/new", words);
        assertThat(done(worker(), decision + "/appeals/new", words)).isEqualTo(decision);
        assertThat(see(second(), "/appeals")).contains("href=\"" + appeal + "\"", "20 working days left");
        Map<String, String> answer =
                Map.of("act", "answer", "outcome", "upheld", "reason", "Продана до заявления, договор № 5.");
        assertThat(see(second(), appeal)).contains("You took part in the decision");
        done(second(), appeal, answer);
        assertThat(see(third(), appeal)).contains("Waits for an answer");
        assertThat(send(third(), appeal, Map.of("act", "answer", "outcome", "maybe", "reason", "Да"))
                        .getStatus())
                .isEqualTo(422);
        done(third(), appeal, answer);
        assertThat(see(worker(), "/appeals")).contains("the decision is still to be put right");
        MockHttpServletResponse same = send(worker(), appeal, Map.of("act", "correct"));
        assertThat(same.getStatus()).isEqualTo(409);
        assertThat(main(same)).contains("The law still says the same");
        corrects(family, FactSheet.VEHICLES, "cars", "0", 30);
        String right = done(worker(), appeal, Map.of("act", "correct", "document", "№ 5"));
        done(third(), right, Map.of("act", "approve"));
        assertThat(see(worker(), right)).contains("In force", "Correction");
        assertThat(see(worker(), appeal)).contains("href=\"" + right + "\"");
    }

    @Test
    void every_page_speaks_three_languages() throws Exception {
        String application = taken(found(5), "");
        String decision = proposed(application);
        done(second(), decision, Map.of("act", "approve"));
        for (String language : List.of("kk", "ru", "en")) {
            for (String address : List.of(
                    "/applications",
                    application,
                    decision + "?replay=true",
                    decision + "/appeals/new",
                    award(decision),
                    "/decisions",
                    "/appeals")) {
                String html = mvc.perform(get(java.net.URI.create(address))
                                .with(officers.page(worker()))
                                .cookie(new Cookie("lang", language)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                assertThat(html)
                        .as(address)
                        .contains("lang=\"" + language + "\"")
                        .doesNotContain("??", "{0}");
            }
        }
    }

    @Test
    void strangers_have_no_such_pages() throws Exception {
        long family = found(6);
        String application = taken(family, IBAN);
        String decision = proposed(application);
        int kato = db.sql("select kato from registry.family where id = :id")
                .param("id", family)
                .query(Integer.class)
                .single();
        Acting elsewhere = officers.socialWorker(kato / 10_000_000 == 75 ? 791_100_000 : 751_100_000);
        for (String address : List.of(application, application + "/decide", decision, taking(family))) {
            assertThat(status(elsewhere, address)).as(address).isEqualTo(404);
        }
        assertThat(see(elsewhere, "/applications")).doesNotContain("href=\"" + application + "\"");
        for (Role role : List.of(Role.MINISTRY_ANALYST, Role.CAREER_SPECIALIST, Role.OPERATOR, Role.AUDITOR)) {
            for (String address : List.of("/applications", application, "/decisions", decision, "/appeals")) {
                assertThat(status(officers.officer(role, 0), address))
                        .as(role + " " + address)
                        .isEqualTo(403);
            }
        }
        assertThat(status(second(), application + "/decide")).isEqualTo(403);
        for (String address :
                List.of("/applications/999999999", "/decisions/999999999", "/awards/9", "/appeals/9999")) {
            assertThat(status(worker(), address)).as(address).isEqualTo(404);
        }
    }
}
