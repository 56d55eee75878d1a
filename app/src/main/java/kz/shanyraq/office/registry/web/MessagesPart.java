package kz.shanyraq.office.registry.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Message;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Fragments;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import org.springframework.stereotype.Component;

/// On the page of a family: what was sent to it, when, and whether it came.
@Component
class MessagesPart implements FamilyPart {

    private final Messages messages;
    private final Access access;
    private final Fragments fragments;

    MessagesPart(Messages messages, Access access, Fragments fragments) {
        this.messages = messages;
        this.access = access;
        this.fragments = fragments;
    }

    /// A citizen has an inbox instead.
    @Override
    public List<Shown> of(FamilyFile file, String address, boolean own) {
        if (own || !access.may(Right.SEE_FAMILY, file.ref())) {
            return List.of();
        }
        List<Message> sent = messages.of(file.id().value());
        if (sent.isEmpty()) {
            return List.of();
        }
        var view = new MessagesView(file, sent, messages.hindrance().orElse(null));
        return List.of(new Shown() {
            @Override
            public boolean aside() {
                return true;
            }

            @Override
            public Content content(Text t) {
                return fragments.of("registry/messages", Map.of("t", t, "view", view));
            }
        });
    }
}
