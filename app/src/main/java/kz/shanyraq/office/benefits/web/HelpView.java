package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.benefits.Appeals.Appeal;
import kz.shanyraq.office.benefits.Applications.Application;
import kz.shanyraq.office.benefits.Awards.Differing;
import kz.shanyraq.office.benefits.Awards.Months;
import kz.shanyraq.office.benefits.Consents.Consent;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.FamilyFile;
import org.jspecify.annotations.Nullable;

/// What a family was awarded, applied for, agreed to and disputed.
///
/// @param decides whether the one who looks proposes decisions about it
/// @param approves whether the one who looks puts them in force
public record HelpView(
        FamilyFile file,
        List<Given> given,
        List<Application> applications,
        List<Decision> decisions,
        List<Appeal> appeals,
        List<Consent> consents,
        boolean decides,
        boolean approves) {

    private static final int MOST = 12;

    /// An award, and the months for which the law says something else by now.
    public record Given(AwardLine line, List<Differing> differing) {}

    /// Something that was written down.
    ///
    /// @param text a second line; null for none
    /// @param href where it is shown; null where it has no page
    public record Event(
            LocalDate day,
            String title,
            @Nullable String text,
            @Nullable String href) {}

    /// Whether there is anything to list.
    public boolean any() {
        return !applications.isEmpty() || !decisions.isEmpty() || !appeals.isEmpty() || !consents.isEmpty();
    }

    /// What somebody should do now.
    public List<Todo> now(Text t) {
        List<Todo> now = new ArrayList<>();
        for (Given each : given) {
            boolean waits = decisions.stream()
                    .anyMatch(decision -> decision.state().equals("proposed")
                            && decision.award() != null
                            && decision.award() == each.line.award().id());
            if (!each.differing.isEmpty() && !waits) {
                Differing first = each.differing.getFirst();
                now.add(new Todo(
                        Icon.RETRY,
                        t.say("desk.differing.now", each.line.benefit(t)),
                        t.say(
                                "desk.differing.now.text",
                                DeskWords.months(
                                        first.from().atDay(1), first.until().atDay(1), t),
                                t.money(first.before()),
                                t.money(first.after())),
                        t.say("desk.look"),
                        "/awards/" + each.line.award().id()));
            }
        }
        for (Application application : applications) {
            if (decides
                    && (application.state().equals("received")
                            || application.state().equals("asked"))) {
                now.add(new Todo(
                        Icon.APPLICATION,
                        t.say(
                                "desk.application.waiting",
                                TopicWords.name(application.subject().topic(), t)),
                        Clock.of(application).text(t),
                        t.say("desk.look"),
                        "/applications/" + application.id()));
            }
        }
        for (Decision decision : decisions) {
            if (approves && decision.state().equals("proposed")) {
                now.add(new Todo(
                        Icon.LAW,
                        t.say(
                                "desk.decision.waiting",
                                TopicWords.name(decision.subject().topic(), t)),
                        t.say("desk.kind." + decision.kind().word()),
                        t.say("desk.look"),
                        "/decisions/" + decision.id()));
            }
        }
        return List.copyOf(now);
    }

    /// Of whom an award is; null for the family as a whole.
    public @Nullable String person(Given each) {
        Long person = each.line.award().subject().person();
        return person == null ? null : DeskWords.person(person, file);
    }

    /// Months, in words.
    public String span(Months months, Text t) {
        return DeskWords.months(months.from(), months.until(), t);
    }

    /// What was written down, the newest first.
    public List<Event> events(Text t) {
        List<Event> events = new ArrayList<>();
        for (Application each : applications) {
            events.add(new Event(
                    each.receivedOn(),
                    t.say(
                            "desk.event.application",
                            TopicWords.name(each.subject().topic(), t)),
                    t.say("desk.application.state." + each.state()),
                    "/applications/" + each.id()));
        }
        for (Decision each : decisions) {
            events.add(new Event(
                    LocalDate.ofInstant(each.proposedAt().toInstant(), Looks.ZONE),
                    t.say("desk.kind." + each.kind().word()) + ": "
                            + TopicWords.name(each.subject().topic(), t),
                    t.say("desk.decision.state." + each.state()),
                    "/decisions/" + each.id()));
        }
        for (Appeal each : appeals) {
            events.add(new Event(
                    each.madeOn(),
                    t.say("desk.event.appeal"),
                    t.say("desk.appeal.state." + each.state()),
                    "/appeals/" + each.id()));
        }
        for (Consent each : consents) {
            events.add(new Event(
                    LocalDate.ofInstant(each.given().toInstant(), Looks.ZONE),
                    t.say("desk.event.consent", TopicWords.name(each.topic(), t)),
                    each.withdrawn() == null
                            ? t.say("desk.consent.until", DeskWords.person(each.person(), file), each.until())
                            : t.say(
                                    "desk.consent.withdrawn",
                                    LocalDate.ofInstant(each.withdrawn().toInstant(), Looks.ZONE)),
                    null));
        }
        events.sort(Comparator.comparing(Event::day).reversed());
        return List.copyOf(events);
    }

    /// Those of some events that are shown at once.
    public List<Event> shown(List<Event> events) {
        return events.subList(0, Math.min(MOST, events.size()));
    }
}
