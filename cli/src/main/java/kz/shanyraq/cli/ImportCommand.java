package kz.shanyraq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.run.StepsJson;
import kz.shanyraq.nation.survey.Factor;
import kz.shanyraq.nation.survey.Move;
import kz.shanyraq.nation.survey.SurveyImport;
import kz.shanyraq.nation.survey.SurveySet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shanyraq import`: survey microdata in the household format.
@Command(
        name = "import",
        description = "Brings survey microdata into the household format; what a survey did not ask stays not known.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Sets: us_acs2011, at_silc_synthetic, mx_enigh2022; docs/real-households.md says which variable goes where.",
            "",
            "Example: shanyraq import us_acs2011 microdata/us_acs2011 --out A"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SET", description = "us_acs2011, at_silc_synthetic or mx_enigh2022")
    private String name = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "the folder of the set's files")
    private Path folder = Path.of(".");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DATA",
            description = "the folder to write; one that holds an import already is replaced")
    private Path out = Path.of(".");

    @Option(
            names = "--month",
            defaultValue = "2025-01",
            paramLabel = "YYYY-MM",
            description =
                    "households as surveyed on its first day, incomes of the months before; ${DEFAULT-VALUE} by default")
    private String month = "";

    @Option(
            names = "--region",
            defaultValue = "71",
            paramLabel = "NN",
            description = "the region in which the families are asked; ${DEFAULT-VALUE} (Astana) by default")
    private String region = "";

    @Option(
            names = "--factor",
            paramLabel = "N",
            description = "tenge for one unit of the survey's currency; by default a family of four on the survey's "
                    + "poverty line comes to stand on ours")
    private @Nullable String factor;

    @Option(names = "--figures", paramLabel = "FILE", description = "figures laid over the shipped ones, for our line")
    private @Nullable Path figures;

    @Option(
            names = "--presume",
            description = "for trials: what was not asked is taken for the answer that stands in nobody's way")
    private boolean presume;

    @Option(
            names = "--format",
            defaultValue = "parquet",
            paramLabel = "parquet|csv",
            description = "the format of the files; ${DEFAULT-VALUE} by default")
    private String format = "";

    @Option(names = "--json", description = "prints the counts as JSON")
    private boolean json;

    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SurveySet set = set();
        String ending = Options.ending(format);
        if (presume && set == SurveySet.MX_ENIGH2022) {
            throw new Usage("""
                    Of mx_enigh2022 nothing can be presumed: it does not tell who its persons are.
                    Maybe leave out --presume.""");
        }
        Move move = move(set);
        Options.whole(out, Files.exists(out.resolve(SurveyImport.ABOUT)), "an import");
        var wanted =
                new SurveyImport.Wanted(set, folder, move, out.toAbsolutePath().normalize(), ending);
        SurveyImport.Done done = SurveyImport.run(wanted, console.newProgress());
        console.out().print(json ? json(wanted, done) : text(wanted, done));
        return done.rowsSkipped() > 0 ? Exit.DONE_WITH_REJECTS : Exit.DONE;
    }

    private SurveySet set() {
        return Arrays.stream(SurveySet.values())
                .filter(known -> known.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new Usage("""
                        There is no set '%s'.
                        Maybe one of: %s.""".formatted(name, Options.codes(SurveySet.values()))));
    }

    private Move move(SurveySet set) {
        YearMonth when = Options.month(month);
        int where = region();
        Factor rate = factor == null ? set.factor(when, where, Options.figures(figures)) : factor(factor);
        return new Move(when, where, rate, presume);
    }

    private int region() {
        if (region.matches("[0-9]{2}") && Territory.isRegion(Integer.parseInt(region))) {
            return Integer.parseInt(region);
        }
        throw new Usage("""
                There is no region '%s'.
                Maybe one of: %s.""".formatted(
                        region,
                        String.join(
                                ", ",
                                Territory.regions().stream()
                                        .map(known -> "%02d %s".formatted(known.code(), known.en()))
                                        .toList())));
    }

    private static Factor factor(String text) {
        try {
            return Factor.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new Usage("%s%nMaybe write it with a point, such as 63.94.".formatted(wrong.getMessage()));
        }
    }

    private static String text(SurveyImport.Wanted wanted, SurveyImport.Done done) {
        Move move = wanted.move();
        var lines = new ArrayList<String>();
        lines.add("%s as families of region %02d on %s; one %s = %s tenge; what was not asked is %s"
                .formatted(
                        wanted.set().code(),
                        move.region(),
                        move.day(),
                        wanted.set().currency(),
                        move.factor(),
                        move.presume() ? "presumed" : "not known"));
        lines.add("Rows:     %s read = %s brought over + %s skipped"
                .formatted(
                        Progress.grouped(done.rowsRead()),
                        Progress.grouped(done.rowsRead() - done.rowsSkipped()),
                        Progress.grouped(done.rowsSkipped())));
        if (done.rowsSkipped() > 0) {
            lines.add("          They are listed in %s.".formatted(done.rejects()));
        }
        done.remarks().forEach((what, count) -> lines.add("          %s: %s".formatted(what, Progress.grouped(count))));
        lines.add("Families: %s of %s households"
                .formatted(Progress.grouped(done.families()), Progress.grouped(done.households())));
        lines.add("Persons:  %s".formatted(Progress.grouped(done.persons())));
        lines.add("Incomes:  %s".formatted(Progress.grouped(done.incomes())));
        lines.add("Written:  %s".formatted(wanted.out()));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String json(SurveyImport.Wanted wanted, SurveyImport.Done done) {
        var json = new StringBuilder("{\"set\":")
                .append(StepsJson.quoted(wanted.set().code()));
        json.append(",\"month\":").append(StepsJson.quoted(wanted.move().month().toString()));
        json.append(",\"factor\":").append(wanted.move().factor());
        json.append(",\"presumed\":").append(wanted.move().presume());
        json.append(",\"rows_read\":").append(done.rowsRead());
        json.append(",\"rows_skipped\":").append(done.rowsSkipped());
        json.append(",\"households\":").append(done.households());
        json.append(",\"families\":").append(done.families());
        json.append(",\"persons\":").append(done.persons());
        json.append(",\"incomes\":").append(done.incomes());
        return json.append('}').append(System.lineSeparator()).toString();
    }
}
