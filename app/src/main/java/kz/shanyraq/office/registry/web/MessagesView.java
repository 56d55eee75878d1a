package kz.shanyraq.office.registry.web;

import java.time.OffsetDateTime;
import java.util.List;
import kz.shanyraq.office.access.Message;
import kz.shanyraq.office.access.Outgoing;
import kz.shanyraq.office.access.SmsLine;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import org.jspecify.annotations.Nullable;

/// What was sent to a family, the latest first.
///
/// @param hindrance why no SMS goes out now; null if they do
public record MessagesView(FamilyFile file, List<Message> messages, SmsLine.@Nullable Hindrance hindrance) {

    private static final int FIRST = 5;

    /// The latest ones.
    public List<Message> first() {
        return messages.subList(0, Math.min(FIRST, messages.size()));
    }

    /// The others.
    public List<Message> others() {
        return messages.subList(Math.min(FIRST, messages.size()), messages.size());
    }

    /// Why what waits does not go out; null if nothing waits, or it goes out.
    public @Nullable String stuck(Text t) {
        return hindrance != null && messages.stream().anyMatch(message -> message.state() == Message.State.QUEUED)
                ? t.say("registry.messages.hindrance." + hindrance.word())
                : null;
    }

    /// When it was sent, or written if it was not sent yet.
    public String when(Message message, Text t) {
        OffsetDateTime sent = message.sentAt();
        return t.moment((sent == null ? message.createdAt() : sent).toInstant());
    }

    /// To whom, by which way.
    public String to(Message message, Text t) {
        String person = file.members().stream()
                .filter(member -> member.id().value() == message.person())
                .findFirst()
                .map(Member::called)
                .orElse("№ " + message.person());
        String address = message.address();
        return person + ", " + (address == null ? t.say("registry.messages.inbox") : "SMS " + address);
    }

    /// How far it came.
    public String state(Message message, Text t) {
        boolean unopened = message.channel() == Outgoing.Channel.INBOX && message.state() == Message.State.SENT;
        return t.say("registry.messages.state." + message.state().word() + (unopened ? ".inbox" : ""));
    }

    /// Its colour.
    public Tone tone(Message message) {
        return switch (message.state()) {
            case DELIVERED, READ -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case QUEUED, SENT -> Tone.INFO;
            case STOPPED -> Tone.PLAIN;
        };
    }

    /// Why it failed, who sent it, how often it was tried, what was answered.
    public List<String> more(Message message, Text t) {
        var lines = new java.util.ArrayList<String>();
        String reason = message.reason();
        if (reason != null) {
            String key = "registry.messages.reason." + reason;
            lines.add(t.has(key) ? t.say(key) : reason);
        }
        String officer = message.officer();
        lines.add(officer == null ? t.say("registry.messages.office") : t.say("registry.messages.by", officer));
        if (message.attempts() > 1) {
            lines.add(t.say("registry.messages.tries", message.attempts()));
        }
        String reply = message.reply();
        OffsetDateTime replied = message.repliedAt();
        if (reply != null && replied != null) {
            lines.add(t.say("registry.messages.reply", reply, t.moment(replied.toInstant())));
        } else if (message.awaits()) {
            lines.add(t.say("registry.messages.awaits"));
        }
        return lines;
    }
}
