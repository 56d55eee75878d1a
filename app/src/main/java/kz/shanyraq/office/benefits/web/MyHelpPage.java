package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Consents;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.policy.Benefit;
import org.jspecify.annotations.Nullable;

/// What a citizen was offered, applied for, was granted and agreed to.
///
/// @param typedFor the application for which an account was typed that is wrong; null for none
/// @param typed that account
/// @param wrong what is wrong with it
public record MyHelpPage(
        List<Offers.Offer> offers,
        List<Applications.Application> applications,
        List<Given> given,
        List<Decisions.Decision> decisions,
        List<Consents.Consent> consents,
        List<Appeals.Appeal> appeals,
        LocalDate today,
        @Nullable Long typedFor,
        @Nullable String typed,
        Accounts.@Nullable Wrong wrong) {

    /// An award and its months.
    public record Given(Awards.Award award, List<Awards.Months> months) {}

    static MyHelpPage nothing() {
        return new MyHelpPage(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), LocalDate.EPOCH, null, null, null);
    }

    /// Whether there is nothing at all.
    public boolean empty() {
        return offers.isEmpty() && applications.isEmpty() && given.isEmpty() && decisions.isEmpty();
    }

    /// Offers that wait for an answer.
    public List<Offers.Offer> waiting() {
        return offers.stream().filter(Offers.Offer::open).toList();
    }

    /// The name of a benefit.
    public String name(Topic topic, Text t) {
        return TopicWords.name(topic, t);
    }

    /// What is offered, in words.
    public @Nullable String sum(Offers.Offer offer, Text t) {
        return RightsView.sum(offer.monthly(), offer.once(), t);
    }

    /// Until when an application is decided, or what it came to.
    public String standing(Applications.Application application, Text t) {
        return switch (application.state()) {
            case "received", "proposed" -> t.say("benefits.my.application.due", application.due());
            default -> t.say("benefits.my.application." + application.state());
        };
    }

    /// The colour of a state.
    public Tone tone(Applications.Application application) {
        return switch (application.state()) {
            case "granted" -> Tone.GOOD;
            case "asked" -> Tone.WAIT;
            case "received", "proposed" -> Tone.INFO;
            default -> Tone.PLAIN;
        };
    }

    /// Whether an account is still to be typed for an application.
    public boolean needsAccount(Applications.Application application) {
        return List.of("received", "asked").contains(application.state());
    }

    /// What is wrong with the account typed for an application; null if nothing is.
    public @Nullable String error(Applications.Application application, Text t) {
        return wrong != null && typedFor != null && typedFor == application.id()
                ? t.say("benefits.account.wrong." + wrong.word())
                : null;
    }

    /// The account to show in the field of an application.
    public String shown(Applications.Application application) {
        if (typed != null && typedFor != null && typedFor == application.id()) {
            return typed;
        }
        return application.iban() == null ? "" : application.iban();
    }

    /// What an award gives in some months, in words.
    public String months(Awards.Award award, Awards.Months months, Text t) {
        if (award.subject().topic().equals(Topic.of(Benefit.BIRTH_GRANT))) {
            return t.say("benefits.sum.once", t.money(months.monthly()));
        }
        String from = t.month(YearMonth.from(months.from()));
        return months.until() == null
                ? t.say("benefits.my.award.from", from, t.money(months.monthly()))
                : t.say(
                        "benefits.my.award.between",
                        from,
                        t.month(YearMonth.from(months.until()).minusMonths(1)),
                        t.money(months.monthly()));
    }

    /// A decision in a few words.
    public String decided(Decisions.Decision decision, Text t) {
        return t.say("benefits.decision.kind." + decision.kind().word());
    }
}
