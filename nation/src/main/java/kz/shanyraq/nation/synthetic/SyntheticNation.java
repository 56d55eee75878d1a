package kz.shanyraq.nation.synthetic;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.WholeFolder;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Households;

/// Makes a synthetic nation in the household format, with the truth beside it: the same files without the
/// planted errors, what was planted, and the true entitlements of the month of its day. The same seed gives
/// the same bytes on any number of threads.
public final class SyntheticNation {

    /// What is wanted.
    ///
    /// @param persons about how many persons
    /// @param on the day; households are as they are then, incomes are of the months before
    /// @param months months of income, at least one
    /// @param ending `.parquet` or `.csv`
    public record Wanted(long persons, long seed, LocalDate on, int months, Path out, String ending, int threads) {}

    /// What was made.
    public record Made(
            long families, long persons, long incomes, long errors, long entitlements, Calibration calibration) {}

    private final Wanted wanted;
    private final Progress progress;
    private final Demography demography = new Demography();
    private final Levels levels = new Levels(demography);
    private final Ages ages = new Ages(demography);
    private final Names names = new Names();
    private final double[] wageLevels = WageLevels.of(demography, ages, levels, names);
    private final Plan plan;
    private final Coverage coverage;
    private final Catalogue catalogue;
    private final int idDigits;

    /// A nation to be made.
    ///
    /// @throws IllegalArgumentException where there is no index of incomes for a month
    public SyntheticNation(Wanted wanted, Progress progress) {
        this.wanted = wanted;
        this.progress = progress;
        this.plan = new Plan(wanted.persons, demography);
        this.idDigits = Math.max(7, Long.toString(plan.families()).length());
        int last = Day.count(YearMonth.from(wanted.on)) - 1;
        Levels.index(Day.month(last));
        Levels.index(Day.month(last - wanted.months + 1));
        this.coverage = new Coverage(
                EnumSet.allOf(Column.class),
                true,
                List.of(new Coverage.Asked(Coverage.EVERY_KIND, last - wanted.months + 1, last)));
        this.catalogue = new Catalogue(YearMonth.from(wanted.on), Figures.shipped());
    }

    /// Incomes of the year before a day against those of 2024.
    public static double incomeIndex(LocalDate on) {
        return Levels.index(YearMonth.from(on).minusMonths(1));
    }

    /// Makes it. Everything is written to a folder beside the wanted one, which is renamed when all is whole.
    public Made make() {
        Path unfinished = wanted.out.resolveSibling(wanted.out.getFileName() + ".unfinished");
        WholeFolder.remove(unfinished);
        try {
            return make(unfinished);
        } catch (RuntimeException failed) {
            try {
                WholeFolder.remove(unfinished); // on a full disk it would only be in the way
            } catch (UncheckedIOException broken) {
                failed.addSuppressed(broken);
            }
            throw failed;
        }
    }

    private Made make(Path unfinished) {
        var calibration = new Calibration(wanted.persons);
        long[] counts = new long[5];
        progress.begin("Making the nation", "families", plan.families());
        try (var output = new Output(unfinished, wanted, coverage, catalogue);
                ExecutorService makers = Executors.newFixedThreadPool(wanted.threads);
                ExecutorService reporting = Executors.newSingleThreadExecutor();
                ExecutorService telling = Executors.newSingleThreadExecutor()) {
            var coming = new ArrayDeque<Future<Chunk>>();
            var writing = new ArrayDeque<Future<?>>();
            long next = 0;
            while (next < plan.families() || !coming.isEmpty()) {
                while (next < plan.families() && coming.size() < wanted.threads + 2) {
                    long first = next;
                    int families = (int) Math.min(Chunk.FAMILIES, plan.families() - first);
                    coming.add(makers.submit(() -> chunk(first, families)));
                    next += families;
                }
                Chunk chunk = coming.remove().get();
                output.number(chunk);
                calibration.count(chunk);
                count(chunk, counts);
                while (writing.size() > 5) {
                    writing.remove().get();
                }
                writing.add(reporting.submit(() -> output.writeReported(chunk)));
                writing.add(telling.submit(() -> output.writeTruth(chunk)));
                progress.done(chunk.truth.families);
            }
            while (!writing.isEmpty()) {
                writing.remove().get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The nation was not finished.", stopped);
        } finally {
            progress.end();
        }
        WholeFolder.replace(wanted.out, unfinished);
        return new Made(counts[0], counts[1], counts[2], counts[3], counts[4], calibration);
    }

    private static void count(Chunk chunk, long[] counts) {
        counts[0] += chunk.truth.families;
        counts[1] += chunk.truth.persons;
        counts[2] += chunk.truth.incomes;
        counts[3] += chunk.errors.planted.size();
        counts[4] += chunk.entitlements.size;
    }

    /// Makes some consecutive families: their facts, what the law gives them, their incomes, the errors of
    /// the registers.
    private Chunk chunk(long first, int families) {
        var people = new People(wanted.seed, wanted.on, demography, ages, levels, names);
        var property = new Property(wanted.seed, wanted.on);
        var earnings = new Earnings(wanted.seed, wanted.on, wanted.months, wageLevels);
        var chunk = new Chunk(first, families, wanted.months);
        Households h = chunk.truth;
        h.coverage = coverage;
        for (int i = 0; i < families; i++) {
            long family = first + i;
            Plan.Cell cell = plan.cellOf(family);
            chunk.roomForFamily();
            people.make(chunk, family, cell);
            property.make(chunk, family, cell, idDigits);
            h.families++;
            h.firstPerson[h.families] = h.persons;
            h.firstLivestock[h.families] = h.livestock;
            h.firstPlot[h.families] = h.plots;
        }
        Set<Benefit> known = EnumSet.copyOf(TakeUp.WITHOUT_INCOME);
        known.retainAll(catalogue.inForce());
        var due = new BlockRun(catalogue, known, List.of(), false);
        due.run(h);
        earnings.make(chunk, due.rows, due.order(h).clone());
        entitle(chunk);
        chunk.report();
        new Errors(wanted.seed).plant(chunk);
        return chunk;
    }

    private void entitle(Chunk chunk) {
        var run = new BlockRun(catalogue, catalogue.inForce(), List.of(), false);
        run.run(chunk.truth);
        int[] order = run.order(chunk.truth);
        Assessments rows = run.rows;
        for (int i = 0; i < rows.size; i++) {
            chunk.entitlements.copy(rows, order[i]);
        }
    }
}
