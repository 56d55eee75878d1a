package kz.shanyraq.office.page;

import java.util.List;

/// What the page says when something went wrong: the status chooses the words, the code is what a person tells whoever
/// helps.
///
/// @param roles the keys of the words of the roles that may, for 403
/// @param code empty when there is nothing to look up
public record ErrorPage(int status, String kind, List<String> roles, String code) {
    static ErrorPage of(int status, List<String> roles, String code) {
        String kind = switch (status) {
            case 403, 404, 413, 422, 429, 503 -> Integer.toString(status);
            case 400, 405, 415 -> "400";
            default -> status < 500 ? "400" : "500";
        };
        return new ErrorPage(status, kind, roles, code);
    }
}
