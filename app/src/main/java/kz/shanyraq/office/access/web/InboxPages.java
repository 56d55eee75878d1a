package kz.shanyraq.office.access.web;

import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Message;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A citizen's messages: what lies in the inbox, and what was sent by SMS, so that a false one can be
/// told from it.
@Controller
class InboxPages {

    private final Messages messages;
    private final Access access;

    InboxPages(Messages messages, Access access) {
        this.messages = messages;
        this.access = access;
    }

    @GetMapping("/my/messages")
    @Needs(Right.SEE_OWN)
    String inbox(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        access.looked(Look.did(Action.LOOK, null, citizen.person(), "messages"));
        model.addAttribute("page", new InboxPage(messages.to(citizen.person())));
        return "access/inbox";
    }

    @GetMapping("/my/messages/{id:\\d{1,18}}")
    @Needs(Right.SEE_OWN)
    String message(@PathVariable long id, Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        Message message = messages.open(id)
                .filter(found -> found.person() == citizen.person())
                .orElseThrow(NotThere::new);
        access.looked(Look.did(Action.LOOK, null, citizen.person(), "message"));
        model.addAttribute("page", new MessagePage(message));
        return "access/message";
    }
}
