package kz.shanyraq.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.nation.run.OneFamily;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.explain.Story;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shanyraq explain`: one family, every step, and what would change the answer.
@Command(
        name = "explain",
        description = "Explains what one family is entitled to, and why.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: shanyraq explain N --family F0000042 --month 2025-03 --act targeted_assistance --lang ru"
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DATA", description = "the folder of household data")
    private Path data = Path.of(".");

    @Option(names = "--family", required = true, paramLabel = "ID", description = "the family_id")
    private String family = "";

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

    @Option(names = "--lang", defaultValue = "en", paramLabel = "kk|ru|en", description = "the language; en by default")
    private Language language = Language.EN;

    @Option(names = "--json", description = "prints JSON")
    private boolean json;

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        YearMonth when = Options.month(month);
        Set<Benefit> benefits = Options.acts(acts);
        var catalogue = new Catalogue(when, Options.figures(figures));
        OneFamily one = OneFamily.read(data, family, when);
        if (one == null) {
            throw new Usage("""
                    There is no family '%s' in %s.
                    Maybe it is a person_id, or the family is in another data set.""".formatted(family, data));
        }
        List<Explanation> explanations = explain(catalogue, one, benefits);
        console.out()
                .print(
                        json
                                ? ExplanationJson.of(one, when, explanations)
                                : text(catalogue, one, benefits, explanations));
        if (!one.rejects().isEmpty()) {
            console.err()
                    .println("%d rows of the family were rejected, so that it is not assessed:"
                            .formatted(one.rejects().size()));
            one.rejects().forEach(reject -> console.err().println("  " + reject));
            return Exit.DONE_WITH_REJECTS;
        }
        return Exit.DONE;
    }

    private static List<Explanation> explain(Catalogue catalogue, OneFamily one, Set<Benefit> benefits) {
        Households h = one.household();
        var inForce = EnumSet.copyOf(benefits);
        inForce.retainAll(catalogue.inForce());
        var explanations = new ArrayList<Explanation>();
        var explainer = new Explainer(catalogue);
        var run = new BlockRun(catalogue, inForce, List.of(), false);
        run.run(h);
        for (int row = 0; row < run.rows.size; row++) {
            Benefit benefit = Benefit.values()[run.rows.benefit[row]];
            Explanation explanation = explainer.explain(h, 0, run.rows.person[row], benefit);
            explanations.add(told(explanation, one).with(Unless.find(catalogue, h, 0, explanation)));
        }
        return explanations;
    }

    /// The explanation with the registers that told its facts, where the data name them.
    private static Explanation told(Explanation explanation, OneFamily one) {
        List<Step> steps = explanation.steps().stream()
                .map(step -> {
                    List<String> sources = one.sources().of(step.reads());
                    return sources.isEmpty() ? step : step.from(step.source() + ": " + String.join("; ", sources));
                })
                .toList();
        return explanation.withSteps(steps);
    }

    private String text(Catalogue catalogue, OneFamily one, Set<Benefit> benefits, List<Explanation> explanations) {
        var lines = new ArrayList<String>();
        var story = new Story(language);
        Words words = Words.in(language);
        for (Explanation explanation : explanations) {
            String person = explanation.person() < 0 ? "" : one.names().get(explanation.person());
            lines.addAll(story.tell(explanation, one.id(), person, one.household(), one.names()));
            lines.add("");
            lines.add("");
        }
        for (Benefit benefit : benefits) {
            String name = words.say("benefit." + benefit.code());
            if (catalogue.notInForce().containsKey(benefit)) {
                lines.add(words.say("not_in_force", name));
            } else if (explanations.stream().noneMatch(explanation -> explanation.benefit() == benefit)) {
                lines.add(words.say("not_concerned", name));
            }
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
