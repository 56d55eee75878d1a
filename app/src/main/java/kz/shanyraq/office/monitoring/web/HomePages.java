package kz.shanyraq.office.monitoring.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.benefits.Findings;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.Worklist;
import kz.shanyraq.office.employment.Contracts;
import kz.shanyraq.office.registry.Figures;
import kz.shanyraq.office.registry.Figures.Measure;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.ShownFamilies;
import kz.shanyraq.office.registry.SourceWatch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page, by what the one who looks may do.
@Controller
class HomePages {

    private final SourceWatch sources;
    private final Figures figures;
    private final Worklist worklist;
    private final Findings findings;
    private final Contracts contracts;
    private final ShownFamilies families;
    private final PlaceNames places;
    private final Agenda agenda;
    private final Access access;

    HomePages(
            SourceWatch sources,
            Figures figures,
            Worklist worklist,
            Findings findings,
            Contracts contracts,
            ShownFamilies families,
            PlaceNames places,
            Agenda agenda,
            Access access) {
        this.agenda = agenda;
        this.worklist = worklist;
        this.findings = findings;
        this.contracts = contracts;
        this.families = families;
        this.places = places;
        this.sources = sources;
        this.figures = figures;
        this.access = access;
    }

    @GetMapping("/")
    @Needs(Right.SEE_HOME)
    String home(Model model) {
        access.require(Right.SEE_HOME);
        boolean names = access.may(Right.SEE_FAMILY);
        model.addAttribute(
                "page",
                new HomePage(
                        access.officer().map(officer -> officer.name()).orElse(""),
                        names ? day() : null,
                        names ? sources.waiting() : null,
                        access.may(Right.SEE_SOURCES)
                                ? sources.states().stream()
                                        .filter(state -> state.source().late())
                                        .limit(HomePage.MOST_LATE)
                                        .toList()
                                : List.of(),
                        access.may(Right.COUNT) && !names ? figures.table(Measure.FAMILIES, 0) : null,
                        access.may(Right.SEE_OWN),
                        access.may(Right.SEARCH),
                        access.may(Right.CORRECT_FACT),
                        access.may(Right.RESOLVE_DUPLICATES),
                        access.may(Right.LOAD_DATA),
                        access.may(Right.READ_LOG)));
        return "monitoring/home";
    }

    private MyDay day() {
        Territory mine = access.officer().orElseThrow(NotThere::new).post().territory();
        boolean incomes = access.may(Right.SEE_INCOME);
        List<Worklist.Case> cases = incomes ? worklist.urgent(mine.lo(), mine.hi(), MyDay.MOST) : List.of();
        Map<Long, Found.Family> named =
                families.of(cases.stream().map(Worklist.Case::family).toList(), "today");
        Map<Topic, Long> work = new LinkedHashMap<>();
        if (!incomes) {
            findings.figures(mine.lo(), mine.hi()).forEach((topic, states) -> {
                Findings.Figure signals = states.get(State.SIGNAL);
                if (topic.kind() == Topic.Kind.WORK && signals != null) {
                    work.put(topic, signals.findings());
                }
            });
        }
        return new MyDay(
                cases,
                named,
                incomes ? worklist.levels(mine.lo(), mine.hi()) : Map.of(),
                work,
                access.may(Right.PLAN_VISIT) ? agenda.week() : null,
                contracts(mine),
                places);
    }

    /// The career centre signs, looks after duties and warns; the second person decides.
    private Map<Contracts.Show, Long> contracts(Territory mine) {
        Set<Contracts.Show> shows = access.may(Right.MANAGE_CONTRACTS)
                ? EnumSet.of(Contracts.Show.TO_SIGN, Contracts.Show.WEEK, Contracts.Show.OVERDUE, Contracts.Show.MISSED)
                : access.may(Right.DECIDE_BREACH)
                        ? EnumSet.of(Contracts.Show.TO_DECIDE)
                        : EnumSet.noneOf(Contracts.Show.class);
        if (shows.isEmpty()) {
            return Map.of();
        }
        Map<Contracts.Show, Long> counts = new EnumMap<>(contracts.counts(mine.lo(), mine.hi()));
        counts.keySet().retainAll(shows);
        return counts;
    }
}
