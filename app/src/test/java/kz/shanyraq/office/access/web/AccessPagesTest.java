package kz.shanyraq.office.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Pages;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/// The pages of access as a browser sees them.
@OfficeTest
class AccessPagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Access access;

    @Autowired
    private Pages pages;

    @Value("${shanyraq.db.url}")
    private String url;

    @Test
    void every_page_carries_the_headers_that_keep_it_to_itself() throws Exception {
        mvc.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().exists("Permissions-Policy"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        mvc.perform(get("/sign-in").secure(true))
                .andExpect(header().string("Strict-Transport-Security", containsString("max-age=31536000")));
    }

    @Test
    void another_host_s_name_is_not_answered() throws Exception {
        mvc.perform(get("/sign-in").with(request -> {
                    request.setServerName("rebound.example");
                    return request;
                }))
                .andExpect(status().is(421));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        mvc.perform(post("/sign-in").param("login", "x").param("password", "y")).andExpect(status().isForbidden());
    }

    @Test
    void nobody_is_led_to_sign_in_and_back() throws Exception {
        mvc.perform(get("/admin/log?family=3-1"))
                .andExpect(redirectedUrl("/sign-in?next=%2Fadmin%2Flog%3Ffamily%3D3-1"));
    }

    @Test
    void an_address_elsewhere_is_not_gone_to_after_sign_in() throws Exception {
        String html = mvc.perform(get("/sign-in").param("next", "//evil.example/x"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).doesNotContain("evil.example");
    }

    @Test
    void an_unknown_login_and_a_wrong_password_get_the_same_answer_and_the_same_rest() throws Exception {
        Acting.Officer officer = officers.socialWorker(114_500_000);
        String known = officers.loginOf(officer);
        List<String> answers = new ArrayList<>();
        for (String login : List.of(known, "nobody-" + known)) {
            for (int i = 0; i < 6; i++) {
                String html = mvc.perform(post("/sign-in")
                                .with(csrf())
                                .param("login", login)
                                .param("password", "wrong wrong wrong"))
                        .andExpect(status().is(422))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                answers.add(html.replace(login, "LOGIN").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
            }
        }
        assertThat(answers.subList(0, 6)).isEqualTo(answers.subList(6, 12));
        assertThat(answers.get(5)).isNotEqualTo(answers.get(4));
    }

    @Test
    void signing_in_changes_the_name_of_the_session_and_signing_out_ends_it() throws Exception {
        Acting.Officer officer = officers.officer(Role.AUDITOR, 0);
        MockHttpSession before = new MockHttpSession();
        MvcResult in = mvc.perform(post("/sign-in")
                        .with(csrf())
                        .session(before)
                        .param("login", officers.loginOf(officer))
                        .param("password", TestOfficers.PASSWORD)
                        .param("next", "/admin/log"))
                .andExpect(redirectedUrl("/admin/log"))
                .andReturn();
        assertThat(before.isInvalid()).isTrue();
        MockHttpSession session = (MockHttpSession) in.getRequest().getSession(false);
        mvc.perform(get("/admin/log").session(session)).andExpect(status().isOk());
        mvc.perform(post("/sign-out").with(csrf()).session(session)).andExpect(redirectedUrl("/sign-in?out"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void the_second_factor_asks_for_its_code_and_takes_each_code_once() throws Exception {
        Acting.Officer officer = officers.officer(Role.AUDITOR, 0);
        String html = mvc.perform(get("/account/second-factor").with(officers.page(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String secret = html.replaceAll("(?s).*<code>([A-Z2-7]{32})</code>.*", "$1");
        assertThat(secret).hasSize(32);
        String code = officers.codeOf(secret, 0);
        String recovery = mvc.perform(post("/account/second-factor")
                        .with(csrf())
                        .with(officers.page(officer))
                        .param("code", code))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String first = recovery.replaceAll("(?s).*?<code>([a-z2-7-]{19})</code>.*", "$1");
        MockHttpSession half = signedInHalfway(officer);
        mvc.perform(post("/sign-in/code").with(csrf()).session(half).param("code", code))
                .andExpect(status().is(422));
        mvc.perform(post("/sign-in/code").with(csrf()).session(half).param("code", officers.codeOf(secret, 1)))
                .andExpect(redirectedUrl("/"));
        MockHttpSession again = signedInHalfway(officer);
        mvc.perform(post("/sign-in/code").with(csrf()).session(again).param("code", first))
                .andExpect(redirectedUrl("/"));
        MockHttpSession third = signedInHalfway(officer);
        mvc.perform(post("/sign-in/code").with(csrf()).session(third).param("code", first))
                .andExpect(status().is(422));
    }

    @Test
    void a_fourth_session_ends_the_first() throws Exception {
        Acting.Officer officer = officers.officer(Role.AUDITOR, 0);
        List<MockHttpSession> sessions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sessions.add((MockHttpSession) mvc.perform(post("/sign-in")
                            .with(csrf())
                            .param("login", officers.loginOf(officer))
                            .param("password", TestOfficers.PASSWORD))
                    .andReturn()
                    .getRequest()
                    .getSession(false));
        }
        mvc.perform(get("/account").session(sessions.get(0))).andExpect(redirectedUrl("/sign-in?ended"));
        mvc.perform(get("/account").session(sessions.get(3))).andExpect(status().isOk());
    }

    @Test
    void every_page_refuses_every_role_that_lacks_its_right_and_says_which_role_has_it() throws Exception {
        List<Acting> all = new ArrayList<>();
        for (Role role : Role.values()) {
            all.add(role == Role.CITIZEN ? officers.citizen(4_711, 42L) : officers.officer(role, 0));
        }
        for (Map.Entry<String, List<Right>> page : pages.all().entrySet()) {
            if (!page.getKey().startsWith("{GET [") || page.getValue().isEmpty()) {
                continue;
            }
            String address = address(page.getKey());
            for (Acting acting : all) {
                if (page.getValue().stream().noneMatch(acting::may)) {
                    mvc.perform(get(address).with(officers.page(acting))).andExpect(status().isForbidden());
                }
            }
        }
        mvc.perform(get("/admin/log").with(officers.page(all.getFirst())).cookie(new Cookie("lang", "ru")))
                .andExpect(content().string(containsString("Аудитор")));
    }

    @Test
    void the_pages_of_access_show_in_three_languages() throws Exception {
        Acting auditor = officers.officer(Role.AUDITOR, 0);
        Acting operator = officers.officer(Role.OPERATOR, 0);
        Acting approver = officers.officer(Role.SECOND_APPROVER, 0);
        for (String language : List.of("kk", "ru", "en")) {
            for (String address : List.of(
                    "/admin/log?action=denied",
                    "/admin/roles",
                    "/account",
                    "/account/second-factor",
                    "/sign-in/again")) {
                mvc.perform(get(address).with(officers.page(auditor)).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk());
            }
            for (String address : List.of("/admin/officers", "/admin/officers/new", "/admin/officers?name=Ас")) {
                mvc.perform(get(address).with(officers.page(operator)).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk());
            }
            for (String address : List.of("/permits", "/permits/new?family=3-1", "/permits/break-glass")) {
                mvc.perform(get(address).with(officers.page(approver)).cookie(new Cookie("lang", language)))
                        .andExpect(status().isOk());
            }
        }
    }

    @Test
    void an_operator_adds_an_officer_gives_a_post_and_the_officer_signs_in() throws Exception {
        Acting.Officer operator = officers.officer(Role.OPERATOR, 0);
        String html = mvc.perform(post("/admin/officers")
                        .with(csrf())
                        .with(officers.page(operator))
                        .param("login", "new.officer")
                        .param("name", "Гүлнар Есенова")
                        .param("email", "gulnar@office.example"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String password = html.replaceAll("(?s).*<code>([\\w-]{16})</code>.*", "$1");
        String id = html.replaceAll("(?s).*action=\"/admin/officers/([0-9a-f-]{36})/posts\".*", "$1");
        mvc.perform(post("/sign-in").with(csrf()).param("login", "new.officer").param("password", password))
                .andExpect(status().is(422));
        mvc.perform(post("/admin/officers/" + id + "/posts")
                        .with(csrf())
                        .with(officers.page(operator))
                        .param("role", "social_worker")
                        .param("kato", "114500000"))
                .andExpect(redirectedUrl("/admin/officers/" + id));
        mvc.perform(post("/sign-in").with(csrf()).param("login", "new.officer").param("password", password))
                .andExpect(redirectedUrl("/"));
        mvc.perform(post("/admin/officers/" + operator.id() + "/posts")
                        .with(csrf())
                        .with(officers.page(operator))
                        .param("role", "auditor")
                        .param("kato", "0"))
                .andExpect(status().is(422));
        mvc.perform(post("/admin/officers/" + id + "/end").with(csrf()).with(officers.page(operator)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void the_log_shows_a_look_by_family_and_its_export_is_signed() throws Exception {
        Acting.Officer worker = officers.socialWorker(114_500_000);
        Acting.Officer auditor = officers.officer(Role.AUDITOR, 0);
        Access.as(worker, () -> {
            access.looked(Look.at(new FamilyRef(77, "3-0077", 114_530_100, false), "card"));
            return true;
        });
        mvc.perform(get("/admin/log?family=3-0077").with(officers.page(auditor)).cookie(new Cookie("lang", "ru")))
                .andExpect(content().string(containsString(worker.name())))
                .andExpect(content().string(containsString("3-0077")));
        byte[] zip = mvc.perform(post("/admin/log/export")
                        .with(csrf())
                        .with(officers.page(auditor))
                        .param("family", "3-0077"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<String> names = new ArrayList<>();
        String csv = "";
        String signature = "";
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                csv = entry.getName().equals("log.csv") ? text : csv;
                signature = entry.getName().endsWith("signature") ? text : signature;
            }
        }
        assertThat(names).containsExactly("log.csv", "log.csv.signature", "public-key.txt");
        assertThat(csv.lines().count()).isEqualTo(2);
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(signature).contains(java.util.HexFormat.of().formatHex(hash));
    }

    @Test
    void a_page_of_the_log_begins_at_a_line_so_that_new_lines_move_nothing() throws Exception {
        Acting.Officer worker = officers.socialWorker(114_500_000);
        Acting.Officer auditor = officers.officer(Role.AUDITOR, 0);
        looks(worker, 1, 205);
        String first = logged(auditor, "/admin/log?family=3-0088");
        looks(worker, 206, 210);
        String second = logged(auditor, linked(first, "next"));
        String third = logged(auditor, linked(second, "next"));
        assertThat(third).doesNotContain("rel=\"next\"");
        assertThat(shown(first)).hasSize(100);
        assertThat(shown(second)).hasSize(100);
        assertThat(shown(third)).hasSize(5);
        var all = new TreeSet<>(shown(first));
        all.addAll(shown(second));
        all.addAll(shown(third));
        assertThat(all).hasSize(205);
        assertThat(shown(logged(auditor, linked(third, "prev")))).isEqualTo(shown(second));
        assertThat(shown(logged(auditor, linked(second, "prev"))))
                .hasSize(100)
                .containsAll(shown(first).subList(5, 100));
    }

    private void looks(Acting.Officer worker, int from, int to) throws Exception {
        for (int n = from; n <= to; n++) {
            String detail = "card %03d".formatted(n);
            Access.as(worker, () -> {
                access.looked(Look.at(new FamilyRef(88, "3-0088", 114_530_100, false), detail));
                return true;
            });
        }
    }

    private String logged(Acting.Officer auditor, String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address))
                        .with(officers.page(auditor))
                        .cookie(new Cookie("lang", "en")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String linked(String html, String rel) {
        var link = Pattern.compile("href=\"([^\"]*)\" rel=\"" + rel + "\"").matcher(html);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static List<String> shown(String html) {
        return Pattern.compile("card \\d{3}")
                .matcher(html)
                .results()
                .map(found -> found.group())
                .toList();
    }

    @Tag("slow")
    @Test
    void the_export_of_the_log_is_whole_however_long_it_is() throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into access.look (lane, day, seq, at, role, action, purpose, detail, prev, hash)
                    select n % 16, date '2001-02-03', n / 16 + 1, timestamptz '2001-02-03 12:00+05', 'system', 'look', 'operation', 'old', '', ''
                    from generate_series(0, 200999) n
                    """);
        }
        byte[] zip = mvc.perform(post("/admin/log/export")
                        .with(csrf())
                        .with(officers.page(officers.officer(Role.AUDITOR, 0)))
                        .param("from", "2001-02-03")
                        .param("to", "2001-02-03"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            in.getNextEntry();
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
                    .hasSize(201_001);
        }
    }

    @Test
    void nothing_personal_is_shown_while_the_log_cannot_be_written() throws Exception {
        Acting.Officer auditor = officers.officer(Role.AUDITOR, 0);
        String append =
                "execute on function access.append(text, uuid, integer, text, text, text, text, bigint[], bigint[], text[])";
        try (Connection admin = DriverManager.getConnection(url);
                Statement statement = admin.createStatement()) {
            statement.execute("revoke %s from shanyraq_office".formatted(append));
            try {
                mvc.perform(get("/admin/log").with(officers.page(auditor)).cookie(new Cookie("lang", "en")))
                        .andExpect(status().isServiceUnavailable())
                        .andExpect(content().string(containsString("personal data are not shown")));
            } finally {
                statement.execute("grant %s to shanyraq_office".formatted(append));
            }
        }
    }

    /// An address of a page, with a value for each part of it that is open.
    private static String address(String page) {
        String pattern = page.replaceAll("^\\{GET \\[(.+?)( \\|\\| .+)?\\](, .*)?\\}$", "$1");
        return Pattern.compile("\\{([^{}:]+)(?::((?:[^{}]|\\{[^{}]*\\})+))?\\}")
                .matcher(pattern)
                .replaceAll(part -> part.group(2) == null
                        ? "11"
                        : Stream.of("11", "abc", "by_visit", "2026-01-01", "2026-000001")
                                .filter(value -> value.matches(part.group(2)))
                                .findFirst()
                                .orElse("11"));
    }

    private MockHttpSession signedInHalfway(Acting.Officer officer) throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(post("/sign-in")
                        .with(csrf())
                        .session(session)
                        .param("login", officers.loginOf(officer))
                        .param("password", TestOfficers.PASSWORD))
                .andExpect(redirectedUrl("/sign-in/code"));
        return session;
    }
}
