package kz.shanyraq.nation.survey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumSet;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.run.Assess;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.figures.Figures;

/// The real sets, which we do not ship: `-Dshanyraq.microdata=DIR` names the folder above those of the sets.
final class RealMicrodata {

    static final int REGION = 71;

    private static final String PROPERTY = "shanyraq.microdata";

    /// Where the sets are; without the property the test is reported as not run.
    static Path folder() {
        String folder = System.getProperty(PROPERTY, "");
        assumeTrue(
                !folder.isEmpty(),
                "not run: no survey microdata; name the folder above those of the sets with -D%s=DIR"
                        .formatted(PROPERTY));
        return Path.of(folder);
    }

    /// Brings a set over, as CSV.
    static SurveyImport.Done bring(SurveySet set, Move move, Path out) {
        return SurveyImport.run(
                new SurveyImport.Wanted(set, folder().resolve(set.code()), move, out, ".csv"), Progress.silent());
    }

    /// Assesses every benefit for every family.
    static Assess.Report assess(Path data, YearMonth month, Path out) {
        return Assess.run(
                new Assess.Wanted(
                        data, month, EnumSet.allOf(Benefit.class), Figures.shipped(), false, false, false, out, 2),
                Progress.silent());
    }

    private RealMicrodata() {}
}
