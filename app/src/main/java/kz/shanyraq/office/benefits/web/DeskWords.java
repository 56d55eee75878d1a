package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import kz.shanyraq.office.benefits.Subject;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.PersonId;
import org.jspecify.annotations.Nullable;

/// Words that several pages of the desk share.
final class DeskWords {

    /// A benefit, and of whom if it is of one person.
    static String subject(Subject subject, FamilyFile file, Text t) {
        String benefit = TopicWords.name(subject.topic(), t);
        return subject.person() == null ? benefit : benefit + ", " + person(subject.person(), file);
    }

    /// What a person of a family is called.
    static String person(long id, FamilyFile file) {
        for (Member member : file.members()) {
            if (member.id().value() == id || member.merged().contains(new PersonId(id))) {
                return member.called();
            }
        }
        String named = file.namedPersons().get(id);
        return named == null ? "№ " + id : named;
    }

    /// The mark of a state of an application, a decision or an appeal.
    static Tone tone(String state) {
        return switch (state) {
            case "received", "proposed", "open", "asked" -> Tone.WAIT;
            case "granted", "in_force", "upheld" -> Tone.GOOD;
            case "returned" -> Tone.WAIT;
            default -> Tone.PLAIN;
        };
    }

    /// From which month to which, in words.
    static String months(LocalDate from, @Nullable LocalDate until, Text t) {
        YearMonth first = YearMonth.from(from);
        if (until == null) {
            return t.say("desk.months.open", t.month(first));
        }
        YearMonth last = YearMonth.from(until).minusMonths(1);
        return last.equals(first) ? t.month(first) : t.say("desk.months", t.month(first), t.month(last));
    }

    private DeskWords() {}
}
