package kz.shanyraq.office.commands;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;

/// Keeps the log off the console for a while: for an event that was told in a sentence, and whose hundred
/// consequences belong in the file.
final class Hush extends Filter<ILoggingEvent> {

    private static final long SOON = 10_000_000_000L;

    private volatile boolean on;
    private volatile long until;

    /// A hush over the console of this process; it lets everything pass until it begins.
    static Hush overConsole() {
        var hush = new Hush();
        hush.start();
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            var console = root.getAppender("CONSOLE");
            if (console != null) {
                console.addFilter(hush);
            }
        }
        return hush;
    }

    /// From now on.
    void begin() {
        on = true;
    }

    /// Until connections that broke have been found and left.
    void endSoon() {
        until = System.nanoTime() + SOON;
        on = false;
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return on || until != 0 && System.nanoTime() < until ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
