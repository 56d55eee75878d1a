package kz.shanyraq.office.benefits.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.office.registry.Families;
import kz.shanyraq.office.registry.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What is due to the own family, as the family reads it.
@OfficeTest
class MyRightsPagesTest {

    private static final int HERE = 354_800_000;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Words words;

    private String page(Acting acting, String address, String lang) throws Exception {
        return mvc.perform(get(address).with(officers.page(acting)).cookie(new Cookie("lang", lang)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_mother_reads_her_rights_in_her_language_and_nothing_of_her_husbands_income(Language language)
            throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        Acting mother =
                officers.citizen(family.person("Айгүл").value(), family.id().value());
        String html = page(mother, "/my/rights", language.code());
        assertThat(html)
                .contains("lang=\"" + language.code() + "\"", "id=\"due\"", "id=\"coming\"", "id=\"received\"")
                .doesNotContain("??", "benefits.my.", "{0}", "{1}", "{2}")
                .doesNotContain("210\u00a0000", "630\u00a0000", "210000", "630000");
        assertThat(page(mother, "/", language.code())).contains("href=\"/my/rights\"");
    }

    private Text text(Language language) {
        return new Text(words, language, ZonedDateTime.now(Looks.ZONE));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_month_in_which_care_of_a_baby_ends_is_told_beforehand(Language language) throws Exception {
        LocalDate born = LocalDate.now(Looks.ZONE).minusMonths(15);
        int told = families.delivery("2025-01-05");
        long family = families.family(HERE, told, "Абай көшесі, 5", null);
        PersonId mother = families.person(family, HERE, told, "Омарова", "Дана", null, "1995-04-05", "f", "head");
        PersonId baby = families.person(family, HERE, told, "Омаров", "Арман", null, born.toString(), "m", "child");
        families.sheet(
                "activity",
                "person_id",
                mother.value(),
                told,
                "2025-01-01",
                null,
                "study",
                "none",
                "work",
                "none",
                "cares_for",
                "child_under_3");
        families.sheet(
                "standing",
                "person_id",
                mother.value(),
                told,
                "2025-01-01",
                null,
                "receives",
                "",
                "insured_months",
                0,
                "award",
                "none");
        families.sheet("standing", "person_id", baby.value(), told, "2025-01-01", null, "receives", "");
        YearMonth last = YearMonth.from(LocalDate.now(Looks.ZONE));
        while (last.atDay(1).minusMonths(18).isBefore(born)) {
            last = last.plusMonths(1);
        }
        Text t = text(language);
        String html = page(officers.citizen(mother.value(), family), "/my/rights", language.code());
        String coming = html.substring(html.indexOf("id=\"coming\""), html.indexOf("</dl>"));
        assertThat(coming).contains(">" + t.month(last) + "<", "Арман", "₸");
        assertThat(html).contains("id=\"due\"");
    }

    @Test
    void who_is_of_no_family_is_told_so() throws Exception {
        Families.Known family = families.aigulWithThreeChildren(HERE);
        assertThat(page(officers.citizen(family.person("Ерлан").value(), null), "/my/rights", "ru"))
                .contains("В регистрах не указано");
    }

    @Test
    void officers_have_no_family_here() throws Exception {
        mvc.perform(get("/my/rights").with(officers.page(officers.socialWorker(HERE))))
                .andExpect(status().isForbidden());
    }
}
