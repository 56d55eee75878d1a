package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.Message;
import kz.shanyraq.office.access.Outgoing;

/// A message to a citizen, opened.
public record MessagePage(Message message) {

    /// Its lines.
    public List<String> lines() {
        return message.words().lines().filter(line -> !line.isBlank()).toList();
    }

    /// Whether it came to the telephone.
    public boolean bySms() {
        return message.channel() == Outgoing.Channel.SMS;
    }
}
