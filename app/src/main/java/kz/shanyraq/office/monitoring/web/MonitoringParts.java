package kz.shanyraq.office.monitoring.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What monitoring adds to the navigation.
@Component
class MonitoringParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(0, Right.SEE_HOME, new Section("monitoring.section.home", Icon.HOUSE, "/")),
                new Part(200, Right.SEE_SOURCES, new Section("monitoring.section.sources", Icon.SOURCES, "/sources")),
                new Part(210, Right.COUNT, new Section("monitoring.section.figures", Icon.REPORTS, "/figures")));
    }
}
