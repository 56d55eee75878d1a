package kz.shanyraq.office.employment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.employment.Contract;
import kz.shanyraq.office.employment.ContractState;
import kz.shanyraq.office.employment.Contracts;
import kz.shanyraq.office.employment.Promised;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.registry.Families;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The pages of social contracts, as a career centre, a social worker, the second person and the family see
/// them.
@OfficeTest
class ContractPagesTest {

    private static final int HERE = 634_800_000;
    private static final String WORDS = "Отбасымен сөйлестік";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Promised promised;

    @Autowired
    private Contracts contracts;

    @Autowired
    private TestOfficers officers;

    private static LocalDate today() {
        return LocalDate.now(Looks.ZONE);
    }

    private String page(Acting acting, String address, String lang) throws Exception {
        return mvc.perform(get(address).with(officers.page(acting)).cookie(new Cookie("lang", lang)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions send(Acting acting, String address, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(officers.page(acting)).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    private Contract read(Acting acting, long contract) {
        return Access.as(acting, () -> contracts.find(contract)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_one_reads_the_contract_in_the_own_language_and_only_what_is_for_them(Language language) throws Exception {
        Families.Known family = promised.family(HERE);
        long id = promised.offered(family);
        String lang = language.code();
        String centre = page(officers.officer(Role.CAREER_SPECIALIST, HERE), "/contracts/" + id, lang);
        assertThat(centre)
                .contains("Асқар", "Дана", "id=\"signature-person\"", "action=\"/contracts/" + id + "/duties\"")
                .doesNotContain("121", "122 §4", "122-бап", "статьи 122", "/verdict\"");
        String worker = page(officers.socialWorker(HERE), "/contracts/" + id, lang);
        assertThat(worker).contains("Асқар", "121").doesNotContain("<form method=\"post\" action=\"/contracts/");
        String mine = page(
                officers.citizen(family.person("Асқар").value(), family.id().value()), "/my/contract", lang);
        assertThat(mine)
                .contains("Асқар", "action=\"/my/contract\"", "id=\"otherwise\"", "128")
                .doesNotContain("Зере");
        for (String html : new String[] {centre, worker, mine}) {
            assertThat(html)
                    .contains("lang=\"" + lang + "\"")
                    .doesNotContain("??", "employment.", "{0}", "{1}", "style=\"");
        }
    }

    @Test
    void a_contract_goes_from_the_list_through_duties_and_signature_by_the_pages() throws Exception {
        Families.Known family = promised.family(HERE);
        long id = promised.offered(family);
        Acting.Officer centre = officers.officer(Role.CAREER_SPECIALIST, HERE);
        String address = "/contracts/" + id;
        String askar = Long.toString(family.person("Асқар").value());
        assertThat(page(centre, "/contracts?show=to_sign", "kk")).contains("href=\"" + address + "\"");
        assertThat(page(centre, "/", "kk")).contains("href=\"/contracts\"");
        assertThat(page(centre, "/families/" + family.id().number(), "kk")).contains("href=\"" + address + "\"");
        String wrong = send(
                        centre,
                        address + "/duties",
                        Map.of(
                                "person",
                                askar,
                                "kind",
                                "training",
                                "day",
                                today().minusDays(1).toString()))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(wrong).contains("id=\"errors\"", "href=\"#duty-day\"", "id=\"duty-day-error\"");
        send(
                        centre,
                        address + "/duties",
                        Map.of(
                                "person",
                                askar,
                                "kind",
                                "training",
                                "words",
                                "Дәнекерлеу курсы",
                                "day",
                                today().plusDays(30).toString()))
                .andExpect(redirectedUrl(address));
        send(centre, address + "/steps", Map.of("person", askar, "words", WORDS, "day", today().toString()))
                .andExpect(redirectedUrl(address));
        Acting citizen =
                officers.citizen(family.person("Асқар").value(), family.id().value());
        send(citizen, "/my/contract", Map.of()).andExpect(redirectedUrl("/my/contract"));
        assertThat(read(centre, id).state()).isEqualTo(ContractState.RUNNING);
        long duty = read(centre, id).duties().getFirst().id();
        send(centre, address + "/duties/" + duty, Map.of("kind", "document", "words", "Анықтама № 7"))
                .andExpect(redirectedUrl(address));
        assertThat(page(centre, address, "ru")).contains("Дәнекерлеу курсы", "Анықтама № 7", WORDS);
        assertThat(page(citizen, "/my/contract", "ru"))
                .contains("Дәнекерлеу курсы")
                .doesNotContain("id=\"sign\"");
    }

    @Test
    void the_second_person_decides_by_the_page_and_the_family_reads_why() throws Exception {
        Families.Known family = promised.family(HERE);
        long id = promised.offered(family);
        String address = "/contracts/" + id;
        Acting.Officer centre = officers.officer(Role.CAREER_SPECIALIST, HERE);
        Acting.Officer second = officers.officer(Role.SECOND_APPROVER, HERE);
        Acting citizen =
                officers.citizen(family.person("Дана").value(), family.id().value());
        send(
                        centre,
                        address + "/warning",
                        Map.of(
                                "kind",
                                "refused",
                                "words",
                                "Шараға келмеді",
                                "until",
                                today().plusDays(5).toString()))
                .andExpect(redirectedUrl(address));
        assertThat(page(citizen, "/my/contract", "kk")).contains("Шараға келмеді");
        Acting askar =
                officers.citizen(family.person("Асқар").value(), family.id().value());
        assertThat(page(askar, "/my/messages", "kk")).contains("ескерту", "келісімшарт");
        assertThat(page(second, address, "kk")).doesNotContain("/verdict\"");
        promised.answered(id);
        send(centre, address + "/proposal", Map.of("act", "propose", "words", WORDS))
                .andExpect(redirectedUrl(address));
        assertThat(page(second, "/contracts?show=to_decide", "kk")).contains("href=\"" + address + "\"");
        assertThat(page(second, address, "kk")).contains("action=\"" + address + "/verdict\"");
        send(second, address + "/verdict", Map.of("act", "end", "words", "Дәлелді себеп айтылмады"))
                .andExpect(redirectedUrl(address));
        assertThat(read(second, id).state()).isEqualTo(ContractState.ENDED);
        assertThat(page(citizen, "/my/contract", "kk")).contains("Дәлелді себеп айтылмады");
    }

    @Test
    void who_has_no_right_is_refused_and_a_contract_elsewhere_is_not_there() throws Exception {
        Families.Known family = promised.family(HERE);
        long id = promised.offered(family);
        String address = "/contracts/" + id;
        for (Acting acting : new Acting[] {officers.socialWorker(HERE), officers.officer(Role.SECOND_APPROVER, HERE)}) {
            send(acting, address + "/duties", Map.of()).andExpect(status().isForbidden());
            send(acting, address + "/warning", Map.of()).andExpect(status().isForbidden());
        }
        send(officers.officer(Role.CAREER_SPECIALIST, HERE), address + "/verdict", Map.of())
                .andExpect(status().isForbidden());
        for (String page : new String[] {"/contracts", address}) {
            mvc.perform(get(page).with(officers.page(officers.officer(Role.AUDITOR, 0))))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get(address).with(officers.page(officers.officer(Role.CAREER_SPECIALIST, 354_800_000))))
                .andExpect(status().isNotFound());
        send(officers.officer(Role.CAREER_SPECIALIST, 354_800_000), address + "/duties", Map.of())
                .andExpect(status().isNotFound());
    }

    @Test
    void who_has_no_contract_is_told_when_there_is_one() throws Exception {
        Families.Known family = promised.family(HERE);
        Acting citizen =
                officers.citizen(family.person("Асқар").value(), family.id().value());
        assertThat(page(citizen, "/my/contract", "en")).contains("You have no social contract");
        assertThat(page(officers.citizen(family.person("Дана").value(), null), "/my/contract", "en"))
                .contains("You have no social contract");
    }
}
