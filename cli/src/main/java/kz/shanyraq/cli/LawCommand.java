package kz.shanyraq.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.LawText;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.signals.Signal;
import kz.shanyraq.policy.wellbeing.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shanyraq law`: an act's edition, figures and citations on a date.
@Command(
        name = "law",
        description = "Prints what the law says on a date: editions, figures, steps with their articles.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: shanyraq law targeted_assistance --on 2025-03-01 --lang ru",
            "         shanyraq law --codes"
        })
final class LawCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ACT", description = "a benefit by its code; all by default")
    private @Nullable String act;

    @Option(names = "--on", paramLabel = "DATE", description = "the day, YYYY-MM-DD; today by default")
    private @Nullable String on;

    @Option(names = "--codes", description = "lists the codes of conditions, facts, editions, signals, models")
    private boolean codes;

    @Option(names = "--lang", defaultValue = "en", paramLabel = "kk|ru|en", description = "the language; en by default")
    private Language language = Language.EN;

    private final Console console;

    LawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (codes) {
            listCodes();
            return Exit.DONE;
        }
        LocalDate day = day();
        var catalogue = new Catalogue(YearMonth.from(day), Figures.shipped());
        List<Benefit> benefits = act == null ? Arrays.asList(Benefit.values()) : new ArrayList<>(Options.acts(act));
        var text = new LawText(catalogue, language);
        for (Benefit benefit : benefits) {
            (act == null ? text.summary(benefit) : text.whole(benefit)).forEach(console.out()::println);
        }
        return Exit.DONE;
    }

    private LocalDate day() {
        try {
            return on == null ? LocalDate.now(java.time.ZoneId.of("Asia/Almaty")) : LocalDate.parse(on);
        } catch (DateTimeException wrong) {
            throw new Usage("The day '%s' is not of the form YYYY-MM-DD.".formatted(on));
        }
    }

    private void listCodes() {
        Words words = Words.in(language);
        console.out().println("# acts: code, name, codes of unmet conditions in the order of the act");
        for (Benefit benefit : Benefit.values()) {
            List<String> grounds =
                    Catalogue.grounds(benefit).stream().map(Ground::code).toList();
            console.out()
                    .println("%-22s %s%n    %s"
                            .formatted(
                                    benefit.code(), words.say("benefit." + benefit.code()), String.join(" ", grounds)));
        }
        console.out().println("# facts that may be missing");
        for (Fact fact : Fact.values()) {
            console.out().println("%-22s %s".formatted(fact.code(), words.say("fact." + fact.code())));
        }
        console.out().println("# editions of targeted_assistance (V6 is a proposal, never in force)");
        console.out().println(Options.codes(Edition.values()));
        console.out().println("# signals");
        console.out().println(Options.codes(Signal.values()));
        console.out().println("# models of wellbeing");
        console.out().println(Options.codes(Model.values()));
    }
}
