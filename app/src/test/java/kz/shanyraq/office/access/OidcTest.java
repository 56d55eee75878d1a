package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.office.Office;
import kz.shanyraq.office.database.OfficeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/// Sign-in with a provider of OpenID Connect that really runs (npm's oidc-provider): discovery, PKCE, state, nonce,
/// signed token. Needs Node; on a machine
/// without it the test is skipped, but never where CI=true.
@Tag("slow")
@SpringBootTest(classes = Office.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = {OfficeTest.WithDatabase.class, OidcTest.WithProvider.class})
class OidcTest {

    private static final int OFFICE = freePort();
    private static final int PROVIDER = freePort();
    private static final int MOST_REDIRECTS = 20;
    private static final Path FOLDER = Path.of("src/test/oidc").toAbsolutePath();
    private static Path who = Path.of("");
    private static @Nullable Process provider;

    @Autowired
    private Accounts accounts;

    static final class WithProvider implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "server.port=" + OFFICE,
                    "server.address=127.0.0.1",
                    "shanyraq.oidc.issuer=http://127.0.0.1:" + PROVIDER,
                    "shanyraq.oidc.client-id=office",
                    "shanyraq.oidc.client-secret=a-secret-of-the-test");
        }
    }

    @BeforeAll
    static void starts_the_provider() throws Exception {
        boolean node = runs("node", "--version") && runs("npm", "--version");
        assumeTrue(
                node || "true".equals(System.getenv("CI")),
                "Node is not there: the test of sign-in with a provider was not run.");
        assertThat(node).as("Node is needed where CI=true").isTrue();
        if (!Files.exists(FOLDER.resolve("node_modules/oidc-provider"))) {
            assertThat(runs("npm", "ci")).as("npm ci").isTrue();
        }
        who = Files.createTempFile("who", "");
        var builder = new ProcessBuilder(
                "node",
                "provider.mjs",
                Integer.toString(PROVIDER),
                "http://127.0.0.1:%d/login/oauth2/code/provider".formatted(OFFICE));
        builder.environment().put("WHO", who.toString());
        provider = builder.directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("provider", ".log").toFile())
                .start();
        awaitPort();
    }

    @AfterAll
    static void stops_the_provider() {
        if (provider != null) {
            provider.destroy();
        }
    }

    @Test
    void an_officer_with_a_verified_address_is_linked_once_and_nobody_is_made_silently() throws Exception {
        var officer = accounts.makeOfficer("aigul", "Айгүл С.", "Office", "aigul@office.example", null);
        accounts.makePost(officer, Role.AUDITOR, Territory.REPUBLIC);

        assertThat(signIn("unverified")).endsWith("/sign-in?unknown");
        assertThat(signIn("stranger")).endsWith("/sign-in?unknown");
        var browser = browser();
        assertThat(signIn("aigul", browser)).isEqualTo("http://127.0.0.1:%d/".formatted(OFFICE));
        HttpResponse<String> account = get(browser, "/account");
        assertThat(account.uri().getPath()).isEqualTo("/account");
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(accounts.linked("http://127.0.0.1:" + PROVIDER, "aigul", null))
                .contains(officer);
        assertThat(accounts.linked("http://127.0.0.1:" + PROVIDER, "stranger", null))
                .isEmpty();
    }

    @Test
    void an_answer_that_was_not_asked_for_is_refused() throws Exception {
        HttpResponse<String> answer = get(browser(), "/login/oauth2/code/provider?code=stolen&state=guessed");
        assertThat(answer.uri().toString()).endsWith("/sign-in?provider");
    }

    private static String signIn(String name) throws Exception {
        return signIn(name, browser());
    }

    private static String signIn(String name, HttpClient browser) throws Exception {
        Files.writeString(who, name);
        return get(browser, "/oauth2/authorization/provider").uri().toString();
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d%s".formatted(OFFICE, path));
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> answer =
                    browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 3 || address.getPath().equals("/") && address.getPort() == OFFICE) {
                return answer;
            }
            address = address.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        throw new AssertionError("The browser is sent round and round, at last to " + address);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static void awaitPort() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (var socket = new Socket("127.0.0.1", PROVIDER)) {
                if (!socket.isConnected()) {
                    continue;
                }
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("The provider did not start.");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
