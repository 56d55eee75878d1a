package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.WorkingDays;
import kz.shanyraq.policy.explain.Words;
import org.jspecify.annotations.Nullable;

/// How much time the law leaves for an answer, in working days.
///
/// @param due the last day
/// @param stands since when the clock stands; null if it runs
/// @param asked what it waits for: codes of facts, or `account`
/// @param runs whether there is still something to answer
public record Clock(LocalDate due, @Nullable LocalDate stands, List<String> asked, boolean runs) {

    private static final int SOON = 2;

    static Clock of(Applications.Application application) {
        return new Clock(application.due(), application.askedOn(), application.asked(), application.open());
    }

    static Clock of(Appeals.Appeal appeal) {
        return new Clock(appeal.due(), null, List.of(), appeal.state().equals("open"));
    }

    /// Whether the last day is over.
    public boolean late(LocalDate today) {
        return runs && stands == null && due.isBefore(today);
    }

    /// What the clock says.
    public String text(Text t) {
        if (stands != null) {
            return t.say("desk.clock.stands", stands);
        }
        if (!runs) {
            return t.say("desk.clock.over", due);
        }
        LocalDate today = t.today();
        return due.isBefore(today)
                ? t.say("desk.clock.late", WorkingDays.between(due, today))
                : t.say("desk.clock.left", WorkingDays.between(today, due));
    }

    /// Why it stands; null if it does not.
    public @Nullable String why(Text t) {
        return stands == null ? null : t.say("desk.clock.why", t.list(names(asked, t)));
    }

    /// How it is marked.
    public Tone tone(LocalDate today) {
        if (late(today)) {
            return Tone.BAD;
        }
        if (!runs || stands != null) {
            return Tone.INFO;
        }
        return WorkingDays.between(today, due) <= SOON ? Tone.WAIT : Tone.PLAIN;
    }

    /// The mark.
    public Icon icon() {
        return stands != null ? Icon.PAUSE : Icon.CLOCK;
    }

    /// What is asked for, in words.
    static List<String> names(List<String> asked, Text t) {
        Words words = Words.in(LawWords.language(t));
        return asked.stream()
                .map(code -> code.equals("account") ? t.say("desk.account.word") : words.say("fact." + code))
                .toList();
    }
}
