package kz.shanyraq.nation.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.figures.Figures;

/// Assessments wanted in tests, and a run that stops in the middle.
final class Assessing {

    static final YearMonth MONTH = YearMonth.of(2025, 1);

    /// Every benefit, wellbeing and signals.
    static Assess.Wanted everything(Path data, Path out) {
        return wanted(data, out, MONTH, EnumSet.allOf(Benefit.class), false, 2);
    }

    static Assess.Wanted wanted(
            Path data, Path out, YearMonth month, Set<Benefit> benefits, boolean steps, int threads) {
        return new Assess.Wanted(data, month, benefits, Figures.shipped(), steps, true, true, out, threads);
    }

    static Assess.Report run(Assess.Wanted wanted) {
        return Assess.run(wanted, Progress.silent());
    }

    /// The failure of a run that is stopped.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Runs until a file of the working folder is there, and then fails at the next step.
    static void runUntil(Assess.Wanted wanted, String file) {
        Path awaited = work(wanted).resolve(file);
        var nobody = new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            Assess.run(wanted, new Progress(nobody, false, () -> {
                if (Files.exists(awaited)) {
                    throw new Stopped();
                }
                return 0;
            }));
        } catch (Stopped expected) {
            return;
        }
        throw new AssertionError("The run was not stopped.");
    }

    static Path work(Assess.Wanted wanted) {
        return wanted.out().resolveSibling(wanted.out().getFileName() + ".work");
    }

    private Assessing() {}
}
