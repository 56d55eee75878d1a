package kz.shanyraq.office.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.CountedStatements;
import kz.shanyraq.office.registry.Families;
import kz.shanyraq.office.registry.Figures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The pages of the registry and of monitoring, for those who may and for those who may not.
@OfficeTest
class RegistryPagesTest {

    private static final int HERE = 313_600_000;
    private static final int THERE = 195_200_000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Figures figures;

    private String page(Acting acting, String address) throws Exception {
        String html = mvc.perform(get(address).with(officers.page(acting)).cookie(new Cookie("lang", "ru")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String shots = System.getProperty("shots", "");
        if (!shots.isEmpty()) {
            Files.writeString(
                    Path.of(
                            shots,
                            address.replaceAll("[^a-z0-9]+", "_") + "-"
                                    + acting.getClass().getSimpleName() + ".html"),
                    html);
        }
        return html;
    }

    private int statements(Acting acting, String address) throws Exception {
        page(acting, address);
        CountedStatements.forget();
        page(acting, address);
        return CountedStatements.seen().size();
    }

    @Test
    void a_family_is_shown_with_members_sources_and_groupings_and_the_look_is_recorded() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        String html = page(worker, "/families/" + family.id().number());
        assertThat(html)
                .contains("Семья Серіковых")
                .contains(family.id().number())
                .contains("Аружан")
                .contains("54,5");
        assertThat(page(worker, "/families/" + family.id().number() + "/looks")).contains("social_worker");
        assertThat(page(worker, "/families/" + family.id().number() + "?on=2025-01-02&known=2025-01-03"))
                .contains("02.01.2025");
    }

    @Test
    void a_person_is_shown_by_sheet() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        assertThat(page(
                        officers.socialWorker(HERE),
                        "/persons/" + family.person("Ерлан").value()))
                .contains("Сериков Ерлан")
                .contains("210");
        assertThat(page(
                        officers.officer(Role.CAREER_SPECIALIST, HERE),
                        "/persons/" + family.person("Ерлан").value()))
                .doesNotContain("210\u00a0000");
    }

    @Test
    void a_person_belongs_to_the_families_in_the_navigation_and_home_is_home_alone() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        String person = page(worker, "/persons/" + family.person("Ерлан").value());
        assertThat(person)
                .contains("href=\"/families\" aria-current=\"page\"")
                .doesNotContain("href=\"/\" aria-current");
        assertThat(page(worker, "/account")).doesNotContain("href=\"/\" aria-current");
        assertThat(page(worker, "/")).contains("href=\"/\" aria-current=\"page\"");
    }

    @Test
    void outside_the_territory_and_under_protection_there_is_no_such_page() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting other = officers.socialWorker(THERE);
        mvc.perform(get("/families/" + family.id().number()).with(officers.page(other)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/persons/" + family.person("Ерлан").value()).with(officers.page(other)))
                .andExpect(status().isNotFound());
        families.restrict(family);
        mvc.perform(get("/families/" + family.id().number()).with(officers.page(officers.socialWorker(HERE))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/families/" + family.id().number()).with(officers.page(officers.officer(Role.AUDITOR, 0))))
                .andExpect(status().isForbidden());
    }

    @Test
    void search_tells_what_is_wrong_with_a_number_and_where_a_reason_is_asked() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        assertThat(page(worker, "/search?q=851231400208")).contains("Контрольная цифра");
        assertThat(page(worker, "/search?q=Серікова Айгүл")).contains("Болатқызы");
        assertThat(page(officers.socialWorker(THERE), "/search?q=" + family.id().number()))
                .contains("/permits/new?family=" + family.id().number())
                .doesNotContain("Серікова");
        assertThat(page(worker, "/search")).contains("ИИН");
    }

    @Test
    void what_is_called_wrong_becomes_a_question_and_changes_nothing() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting citizen =
                officers.citizen(family.person("Айгүл").value(), family.id().value());
        page(citizen, "/my/questions/new?sheet=vehicles&column=cars");
        mvc.perform(post("/my/questions")
                        .with(officers.page(citizen))
                        .with(csrf())
                        .param("sheet", "vehicles")
                        .param("column", "cars")
                        .param("words", "x"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/my/questions")
                        .with(officers.page(citizen))
                        .with(csrf())
                        .param("sheet", "vehicles")
                        .param("column", "cars")
                        .param("claimed", "0")
                        .param("words", "Машину продали весной."))
                .andExpect(redirectedUrl("/my/family"));
        Acting worker = officers.socialWorker(HERE);
        assertThat(page(worker, "/families/" + family.id().number())).contains("ждём ответа");
        assertThat(page(worker, "/questions")).contains("Машину продали весной.");
        assertThat(page(citizen, "/my/family")).contains("Моя семья");
    }

    @Test
    void a_correction_replaces_the_fact_and_shows_who_said_what_before() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        String address = "/families/" + family.id().number();
        page(worker, address + "/corrections/new?sheet=vehicles&column=cars");
        mvc.perform(post(address + "/corrections")
                        .with(officers.page(worker))
                        .with(csrf())
                        .param("sheet", "vehicles")
                        .param("column", "cars")
                        .param("value", "много")
                        .param("from", "2025-02-01")
                        .param("reason", "Продажа")
                        .param("document", "Договор № 5"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(address + "/corrections")
                        .with(officers.page(worker))
                        .with(csrf())
                        .param("sheet", "vehicles")
                        .param("column", "cars")
                        .param("value", "3")
                        .param("from", "2025-02-01")
                        .param("reason", "Ошибка учёта")
                        .param("document", "Договор № 5"))
                .andExpect(redirectedUrl(address));
        String html = page(worker, address);
        assertThat(html).contains("Сотрудник").contains("Договор № 5").contains("Учёт транспорта сообщает другое: 1");
        assertThat(page(worker, address + "?on=2025-01-15")).contains("15.01.2025");
        mvc.perform(get(address + "/corrections/new?sheet=vehicles&column=cars")
                        .with(officers.page(officers.officer(Role.CAREER_SPECIALIST, HERE))))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_entry_reads_back_what_was_typed_shows_who_is_alike_and_then_saves() throws Exception {
        families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        page(worker, "/families/new");
        mvc.perform(post("/families/new")
                        .with(officers.page(worker))
                        .with(csrf())
                        .cookie(new Cookie("lang", "ru"))
                        .param("place", Integer.toString(HERE))
                        .param("lastName", "Серикова")
                        .param("firstName", "Айгуль")
                        .param("birthDate", "1987-03-04")
                        .param("relation", "head")
                        .param("reason", "Обращение"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("04.03.1987")))
                .andExpect(content().string(containsString("Болатқызы")));
        mvc.perform(post("/families/new")
                        .with(officers.page(worker))
                        .with(csrf())
                        .param("place", Integer.toString(THERE))
                        .param("lastName", "А")
                        .param("firstName", "Б")
                        .param("iin", "851231400208")
                        .param("relation", "head")
                        .param("reason", "Обращение"))
                .andExpect(status().isUnprocessableContent());
        String to = mvc.perform(post("/families/new")
                        .with(officers.page(worker))
                        .with(csrf())
                        .param("confirm", "yes")
                        .param("place", Integer.toString(HERE))
                        .param("address", "Абай 5")
                        .param("lastName", "Новосёлова")
                        .param("firstName", "Вера")
                        .param("relation", "head")
                        .param("reason", "Обращение"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(worker, to)).contains("Новосёловых");
        assertThat(page(worker, to + "/persons/new")).contains("Добавить человека");
        assertThat(page(worker, "/search?q=Новосёлова Вера")).contains("Новосёлова Вера");
    }

    @Test
    void lists_and_monitoring_open_for_those_who_may() throws Exception {
        families.aigulWithThreeChildren(HERE);
        // The families of a test are told by deliveries of long ago, after which nothing is counted by itself.
        figures.count();
        Acting worker = officers.socialWorker(HERE);
        assertThat(page(worker, "/families")).contains("Серікова Айгүл");
        assertThat(page(worker, "/families?kind=children")).contains("Серікова Айгүл");
        assertThat(page(worker, "/")).contains("Мой день");
        assertThat(page(worker, "/sources")).contains("Налоговый регистр");
        assertThat(page(officers.officer(Role.OPERATOR, 0), "/sources/vehicles"))
                .contains("Учёт транспорта");
        Acting analyst = officers.officer(Role.MINISTRY_ANALYST, 0);
        assertThat(page(analyst, "/figures")).contains("Республика");
        assertThat(page(analyst, "/figures?measure=persons&region=310000000")).contains("0–6 лет");
        mvc.perform(get("/families").with(officers.page(analyst)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("Серік"))));
        for (String address : java.util.List.of(
                "/families", "/families?kind=many_children", "/families?kind=elderly", "/families?kind=disagreement")) {
            page(worker, address);
        }
    }

    @Test
    void no_page_sends_more_statements_than_were_approved() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting worker = officers.socialWorker(HERE);
        assertThat(statements(worker, "/families/" + family.id().number()))
                .as("family")
                .isLessThanOrEqualTo(20);
        assertThat(statements(worker, "/persons/" + family.person("Ерлан").value()))
                .as("person")
                .isLessThanOrEqualTo(16);
        assertThat(statements(worker, "/families")).as("list").isLessThanOrEqualTo(8);
        assertThat(statements(worker, "/search?q=Серікова Айгүл")).as("search").isLessThanOrEqualTo(8);
        assertThat(statements(worker, "/")).as("home").isLessThanOrEqualTo(18);
        assertThat(statements(worker, "/sources")).as("sources").isLessThanOrEqualTo(8);
    }
}
