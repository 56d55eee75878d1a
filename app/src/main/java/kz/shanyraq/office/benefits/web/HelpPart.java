package kz.shanyraq.office.benefits.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Consents;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.page.Fragments;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On the page of a family: what was awarded, and what was applied for, decided, agreed to and disputed.
@Component
@Order(10)
class HelpPart implements FamilyPart {

    private final Applications applications;
    private final Decisions decisions;
    private final Awards awards;
    private final Appeals appeals;
    private final Consents consents;
    private final Fragments fragments;
    private final Desk desk;

    HelpPart(
            Applications applications,
            Decisions decisions,
            Awards awards,
            Appeals appeals,
            Consents consents,
            Fragments fragments,
            Desk desk) {
        this.applications = applications;
        this.decisions = decisions;
        this.awards = awards;
        this.appeals = appeals;
        this.consents = consents;
        this.fragments = fragments;
        this.desk = desk;
    }

    @Override
    public List<Shown> of(FamilyFile file, String address, boolean own) {
        if (own || !desk.reads(file.ref())) {
            return List.of();
        }
        long family = file.id().value();
        List<HelpView.Given> given = new ArrayList<>();
        for (Awards.Award award : awards.of(family)) {
            given.add(new HelpView.Given(new AwardLine(award, awards.months(award.id())), awards.differing(award)));
        }
        var view = new HelpView(
                file,
                List.copyOf(given),
                applications.of(family),
                decisions.of(family),
                appeals.of(family),
                consents.of(family),
                desk.decides(file.ref()),
                desk.approves(file.ref()));
        List<Shown> shown = new ArrayList<>();
        if (!given.isEmpty()) {
            shown.add(part(view, "benefits/awards", false));
        }
        if (view.any()) {
            shown.add(part(view, "benefits/help", true));
        }
        return List.copyOf(shown);
    }

    private Shown part(HelpView view, String template, boolean aside) {
        return new Shown() {
            @Override
            public List<Todo> now(Text t) {
                return aside ? view.now(t) : List.of();
            }

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
}
