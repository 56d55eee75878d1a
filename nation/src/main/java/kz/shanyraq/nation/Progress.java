package kz.shanyraq.nation;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Progress of a long work on standard error: what, how far, rate, time left. On a terminal one line that is
/// written over, elsewhere a line every ten seconds.
public final class Progress {

    private static final long ON_TERMINAL = 200_000_000L;
    private static final long ELSEWHERE = 10_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier clock;
    private String what = "";
    private String unit = "";
    private long total;
    private long done;
    private long began;
    private long told;
    private int width;

    /// Progress on a stream.
    ///
    /// @param terminal whether the stream is a terminal
    /// @param clock nanoseconds, such as [System#nanoTime()]
    public Progress(PrintStream out, boolean terminal, LongSupplier clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /// Progress that is told to nobody.
    public static Progress silent() {
        return new Progress(
                new PrintStream(
                        java.io.OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8),
                false,
                () -> 0);
    }

    /// Begins a work.
    ///
    /// @param what in words, such as "Reading persons"
    /// @param unit what is counted, such as "rows"
    /// @param total how many there are, or -1 if that is not known
    public synchronized void begin(String what, String unit, long total) {
        this.what = what;
        this.unit = unit;
        this.total = total;
        this.done = 0;
        this.began = clock.getAsLong();
        this.told = began;
    }

    /// Some more are done.
    public synchronized void done(long more) {
        done += more;
        long now = clock.getAsLong();
        if (now - told >= (terminal ? ON_TERMINAL : ELSEWHERE)) {
            told = now;
            tell(now);
        }
    }

    private void tell(long now) {
        double seconds = Math.max(1, now - began) / 1e9;
        double rate = done / seconds;
        var line = new StringBuilder(what).append(": ").append(grouped(done));
        if (total >= 0) {
            line.append(" of ").append(grouped(total)).append(' ').append(unit);
            line.append(", ").append(total == 0 ? 100 : 100 * done / total).append(" %");
        } else {
            line.append(' ').append(unit);
        }
        line.append(", ").append(grouped((long) rate)).append(" a second");
        if (total > done && rate > 0) {
            line.append(", ").append(time((long) ((total - done) / rate))).append(" left");
        }
        show(line.toString());
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else {
            out.println(line);
        }
    }

    /// Ends a work: on a terminal its line is wiped.
    public synchronized void end() {
        if (terminal && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }

    /// A number with its digits in groups of three.
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
