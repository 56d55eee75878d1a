package kz.shanyraq.office.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// There is no such person or family for the one who asks; whether there is one at all is not told. Answers 404.
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// The same answer for everything.
    public NotThere() {
        super("There is no such page for you.");
    }
}
