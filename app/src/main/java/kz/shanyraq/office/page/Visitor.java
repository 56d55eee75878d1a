package kz.shanyraq.office.page;

import java.util.List;

/// Who is before the page, as far as the shell shows it. `role` is the key of the role's words, `place` the territory's
/// name.
///
/// @param name how the shell names the visitor; empty for somebody who has not signed in
/// @param posts the posts to choose from; the switch appears when there are two
/// @param sections the navigation, in its order; the first three are also the phone's bar
/// @param searches whether the header has the search field
public record Visitor(
        String name, String role, String place, List<PostChoice> posts, List<Section> sections, boolean searches) {
    /// Somebody who has not signed in.
    public static Visitor anonymous() {
        return new Visitor("", "", "", List.of(), List.of(), false);
    }

    /// Whether somebody has signed in.
    public boolean signedIn() {
        return !name.isEmpty();
    }
}
