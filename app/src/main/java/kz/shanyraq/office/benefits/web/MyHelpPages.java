package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Accounts;
import kz.shanyraq.office.benefits.Appeals;
import kz.shanyraq.office.benefits.Applications;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Consents;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.benefits.Letters;
import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A citizen's own help: what the citizen was offered, applied for and was granted, what the citizen agreed to,
/// and the appeal against a decision.
@Controller
class MyHelpPages {

    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 4_000;

    private final Registry registry;
    private final Offers offers;
    private final Applications applications;
    private final Awards awards;
    private final Decisions decisions;
    private final Consents consents;
    private final Appeals appeals;
    private final Letters letters;
    private final Access access;

    MyHelpPages(
            Registry registry,
            Offers offers,
            Applications applications,
            Awards awards,
            Decisions decisions,
            Consents consents,
            Appeals appeals,
            Letters letters,
            Access access) {
        this.registry = registry;
        this.offers = offers;
        this.applications = applications;
        this.awards = awards;
        this.decisions = decisions;
        this.consents = consents;
        this.appeals = appeals;
        this.letters = letters;
        this.access = access;
    }

    @GetMapping("/my/help")
    @Needs(Right.SEE_OWN)
    String mine(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        if (citizen.family() == null) {
            model.addAttribute("page", MyHelpPage.nothing());
            return "benefits/my-help";
        }
        access.looked(Look.at(ref(), "help"));
        model.addAttribute("page", page(null, null, null));
        return "benefits/my-help";
    }

    private MyHelpPage page(@Nullable Long applicationTyped, @Nullable String typed, Accounts.@Nullable Wrong wrong) {
        long family = family();
        List<MyHelpPage.Given> given = awards.of(family).stream()
                .map(award -> new MyHelpPage.Given(award, awards.months(award.id())))
                .toList();
        return new MyHelpPage(
                offers.of(family),
                applications.of(family),
                given,
                decisions.of(family),
                consents.of(family),
                appeals.of(family),
                LocalDate.now(Looks.ZONE),
                applicationTyped,
                typed,
                wrong);
    }

    @PostMapping("/my/offers/{id:\\d{1,18}}")
    @Needs(Right.SEE_OWN)
    String answer(@PathVariable long id, @RequestParam(defaultValue = "") String answer, RedirectAttributes redirect) {
        if (!List.of("yes", "no").contains(answer) || offers.find(id).isEmpty()) {
            throw new NotThere();
        }
        access.looked(Look.did(Action.CHANGE, ref(), null, "offer answered"));
        Optional<Long> application = offers.answer(id, answer.equals("yes"), Consents.Way.PAGE, null);
        redirect.addFlashAttribute(
                "flash",
                application.isPresent()
                        ? Notice.done("benefits.my.offer.yes.flash", Long.toString(application.get()))
                        : Notice.info("benefits.my.offer.no.flash"));
        return "redirect:/my/help";
    }

    @PostMapping("/my/applications/{id:\\d{1,18}}/account")
    @Needs(Right.SEE_OWN)
    String account(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String iban,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        if (applications.find(id).isEmpty()) {
            throw new NotThere();
        }
        String tidy = Accounts.tidy(iban);
        Accounts.Wrong wrong = Accounts.wrong(tidy);
        if (wrong != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(ref(), "help"));
            model.addAttribute("page", page(id, iban, wrong));
            return "benefits/my-help";
        }
        access.looked(Look.did(Action.CHANGE, ref(), null, "account"));
        applications.account(id, tidy);
        redirect.addFlashAttribute("flash", Notice.done("benefits.my.account.flash"));
        return "redirect:/my/help";
    }

    @PostMapping("/my/consents/{id:\\d{1,18}}/withdraw")
    @Needs(Right.SEE_OWN)
    String withdraw(@PathVariable long id, RedirectAttributes redirect) {
        if (consents.of(family()).stream().noneMatch(consent -> consent.id() == id)) {
            throw new NotThere();
        }
        access.looked(Look.did(Action.CHANGE, ref(), null, "consent withdrawn"));
        consents.withdraw(id, Consents.Way.PAGE);
        redirect.addFlashAttribute("flash", Notice.done("benefits.my.consent.flash"));
        return "redirect:/my/help";
    }

    @GetMapping("/my/decisions/{id:\\d{1,18}}")
    @Needs(Right.SEE_OWN)
    String decision(@PathVariable long id, Model model) {
        Decisions.Decision decision = decisions.find(id).orElseThrow(NotThere::new);
        access.looked(Look.at(ref(), "decision"));
        model.addAttribute("page", new MyDecisionPage(decision, about(decision), against(decision), "", "", List.of()));
        return "benefits/my-decision";
    }

    private List<Letters.Issued> about(Decisions.Decision decision) {
        return letters.of(family()).stream()
                .filter(letter -> letter.decision() == decision.id() && !letter.superseded())
                .toList();
    }

    private List<Appeals.Appeal> against(Decisions.Decision decision) {
        return appeals.of(family()).stream()
                .filter(appeal -> appeal.decision() == decision.id())
                .toList();
    }

    @PostMapping("/my/decisions/{id:\\d{1,18}}")
    @Needs(Right.SEE_OWN)
    String appeal(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String condition,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Decisions.Decision decision = decisions.find(id).orElseThrow(NotThere::new);
        String said = words.strip();
        List<String> wrong = new ArrayList<>();
        if (decision.steps().stream().noneMatch(step -> step.name().equals(condition))) {
            wrong.add("condition");
        }
        if (said.length() < LEAST_WORDS || said.length() > MOST_WORDS) {
            wrong.add("words");
        }
        List<Appeals.Appeal> before = against(decision);
        if (before.stream()
                .anyMatch(appeal ->
                        appeal.state().equals("open") && appeal.condition().equals(condition))) {
            wrong.add("again");
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(ref(), "decision"));
            model.addAttribute("page", new MyDecisionPage(decision, about(decision), before, condition, words, wrong));
            return "benefits/my-decision";
        }
        access.looked(Look.did(Action.CHANGE, ref(), null, "appeal"));
        appeals.make(id, condition, said, citizen().person(), null);
        redirect.addFlashAttribute("flash", Notice.done("benefits.my.appeal.flash"));
        return "redirect:/my/decisions/" + id;
    }

    private Acting.Citizen citizen() {
        return access.citizen().orElseThrow(NotThere::new);
    }

    private long family() {
        Long family = citizen().family();
        if (family == null) {
            throw new NotThere();
        }
        return family;
    }

    private FamilyRef ref() {
        FamilyFile file = registry.family(new FamilyId(family()), AsOf.on(LocalDate.now(Looks.ZONE)))
                .orElseThrow(NotThere::new);
        access.require(Right.SEE_OWN, file.ref());
        return file.ref();
    }
}
