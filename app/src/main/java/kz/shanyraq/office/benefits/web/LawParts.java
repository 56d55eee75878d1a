package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// The law in the navigation of everybody.
@Component
class LawParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(new Part(190, Right.SEE_HOME, new Section("law.section", Icon.LAW, "/law")));
    }
}
