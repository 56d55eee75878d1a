package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Applications.Application;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.Decisions.Kind;
import kz.shanyraq.office.page.Bars;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.explain.Explanation;
import org.jspecify.annotations.Nullable;

/// An application: what the law says of it by the facts of today, and what can be done.
///
/// @param answer what the law says; null where it is decided, or the law cannot be asked any more
/// @param end the first month in which it would no longer be due; null where none is seen
/// @param made the decisions on it, the latest first
/// @param award what was granted; null for nothing yet
/// @param before other awards of the same benefit to the family
/// @param names of the officers who signed
/// @param decides whether the one who looks may propose
/// @param missing what is still to be asked for
/// @param typed the account that was typed
/// @param wrong what is wrong with it; null for nothing
public record ApplicationPage(
        Application application,
        FamilyFile file,
        Answers.@Nullable Answer answer,
        @Nullable YearMonth end,
        List<Decision> made,
        @Nullable AwardLine award,
        List<AwardLine> before,
        Map<UUID, String> names,
        boolean decides,
        List<String> missing,
        String typed,
        Accounts.@Nullable Wrong wrong) {

    private static final int MOST_MONTHS = 12;

    /// A step of the way.
    ///
    /// @param state done, now, stands or empty for what is still to come
    public record WayStep(String name, @Nullable String note, String state) {}

    /// The title.
    public String title(Text t) {
        return t.say("desk.application.title", Long.toString(application.id()));
    }

    /// The benefit, and of whom.
    public String subject(Text t) {
        return DeskWords.subject(application.subject(), file, t);
    }

    /// The address of the page.
    public String address() {
        return "/applications/" + application.id();
    }

    /// The address of the family.
    public String family() {
        return "/families/" + file.id().number();
    }

    /// The clock.
    public Clock clock() {
        return Clock.of(application);
    }

    /// Whether it waits for this office to propose something.
    public boolean waits() {
        return application.state().equals("received") || application.state().equals("asked");
    }

    /// Whether the one who looks can do something now.
    public boolean mayAct() {
        return decides && waits();
    }

    /// What the law says.
    public @Nullable Outcome outcome() {
        return answer == null ? null : answer.outcome();
    }

    /// Whether the law says yes.
    public boolean granted() {
        return outcome() == Outcome.GRANTED;
    }

    /// Whether the law says no.
    public boolean refused() {
        return outcome() == Outcome.REFUSED;
    }

    /// The latest decision that was not returned; null for none.
    public @Nullable Decision decision() {
        return made.stream()
                .filter(each -> !each.state().equals("returned"))
                .findFirst()
                .orElse(null);
    }

    /// The latest decision if the second person returned it, and nothing came after; null otherwise.
    public @Nullable Decision returned() {
        return !made.isEmpty() && made.getFirst().state().equals("returned") && waits() ? made.getFirst() : null;
    }

    /// The way from the application to the payment.
    public List<WayStep> way(Text t) {
        List<WayStep> way = new ArrayList<>();
        Decision decision = decision();
        boolean over = application.state().equals("withdrawn");
        way.add(new WayStep(t.say("desk.way.received"), t.date(application.receivedOn()), "done"));
        boolean asked = application.state().equals("asked");
        boolean undecided = waits() && !granted() && !refused();
        way.add(new WayStep(
                t.say("desk.way.checked"),
                asked
                        ? t.say("desk.way.asked")
                        : decision != null
                                ? t.date(decision.factsOn())
                                : over ? null : undecided ? t.say("desk.way.missing") : t.date(t.today()),
                over ? "" : asked ? "stands" : undecided ? "now" : "done"));
        boolean second = decision != null && decision.state().equals("in_force");
        way.add(new WayStep(
                t.say("desk.way.decision"),
                over
                        ? t.say("desk.application.state.withdrawn")
                        : decision == null ? null : t.date(day(decision.proposedAt())),
                decision != null ? "done" : over || asked || undecided ? "" : "now"));
        way.add(new WayStep(
                t.say("desk.way.second"),
                decision == null || decision.approvedAt() == null ? null : t.date(day(decision.approvedAt())),
                second ? "done" : decision != null ? "now" : ""));
        if (decision == null || decision.kind() != Kind.REFUSE) {
            way.add(new WayStep(
                    t.say("desk.way.payment"), award == null ? null : award.state(t), award == null ? "" : "now"));
        }
        return List.copyOf(way);
    }

    private static LocalDate day(OffsetDateTime moment) {
        return LocalDate.ofInstant(moment.toInstant(), Looks.ZONE);
    }

    /// What an officer is called.
    public String name(@Nullable UUID officer, Text t) {
        return officer == null ? t.say("desk.by_rule") : names.getOrDefault(officer, t.say("desk.officer"));
    }

    /// The answer with its reasons; null where there is none.
    public RightsView.@Nullable Line line(Text t) {
        return answer == null
                ? null
                : RightsView.alone(answer.file(), answer.household()).line(answer.entitlement(), t);
    }

    /// What the law gives a month, or once, in words; null where nothing.
    public @Nullable String sum(Text t) {
        if (answer == null) {
            return null;
        }
        Explanation said = answer.entitlement().explanation();
        return RightsView.sum(said.monthly(), said.once(), t);
    }

    /// From which month to which, in words.
    public String months(Text t) {
        return DeskWords.months(application.month(), end == null ? null : end.atDay(1), t);
    }

    /// All of it, where its end is known; null otherwise.
    public @Nullable String total(Text t) {
        if (answer == null) {
            return null;
        }
        Explanation said = answer.entitlement().explanation();
        if (said.once() > 0) {
            return t.money(said.once());
        }
        YearMonth last = end;
        return last == null ? null : t.money(said.monthly() * count(last));
    }

    private long count(YearMonth last) {
        return Math.max(0, java.time.temporal.ChronoUnit.MONTHS.between(YearMonth.from(application.month()), last));
    }

    /// What is due in each month; null where it is paid once.
    public @Nullable Bars bars(Text t) {
        if (answer == null || answer.entitlement().explanation().monthly() == 0) {
            return null;
        }
        long monthly = answer.entitlement().explanation().monthly();
        YearMonth last = end;
        long shown = last == null ? MOST_MONTHS : Math.min(MOST_MONTHS, count(last));
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            bars.add(new Bars.Bar(
                    t.month(YearMonth.from(application.month()).plusMonths(i)),
                    monthly,
                    t.money(monthly),
                    false,
                    null));
        }
        return new Bars(t, t.say("desk.calculation"), List.copyOf(bars));
    }

    /// What the registers say the family receives.
    public ReceiptsView receipts() {
        return new ReceiptsView(file);
    }

    /// The month for which the law is asked.
    public String month(Text t) {
        return t.month(YearMonth.from(application.month()));
    }

    /// What a person of the family is called.
    public String person(long person) {
        return DeskWords.person(person, file);
    }

    /// How the state is marked.
    public Tone tone() {
        return DeskWords.tone(application.state());
    }

    /// How a decision is marked.
    public Tone tone(Decision decision) {
        return DeskWords.tone(decision.state());
    }

    /// Months of an award, in words.
    public String span(Awards.Months months, Text t) {
        return DeskWords.months(months.from(), months.until(), t);
    }

    /// The conditions that are not met, in one sentence.
    public String unmet(Text t) {
        return answer == null
                ? ""
                : t.list(RightsView.alone(answer.file(), answer.household()).unmet(answer.entitlement(), t).stream()
                        .map(RightsView.Condition::text)
                        .toList());
    }

    /// What the application says.
    public List<Fact> facts(Text t) {
        return List.of(
                new Fact(t.say("desk.application.received"), t.date(application.receivedOn())),
                new Fact(t.say("desk.application.month"), month(t)),
                new Fact(t.say("desk.application.applicant"), person(application.applicant())),
                new Fact(t.say("desk.application.due"), t.date(application.due())));
    }

    /// What is asked for, in words.
    public String asked(Text t) {
        return t.list(Clock.names(application.asked(), t));
    }

    /// What is missing, in words.
    public String missing(Text t) {
        return t.list(Clock.names(missing, t));
    }

    /// Whether everything that was asked for is there by now.
    public boolean here() {
        return application.asked().stream().noneMatch(missing::contains);
    }

    /// Where the missing facts are written down.
    public List<NeededView.Row> needed(Text t) {
        return answer == null
                ? List.of()
                : new NeededView(answer.file(), answer.household(), List.of(answer.entitlement()), family())
                        .rows(t).stream().filter(row -> row.href() != null).toList();
    }

    /// What is wrong with the account; null for nothing.
    public @Nullable String error(Text t) {
        return wrong == null ? null : t.say("desk.account.wrong." + wrong.word());
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        String error = error(t);
        return error == null ? List.of() : List.of(new FieldError("iban", error));
    }
}
