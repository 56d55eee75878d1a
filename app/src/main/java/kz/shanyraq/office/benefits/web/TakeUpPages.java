package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Post;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.benefits.Levels;
import kz.shanyraq.office.benefits.Sweeps;
import kz.shanyraq.office.benefits.TakeUp;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.registry.FamilyList;
import kz.shanyraq.office.registry.Figures;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.ShownFamilies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Take-up by benefit and place, and families by their level of wellbeing. Who sees families by name gets the counts of
/// the own territory, and each opens its list; everybody else gets what was published, down to the district.
@Controller
class TakeUpPages {

    private final TakeUp takeUp;
    private final Levels levels;
    private final ShownFamilies families;
    private final Sweeps sweeps;
    private final Access access;
    private final PlaceNames places;

    TakeUpPages(TakeUp takeUp, Levels levels, ShownFamilies families, Sweeps sweeps, Access access, PlaceNames places) {
        this.takeUp = takeUp;
        this.levels = levels;
        this.families = families;
        this.sweeps = sweeps;
        this.access = access;
        this.places = places;
    }

    @GetMapping("/takeup")
    @Needs(Right.COUNT)
    String takeUp(
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) @Nullable Integer region,
            @RequestParam(defaultValue = "") String by,
            Model model) {
        access.require(Right.COUNT);
        Topic about = topic.isEmpty()
                ? null
                : Topic.of(topic)
                        .filter(known -> known.kind() == Topic.Kind.BENEFIT)
                        .orElseThrow(NotThere::new);
        Scope scope = scope(region);
        TakeUp.Table table = null;
        Map<Topic, TakeUp.Row> benefits = Map.of();
        if (scope.named()) {
            Span span = scope.span();
            if (about == null) {
                benefits = takeUp.benefits(span.lo(), span.hi());
            } else {
                table = takeUp.places(about, span.lo(), span.hi(), scope.byRegion());
            }
        } else if (about == null) {
            benefits = takeUp.published(scope.region());
        } else {
            table = takeUp.published(about, scope.region());
        }
        model.addAttribute(
                "page",
                new TakeUpPage(
                        about,
                        scope,
                        TakeUpPage.By.of(by),
                        table,
                        benefits,
                        sweeps.last().orElse(null)));
        return "benefits/takeup";
    }

    @GetMapping("/wellbeing")
    @Needs(Right.COUNT)
    String wellbeing(@RequestParam(required = false) @Nullable Integer region, Model model) {
        access.require(Right.COUNT);
        Scope scope = scope(region);
        Figures.Table published = null;
        List<Figures.Row> rows;
        if (scope.named()) {
            Span span = scope.span();
            rows = levels.places(span.lo(), span.hi(), scope.byRegion());
        } else {
            published = levels.published(scope.region());
            rows = published.rows();
        }
        model.addAttribute(
                "page",
                new LevelsPage(
                        scope,
                        rows,
                        published == null ? null : published.countedAt(),
                        sweeps.last().orElse(null)));
        return "benefits/levels";
    }

    @GetMapping("/wellbeing/{level:[a-z]+}")
    @Needs(Right.LIST)
    String families(
            @PathVariable String level,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "0") int district,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        access.require(Right.LIST);
        access.require(Right.SEE_INCOME);
        String wanted = Levels.of(level).orElseThrow(NotThere::new);
        Span span = Span.of(post().territory()).within(region, district).orElseThrow(NotThere::new);
        Levels.Rows rows = levels.families(wanted, span.lo(), span.hi(), FamilyList.Key.parse(after));
        Map<Long, Found.Family> named =
                families.of(rows.rows().stream().map(Levels.Row::familyId).toList(), "wellbeing");
        List<LevelListPage.Line> lines = rows.rows().stream()
                .flatMap(row -> Stream.ofNullable(named.get(row.familyId()))
                        .map(family -> new LevelListPage.Line(family, row.points(), row.before())))
                .toList();
        model.addAttribute(
                "page",
                new LevelListPage(
                        wanted,
                        lines,
                        levels.count(wanted, span.lo(), span.hi()),
                        after != null,
                        rows.next(),
                        Filtered.of(region, district, places),
                        places.of(LevelListPage.codes(lines))));
        return "benefits/level-list";
    }

    /// What the one who asks sees, narrowed to a region where that is possible. A planner begins with the own region.
    private Scope scope(@Nullable Integer region) {
        Post post = post();
        boolean named = access.may(Right.LIST) && access.may(Right.SEE_INCOME);
        Span mine = Span.of(post.territory());
        int wanted = region != null && Span.isRegion(region) ? region : 0;
        if (!named) {
            boolean own = region == null && post.role() == Role.AKIMAT_PLANNER && !mine.regions();
            int shown = own ? mine.region() : wanted;
            return new Scope(false, shown, shown == 0, mine, choices(), places);
        }
        Span span = mine.within(wanted, 0).orElse(mine);
        return new Scope(
                true,
                mine.regions() && !span.regions() ? wanted : 0,
                span.regions(),
                span,
                mine.regions() ? choices() : List.of(),
                places);
    }

    private List<Integer> choices() {
        return places.within(0).stream().map(place -> place.kato()).toList();
    }

    private Post post() {
        return access.officer().orElseThrow(NotThere::new).post();
    }
}
