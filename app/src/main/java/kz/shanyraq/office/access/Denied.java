package kz.shanyraq.office.access;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The right is missing. The page says which role has it; answers 403.
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class Denied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Right right;

    Denied(Right right) {
        super("The right %s is missing.".formatted(right.word()));
        this.right = right;
    }

    /// The right that is missing.
    public Right right() {
        return right;
    }

    /// The roles that have it.
    public List<Role> having() {
        return Rights.having(right);
    }
}
