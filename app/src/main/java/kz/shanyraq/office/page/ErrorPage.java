package kz.shanyraq.office.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page says when something went wrong: the status chooses the words, the code is what a person tells whoever
/// helps.
///
/// @param roles the keys of the words of the roles that may, for 403
/// @param code empty when there is nothing to look up
/// @param upload for an upload that is too large: its size and the largest one
public record ErrorPage(
        int status,
        String kind,
        List<String> roles,
        String code,
        @Nullable Upload upload) {

    private static final long MEGABYTE = 1 << 20;

    /// What somebody wanted to send.
    ///
    /// @param seen its bytes; -1 if it did not say
    /// @param most how many bytes are taken
    public record Upload(long seen, long most) {

        /// Its size in megabytes, rounded up.
        public long seenMegabytes() {
            return (seen + MEGABYTE - 1) / MEGABYTE;
        }

        /// The largest in megabytes.
        public long mostMegabytes() {
            return most / MEGABYTE;
        }
    }

    /// A page without an upload.
    public ErrorPage(int status, String kind, List<String> roles, String code) {
        this(status, kind, roles, code, null);
    }

    static ErrorPage tooLarge(long seen, long most) {
        return new ErrorPage(413, "413", List.of(), "", new Upload(seen, most));
    }

    static ErrorPage of(int status, List<String> roles, String code) {
        String kind = switch (status) {
            case 403, 404, 413, 422, 429, 503 -> Integer.toString(status);
            case 400, 405, 415 -> "400";
            default -> status < 500 ? "400" : "500";
        };
        return new ErrorPage(status, kind, roles, code);
    }
}
