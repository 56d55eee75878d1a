package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Answers;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Consents;
import kz.shanyraq.office.benefits.Subject;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An officer takes an application: for which benefit of whom, who applies, to which account, and in which
/// words that person agreed.
@Controller
class TakePages {

    private static final int GROWN = 18;

    private final Applications applications;
    private final Answers answers;
    private final Words words;
    private final Access access;
    private final Desk desk;

    TakePages(Applications applications, Answers answers, Words words, Access access, Desk desk) {
        this.applications = applications;
        this.answers = answers;
        this.words = words;
        this.access = access;
        this.desk = desk;
    }

    @GetMapping("/families/{number:\\d+-?\\d}/applications/new")
    @Needs(Right.DECIDE_BENEFITS)
    String form(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String person,
            Model model) {
        FamilyFile file = desk.family(number);
        desk.requireDeciding(file.ref());
        access.looked(Look.at(file.ref(), "application new"));
        Subject subject = subject(file, topic, person);
        Optional<Long> open = applications.open(subject);
        if (open.isPresent()) {
            return "redirect:/applications/" + open.get();
        }
        Answers.Answer answer = answer(file, subject);
        List<Member> grown = grown(file);
        Member first = grown.stream()
                .filter(member -> subject.person() != null && member.id().value() == subject.person())
                .findFirst()
                .or(() -> grown.stream().findFirst())
                .orElse(null);
        model.addAttribute(
                "page",
                new TakePage(
                        file,
                        subject,
                        answer,
                        grown,
                        first == null ? "" : Long.toString(first.id().value()),
                        language(file, first),
                        "",
                        false,
                        consent(Language.KK, subject),
                        consent(Language.RU, subject),
                        List.of(),
                        null));
        return "benefits/take";
    }

    @PostMapping("/families/{number:\\d+-?\\d}/applications/new")
    @Needs(Right.DECIDE_BENEFITS)
    String take(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String applicant,
            @RequestParam(defaultValue = "") String iban,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String agreed,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        FamilyFile file = desk.family(number);
        desk.requireDeciding(file.ref());
        Subject subject = subject(file, topic, person);
        Answers.Answer answer = answer(file, subject);
        List<Member> grown = grown(file);
        List<String> wrong = new ArrayList<>();
        Member applies = grown.stream()
                .filter(member -> Long.toString(member.id().value()).equals(applicant))
                .findFirst()
                .orElse(null);
        if (applies == null) {
            wrong.add("applicant");
        }
        String tidy = Accounts.tidy(iban);
        Accounts.Wrong account = tidy.isEmpty() ? null : Accounts.wrong(tidy);
        if (account != null) {
            wrong.add("iban");
        }
        Language spoken =
                Language.of(language).filter(known -> known != Language.EN).orElse(null);
        if (spoken == null) {
            wrong.add("language");
        }
        if (!agreed.equals("yes")) {
            wrong.add("agreed");
        }
        if (applies == null || spoken == null || !wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(file.ref(), "application new"));
            model.addAttribute(
                    "page",
                    new TakePage(
                            file,
                            subject,
                            answer,
                            grown,
                            applicant,
                            language,
                            iban,
                            agreed.equals("yes"),
                            consent(Language.KK, subject),
                            consent(Language.RU, subject),
                            List.copyOf(wrong),
                            account));
            return "benefits/take";
        }
        long who = applies.id().value();
        access.looked(Look.did(Action.CHANGE, file.ref(), who, "application"));
        long id = applications.take(
                new Consents.Given(
                        subject.family(),
                        who,
                        null,
                        subject.topic(),
                        spoken.code(),
                        consent(spoken, subject),
                        Consents.Way.OFFICER,
                        desk.officer().id()),
                new Applications.Received(
                        subject,
                        who,
                        Applications.Channel.OFFICER,
                        null,
                        LocalDate.now(Looks.ZONE),
                        tidy.isEmpty() ? null : tidy,
                        desk.officer().id(),
                        null));
        redirect.addFlashAttribute("flash", Notice.done("desk.taken"));
        return "redirect:/applications/" + id;
    }

    /// The benefit of the family, or of one of its persons; another address is not there.
    private Subject subject(FamilyFile file, String topic, String person) {
        Topic about = Topic.of(topic)
                .filter(known -> known.kind() == Topic.Kind.BENEFIT)
                .orElseThrow(NotThere::new);
        Long whose = null;
        if (!person.isEmpty()) {
            whose = file.members().stream()
                    .map(member -> member.id().value())
                    .filter(id -> Long.toString(id).equals(person))
                    .findFirst()
                    .orElseThrow(NotThere::new);
        }
        return new Subject(file.id().value(), whose, about);
    }

    /// What the law says today; of a benefit that does not concern the person there is nothing to apply for.
    private Answers.Answer answer(FamilyFile file, Subject subject) {
        return answers.of(file, subject, YearMonth.from(applications.month())).orElseThrow(NotThere::new);
    }

    private static List<Member> grown(FamilyFile file) {
        return file.members().stream()
                .filter(member -> {
                    Integer age = member.age(file.asOf().on());
                    return age != null && age >= GROWN;
                })
                .toList();
    }

    /// The language in which a person wants letters; Kazakh where none is known.
    private static String language(FamilyFile file, @Nullable Member member) {
        return Optional.ofNullable(member)
                .flatMap(known -> file.held(FactSheet.CONTACT, known))
                .map(row -> row.cell("language"))
                .orElse(Language.KK.code());
    }

    private String consent(Language language, Subject subject) {
        var t = new Text(words, language, ZonedDateTime.now(Looks.ZONE));
        return t.say("desk.consent.words", kz.shanyraq.office.benefits.TopicWords.name(subject.topic(), t));
    }
}
