package kz.shanyraq.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kz.shanyraq.nation.Progress;

/// Where a command speaks: results to standard output, errors and progress to standard error, all in UTF-8.
///
/// @param progress the stream of progress
/// @param terminal whether standard error is a terminal
/// @param home the folder of the project or release
public record Console(PrintWriter out, PrintWriter err, PrintStream progress, boolean terminal, Path home) {

    /// The console of this process.
    public static Console ofProcess() {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        String home = System.getProperty("shanyraq.home", ".");
        boolean terminal = Boolean.parseBoolean(System.getProperty("shanyraq.terminal", "false"));
        return new Console(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                err,
                terminal,
                Path.of(home));
    }

    /// Progress of one command.
    public Progress newProgress() {
        return new Progress(progress, terminal, System::nanoTime);
    }
}
