package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.benefits.Findings;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Sweeps;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.registry.FamilyList;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.ShownFamilies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Who of an officer's territory is entitled and does not receive, and what else a person should look at.
@Controller
class FindingPages {

    private final Findings findings;
    private final ShownFamilies families;
    private final Sweeps sweeps;
    private final Access access;
    private final PlaceNames places;

    FindingPages(Findings findings, ShownFamilies families, Sweeps sweeps, Access access, PlaceNames places) {
        this.findings = findings;
        this.families = families;
        this.sweeps = sweeps;
        this.access = access;
        this.places = places;
    }

    /// Signals of work are for who lists families; benefits and needs for who may see incomes too.
    private boolean maySee(Topic topic) {
        return topic.kind() == Topic.Kind.WORK ? access.may(Right.LIST) : access.may(Right.SEE_INCOME);
    }

    @GetMapping("/findings")
    @Needs(Right.LIST)
    String findings(Model model) {
        access.require(Right.LIST);
        Territory mine = territory();
        var figures = findings.figures(mine.lo(), mine.hi());
        figures.keySet().removeIf(topic -> !maySee(topic));
        model.addAttribute("page", new FindingsPage(figures, sweeps.last().orElse(null)));
        return "benefits/findings";
    }

    @GetMapping("/findings/{topic:[a-z0-9_]+}/{standing:[a-z_]+}")
    @Needs(Right.LIST)
    String list(
            @PathVariable String topic,
            @PathVariable String standing,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "0") int district,
            Model model) {
        access.require(Right.LIST);
        Topic about = Topic.of(topic).filter(this::maySee).orElseThrow(NotThere::new);
        State how = State.of(standing).orElseThrow(NotThere::new);
        Span span = Span.of(territory()).within(region, district).orElseThrow(NotThere::new);
        Findings.Rows rows = findings.families(about, how, span.lo(), span.hi(), FamilyList.Key.parse(after));
        Map<Long, Found.Family> named =
                families.of(rows.rows().stream().map(Findings.Row::familyId).toList(), "findings");
        List<FindingListPage.Line> lines = rows.rows().stream()
                .filter(row -> named.containsKey(row.familyId()))
                .map(row -> new FindingListPage.Line(
                        java.util.Objects.requireNonNull(named.get(row.familyId())),
                        row.monthly(),
                        row.once(),
                        row.findings()))
                .toList();
        var figure = findings.figures(span.lo(), span.hi())
                .getOrDefault(about, Map.of())
                .getOrDefault(how, new Findings.Figure(0, 0, 0));
        model.addAttribute(
                "page",
                new FindingListPage(
                        about,
                        how,
                        lines,
                        figure,
                        after != null,
                        rows.next(),
                        Filtered.of(region, district, places),
                        span.regions() || span.wholeRegion()
                                ? new FindingMap(
                                        span.regions(),
                                        span.region(),
                                        findings.places(about, how, span.lo(), span.hi(), span.regions()),
                                        "/findings/" + about.code() + "/" + how.code(),
                                        places)
                                : null,
                        places.of(
                                lines.stream().map(line -> line.family().kato()).collect(Collectors.toSet()))));
        return "benefits/finding-list";
    }

    private Territory territory() {
        Acting.Officer officer = access.officer().orElseThrow(NotThere::new);
        return officer.post().territory();
    }
}
