package kz.shanyraq.office.benefits.web;

import gg.jte.Content;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Entitlement;
import kz.shanyraq.office.benefits.Entitlements;
import kz.shanyraq.office.benefits.Pauses;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.Sweeps;
import kz.shanyraq.office.benefits.Visits;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.benefits.Wellbeings;
import kz.shanyraq.office.page.Fragments;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// On the page of a family: what is due and not received, and why.
@Component
class RightsPart implements FamilyPart {

    private final Registry registry;
    private final Entitlements entitlements;
    private final Sweeps sweeps;
    private final Wellbeings wellbeings;
    private final Pauses pauses;
    private final Applications applications;
    private final Awards awards;
    private final Desk desk;
    private final Visits visits;
    private final Access access;
    private final Fragments fragments;

    RightsPart(
            Registry registry,
            Entitlements entitlements,
            Sweeps sweeps,
            Wellbeings wellbeings,
            Pauses pauses,
            Applications applications,
            Awards awards,
            Desk desk,
            Visits visits,
            Access access,
            Fragments fragments) {
        this.wellbeings = wellbeings;
        this.pauses = pauses;
        this.applications = applications;
        this.awards = awards;
        this.desk = desk;
        this.visits = visits;
        this.registry = registry;
        this.entitlements = entitlements;
        this.sweeps = sweeps;
        this.access = access;
        this.fragments = fragments;
    }

    /// An answer needs every fact that the law reads. To the family itself not all of them are shown, such as
    /// the income of a grown-up relative, so that it has another page.
    @Override
    public List<Shown> of(FamilyFile file, String address, boolean own) {
        boolean all = access.may(Right.SEE_INCOME, file.ref()) && access.may(Right.SEE_DISABILITY, file.ref());
        if (own || !all || file.members().isEmpty()) {
            return List.of();
        }
        return sweeps.last().map(sweep -> shown(file, sweep, address)).orElse(List.of());
    }

    private List<Shown> shown(FamilyFile file, Sweep sweep, String address) {
        Household household = registry.household(file, YearMonth.from(sweep.month()));
        List<Entitlement> all = entitlements.of(household);
        List<Pauses.Pause> paused = pauses.of(file.id().value());
        var rights = new RightsView(
                file,
                household,
                all,
                paused,
                access.may(Right.PAUSE_FINDING) ? address : null,
                applications.of(file.id().value()).stream()
                        .filter(Applications.Application::open)
                        .toList(),
                awards.of(file.id().value()).stream()
                        .filter(award -> new AwardLine(award, awards.months(award.id())).stands())
                        .toList(),
                desk.decides(file.ref()) ? address : null);
        var needed = new NeededView(file, household, all, address);
        boolean writes = access.may(Right.CORRECT_FACT);
        boolean plans = access.may(Right.PLAN_VISIT);
        List<Visits.Visit> planned = plans ? visits.planned(file.id().value()) : List.of();
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown() {
            @Override
            public List<Todo> now(Text t) {
                return Stream.concat(rights.now(t).stream(), neededNow(needed, t).stream())
                        .toList();
            }

            @Override
            public Content content(Text t) {
                return fragments.of("benefits/rights", Map.of("t", t, "view", rights));
            }
        });
        List<Wellbeings.Past> past = wellbeings.past(file.id().value());
        shown.add(simply(false, "benefits/receipts", new ReceiptsView(file)));
        wellbeings.of(household).ifPresent(wellbeing -> {
            var view = new WellbeingView(wellbeing, wellbeings.medians(file.kato()), past);
            shown.add(new Shown() {
                @Override
                public @Nullable Content mark(Text t) {
                    String level = view.level(t);
                    return level == null
                            ? null
                            : fragments.of("page/tag", Map.of("text", level, "tone", view.tone(), "icon", Icon.HOUSE));
                }

                @Override
                public boolean aside() {
                    return true;
                }

                @Override
                public Content content(Text t) {
                    return fragments.of("benefits/wellbeing", Map.of("t", t, "view", view));
                }
            });
        });
        shown.add(new Shown() {
            @Override
            public boolean aside() {
                return true;
            }

            @Override
            public Content content(Text t) {
                return fragments.of(
                        "benefits/needed", Map.of("t", t, "view", needed, "writes", writes, "plans", plans));
            }
        });
        shown.add(simply(true, "benefits/timeline", new TimelineView(file, paused, planned, past)));
        return List.copyOf(shown);
    }

    private Shown simply(boolean aside, String template, Object view) {
        return new Shown() {
            @Override
            public boolean aside() {
                return aside;
            }

            @Override
            public Content content(Text t) {
                return fragments.of(template, Map.of("t", t, "view", view));
            }
        };
    }

    private static Optional<Todo> neededNow(NeededView needed, Text t) {
        List<NeededView.Row> rows = needed.rows(t);
        return needed.way(rows)
                .map(way -> new Todo(
                        way == Way.BY_VISIT ? Icon.DWELLING : way == Way.BY_FAMILY ? Icon.PHONE : Icon.DATABASE,
                        needed.verdict(rows, t),
                        t.list(needed.first(rows).stream()
                                .map(NeededView.Row::name)
                                .distinct()
                                .limit(3)
                                .toList()),
                        t.say("benefits.needed.look"),
                        "#needed"));
    }
}
