package kz.shanyraq.office.benefits.web;

import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Applications.Application;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.explain.Explanation;
import org.jspecify.annotations.Nullable;

/// What the law says once more, before an officer signs for it.
///
/// @param end the first month in which it would no longer be due; null where none is seen
/// @param changed whether it is not what the officer saw before
public record DecidePage(
        Application application,
        FamilyFile file,
        Answers.Answer answer,
        @Nullable YearMonth end,
        boolean changed) {

    /// What was shown, so that nobody signs for something else.
    static String seen(Answers.Answer answer) {
        Explanation said = answer.entitlement().explanation();
        return said.outcome().code() + ":" + said.monthly() + ":" + said.once() + ":" + said.edition();
    }

    /// The same, for the form.
    public String seen() {
        return seen(answer);
    }

    /// Whether it grants.
    public boolean granted() {
        return answer.outcome() == Outcome.GRANTED;
    }

    /// The benefit, and of whom.
    public String subject(Text t) {
        return DeskWords.subject(application.subject(), file, t);
    }

    /// The sum in digits.
    public String sum(Text t) {
        Explanation said = answer.entitlement().explanation();
        String sum = RightsView.sum(said.monthly(), said.once(), t);
        return sum == null ? t.money(0) : sum;
    }

    /// The sum written out.
    public String spelled(Text t) {
        Explanation said = answer.entitlement().explanation();
        return t.spelled(said.monthly() > 0 ? said.monthly() : said.once());
    }

    /// From which month to which.
    public String months(Text t) {
        return DeskWords.months(application.month(), end == null ? null : end.atDay(1), t);
    }

    /// The conditions that are not met.
    public List<RightsView.Condition> unmet(Text t) {
        return RightsView.alone(answer.file(), answer.household()).unmet(answer.entitlement(), t);
    }

    /// The account, as far as it need be seen; null if it is not known.
    public @Nullable String account() {
        return application.iban() == null ? null : kz.shanyraq.office.benefits.Accounts.masked(application.iban());
    }

    /// Who is paid.
    public String applicant() {
        return DeskWords.person(application.applicant(), file);
    }
}
