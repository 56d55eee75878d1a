package kz.shanyraq.office.registry.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What the registry adds to the navigation.
@Component
class RegistryParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(
                        100,
                        Right.LIST,
                        new Section("registry.section.families", Icon.FAMILY, "/families", "/persons", "/search")),
                new Part(
                        110,
                        Right.CORRECT_FACT,
                        new Section("registry.section.questions", Icon.QUESTION, "/questions")),
                new Part(
                        100,
                        Right.SEE_OWN,
                        new Section("registry.section.my_family", Icon.FAMILY, "/my/family", "/my/persons")),
                new Part(101, Right.SEE_OWN, new Section("registry.section.my_data", Icon.PERSON, "/my/data")),
                new Part(102, Right.SEE_OWN, new Section("registry.section.my_looks", Icon.EYE, "/my/looks")));
    }
}
