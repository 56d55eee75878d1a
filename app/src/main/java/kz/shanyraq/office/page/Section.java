package kz.shanyraq.office.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the office in the navigation: the key of its words, where it is, and how much waits there, if that is
/// known.
///
/// @param also other addresses whose pages belong to it
public record Section(
        String word, Icon icon, String href, @Nullable Long waiting, List<String> also) {
    /// A part where nothing waits, and which other addresses belong to it.
    public Section(String word, Icon icon, String href, String... also) {
        this(word, icon, href, null, List.of(also));
    }

    /// A part where something may wait.
    public Section(String word, Icon icon, String href, @Nullable Long waiting) {
        this(word, icon, href, waiting, List.of());
    }

    boolean holds(String path) {
        return reach(path) > 0;
    }

    /// How much of the address of a page is that of this part; 0 if the page is not of it. The first page of all holds
    /// no other.
    int reach(String path) {
        int longest = 0;
        for (String address : also) {
            longest = Math.max(longest, reach(address, path));
        }
        return Math.max(longest, reach(href, path));
    }

    private static int reach(String address, String path) {
        return path.equals(address) || !address.equals("/") && path.startsWith(address + "/") ? address.length() : 0;
    }
}
