package kz.shanyraq.office.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A delivery as pages show it. Rows read = new + changed + unchanged + merged + disputed + rejected.
public record Delivery(
        int id,
        @Nullable String source,
        @Nullable String file,
        @Nullable String format,
        String state,
        @Nullable Long total,
        long read,
        long added,
        long changed,
        long unchanged,
        long merged,
        long disputed,
        long rejected,
        @Nullable String message,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /// A row that was not taken; its value is masked.
    public record Reject(long line, String column, String value, String reason) {}
}
