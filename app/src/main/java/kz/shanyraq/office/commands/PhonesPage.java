package kz.shanyraq.office.commands;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// The telephones of the local SMS gateway in a browser of this machine: what each got, and a field to
/// answer.
final class PhonesPage implements AutoCloseable {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_FORM = 10_000;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Almaty"));

    private static final String STYLE = """
            :root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
            body{max-width:44rem;margin:0 auto;padding:1rem}
            section{border:1px solid #8888;border-radius:12px;padding:.75rem 1rem;margin:1rem 0}
            h1{font-size:1.4rem}h2{font-size:1.05rem;margin:.2rem 0}
            ol{list-style:none;padding:0;display:grid;gap:.5rem}
            li{padding:.5rem .75rem;border-radius:12px;background:#8882;max-width:85%;overflow-wrap:anywhere}
            li.out{justify-self:end;background:#2a72}
            small{display:block;opacity:.8}
            form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin-top:.5rem}
            label{display:grid;font-size:.875rem}
            input,select,button{font:inherit;padding:.4rem .6rem;min-height:2.75rem;box-sizing:border-box}
            """;

    private final Phones phones;
    private final HttpServer server;

    /// Serves the page on a port of this machine; 0 for any that is free.
    PhonesPage(int port, Phones phones) throws IOException {
        this.phones = phones;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("phones").daemon(true).factory()));
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    /// The port.
    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        String from = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        boolean post = exchange.getRequestMethod().equals("POST");
        if (!host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")
                || post && from != null && !from.equals("same-origin")) {
            send(exchange, FORBIDDEN, "text/plain", "This page is for this machine alone.\n");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, OK, "text/html", page());
            case "/style.css" -> send(exchange, OK, "text/css", STYLE);
            case "/answer" -> {
                Map<String, String> form = form(exchange);
                String phone = form.getOrDefault("phone", "");
                String words = form.getOrDefault("words", "").strip();
                if (phone.matches("\\+\\d{5,15}") && !words.isEmpty()) {
                    phones.answer(new Phones.Answer(phone, words));
                }
                back(exchange);
            }
            case "/rule" -> {
                Map<String, String> form = form(exchange);
                String phone = form.getOrDefault("phone", "");
                var treatment = Phones.Treatment.of(form.getOrDefault("treatment", ""));
                String seconds = form.getOrDefault("seconds", "");
                if (treatment.isPresent() && phone.matches("\\*|\\+\\d{5,15}")) {
                    phones.rule(phone, treatment.get(), seconds.matches("\\d{1,6}") ? Integer.parseInt(seconds) : 5);
                }
                back(exchange);
            }
            default -> send(exchange, NOT_FOUND, "text/plain", "There is no such page.\n");
        }
    }

    private String page() throws IOException {
        var html = new StringBuilder("""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <title>Telephones</title><link rel="stylesheet" href="/style.css"></head><body><main>
                <h1>Telephones of the local SMS gateway</h1>
                <p>What the office sends in a demonstration arrives here, and nowhere else. Load the page again to see what is new.</p>
                """);
        Map<String, List<Phones.Entry>> all = phones.all();
        if (all.isEmpty()) {
            html.append("<p>No telephone got anything yet.</p>");
        }
        for (Map.Entry<String, List<Phones.Entry>> phone : all.entrySet()) {
            String number = safe(phone.getKey());
            html.append("<section aria-label=\"%s\"><h2>%s</h2><ol>".formatted(number, number));
            for (Phones.Entry entry : phone.getValue()) {
                html.append("<li class=\"%s\">%s<small>%s, %s</small></li>"
                        .formatted(
                                entry.received() ? "in" : "out",
                                safe(entry.words()).replace("\n", "<br>"),
                                entry.received() ? "from " + safe(entry.other()) : "to " + safe(entry.other()),
                                MOMENT.format(entry.at())));
            }
            html.append("""
                    </ol><form method="post" action="/answer"><input type="hidden" name="phone" value="%s">
                    <label>Answer<input name="words" maxlength="300" required></label><button>Send</button></form></section>
                    """.formatted(number));
        }
        html.append("""
                <section aria-label="Rules"><h2>How the gateway treats a telephone</h2><form method="post" action="/rule">
                <label>Telephone, or * for all<input name="phone" value="*" required pattern="\\*|\\+\\d{5,15}"></label>
                <label>Treatment<select name="treatment">""");
        for (Phones.Treatment treatment : Phones.Treatment.values()) {
            html.append("<option>").append(treatment.word()).append("</option>");
        }
        return html.append("""
                </select></label><label>Seconds of delay<input name="seconds" value="5" size="4" inputmode="numeric"></label>
                <button>From now on</button></form></section></main></body></html>
                """).toString();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int sign = field.indexOf('=');
            if (sign > 0) {
                form.put(
                        field.substring(0, sign), URLDecoder.decode(field.substring(sign + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static void back(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(SEE_OTHER, -1);
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String safe(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
