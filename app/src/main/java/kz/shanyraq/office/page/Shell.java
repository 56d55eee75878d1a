package kz.shanyraq.office.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the layout needs beside the page itself. It is made anew for each page and called `shell` in templates.
///
/// @param path the address of the page without its query
/// @param query the query of the address, without language, theme and density; empty if there is none
/// @param search what stands in the search field
/// @param csrf the field that a form must carry; asked for only where a form is written
/// @param idle after how many seconds without a request the session ends; 0 when there is none
/// @param demo whether the people are invented
public record Shell(
        Text text,
        Theme theme,
        Density density,
        boolean keys,
        Visitor visitor,
        String path,
        String query,
        String search,
        Supplier<@Nullable Csrf> csrf,
        int idle,
        boolean demo,
        List<Notice> notices) {

    /// The name and the value of the hidden field that proves that a form is ours.
    public record Csrf(String name, String value) {}

    /// The page's address with another language, theme, density or habit; the page is shown again under its own
    /// address.
    public String with(String name, String value) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + name + "=" + encoded(value);
    }

    /// The page's address with one parameter of its query set anew, or taken away when the value is empty. Other
    /// parameters stay.
    public String query(String name, String value) {
        var kept = new StringBuilder();
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty() && !part.equals(name) && !part.startsWith(name + "=")) {
                kept.append(kept.isEmpty() ? "" : "&").append(part);
            }
        }
        if (!value.isEmpty()) {
            kept.append(kept.isEmpty() ? "" : "&")
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value));
        }
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    /// Whether the page belongs to this part of the office: the part with the longest address that holds the page's.
    public boolean current(Section section) {
        return visitor.sections().stream()
                .filter(s -> s.holds(path))
                .max(Comparator.comparingInt(s -> s.reach(path)))
                .filter(s -> s.equals(section))
                .isPresent();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
