package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The check as a browser without cookies sees it: open to everybody, in three languages, and nothing stays of it.
@OfficeTest
class CheckPagesTest {

    private static final int TOO_MANY = 429;

    @Autowired
    private MockMvc mvc;

    @Value("${shanyraq.db.url}")
    private String url;

    private static MockHttpServletRequestBuilder form(Map<String, String> fields, String lang) {
        MockHttpServletRequestBuilder request = post("/check").header("Accept-Language", lang);
        fields.forEach(request::param);
        return request;
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(request).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(response.getCookies()).isEmpty();
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        return response.getContentAsString();
    }

    private static Map<String, String> family() {
        var fields = new TreeMap<String, String>();
        fields.put("area", "35");
        fields.put("adults", "2");
        fields.put("school", "2");
        fields.put("small", "1");
        fields.put("babies", "1");
        fields.put("spouse", "1");
        fields.put("citizens", "all");
        fields.put("disability", "nobody");
        fields.put("steady", "1");
        fields.put("idle", "1");
        fields.put("care", "child_under_3");
        fields.put("owned", "nothing");
        fields.put("income", "90 000");
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void questions_and_every_state_are_said_in_the_language(String lang) throws Exception {
        var some = new ArrayList<String>();
        some.add(page(get("/check").header("Accept-Language", lang)));
        some.add(page(form(family(), lang)));
        some.add(page(form(Map.of(), lang)));
        some.add(page(form(Map.of("adults", "2", "small", "2"), lang)));
        Map<String, String> rich = family();
        rich.put("income", "5000000");
        rich.put("group1", "1");
        rich.remove("area");
        some.add(page(form(rich, lang)));
        Map<String, String> again = family();
        again.put("edit", "yes");
        some.add(page(form(again, lang)));
        for (String html : some) {
            assertThat(html).contains("lang=\"" + lang + "\"").doesNotContain("??", "benefits.check.", "{0}", "{1}");
            assertThat(html.replaceAll("(?s)<head>.*?</head>", "")).doesNotContain("_csrf");
        }
        assertThat(some.getLast()).contains("value=\"90 000\"");
    }

    @Test
    void states_sums_gaps_articles_and_what_is_taken_for_granted_are_shown() throws Exception {
        String html = page(form(family(), "ru"));
        assertThat(html)
                .contains("Это проверка, а не решение")
                .contains("Скорее всего, положено", "в месяц", "Социальный кодекс")
                .contains("Что проверка приняла за верное")
                .contains("href=\"/sign-in\"");
        Map<String, String> rich = family();
        rich.put("income", "5000000");
        assertThat(page(form(rich, "ru"))).contains("Не положено", "Предел для вашей семьи");
        assertThat(page(form(Map.of("adults", "2", "small", "2"), "ru")))
                .contains("Могло бы быть положено, если…", "доход всех вместе – не больше");
        assertThat(page(form(Map.of(), "ru"))).contains("Сказать нельзя").doesNotContain("id=\"not\"");
    }

    @Test
    void answers_that_cannot_be_are_asked_for_again() throws Exception {
        Map<String, String> wrong = family();
        wrong.put("steady", "7");
        wrong.put("disabledschool", "3");
        String html = mvc.perform(form(wrong, "ru"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("href=\"#steady\"", "href=\"#disabledschool\"", "value=\"90 000\"");
        for (Map<String, String> bad :
                List.of(Map.of("area", "99"), Map.of("adults", "-1"), Map.of("adults", "1", "income", "много"))) {
            mvc.perform(form(bad, "ru")).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void others_than_there_are_adults_are_asked_for_again() throws Exception {
        for (Map<String, String> bad : List.of(
                Map.of("adults", "2", "spouse", "1", "relatives", "1"),
                Map.of("adults", "3", "spouse", "2"),
                Map.of("adults", "1", "elders", "1", "grown", "1"),
                Map.of("adults", "2", "grown", "x"))) {
            mvc.perform(form(bad, "ru")).andExpect(status().isUnprocessableContent());
        }
        page(form(Map.of("adults", "2", "elders", "2", "spouse", "1", "grown", "1", "relatives", "1"), "ru"));
    }

    @Test
    void another_language_keeps_the_answers_and_stores_nothing_of_them() throws Exception {
        assertThat(page(get("/check").header("Accept-Language", "ru")))
                .contains("form=\"answers\" formaction=\"/check?lang=kk\" name=\"edit\" value=\"yes\"")
                .doesNotContain("href=\"/check?lang=kk\"");
        String found = page(form(family(), "ru"));
        assertThat(found)
                .contains("form=\"answers\" formaction=\"/check?lang=kk\" lang=\"kk\"")
                .contains("type=\"hidden\" name=\"spouse\" value=\"1\"");
        MockHttpServletRequestBuilder switched = post("/check?lang=kk");
        family().forEach(switched::param);
        mvc.perform(switched).andExpect(result -> {
            assertThat(result.getResponse().getStatus()).isEqualTo(307);
            assertThat(result.getResponse().getHeader("Location")).isEqualTo("/check");
            assertThat(result.getResponse().getCookie("lang")).isNotNull();
        });
        assertThat(page(form(family(), "ru").cookie(new Cookie("lang", "kk"))))
                .contains("lang=\"kk\"", "id=\"likely\"");
    }

    @Test
    void nothing_is_written_to_any_table_and_no_session_begins() throws Exception {
        Map<String, Long> before = rows();
        assertThat(before).containsKeys("access.look", "access.session");
        page(get("/check"));
        page(form(family(), "kk"));
        page(form(Map.of(), "ru").cookie(new Cookie("lang", "ru")));
        mvc.perform(form(family(), "ru"))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull());
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (ResultSet names = statement.executeQuery("""
                    select schemaname || '.' || tablename from pg_tables
                    where schemaname in ('access', 'registry', 'benefits') and tablename not like 'flyway%'
                    """)) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            tables.add("access.look");
            Map<String, Long> rows = new TreeMap<>();
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
            return rows;
        }
    }

    @Test
    void one_address_cannot_ask_without_end_and_does_not_stop_another() throws Exception {
        int last = 0;
        for (int i = 0; i < 80 && last != TOO_MANY; i++) {
            last = answered("203.0.113.7");
        }
        assertThat(last).isEqualTo(TOO_MANY);
        assertThat(answered("203.0.113.8")).isEqualTo(200);
    }

    private int answered(String address) throws Exception {
        return mvc.perform(form(Map.of(), "ru").with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void the_page_of_sign_in_leads_here() throws Exception {
        assertThat(mvc.perform(get("/sign-in")).andReturn().getResponse().getContentAsString())
                .contains("href=\"/check\"");
    }
}
