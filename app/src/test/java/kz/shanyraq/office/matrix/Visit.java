package kz.shanyraq.office.matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody's visits to the office over HTTP, without a browser: what comes back is looked at to the last byte.
final class Visit {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final String login;
    private HttpClient client = HttpClient.newHttpClient();
    private String csrf = "";

    Visit(String address, String login) {
        this.address = address;
        this.login = login;
        signIn();
    }

    /// What came back.
    record Answer(int status, String headers, String body) {

        /// Everything that somebody could read.
        String all() {
            return headers + "\n" + body;
        }

        String location() {
            return headers.lines()
                    .filter(line -> line.startsWith("location: "))
                    .map(line -> line.substring(10))
                    .findFirst()
                    .orElse("");
        }
    }

    private void signIn() {
        client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        if (!login.isEmpty()) {
            get("/test/sign-in/" + login);
        }
        Matcher token = CSRF.matcher(get("/account").body()
                + get("/").body()
                + get("/search").body()
                + get("/sign-in").body());
        csrf = token.find() ? token.group(1) : "";
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /// Sends a form; a session that ended by it is opened again.
    Answer post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(csrf) + "&", ""));
        Answer answer = send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.location().contains("/sign-in") && !answer.location().contains("/again") && !login.isEmpty()) {
            signIn();
        }
        return answer;
    }

    /// Sends a file of so many bytes in the field `files` of a form.
    ///
    /// @param sized whether the request says its length beforehand
    Answer upload(String path, int bytes, boolean sized, String language) {
        String boundary = "----------a-boundary";
        String head = "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n".formatted(boundary, csrf)
                + "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"persons.csv\"\r\n\r\n"
                        .formatted(boundary);
        byte[] body = (head + "x".repeat(bytes) + "\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept-Language", language)
                .POST(
                        sized
                                ? HttpRequest.BodyPublishers.ofByteArray(body)
                                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest inLanguage(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        return built.headers().firstValue("Accept-Language").isPresent()
                ? built
                : request.header("Accept-Language", "kk").build();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(
                    inLanguage(request.timeout(Duration.ofSeconds(30))),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String headers = response.headers().map().entrySet().stream()
                    .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                    .sorted()
                    .collect(Collectors.joining("\n"));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
