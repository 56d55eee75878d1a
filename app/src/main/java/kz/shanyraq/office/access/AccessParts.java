package kz.shanyraq.office.access;

import java.util.List;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What access adds to the navigation. A bean of its own: one that asks for all parts does not find itself among them.
@Component
class AccessParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(95, Right.SEE_OWN, new Section("access.section.my_messages", Icon.MAIL, "/my/messages")),
                new Part(800, Right.ASK_PERMIT, new Section("access.section.permits", Icon.LOCK, "/permits")),
                new Part(810, Right.READ_LOG, new Section("access.section.log", Icon.LOG, "/admin/log")),
                new Part(
                        820,
                        Right.MANAGE_OFFICERS,
                        new Section("access.section.officers", Icon.OFFICERS, "/admin/officers")),
                new Part(830, Right.SEE_ROLES, new Section("access.section.roles", Icon.ROLES, "/admin/roles")));
    }
}
