package kz.shanyraq.office.registry.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.nation.Iin;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PersonFile;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;

/// The page of a person.
///
/// @param address of the family's pages
/// @param own whether the family itself looks
public record PersonPage(
        PersonFile file, String address, boolean own, boolean mayCorrect, boolean mayQuestion, PlaceNames places) {

    /// The person.
    public Member person() {
        return file.person();
    }

    /// The family's file.
    public FamilyFile family() {
        return file.family();
    }

    /// Whether the person has a family that may be seen.
    public boolean hasFamily() {
        return file.family().id().value() != 0;
    }

    /// The family's name.
    public String familyTitle(Text t) {
        return t.say("registry.family.title.numbered", file.family().id().number());
    }

    /// Where the family lives.
    public @Nullable String place(Text t) {
        return hasFamily() ? places.of(file.family().kato()).in(t.language().code()) : null;
    }

    /// The age on the day of the read.
    public @Nullable Integer age() {
        return file.person().age(file.family().asOf().on());
    }

    /// What does not fit between the number and what else is known; it only warns, since the digits are no evidence.
    public List<String> warnings(Text t) {
        String iin = file.person().iin();
        if (iin == null) {
            return List.of(t.say("registry.person.no_iin"));
        }
        return Iin.isValid(iin)
                ? IinWarnings.of(iin, file.person().birthDate(), file.person().sex()).stream()
                        .map(t::say)
                        .toList()
                : List.of(t.say("registry.person.iin_check"));
    }

    /// The sheets of which something is known.
    public List<SheetView> sheets(Text t) {
        var maker = maker(t);
        return Stream.of(FactSheet.values())
                .filter(sheet -> !sheet.ofFamily())
                .map(sheet -> maker.person(sheet, file.person()))
                .filter(sheet -> !sheet.nothing())
                .toList();
    }

    /// The sheets of which nothing is known, by name.
    public List<String> unknown(Text t) {
        var maker = maker(t);
        return Stream.of(FactSheet.values())
                .filter(sheet -> !sheet.ofFamily() && sheet != FactSheet.LODGING)
                .map(sheet -> maker.person(sheet, file.person()))
                .filter(SheetView::nothing)
                .map(SheetView::title)
                .toList();
    }

    private SheetView.Maker maker(Text t) {
        Map<Long, String> persons = new HashMap<>(file.family().namedPersons());
        persons.put(file.person().id().value(), file.person().name());
        return new SheetView.Maker(
                t, new FactWords(t, places, persons), file.family(), mayQuestion ? address : null, mayCorrect);
    }
}
