package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.Families;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A letter is checked by its number and code, without sign-in; what is wrong and what never was look the same.
@OfficeTest
class VerifyPagesTest {

    private static final int TOO_MANY = 429;
    private static final String CODE = "ABCDEFGHJKLM";
    private static final Map<String, List<String>> SAID = Map.of(
            "kk", List.of("Бұл хат берілген және күшінде.", "Атаулы әлеуметтік көмек", "2026 жылғы 17 қараша"),
            "ru", List.of("Это письмо выдано и действует.", "Адресная социальная помощь", "17 ноября 2026"),
            "en", List.of("This letter was issued and stands.", "Targeted social assistance", "17 November 2026"));

    private static int addresses;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Families families;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private String number = "";

    @BeforeEach
    void issue() {
        Families.Known family = families.alone(354_800_000, "Омарова", "Дана", "1990-01-01");
        number = db.sql("select '2026-' || lpad(nextval('benefits.letter_number')::text, 6, '0')")
                .query(String.class)
                .single();
        db.sql("""
                        insert into benefits.letter (number, decision_id, family_id, to_person, topic, outcome, language, day, code, sha256, pdf)
                        values (:number, nextval('benefits.letter_number'), :family, :person, 12, 'granted', 'kk', :day, :code, sha256('x'), 'x')
                        """)
                .param("number", number)
                .param("family", family.id().value())
                .param("person", family.person("Дана").value())
                .param("day", LocalDate.of(2026, 11, 17))
                .param("code", CODE)
                .update();
    }

    /// Each visit from a network of its own, so that the pace of one does not stop another.
    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private String page(String address, String lang) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(address).header("Accept-Language", lang).with(from("10.1.0." + ++addresses % 250)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getCookies()).isEmpty();
        return response.getContentAsString();
    }

    private static String answer(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("<form method=\"get\" action=\"/verify\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void a_letter_that_stands_is_told_with_its_day_and_kind_and_nobodys_name(String lang) throws Exception {
        String html = page("/verify/" + number + "?code=abcd-efgh-jklm", lang);
        assertThat(answer(html)).contains(SAID.getOrDefault(lang, List.of())).doesNotContain("Омарова", "Дана", "??");
        assertThat(answer(page("/verify?number=" + number + "&code=" + CODE, lang)))
                .isEqualTo(answer(html));
    }

    @Test
    void a_letter_that_was_superseded_says_so() throws Exception {
        db.sql("update benefits.letter set superseded = true where number = :number")
                .param("number", number)
                .update();
        assertThat(page("/verify/" + number + "?code=" + CODE, "ru")).contains("больше не действует");
    }

    @Test
    void a_wrong_code_and_a_number_that_was_never_issued_have_the_same_answer() throws Exception {
        String wrong = answer(page("/verify/" + number + "?code=ABCDEFGHJKLN", "ru"));
        String unknown = answer(page("/verify/2026-999999?code=" + CODE, "ru"));
        String nonsense = answer(page("/verify/nonsense?code=x", "ru"));
        assertThat(wrong)
                .contains("Письма с таким номером и кодом нет")
                .isEqualTo(unknown)
                .isEqualTo(nonsense);
    }

    @Test
    void without_a_code_the_page_asks_for_it() throws Exception {
        String html = page("/verify/" + number, "ru");
        assertThat(html).contains("value=\"" + number + "\"").doesNotContain("Письма с таким", "17 ноября");
        assertThat(page("/verify", "ru")).contains("name=\"number\"", "name=\"code\"");
    }

    @Test
    void codes_are_tried_no_more_often_than_passwords() throws Exception {
        int status = 0;
        for (int i = 0; i < 40 && status != TOO_MANY; i++) {
            status = mvc.perform(get("/verify/" + number + "?code=" + i).with(from("10.2.0.1")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(status).isEqualTo(TOO_MANY);
        mvc.perform(get("/verify").with(from("10.2.0.1"))).andExpect(status().isOk());
    }
}
