package kz.shanyraq.office.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Styles, script, fonts and icons under the names that carry their content, as the build of `ui` wrote them down.
public final class Assets {
    private static final String FOLDER = "static/assets/";
    private static final Properties NAMES = read();

    private Assets() {}

    /// The address of a file, such as `/assets/app.1f2e3d4c5b.css` for `app.css`.
    public static String address(String name) {
        String hashed = NAMES.getProperty(name);
        if (hashed == null) {
            throw new IllegalArgumentException("There is no %s among the built assets %s. Maybe ui/ was not built."
                    .formatted(name, NAMES.stringPropertyNames()));
        }
        return "/assets/" + hashed;
    }

    private static Properties read() {
        var names = new Properties();
        try (var in = Assets.class.getClassLoader().getResourceAsStream(FOLDER + "manifest.properties")) {
            if (in != null) {
                names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
