package kz.shanyraq.office.page;

import com.sun.net.httpserver.HttpServer;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Serves the gallery and the built assets on a port of its own, under the content security policy of the office:
/// `/kk/light`, `/ru/dark`, `/en/auto`, and `/kk/light/error/403`.
final class GalleryPages implements AutoCloseable {
    static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final Path ROOT =
            Path.of(System.getProperty("shanyraq.root", "..")).toAbsolutePath().normalize();
    private static final Path ASSETS = ROOT.resolve("app/target/classes/static/assets");
    private final HttpServer server;
    private final TemplateEngine templates;
    private final Words words;

    GalleryPages(Path work) throws IOException {
        words = new Words();
        templates = TemplateEngine.create(
                new Both(ROOT.resolve("app/src/test/jte"), ROOT.resolve("app/src/main/jte")),
                work,
                ContentType.Html,
                GalleryPages.class.getClassLoader());
        templates.setTrimControlStructures(true);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body;
            String type;
            if (path.startsWith("/assets/")) {
                body = Files.readAllBytes(ASSETS.resolve(path.substring(8)));
                type = path.endsWith(".css")
                        ? "text/css"
                        : path.endsWith(".js")
                                ? "text/javascript"
                                : path.endsWith(".svg") ? "image/svg+xml" : "font/woff2";
            } else {
                body = page(path, exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
                type = "text/html;charset=UTF-8";
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String page(String path, @Nullable String query) {
        String[] parts = path.split("/");
        Language language = Language.of(parts.length > 1 ? parts[1] : "ru").orElse(Language.RU);
        Theme theme = parts.length > 2 && parts[2].equals("dark") ? Theme.DARK : Theme.LIGHT;
        Shell shell = shell(language, theme, path, query == null ? "" : query);
        Map<String, Object> seen = new HashMap<>();
        seen.put("shell", shell);
        String template = "gallery.jte";
        if (parts.length > 4) {
            int status = Integer.parseInt(parts[4]);
            template = "page/error.jte";
            seen.put(
                    "page",
                    ErrorPage.of(
                            status,
                            status == 403 ? List.of("page.sections", "page.bar") : List.of(),
                            status == 500 ? "1f2e3d4c" : ""));
        } else {
            seen.put("page", new Gallery(shell.text()));
        }
        var out = new StringOutput();
        templates.render(template, seen, out);
        return out.toString();
    }

    private static int parts(String path) {
        return path.split("/", -1).length;
    }

    private Shell shell(Language language, Theme theme, String path, String query) {
        var text = new Text(words, language, ZonedDateTime.of(2026, 11, 21, 9, 40, 0, 0, ZoneId.of("Asia/Almaty")));
        var visitor = new Visitor(
                "А. Нұрланова",
                "page.account",
                "Қарасай ауданы",
                List.of(
                        new PostChoice("1", "page.account", "Қарасай ауданы", true),
                        new PostChoice("2", "page.sections", "Талғар ауданы", false)),
                List.of(
                        new Section("page.error.home", Icon.HOUSE, "/home"),
                        new Section("page.sections", Icon.FAMILY, path),
                        new Section("page.posts", Icon.APPLICATION, "/applications", 7L),
                        new Section("page.account", Icon.SOURCES, "/sources"),
                        new Section("page.bar", Icon.LOG, "/log")),
                true);
        return new Shell(
                text,
                theme,
                Density.ROOMY,
                true,
                visitor,
                path,
                query,
                "",
                () -> new Shell.Csrf("_csrf", "invented"),
                parts(path) > 3 && path.contains("/ending") ? 121 : 1800,
                true,
                List.of(Notice.done("page.ago.days", 3L)));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// Templates of the test first, then those of the office.
    private static final class Both implements CodeResolver {
        private final DirectoryCodeResolver first;
        private final DirectoryCodeResolver second;

        Both(Path first, Path second) {
            this.first = new DirectoryCodeResolver(first);
            this.second = new DirectoryCodeResolver(second);
        }

        @Override
        public @Nullable String resolve(String name) {
            return first.exists(name) ? first.resolve(name) : second.resolve(name);
        }

        @Override
        public long getLastModified(String name) {
            return first.exists(name) ? first.getLastModified(name) : second.getLastModified(name);
        }
    }

    /// Stays up until its standard input ends, for a look with a browser.
    public static void main(String[] arguments) {
        try (var pages = new GalleryPages(Files.createTempDirectory("gallery"))) {
            System.out.println(pages.address());
            System.out.flush();
            while (System.in.read() >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
