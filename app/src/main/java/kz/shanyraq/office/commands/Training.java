package kz.shanyraq.office.commands;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/// A first round of pages, so that the classes which they need are among those that are kept ready.
final class Training {

    private static final List<String> PAGES = List.of("/", "/sign-in", "/search?q=a", "/nothing-here");

    /// Asks a running office for some pages, whatever it answers.
    static void showPages(ApplicationContext office) throws InterruptedException {
        if (!(office instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            for (String page : PAGES) {
                URI address = URI.create(
                        "http://127.0.0.1:%d%s".formatted(web.getWebServer().getPort(), page));
                for (int round = 0; round < 3; round++) {
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
                }
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private Training() {}
}
