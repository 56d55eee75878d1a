package kz.shanyraq.office.employment.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What employment adds to the navigation.
@Component
class EmploymentParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(80, Right.LIST, new Section("employment.section", Icon.HANDSHAKE, "/contracts")),
                new Part(93, Right.SEE_OWN, new Section("employment.my.section", Icon.HANDSHAKE, "/my/contract")));
    }
}
