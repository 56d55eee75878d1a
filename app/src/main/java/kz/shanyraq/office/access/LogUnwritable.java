package kz.shanyraq.office.access;

import java.sql.SQLException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The look could not be logged, so that nothing is shown. Answers 503.
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class LogUnwritable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;

    LogUnwritable(Throwable cause) {
        super("The log of looks cannot be written; personal pages are closed until it can.", cause);
        this.kind = cause instanceof SQLException refused
                ? "SQLSTATE " + refused.getSQLState()
                : cause.getClass().getSimpleName();
    }

    /// What hinders it, without any data.
    public String kind() {
        return kind;
    }
}
