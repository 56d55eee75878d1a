package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.benefits.Entitlement;
import kz.shanyraq.office.benefits.Entitlements;
import kz.shanyraq.office.benefits.Findings;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Sweeps;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.benefits.Worklist;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.FamilyList;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.office.registry.ShownFamilies;
import kz.shanyraq.policy.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Visits and calls: whom to see or to ask, what is planned, and how it ended.
@Controller
class VisitPages {

    private static final int MOST_MONTHS = 3;
    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 500;
    private static final String FAMILY = "/families/{number:\\d+-?\\d}/visits/{way:by_visit|by_family}";

    private final Visits visits;
    private final Findings findings;
    private final Worklist worklist;
    private final Registry registry;
    private final Entitlements entitlements;
    private final Sweeps sweeps;
    private final ShownFamilies families;
    private final PlaceNames places;
    private final Access access;

    VisitPages(
            Visits visits,
            Findings findings,
            Worklist worklist,
            Registry registry,
            Entitlements entitlements,
            Sweeps sweeps,
            ShownFamilies families,
            PlaceNames places,
            Access access) {
        this.visits = visits;
        this.findings = findings;
        this.worklist = worklist;
        this.registry = registry;
        this.entitlements = entitlements;
        this.sweeps = sweeps;
        this.families = families;
        this.places = places;
        this.access = access;
    }

    @GetMapping("/visits")
    @Needs(Right.PLAN_VISIT)
    String visits(
            @RequestParam(defaultValue = "by_visit") String way,
            @RequestParam(defaultValue = "") String benefit,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        access.require(Right.PLAN_VISIT);
        Way by = way(way).orElse(Way.BY_VISIT);
        Topic of = benefit.isEmpty()
                ? null
                : Topic.of(benefit)
                        .filter(topic -> topic.kind() == Topic.Kind.BENEFIT)
                        .orElseThrow(NotThere::new);
        Span span = span(place);
        Visits.Needs needs = visits.needed(by, of, span.lo(), span.hi(), FamilyList.Key.parse(after));
        Map<Long, Found.Family> named =
                families.of(needs.rows().stream().map(Visits.Need::family).toList(), "visits");
        List<VisitsPage.Line> lines = needs.rows().stream()
                .flatMap(need ->
                        Stream.ofNullable(named.get(need.family())).map(family -> new VisitsPage.Line(family, need)))
                .toList();
        VisitsPage.Totals totals = totals(span);
        Set<Integer> codes =
                new HashSet<>(lines.stream().map(line -> line.need().kato()).toList());
        model.addAttribute(
                "page",
                new VisitsPage(
                        by,
                        of,
                        shown(place),
                        lines,
                        of == null
                                ? by == Way.BY_VISIT ? totals.visit() : totals.call()
                                : visits.count(by, of, span.lo(), span.hi()),
                        after != null,
                        needs.next(),
                        choices(),
                        named(codes, place),
                        totals));
        return "benefits/visits";
    }

    @GetMapping("/visits/planned")
    @Needs(Right.PLAN_VISIT)
    String planned(
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String mine,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        access.require(Right.PLAN_VISIT);
        Way by = way(way).orElse(null);
        LocalDate on = day(day);
        Span span = span(place);
        boolean own = mine.equals("true");
        Visits.Planned planned = visits.planned(span.lo(), span.hi(), by, on, own, Visits.After.parse(after));
        Map<Long, Found.Family> named = families.of(
                planned.rows().stream().map(Visits.Visit::family).distinct().toList(), "visits");
        List<PlannedPage.Line> lines = planned.rows().stream()
                .flatMap(visit ->
                        Stream.ofNullable(named.get(visit.family())).map(family -> new PlannedPage.Line(family, visit)))
                .toList();
        Set<Integer> codes =
                new HashSet<>(lines.stream().map(line -> line.visit().kato()).toList());
        model.addAttribute(
                "page",
                new PlannedPage(
                        by,
                        on,
                        own,
                        shown(place),
                        lines,
                        after != null,
                        planned.next(),
                        choices(),
                        named(codes, place),
                        totals(span)));
        return "benefits/planned";
    }

    @GetMapping(FAMILY)
    @Needs(Right.PLAN_VISIT)
    String form(@PathVariable String number, @PathVariable String way, Model model) {
        FamilyFile file = family(number);
        access.looked(Look.at(file.ref(), "visit"));
        return form(file, way(way).orElseThrow(NotThere::new), Map.of(), List.of(), model);
    }

    private String form(FamilyFile file, Way way, Map<String, String> typed, List<String> wrong, Model model) {
        model.addAttribute(
                "page",
                new VisitPage(
                        file.id(),
                        way,
                        needed(file),
                        planned(file, way),
                        typed,
                        wrong,
                        access.may(Right.CORRECT_FACT, file.ref())));
        return "benefits/visit";
    }

    @PostMapping(FAMILY)
    @Needs(Right.PLAN_VISIT)
    String plan(
            @PathVariable String number,
            @PathVariable String way,
            @RequestParam(defaultValue = "plan") String act,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        FamilyFile file = family(number);
        Way by = way(way).orElseThrow(NotThere::new);
        Map<String, String> typed = Map.of("fact", fact, "day", day, "outcome", outcome, "reason", reason);
        return act.equals("close")
                ? close(file, by, typed, redirect, response, model)
                : plan(file, by, typed, redirect, response, model);
    }

    private String plan(
            FamilyFile file,
            Way way,
            Map<String, String> typed,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        List<Entitlement> all = all(file);
        Fact fact = Arrays.stream(Fact.values())
                .filter(each -> each.code().equals(typed.get("fact")) && Way.to(each) == way)
                .findFirst()
                .orElse(null);
        List<Topic> waiting = fact == null ? List.of() : waiting(all, fact);
        List<String> wrong = new ArrayList<>();
        if (fact == null || waiting.isEmpty()) {
            wrong.add("fact");
        }
        LocalDate day = day(typed.getOrDefault("day", ""));
        LocalDate today = LocalDate.now(Looks.ZONE);
        if (day == null || day.isBefore(today) || day.isAfter(today.plusMonths(MOST_MONTHS))) {
            wrong.add("day");
        }
        if (fact == null || day == null || !wrong.isEmpty()) {
            return again(file, way, typed, wrong, response, model);
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "visit planned"));
        visits.plan(file.id().value(), file.kato(), way, fact, waiting, day);
        redirect.addFlashAttribute("flash", Notice.done("benefits.visit.planned." + way.code(), day));
        return "redirect:/families/" + file.id().number() + "/visits/" + way.code();
    }

    private String close(
            FamilyFile file,
            Way way,
            Map<String, String> typed,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        String words = typed.getOrDefault("reason", "").strip();
        Visits.End end = Visits.End.of(typed.getOrDefault("outcome", "")).orElse(null);
        List<String> wrong = new ArrayList<>();
        if (end == null) {
            wrong.add("outcome");
        }
        if (end == Visits.End.DROPPED && words.length() < LEAST_WORDS || words.length() > MOST_WORDS) {
            wrong.add("reason");
        }
        if (end == null || !wrong.isEmpty()) {
            return again(file, way, typed, wrong, response, model);
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "visit " + end.code()));
        boolean closed = visits.close(file.id().value(), way, end, words.isEmpty() ? null : words);
        redirect.addFlashAttribute(
                "flash",
                closed ? Notice.done("benefits.visit.closed." + end.code()) : Notice.info("benefits.visit.none"));
        return "redirect:/families/" + file.id().number() + (end == Visits.End.DROPPED ? "" : "/visits/" + way.code());
    }

    private String again(
            FamilyFile file,
            Way way,
            Map<String, String> typed,
            List<String> wrong,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        access.looked(Look.at(file.ref(), "visit"));
        return form(file, way, typed, wrong, model);
    }

    private Visits.@Nullable Visit planned(FamilyFile file, Way way) {
        return visits.planned(file.id().value()).stream()
                .filter(visit -> visit.way() == way)
                .findFirst()
                .orElse(null);
    }

    private NeededView needed(FamilyFile file) {
        YearMonth month = month();
        Household household = registry.household(file, month == null ? YearMonth.now(Looks.ZONE) : month);
        return new NeededView(
                file,
                household,
                month == null ? List.of() : entitlements.of(household),
                "/families/" + file.id().number());
    }

    private List<Entitlement> all(FamilyFile file) {
        YearMonth month = month();
        return month == null ? List.of() : entitlements.of(registry.household(file, month));
    }

    /// The month for which the law is asked: that of the last sweep, as on the page of the family; null before the
    /// first, when nothing is known to be missing.
    private @Nullable YearMonth month() {
        return sweeps.last().map(sweep -> YearMonth.from(sweep.month())).orElse(null);
    }

    private static List<Topic> waiting(List<Entitlement> all, Fact fact) {
        return all.stream()
                .filter(entitlement -> entitlement.group() == Entitlement.Group.UNDECIDED
                        && entitlement.explanation().missing().contains(fact))
                .map(entitlement -> Topic.of(entitlement.benefit()))
                .distinct()
                .toList();
    }

    private VisitsPage.Totals totals(Span span) {
        var figures = findings.figures(span.lo(), span.hi());
        long families = worklist.levels(span.lo(), span.hi()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new VisitsPage.Totals(
                families,
                lacking(figures, Way.BY_VISIT),
                lacking(figures, Way.BY_FAMILY),
                lacking(figures, Way.BY_REGISTER),
                visits.counts(span.lo(), span.hi()));
    }

    private static long lacking(Map<Topic, Map<State, Findings.Figure>> figures, Way way) {
        Findings.Figure figure = figures.getOrDefault(Topic.of(way), Map.of()).get(State.UNDECIDED);
        return figure == null ? 0 : figure.findings();
    }

    /// The territory of the officer, or the part of it that the address names.
    private Span span(int place) {
        Territory mine = mine();
        Territory part = new Territory(shown(place));
        Span span = new Span(Math.max(mine.lo(), part.lo()), Math.min(mine.hi(), part.hi()));
        if (span.lo() > span.hi()) {
            throw new NotThere();
        }
        return span;
    }

    private static int shown(int place) {
        return place >= 100_000_000 && place <= 999_999_999 ? place : 0;
    }

    private Territory mine() {
        return access.officer().orElseThrow(NotThere::new).post().territory();
    }

    private List<Place> choices() {
        Territory mine = mine();
        return mine.kato() == 0 || mine.kato() % 10_000_000 == 0 ? places.within(mine.kato()) : List.of();
    }

    private Map<Integer, Place> named(Collection<Integer> codes, int place) {
        Set<Integer> all = new HashSet<>(codes);
        if (shown(place) != 0) {
            all.add(place);
        }
        return places.of(all);
    }

    private static Optional<Way> way(String word) {
        return Stream.of(Way.BY_VISIT, Way.BY_FAMILY)
                .filter(way -> way.code().equals(word))
                .findFirst();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private FamilyFile family(String number) {
        FamilyId id;
        try {
            id = FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            throw new NotThere();
        }
        FamilyFile file =
                registry.family(id, AsOf.on(LocalDate.now(Looks.ZONE))).orElseThrow(NotThere::new);
        access.require(Right.PLAN_VISIT, file.ref());
        if (!access.may(Right.SEE_INCOME, file.ref())) {
            throw new NotThere();
        }
        return file;
    }
}
