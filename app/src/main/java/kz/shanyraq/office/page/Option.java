package kz.shanyraq.office.page;

import org.jspecify.annotations.Nullable;

/// One answer of a list or a group of choices: what is sent, what is read, and a line of explanation where that helps.
public record Option(String value, String text, @Nullable String hint) {
    /// An answer that needs no explanation.
    public Option(String value, String text) {
        this(value, text, null);
    }
}
