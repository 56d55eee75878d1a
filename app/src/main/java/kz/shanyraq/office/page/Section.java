package kz.shanyraq.office.page;

import org.jspecify.annotations.Nullable;

/// A part of the office in the navigation: the key of its words, where it is, and how much waits there, if that is
/// known.
public record Section(
        String word, Icon icon, String href, @Nullable Long waiting) {
    /// A part where nothing waits.
    public Section(String word, Icon icon, String href) {
        this(word, icon, href, null);
    }

    boolean holds(String path) {
        return path.equals(href) || path.startsWith(href.endsWith("/") ? href : href + "/");
    }
}
