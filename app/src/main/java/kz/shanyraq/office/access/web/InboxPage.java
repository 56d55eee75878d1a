package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.Message;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Outgoing;

/// A citizen's messages, the latest first.
public record InboxPage(List<Message> messages) {

    private static final int SHOWN = 90;

    /// Whether a message was not opened yet.
    public boolean fresh(Message message) {
        return message.readAt() == null;
    }

    /// How many were not opened yet.
    public long unread() {
        return messages.stream().filter(this::fresh).count();
    }

    /// Whether older ones are not shown.
    public boolean more() {
        return messages.size() == Messages.MOST;
    }

    /// How a message begins.
    public String begin(Message message) {
        String words = message.words().replaceAll("\\s+", " ");
        if (words.length() <= SHOWN) {
            return words;
        }
        int space = words.lastIndexOf(' ', SHOWN);
        return words.substring(0, space > 0 ? space : SHOWN) + " …";
    }

    /// The key of the words that say how it came.
    public String way(Message message) {
        return message.channel() == Outgoing.Channel.SMS ? "access.inbox.by.sms" : "access.inbox.by.inbox";
    }
}
