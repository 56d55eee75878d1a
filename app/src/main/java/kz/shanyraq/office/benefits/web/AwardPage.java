package kz.shanyraq.office.benefits.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Awards.Differing;
import kz.shanyraq.office.benefits.Awards.Months;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyFile;
import org.jspecify.annotations.Nullable;

/// An award with what can be done about it.
///
/// @param made the decisions on it, the latest first
/// @param differing months for which the law says something else by now
/// @param month the month of applications
/// @param names of those who proposed
/// @param decides whether the one who looks may change something
/// @param act what was tried; empty for nothing
/// @param iban the account that was typed; likewise the others
/// @param wrong the fields with a mistake
/// @param account what is wrong with the account; null for nothing
public record AwardPage(
        AwardLine line,
        FamilyFile file,
        List<Decision> made,
        List<Differing> differing,
        YearMonth month,
        Map<UUID, String> names,
        boolean decides,
        String act,
        String iban,
        String from,
        String reason,
        String document,
        List<String> wrong,
        Accounts.@Nullable Wrong account) {

    private static final int MOST_MONTHS = 24;

    /// The award.
    public Awards.Award award() {
        return line.award();
    }

    /// The address of the page.
    public String address() {
        return "/awards/" + award().id();
    }

    /// The address of the family.
    public String family() {
        return "/families/" + file.id().number();
    }

    /// The benefit, and of whom.
    public String subject(Text t) {
        return DeskWords.subject(award().subject(), file, t);
    }

    /// Who is paid.
    public String payee() {
        return DeskWords.person(award().payee(), file);
    }

    /// Months, in words.
    public String span(Months months, Text t) {
        return DeskWords.months(months.from(), months.until(), t);
    }

    /// Months that differ, in words.
    public String span(Differing run, Text t) {
        return DeskWords.months(run.from().atDay(1), run.until().atDay(1), t);
    }

    /// What of them is more, or less; with its sign.
    public String difference(Differing run, Text t) {
        long months = java.time.temporal.ChronoUnit.MONTHS.between(run.from(), run.until());
        long sum = (run.after() - run.before()) * months;
        return (sum > 0 ? "+" : "") + t.money(sum);
    }

    /// Whether a proposal on the award waits for its second person.
    public boolean waits() {
        return made.stream().anyMatch(decision -> decision.state().equals("proposed"));
    }

    /// Whether an officer held it, or it is held for another reason that an officer can end.
    public boolean held() {
        return award().held() != null;
    }

    /// What an officer is called.
    public String name(@Nullable UUID officer, Text t) {
        return officer == null ? t.say("desk.by_rule") : names.getOrDefault(officer, t.say("desk.officer"));
    }

    /// The months from which it can end: those that it gives, from its first on.
    public List<Option> ends(Text t) {
        List<Option> months = new ArrayList<>();
        for (Months given : line.months()) {
            if (given.monthly() == 0) {
                continue;
            }
            YearMonth end = given.until() == null ? month.plusMonths(MOST_MONTHS) : YearMonth.from(given.until());
            for (YearMonth each = YearMonth.from(given.from());
                    each.isBefore(end) && months.size() < 2 * MOST_MONTHS;
                    each = each.plusMonths(1)) {
                if (!each.isBefore(month.minusMonths(MOST_MONTHS))) {
                    months.add(new Option(each.toString(), t.month(each)));
                }
            }
        }
        return List.copyOf(months);
    }

    /// A value that was typed for what was tried.
    public String typed(String tried, String value) {
        return act.equals(tried) ? value : "";
    }

    /// What is wrong with a field of what was tried; null if nothing.
    public @Nullable String error(String tried, String field, Text t) {
        if (!act.equals(tried) || !wrong.contains(field)) {
            return null;
        }
        return switch (field) {
            case "iban" -> account == null ? null : t.say("desk.account.wrong." + account.word());
            case "from" -> t.say("desk.terminate.wrong");
            default -> t.say("desk.reason.wrong");
        };
    }

    /// All that is wrong; each names the field of its own form.
    public List<FieldError> errors(Text t) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : wrong) {
            String error = error(act, field, t);
            if (error != null) {
                errors.add(new FieldError(field.equals("iban") ? field : act + "-" + field, error));
            }
        }
        return List.copyOf(errors);
    }
}
