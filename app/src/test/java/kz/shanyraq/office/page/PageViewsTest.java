package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Pages as they leave the office: language and theme by cookie, errors with the shell around them, nothing inline.
class PageViewsTest {
    private final MockMvc office = office();

    private static MockMvc office() {
        try {
            var none = new StaticListableBeanFactory();
            var shells = new Shells(
                    new Words(),
                    none.getBeanProvider(Visitors.class),
                    none.getBeanProvider(Noticeboard.class),
                    none.getBeanProvider(java.time.Clock.class),
                    "village");
            var errors = new ErrorPages(new UploadBound(new org.springframework.core.env.StandardEnvironment()));
            return MockMvcBuilders.standaloneSetup(new Sample(), errors)
                    .setControllerAdvice(errors)
                    .setViewResolvers(
                            new PageViews(shells),
                            new org.springframework.web.servlet.view.InternalResourceViewResolver())
                    .addFilters(new Preferences())
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Controller
    static class Sample {
        @GetMapping("/forbidden")
        String forbidden() {
            throw new Forbidden("no", List.of("page.account"));
        }

        @GetMapping({"/families/{number}", "//evil.example/{number}"})
        String missing() {
            throw new NotFound("family");
        }

        @PostMapping("/done")
        String done(RedirectAttributes redirect) {
            redirect.addFlashAttribute("flash", Notice.done("page.ago.days", 3L));
            return "redirect:/forbidden";
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, Мұндай бет жоқ", "ru, Такой страницы нет", "en, There is no such page"})
    void a_missing_page_speaks_the_visitors_language(String language, String title) throws Exception {
        office.perform(get("/families/7").cookie(new Cookie("lang", language)))
                .andExpect(status().isNotFound())
                .andExpect(header().string("Content-Language", language))
                .andExpect(content().string(containsString("<html lang=\"" + language + "\"")))
                .andExpect(content().string(containsString(title)));
    }

    @Test
    void without_a_cookie_the_browsers_first_known_language_is_taken_and_kazakh_without_any() throws Exception {
        office.perform(get("/families/7").header("Accept-Language", "de, ru;q=0.8, en;q=0.5"))
                .andExpect(header().string("Content-Language", "ru"));
        office.perform(get("/families/7").header("Accept-Language", "de"))
                .andExpect(header().string("Content-Language", "kk"));
        office.perform(get("/families/7")).andExpect(header().string("Content-Language", "kk"));
    }

    @Test
    void a_refusal_names_the_roles_that_have_the_right() throws Exception {
        office.perform(get("/forbidden").cookie(new Cookie("lang", "en")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("These have the right: My account.")));
    }

    @Test
    void switching_the_language_keeps_the_page_and_its_filters() throws Exception {
        office.perform(get(java.net.URI.create("/families/7?tab=facts&lang=kk&q=%D2%9B")))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/families/7?tab=facts&q=%D2%9B"))
                .andExpect(cookie().value("lang", "kk"))
                .andExpect(cookie().httpOnly("lang", true));
        office.perform(get("/families/7?theme=dark"))
                .andExpect(header().string("Location", "/families/7"))
                .andExpect(cookie().value("theme", "dark"));
        office.perform(get("/families/7?density=compact&keys=off"))
                .andExpect(cookie().value("density", "compact"))
                .andExpect(cookie().value("keys", "off"));
    }

    @Test
    void a_language_that_we_do_not_speak_changes_nothing() throws Exception {
        office.perform(get("/families/7?lang=no"))
                .andExpect(status().isNotFound())
                .andExpect(cookie().doesNotExist("lang"));
        office.perform(get("/families/7").cookie(new Cookie("lang", "'><script>"), new Cookie("theme", "x")))
                .andExpect(content().string(not(containsString("'><script>"))));
    }

    @Test
    void switching_never_leads_to_another_host() throws Exception {
        office.perform(get(java.net.URI.create("http://localhost//evil.example/1?lang=ru")))
                .andExpect(header().string("Location", "/evil.example/1"));
    }

    @Test
    void theme_and_density_stand_on_the_page() throws Exception {
        office.perform(get("/families/7").cookie(new Cookie("theme", "dark"), new Cookie("density", "compact")))
                .andExpect(content().string(containsString("data-color-scheme=\"dark\" data-density=\"compact\"")));
    }

    @Test
    void what_was_done_is_said_once_above_the_next_page() throws Exception {
        var done = office.perform(post("/done"))
                .andExpect(redirectedUrl("/forbidden"))
                .andReturn();
        office.perform(get("/forbidden").cookie(new Cookie("lang", "en")).flashAttrs(done.getFlashMap()))
                .andExpect(content().string(containsString("3 days ago")));
    }

    @Test
    void a_page_has_nothing_inline_and_carries_the_mark_of_invented_data() throws Exception {
        String page = office.perform(get("/families/7").cookie(new Cookie("lang", "en")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain("javascript:")
                .doesNotContainPattern("\\son[a-z]+=");
        assertThat(page)
                .containsPattern(
                        "<script src=\"/assets/app\\.[0-9a-f]{10}\\.js\" defer fetchpriority=\"low\"></script>");
        assertThat(page.split("<script", -1)).hasSize(2);
        assertThat(page).contains("Practice data").doesNotContain("??").doesNotContain("tegn");
    }

    @Test
    void a_fault_of_ours_has_a_code_and_no_stack_trace() throws Exception {
        String page = office.perform(get("/error")
                        .requestAttr("jakarta.servlet.error.status_code", 500)
                        .requestAttr(
                                "jakarta.servlet.error.exception", new IllegalStateException("secret 900101350123"))
                        .cookie(new Cookie("lang", "en")))
                .andExpect(status().isInternalServerError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .containsPattern("give this code <b class=\"num\">[0-9a-f]{8}</b>")
                .doesNotContain("secret")
                .doesNotContain("IllegalState");
    }

    @Test
    void an_address_keeps_its_other_parameters_when_one_changes() throws IOException {
        var text = new Text(new Words(), Language.EN, java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC));
        var shell = new Shell(
                text,
                Theme.AUTO,
                Density.ROOMY,
                true,
                Visitor.anonymous(),
                "/families",
                "q=%D2%9B&page=3&sort=name",
                "",
                () -> null,
                0,
                false,
                List.of());
        assertThat(shell.query("page", "")).isEqualTo("/families?q=%D2%9B&sort=name");
        assertThat(shell.query("page", "4")).isEqualTo("/families?q=%D2%9B&sort=name&page=4");
        assertThat(shell.query("region", "қ")).isEqualTo("/families?q=%D2%9B&page=3&sort=name&region=%D2%9B");
        assertThat(shell.with("lang", "ru")).isEqualTo("/families?q=%D2%9B&page=3&sort=name&lang=ru");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | 1",
                "1 | 20 | 1",
                "1 | 21 | 1,2",
                "3 | 412 | 1,2,3,4,0,21",
                "21 | 412 | 1,0,20,21",
                "10 | 412 | 1,0,9,10,11,0,21"
            })
    void pages_of_a_list_are_offered_with_gaps(int page, long total, String shown) {
        assertThat(new Paging(page, 20, total).shown().toString().replaceAll("[\\[\\] ]", ""))
                .isEqualTo(shown);
    }
}
