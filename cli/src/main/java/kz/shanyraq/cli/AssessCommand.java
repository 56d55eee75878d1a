package kz.shanyraq.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.shanyraq.nation.run.Assess;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.figures.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shanyraq assess`: every family of a data set, for one month.
@Command(
        name = "assess",
        description = "Assesses every family of a data set for a month.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An interrupted run goes on where it stopped when the same command is given again.",
            "",
            "Example: shanyraq assess N --month 2025-03 --act all --out R.parquet"
        })
final class AssessCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATA", description = "the folder of household data")
    private Path data = Path.of(".");

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "the month of application")
    private String month = "";

    @Option(
            names = "--act",
            defaultValue = "all",
            paramLabel = "CODE,…",
            description = "benefits by their codes, or all (the default)")
    private String acts = "all";

    @Option(names = "--figures", paramLabel = "FILE", description = "figures laid over the shipped ones")
    private @Nullable Path figures;

    @Option(names = "--explain", description = "writes every step of every row, as JSON")
    private boolean explain;

    @Option(names = "--wellbeing", description = "writes wellbeing too (with --act all it always is)")
    private boolean wellbeing;

    @Option(names = "--signals", description = "writes signals too (with --act all they always are)")
    private boolean signals;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file of results, .csv or .parquet")
    private String out = "";

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "workers; as many as cores by default")
    private int threads;

    @Option(names = "--json", description = "prints the report as JSON")
    private boolean json;

    private final Console console;

    AssessCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        YearMonth when = Options.month(month);
        Set<Benefit> benefits = Options.acts(acts);
        Path file = Options.table(out);
        Figures numbers = Options.figures(figures);
        boolean all = acts.equals("all");
        var wanted = new Assess.Wanted(
                data,
                when,
                benefits,
                numbers,
                explain,
                wellbeing || all,
                signals || all,
                file,
                Options.threads(threads));
        long began = System.nanoTime();
        Assess.Report report = Assess.run(wanted, console.newProgress());
        double seconds = (System.nanoTime() - began) / 1e9;
        var text = new AssessReport(wanted, report, seconds);
        console.out().print(json ? text.json() : text.text());
        report.warnings().forEach(warning -> console.err().println("Warning: " + warning));
        return report.rejectedRows() > 0 ? Exit.DONE_WITH_REJECTS : Exit.DONE;
    }
}
