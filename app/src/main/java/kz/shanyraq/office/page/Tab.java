package kz.shanyraq.office.page;

import org.jspecify.annotations.Nullable;

/// One of several views of the same thing, with how many entries it has where that helps to choose.
public record Tab(
        String text, String href, boolean current, @Nullable Long count) {
    /// A view without a count.
    public Tab(String text, String href, boolean current) {
        this(text, href, current, null);
    }
}
