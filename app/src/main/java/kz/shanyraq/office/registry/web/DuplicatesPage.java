package kz.shanyraq.office.registry.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.DuplicateCase;
import kz.shanyraq.office.registry.PlaceNames;

/// Pairs that wait for a decision.
public record DuplicatesPage(List<DuplicateCase> waiting, PlaceNames places) {

    /// A person's name.
    public static String name(DuplicateCase.Side side) {
        return Stream.of(side.lastName(), side.firstName(), side.patronymic())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// Where a person lives.
    public String place(DuplicateCase.Side side, Text t) {
        return places.name(side.kato(), t.language());
    }
}
