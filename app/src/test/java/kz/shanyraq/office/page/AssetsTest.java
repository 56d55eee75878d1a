package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the build of `ui` wrote: small enough, complete, and without a foreign host.
class AssetsTest {
    private static final Path ROOT = Path.of(System.getProperty("shanyraq.root", ".."));
    private static final Path BUILT = ROOT.resolve("app/target/classes/static/assets");
    private static final Pattern HOST =
            Pattern.compile("(?:https?:)?//[a-z0-9.-]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE);

    @Test
    void styles_script_and_fonts_keep_within_their_weights() throws IOException {
        assertThat(size(Assets.address("app.css") + ".gz")).isLessThanOrEqualTo(36 * 1024);
        assertThat(size(Assets.address("app.js") + ".gz")).isLessThanOrEqualTo(20 * 1024);
        long fonts = 0;
        for (String script : List.of("latin", "latin-accents", "russian", "kazakh", "kazakh-latin")) {
            fonts += size(Assets.address("noto-sans-" + script + ".woff2"));
        }
        assertThat(fonts).isLessThanOrEqualTo(60 * 1024);
    }

    @Test
    void nothing_that_a_browser_loads_names_a_foreign_host_or_an_inline_picture() throws IOException {
        List<String> named = new ArrayList<>();
        try (Stream<Path> files = Files.list(BUILT)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(css|js|svg)")).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8).replace("http://www.w3.org/", "");
                var host = HOST.matcher(text);
                if (host.find()) {
                    named.add(file.getFileName() + " names " + host.group());
                }
                if (text.contains("data:image") || text.contains("tegn")) {
                    named.add(file.getFileName() + " has an inline picture or Norwegian words");
                }
            }
        }
        assertThat(named).isEmpty();
    }

    @Test
    void the_lock_file_names_no_host_of_packages() throws IOException {
        String lock = Files.readString(ROOT.resolve("ui/package-lock.json"));
        assertThat(lock).doesNotContain("\"resolved\": \"http");
    }

    @Test
    void every_icon_is_in_the_sprite_once() throws IOException {
        String sprite =
                Files.readString(BUILT.resolve(Assets.address("icons.svg").substring(8)));
        for (Icon icon : Icon.values()) {
            String id = icon.address().substring(icon.address().indexOf('#') + 1);
            assertThat(sprite.split("id=\"" + id + "\"", -1)).as(icon.name()).hasSize(2);
        }
    }

    @Test
    void licences_of_what_is_inside_are_served() throws IOException {
        assertThat(Files.readString(BUILT.resolve("THIRD-PARTY.md")))
                .contains("@digdir/designsystemet-css", "OFL", "MIT", "0BSD");
    }

    @Test
    void an_asset_that_was_not_built_is_named() {
        assertThatThrownBy(() -> Assets.address("nothing.css")).hasMessageContaining("There is no nothing.css");
    }

    private static long size(String address) throws IOException {
        return Files.size(BUILT.resolve(address.substring("/assets/".length())));
    }
}
