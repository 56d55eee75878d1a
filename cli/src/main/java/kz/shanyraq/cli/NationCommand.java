package kz.shanyraq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq nation`: a synthetic nation in the household format.
@Command(
        name = "nation",
        description =
                "Makes a synthetic nation: invented families, calibrated to published figures, with the truth beside it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq nation --persons 200000 --seed 1 --on 2025-01-01 --out N"})
final class NationCommand implements Callable<Integer> {

    private static final long MOST = 100_000_000;
    private static final long LEAST = 100;

    @Option(names = "--persons", required = true, paramLabel = "N", description = "about how many persons")
    private long persons;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "the same seed gives the same nation")
    private long seed;

    @Option(
            names = "--on",
            defaultValue = "2025-01-01",
            paramLabel = "DATE",
            description = "households as they are on this day; ${DEFAULT-VALUE} by default")
    private String on = "";

    @Option(
            names = "--months",
            defaultValue = "6",
            paramLabel = "N",
            description = "months of income before the day; ${DEFAULT-VALUE} by default")
    private int months;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder to write; one that holds a nation already is replaced")
    private Path out = Path.of(".");

    @Option(
            names = "--format",
            defaultValue = "parquet",
            paramLabel = "parquet|csv",
            description = "the format of the files; ${DEFAULT-VALUE} by default")
    private String format = "";

    @Option(
            names = "--threads",
            defaultValue = "0",
            paramLabel = "N",
            description = "workers; as many as cores by default")
    private int threads;

    private final Console console;

    NationCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (persons < LEAST || persons > MOST) {
            throw new Usage("""
                    A nation of %d persons cannot be made; %d to %d can.
                    Maybe a digit is missing.""".formatted(persons, LEAST, MOST));
        }
        if (months < 1 || months > 24) {
            throw new Usage("%d months of income cannot be made; 1 to 24 can.".formatted(months));
        }
        String ending = Options.ending(format);
        Options.whole(out, Files.isDirectory(out.resolve("truth")), "a nation");
        long began = System.nanoTime();
        SyntheticNation.Made made = make(ending);
        double seconds = (System.nanoTime() - began) / 1e9;
        report(made);
        console.out()
                .println("%s persons in %s families, %s incomes, in %.1f s"
                        .formatted(
                                Progress.grouped(made.persons()),
                                Progress.grouped(made.families()),
                                Progress.grouped(made.incomes()),
                                seconds));
        console.out()
                .println("Planted: %s errors of registers; they are told in %s"
                        .formatted(Progress.grouped(made.errors()), out.resolve("truth/errors.csv")));
        console.out()
                .println("Truth:   %s true entitlements; calibration in %s"
                        .formatted(Progress.grouped(made.entitlements()), out.resolve("calibration.md")));
        return Exit.DONE;
    }

    private SyntheticNation.Made make(String ending) {
        LocalDate day = day();
        try {
            return new SyntheticNation(
                            new SyntheticNation.Wanted(
                                    persons,
                                    seed,
                                    day,
                                    months,
                                    out.toAbsolutePath().normalize(),
                                    ending,
                                    Options.threads(threads)),
                            console.newProgress())
                    .make();
        } catch (IllegalArgumentException unknown) {
            throw new Usage(String.valueOf(unknown.getMessage()));
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException wrong) {
            throw new Usage("The day '%s' is not of the form YYYY-MM-DD.".formatted(on));
        }
    }

    private void report(SyntheticNation.Made made) {
        String title =
                "`shanyraq nation --persons %d --seed %d --on %s --months %d`".formatted(persons, seed, on, months);
        try {
            Files.writeString(
                    out.resolve("calibration.md"),
                    made.calibration().markdown(title, SyntheticNation.incomeIndex(day())),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The report cannot be written.", broken);
        }
    }
}
