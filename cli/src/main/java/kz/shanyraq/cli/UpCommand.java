package kz.shanyraq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.run.Assess;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.figures.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq up`: until the office exists, a demonstration of the law over a small nation.
@Command(
        name = "up",
        description = "Until the office exists: makes a small nation, assesses every family, explains three.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq up --demo village"})
final class UpCommand implements Callable<Integer> {

    private static final YearMonth MONTH = YearMonth.of(2025, 3);
    private static final LocalDate ON = LocalDate.of(2025, 3, 1);

    /// The sizes of the demonstration, in persons.
    private enum Demo {
        NONE(0),
        VILLAGE(2_000),
        REGION(200_000),
        NATION(20_000_000);

        private final long persons;

        Demo(long persons) {
            this.persons = persons;
        }
    }

    @Option(
            names = "--demo",
            defaultValue = "region",
            paramLabel = "none|village|region|nation",
            description = "2 thousand, 200 thousand or 20 million persons; ${DEFAULT-VALUE} by default")
    private Demo demo = Demo.REGION;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "the office's port; nothing listens there yet")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder of the demonstration; .shanyraq in the project by default")
    private @Nullable Path data;

    @Option(
            names = "--lang",
            defaultValue = "en",
            paramLabel = "kk|ru|en",
            description = "the language of the explanations")
    private String language = "en";

    private final Console console;

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (demo == Demo.NONE) {
            console.out().println("Nothing to show: the office comes later, and --demo none makes no nation.");
            return Exit.DONE;
        }
        Path folder = Options.folder(data == null ? console.home().resolve(".shanyraq") : data)
                .toAbsolutePath()
                .normalize();
        Path nation = folder.resolve(demo.name().toLowerCase(Locale.ROOT));
        Path results = folder.resolve(demo.name().toLowerCase(Locale.ROOT) + "-results.parquet");
        make(nation);
        assess(nation, results);
        explain(nation, results);
        console.out().println("Go on with:");
        console.out().println("  shanyraq explain %s --family ID --month %s --lang kk".formatted(nation, MONTH));
        console.out().println("  shanyraq law targeted_assistance --on 2025-03-01");
        return Exit.DONE;
    }

    private void make(Path nation) {
        if (Files.isDirectory(nation.resolve("truth"))) {
            console.out()
                    .println("The demo nation of %s is in %s."
                            .formatted(demo.name().toLowerCase(Locale.ROOT), nation));
            return;
        }
        console.out().println("Making a nation of %,d invented persons in %s …".formatted(demo.persons, nation));
        console.out().flush();
        new SyntheticNation(
                        new SyntheticNation.Wanted(
                                demo.persons,
                                1,
                                ON,
                                6,
                                nation,
                                ".parquet",
                                Runtime.getRuntime().availableProcessors()),
                        console.newProgress())
                .make();
    }

    private void assess(Path nation, Path results) {
        console.out().println("Asking every family by every act, for %s …".formatted(MONTH));
        console.out().println();
        console.out().flush();
        var wanted = new Assess.Wanted(
                nation,
                MONTH,
                EnumSet.allOf(Benefit.class),
                Figures.shipped(),
                false,
                true,
                true,
                results,
                Runtime.getRuntime().availableProcessors());
        long began = System.nanoTime();
        Assess.Report report = Assess.run(wanted, console.newProgress());
        console.out().print(new AssessReport(wanted, report, (System.nanoTime() - began) / 1e9).text());
        console.out().println();
    }

    /// Explains the first family of each outcome that receives nothing yet, so that the three are of the kind
    /// that an officer meets.
    private void explain(Path nation, Path results) {
        for (Outcome outcome : Outcome.values()) {
            String family = example(results, outcome);
            if (family != null) {
                console.out().println("─".repeat(100));
                console.out().flush();
                Shanyraq.run(
                        new String[] {
                            "explain",
                            nation.toString(),
                            "--family",
                            family,
                            "--month",
                            MONTH.toString(),
                            "--act",
                            "targeted_assistance",
                            "--lang",
                            language
                        },
                        console);
            }
        }
        console.out().println("─".repeat(100));
    }

    private static @Nullable String example(Path results, Outcome outcome) {
        try (Table table = Table.open(results)) {
            Batch batch = table.choose(java.util.List.of("family_id", "act", "outcome", "unmet", "monthly"));
            while (table.read(batch)) {
                for (int row = 0; row < batch.rows; row++) {
                    boolean telling = batch.column(1).text(row).equals("targeted_assistance")
                            && batch.column(2).text(row).equals(outcome.code())
                            && (outcome != Outcome.REFUSED
                                    || batch.column(3).text(row).equals("second_car"))
                            && (outcome != Outcome.GRANTED || batch.column(4).longs[row] > 20_000);
                    if (telling) {
                        return batch.column(0).text(row);
                    }
                }
            }
            return null;
        }
    }
}
