package kz.shanyraq.office.registry.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What the intake adds to the navigation.
@Component
class IntakeParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(
                        120,
                        Right.RESOLVE_DUPLICATES,
                        new Section("intake.section.duplicates", Icon.DUPLICATES, "/duplicates")),
                new Part(130, Right.LOAD_DATA, new Section("intake.section.intakes", Icon.UPLOAD, "/intakes")),
                new Part(
                        140,
                        Right.LOAD_DATA,
                        new Section("intake.section.classifiers", Icon.DATABASE, "/classifiers")));
    }
}
