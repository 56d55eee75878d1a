package kz.shanyraq.office.page;

import java.util.List;

/// The visitor may not do or see this. The page says so and names the roles that may.
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> roles;

    /// @param roles the keys of the words of the roles that may; an empty list when that would tell too much
    public Forbidden(String message, List<String> roles) {
        super(message, null, false, false);
        this.roles = List.copyOf(roles);
    }

    /// The keys of the words of the roles that may.
    public List<String> roles() {
        return roles;
    }
}
