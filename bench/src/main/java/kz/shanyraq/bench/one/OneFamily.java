package kz.shanyraq.bench.one;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.assessment.Assessment;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One family's targeted assistance in process: the answer, its explanation, its text. Each call is timed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneFamily {

    /// Which family.
    @Param({"GRANTED", "REFUSED", "UNDECIDED"})
    public Families family = Families.GRANTED;

    private final Catalogue catalogue = new Catalogue(YearMonth.of(2025, 11), Figures.shipped());
    private final Explainer explainer = new Explainer(catalogue);
    private final List<Story> stories = List.of(new Story(Language.KK), new Story(Language.RU), new Story(Language.EN));
    private Households household = new Households();
    private List<String> names = List.of();

    /// Makes the family.
    @Setup
    public void make() {
        household = family.household();
        var all = new ArrayList<String>();
        for (int p = 1; p <= household.persons; p++) {
            all.add("P" + p);
        }
        names = List.copyOf(all);
    }

    /// The sheet of the rule alone.
    @Benchmark
    public Assessment answer() {
        return catalogue.sheet(household, 0, 0, Benefit.TARGETED_ASSISTANCE);
    }

    /// The answer with all its steps, citations, figures and sources.
    @Benchmark
    public Explanation explanation() {
        return explainer.explain(household, 0, -1, Benefit.TARGETED_ASSISTANCE);
    }

    /// The same, with the smallest change that would flip the answer.
    @Benchmark
    public Explanation explanationWithFlip() {
        Explanation explanation = explanation();
        return explanation.with(Unless.find(catalogue, household, 0, explanation));
    }

    /// All of that, told in three languages.
    @Benchmark
    public List<List<String>> textInThreeLanguages() {
        Explanation explanation = explanationWithFlip();
        return stories.stream()
                .map(story -> story.tell(explanation, "F1", "", household, names))
                .toList();
    }
}
