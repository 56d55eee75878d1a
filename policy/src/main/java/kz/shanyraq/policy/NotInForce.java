package kz.shanyraq.policy;

import java.time.LocalDate;

/// A rule or a figure is asked for a day on which it is not known to be in force. It is never replaced by a
/// default.
public final class NotInForce extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param what the rule or figure, in words
    /// @param day the day it was asked for
    /// @param known the span for which it is known, in words
    public NotInForce(String what, LocalDate day, String known) {
        super("""
                %s is not known on %s; it is known %s.
                Maybe the figure of that year is not yet published: add it with --figures.""".formatted(what, day, known));
    }

    /// No stack trace: a benefit that is not in force in a month is an answer that callers report, not a
    /// fault.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
