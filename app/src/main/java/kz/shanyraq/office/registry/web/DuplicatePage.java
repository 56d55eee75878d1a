package kz.shanyraq.office.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.DuplicateCase;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;

/// Two persons side by side.
public record DuplicatePage(DuplicateCase pair, PlaceNames places) {

    /// A line of the comparison.
    ///
    /// @param label the key of its label
    public record Line(String label, String one, String other, boolean equal) {}

    /// What is compared, line by line.
    public List<Line> lines(Text t) {
        DuplicateCase.Side one = pair.one();
        DuplicateCase.Side other = pair.other();
        var lines = new ArrayList<Line>();
        lines.add(line("intake.duplicate.field.last_name", one.lastName(), other.lastName()));
        lines.add(line("intake.duplicate.field.first_name", one.firstName(), other.firstName()));
        lines.add(line("intake.duplicate.field.patronymic", one.patronymic(), other.patronymic()));
        lines.add(line(
                "intake.duplicate.field.birth_date",
                one.birthDate() == null ? null : t.date(one.birthDate()),
                other.birthDate() == null ? null : t.date(other.birthDate())));
        lines.add(line("intake.duplicate.field.iin", one.iin(), other.iin()));
        lines.add(line("intake.duplicate.field.phone", one.phone(), other.phone()));
        lines.add(line("intake.duplicate.field.family", family(one), family(other)));
        lines.add(line(
                "intake.duplicate.field.place",
                places.name(one.kato(), t.language()),
                places.name(other.kato(), t.language())));
        return lines;
    }

    private static @Nullable String family(DuplicateCase.Side side) {
        Long family = side.family();
        return family == null ? null : new FamilyId(family).number();
    }

    private static Line line(String label, @Nullable String one, @Nullable String other) {
        return new Line(
                label, one == null ? "—" : one, other == null ? "—" : other, one != null && Objects.equals(one, other));
    }

    /// The tone of a reason: for one person, or against.
    public static Tone tone(DuplicateCase.Reason reason) {
        return reason.weight() > 0 ? Tone.GOOD : reason.weight() < 0 ? Tone.WAIT : Tone.PLAIN;
    }
}
