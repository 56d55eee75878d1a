package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The module alone behind a real web server: assets that a browser keeps, and pages for whatever goes wrong.
class PageServerTest {
    private static ConfigurableApplicationContext office;
    private static String address;
    private final HttpClient browser = HttpClient.newHttpClient();

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    @Import({
        Words.class,
        Shells.class,
        PageViews.class,
        Preferences.class,
        AssetAddresses.class,
        ErrorPages.class,
        UploadBound.class,
        Faulty.class
    })
    static class PagesOnly {}

    @Controller
    static class Faulty {
        @GetMapping("/fault")
        String fault() {
            throw new IllegalStateException("a secret");
        }

        @GetMapping("/refused")
        void refused(jakarta.servlet.http.HttpServletResponse response) throws IOException {
            response.sendError(429);
        }

        @GetMapping("/half")
        String half(org.springframework.ui.Model model) {
            model.addAttribute("page", "not an error page");
            return "page/error";
        }
    }

    @BeforeAll
    static void start() {
        office = new SpringApplicationBuilder(PagesOnly.class)
                .run("--server.port=0", "--logging.level.root=OFF", "--spring.main.banner-mode=off");
        address = "http://127.0.0.1:" + office.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void assets_are_kept_for_ever_and_come_squeezed() throws Exception {
        for (String encoding : List.of("gzip", "br", "identity")) {
            var answer = ask(Assets.address("app.css"), "Accept-Encoding", encoding);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
            assertThat(answer.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo(encoding);
        }
        assertThat(ask(Assets.address("noto-sans-kazakh.woff2"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .isEqualTo("font/woff2");
        assertThat(ask(Assets.address("icons.svg"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void licences_are_served() throws Exception {
        assertThat(ask("/assets/THIRD-PARTY.md").body()).contains("@navikt/aksel-icons");
    }

    @Test
    void an_address_without_a_page_has_ours() throws Exception {
        var answer = ask("/nothing/here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page").contains("class=\"hd\"");
        assertThat(ask("/assets/nothing.css").statusCode()).isEqualTo(404);
    }

    @Test
    void a_fault_in_a_controller_or_a_template_is_a_whole_page_without_its_secret() throws Exception {
        for (String path : List.of("/fault", "/half")) {
            var answer = ask(path);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("The system failed")
                    .doesNotContain("secret")
                    .doesNotContain("Exception")
                    .contains("</html>");
        }
    }

    @Test
    void a_status_that_a_filter_sends_has_its_page() throws Exception {
        var answer = ask("/refused");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Too many requests");
    }

    private HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept-Language", "en")
                .header("Accept", "text/html,*/*");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
