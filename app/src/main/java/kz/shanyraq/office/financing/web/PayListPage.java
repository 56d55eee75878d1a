package kz.shanyraq.office.financing.web;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.shanyraq.office.financing.PayLists.BankFile;
import kz.shanyraq.office.financing.PayLists.PayList;
import kz.shanyraq.office.financing.PayLists.Step;
import kz.shanyraq.office.financing.PayLists.Sum;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Place;
import org.jspecify.annotations.Nullable;

/// A pay list: its steps, its orders by state, what it leaves out and why.
///
/// @param states the orders that may be seen, by state
/// @param reasons what is left out, by reason
/// @param steps the steps that the one who looks may let it go now
/// @param sameEyes whether a step waits for somebody who had no hand in the list
/// @param again whether its files may be written again
/// @param wrong the fields with a mistake
public record PayListPage(
        PayList list,
        Map<Integer, Place> places,
        Map<String, Sum> states,
        Map<String, Sum> reasons,
        List<BankFile> files,
        List<Step> steps,
        boolean sameEyes,
        boolean again,
        List<String> wrong) {

    /// What can be done but dropping, which asks for a reason.
    public List<Step> forward() {
        return steps.stream().filter(step -> step != Step.DROP).toList();
    }

    /// Whether it may be dropped.
    public boolean drops() {
        return steps.contains(Step.DROP);
    }

    /// The last part of the key of a step.
    public String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /// The title.
    public String title(Text t) {
        return t.say(
                "financing.list.title",
                Integer.toString(list.id()),
                PaymentsPage.place(list.kato(), places, t),
                PayWords.month(list.month(), t));
    }

    /// The colour of its state.
    public Tone tone() {
        return PayWords.tone(list.state());
    }

    /// The colour of an order's state.
    public Tone orderTone(String state) {
        return PayWords.orderTone(state);
    }

    /// Whether orders that may be seen by name are fewer than the list has.
    public boolean partly() {
        return states.values().stream().mapToLong(Sum::orders).sum() < list.orders();
    }

    /// Who did what, and when.
    public List<Fact> hands(Text t) {
        List<Fact> hands = new ArrayList<>();
        hand(hands, "drafted", list.drafter(), list.draftedAt(), t);
        hand(hands, "locked", list.locker(), list.lockedAt(), t);
        hand(hands, "approved", list.approver(), list.approvedAt(), t);
        hand(hands, "authorised", list.authoriser(), list.authorisedAt(), t);
        hand(hands, "released", list.releaser(), list.releasedAt(), t);
        hand(hands, "dropped", list.dropper(), list.droppedAt(), t);
        return hands;
    }

    private static void hand(
            List<Fact> hands, String word, @Nullable String name, @Nullable OffsetDateTime at, Text t) {
        if (at != null) {
            hands.add(new Fact(
                    t.say("financing.hand." + word), (name == null ? "" : name + ", ") + t.moment(at.toInstant())));
        }
    }

    /// When a file was written.
    public String written(BankFile file, Text t) {
        return file.writtenAt() == null ? t.say("financing.file.waits") : PayWords.moment(file.writtenAt(), t);
    }

    /// What is wrong with the reason; null if nothing.
    public @Nullable String error(Text t) {
        return wrong.contains("reason") ? t.say("financing.wrong.reason") : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(field, t.say("financing.wrong." + field)))
                .toList();
    }
}
