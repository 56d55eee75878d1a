package kz.shanyraq.office.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The look could not be logged, so that nothing is shown. Answers 503.
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class LogUnwritable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnwritable(Throwable cause) {
        super("The log of looks cannot be written; personal pages are closed until it can.", cause);
    }
}
