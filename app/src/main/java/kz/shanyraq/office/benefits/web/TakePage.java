package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Subject;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import org.jspecify.annotations.Nullable;

/// The form of an application that an officer takes.
///
/// @param answer what the law says today
/// @param grown who may apply
/// @param applicant who was chosen
/// @param language in which the person agrees
/// @param iban the account as it was typed
/// @param kk the words in Kazakh
/// @param ru the words in Russian
/// @param wrong the fields with a mistake
/// @param account what is wrong with the account; null for nothing
public record TakePage(
        FamilyFile file,
        Subject subject,
        Answers.Answer answer,
        List<Member> grown,
        String applicant,
        String language,
        String iban,
        boolean agreed,
        String kk,
        String ru,
        List<String> wrong,
        Accounts.@Nullable Wrong account) {

    /// The address of the family.
    public String family() {
        return "/families/" + file.id().number();
    }

    /// The benefit, and of whom.
    public String about(Text t) {
        return DeskWords.subject(subject, file, t);
    }

    /// The person of the benefit, as the form carries it; empty for the family.
    public String person() {
        return subject.person() == null ? "" : Long.toString(subject.person());
    }

    /// What the law says today, with its reasons.
    public List<RightsView.Line> lines(Text t) {
        return List.of(RightsView.alone(file, answer.household()).line(answer.entitlement(), t));
    }

    /// Who may apply.
    public List<Option> applicants(Text t) {
        return grown.stream()
                .map(member -> {
                    Integer age = member.age(file.asOf().on());
                    return new Option(
                            Long.toString(member.id().value()), member.name(), age == null ? null : t.years(age));
                })
                .toList();
    }

    /// The words of consent in each language.
    public List<Option> languages() {
        return List.of(
                new Option(Language.KK.code(), Language.KK.ownName(), kk),
                new Option(Language.RU.code(), Language.RU.ownName(), ru));
    }

    /// That the person agreed.
    public List<Option> agreement(Text t) {
        return List.of(new Option("yes", t.say("desk.take.agreed.yes")));
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        if (!wrong.contains(field)) {
            return null;
        }
        return account != null && field.equals("iban")
                ? t.say("desk.account.wrong." + account.word())
                : t.say("desk.take.wrong." + field);
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        List<FieldError> errors = new ArrayList<>();
        for (String field : wrong) {
            String error = error(field, t);
            if (error != null) {
                errors.add(new FieldError(field, error));
            }
        }
        return List.copyOf(errors);
    }
}
