package kz.shanyraq.bench.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who has signed in, and asks for pages.
final class Browser implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private final URI office;

    Browser(URI office) {
        this.office = office;
    }

    /// Signs in with login and password.
    ///
    /// @throws IOException if the office does not let them in
    void signIn(String login, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        String csrf = token.find() ? token.group(1) : "";
        String form = Map.of("login", login, "password", password, "_csrf", csrf).entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = client.send(
                request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.uri().getPath().startsWith("/sign-in")) {
            throw new IOException("'%s' could not sign in: %s says %d."
                    .formatted(login, answer.uri().getPath(), answer.statusCode()));
        }
    }

    /// A page; the whole body is read.
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /// All that a pattern finds in a page, each once.
    List<String> found(String path, Pattern pattern) throws IOException, InterruptedException {
        Matcher matcher = pattern.matcher(get(path).body());
        var found = new ArrayList<String>();
        while (matcher.find()) {
            if (!found.contains(matcher.group(1))) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(office.resolve(path)).timeout(PATIENCE).header("Accept-Language", "kk");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
