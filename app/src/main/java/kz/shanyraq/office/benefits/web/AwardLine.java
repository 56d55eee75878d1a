package kz.shanyraq.office.benefits.web;

import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.policy.Benefit;
import org.jspecify.annotations.Nullable;

/// An award as lists show it.
///
/// @param months what it gives, by the decisions in force
public record AwardLine(Awards.Award award, List<Awards.Months> months) {

    /// The benefit.
    public String benefit(Text t) {
        return TopicWords.name(award.subject().topic(), t);
    }

    /// What it gives this month; null if nothing.
    public @Nullable String sum(Text t) {
        YearMonth now = YearMonth.from(t.today());
        return months.stream()
                .filter(each -> each.has(now) && each.monthly() > 0)
                .map(each -> t.money(each.monthly()))
                .findFirst()
                .orElse(null);
    }

    /// From when to when it gives something; a dash where it gives nothing.
    public String when(Text t) {
        List<Awards.Months> giving =
                months.stream().filter(each -> each.monthly() > 0).toList();
        return giving.isEmpty()
                ? "–"
                : DeskWords.months(giving.getFirst().from(), giving.getLast().until(), t);
    }

    /// Whether it gives something in a month from this one on.
    public boolean lasts() {
        YearMonth now = YearMonth.now(Looks.ZONE);
        return months.stream()
                .anyMatch(each -> each.monthly() > 0
                        && (each.until() == null || each.until().isAfter(now.atDay(1))));
    }

    /// Whether the law's answer is dealt with by it: it lasts, or it was for once.
    boolean stands() {
        return lasts()
                || award.subject().topic().equals(Topic.of(Benefit.BIRTH_GRANT))
                        && months.stream().anyMatch(each -> each.monthly() > 0);
    }

    /// Why nothing is ordered of it, or that it is paid or over.
    public String state(Text t) {
        Awards.Held held = award.held();
        if (held != null) {
            return t.say("desk.held." + held.word());
        }
        if (!lasts()) {
            return t.say("desk.award.over");
        }
        return award.iban() == null ? t.say("desk.held.account") : t.say("desk.award.runs");
    }

    /// How that is marked.
    public Tone tone(Text t) {
        if (award.held() != null || lasts() && award.iban() == null) {
            return Tone.WAIT;
        }
        return lasts() ? Tone.GOOD : Tone.PLAIN;
    }
}
