package kz.shanyraq.office.registry.web;

import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Classifier;

/// Reference data, each with its owner, version and days in force.
public record ClassifiersPage(List<Classifier> classifiers, boolean mayLoad) {

    /// What may be loaded.
    public List<Option> options(Text t) {
        return Stream.of("kato", "isco08", "boundaries")
                .map(code -> new Option(code, t.say("intake.classifier." + code), null))
                .toList();
    }
}
