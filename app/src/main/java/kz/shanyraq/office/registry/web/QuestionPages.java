package kz.shanyraq.office.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.Correction;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.NewQuestion;
import kz.shanyraq.office.registry.PersonFile;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Question;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.office.registry.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// "This is wrong": a question to the owner of the source, by officer or citizen; and the correction of a fact by an
/// officer.
@Controller
class QuestionPages {

    private static final int MOST_WORDS = 1000;
    private static final int LEAST_WORDS = 5;
    private static final int MOST_WAITING = 200;

    private final Registry registry;
    private final Corrections corrections;
    private final Access access;
    private final PlaceNames places;
    private final TransactionOperations reading;

    QuestionPages(
            Registry registry, Corrections corrections, Access access, PlaceNames places, ReadingTransactions reading) {
        this.registry = registry;
        this.corrections = corrections;
        this.access = access;
        this.places = places;
        this.reading = reading;
    }

    /// What a form is about.
    private record About(
            FamilyFile file,
            FactSheet sheet,
            FactSheet.Column column,
            @Nullable Member person,
            @Nullable Telling held,
            boolean own) {
        String address() {
            return own ? "/my" : "/families/" + file.id().number();
        }

        String back() {
            if (person == null) {
                return own ? "/my/family" : address();
            }
            return (own ? "/my/persons/" : "/persons/") + person.id().value();
        }

        FactPage page(Map<String, String> typed, List<String> wrong, PlaceNames places) {
            Map<Long, String> names = new HashMap<>(file.namedPersons());
            return new FactPage(
                    file.id(),
                    file.head().map(Member::lastName).orElse(null),
                    sheet,
                    column,
                    person,
                    held == null ? null : held.cell(column.name()),
                    held == null
                            ? null
                            : file.sources().get(held.toldBy(column.name()).source()),
                    address(),
                    back(),
                    own,
                    typed,
                    wrong,
                    places,
                    names);
        }
    }

    @GetMapping({"/families/{number:\\d+-?\\d}/questions/new", "/my/questions/new"})
    @Needs(Right.QUESTION_FACT)
    String question(
            @PathVariable(required = false) @Nullable String number,
            @RequestParam String sheet,
            @RequestParam String column,
            @RequestParam(required = false) @Nullable Long person,
            Model model) {
        About about = about(number, sheet, column, person);
        access.looked(look(Action.LOOK, about, "question"));
        model.addAttribute("page", about.page(Map.of(), List.of(), places));
        return "registry/question";
    }

    @PostMapping({"/families/{number:\\d+-?\\d}/questions", "/my/questions"})
    @Needs(Right.QUESTION_FACT)
    String ask(
            @PathVariable(required = false) @Nullable String number,
            @RequestParam String sheet,
            @RequestParam String column,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "") String claimed,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        About about = about(number, sheet, column, person);
        if (words.strip().length() < LEAST_WORDS || words.length() > MOST_WORDS || claimed.length() > MOST_WORDS) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page", about.page(Map.of("claimed", claimed, "words", words), List.of("words"), places));
            return "registry/question";
        }
        access.looked(look(Action.QUESTION, about, about.sheet().code()));
        UUID officer = access.officer().map(Acting.Officer::id).orElse(null);
        Long citizen = access.citizen().map(Acting.Citizen::person).orElse(null);
        Question asked = corrections.ask(
                new NewQuestion(
                        about.file().id(),
                        about.person() == null ? null : about.person().id(),
                        about.sheet(),
                        about.column().name(),
                        about.held() == null
                                ? null
                                : about.held().cell(about.column().name()),
                        claimed.isBlank() ? null : claimed.strip(),
                        words.strip()),
                officer,
                citizen,
                FamilyPages.today());
        redirect.addFlashAttribute("flash", Notice.done("registry.question.asked", asked.dueOn()));
        return "redirect:" + about.back();
    }

    @GetMapping("/questions")
    @Needs(Right.CORRECT_FACT)
    String questions(Model model) {
        access.require(Right.CORRECT_FACT);
        List<Question> waiting = corrections.waiting(MOST_WAITING);
        access.looked(waiting.stream()
                .map(question -> Look.did(
                        Action.LIST,
                        new FamilyRef(
                                question.family().value(), question.family().number(), 0, false),
                        null,
                        "questions"))
                .toList());
        model.addAttribute("page", new QuestionsPage(waiting, places));
        return "registry/questions";
    }

    @PostMapping("/questions/{id:\\d+}")
    @Needs(Right.CORRECT_FACT)
    String answer(
            @PathVariable long id,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes redirect) {
        access.require(Right.CORRECT_FACT);
        boolean known = List.of("confirmed", "corrected", "withdrawn").contains(state);
        boolean done = known
                && answer.strip().length() >= 2
                && answer.length() <= MOST_WORDS
                && corrections.answer(
                        id,
                        state,
                        answer.strip(),
                        access.officer().map(Acting.Officer::id).orElse(null));
        redirect.addFlashAttribute(
                "flash",
                done ? Notice.done("registry.question.answered") : Notice.failed("registry.question.unanswered"));
        return "redirect:/questions";
    }

    @GetMapping("/families/{number:\\d+-?\\d}/corrections/new")
    @Needs(Right.CORRECT_FACT)
    String correction(
            @PathVariable String number,
            @RequestParam String sheet,
            @RequestParam String column,
            @RequestParam(required = false) @Nullable Long person,
            Model model) {
        About about = about(number, sheet, column, person);
        if (!FactForm.correctable(about.sheet(), about.column())) {
            throw new NotThere();
        }
        access.looked(look(Action.LOOK, about, "correction"));
        model.addAttribute("page", about.page(Map.of("from", FamilyPages.today().toString()), List.of(), places));
        return "registry/correction";
    }

    @PostMapping("/families/{number:\\d+-?\\d}/corrections")
    @Needs(Right.CORRECT_FACT)
    String correct(
            @PathVariable String number,
            @RequestParam String sheet,
            @RequestParam String column,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        About about = about(number, sheet, column, person);
        access.require(Right.CORRECT_FACT, about.file().ref());
        Optional<String> read = FactForm.correctable(about.sheet(), about.column())
                ? FactForm.read(about.column(), value)
                : Optional.empty();
        LocalDate day = FactForm.day(from);
        List<String> wrong = new ArrayList<>();
        if (read.isEmpty()) {
            wrong.add("value");
        }
        if (day == null || day.isAfter(FamilyPages.today())) {
            wrong.add("from");
        }
        if (reason.strip().length() < LEAST_WORDS || reason.length() > MOST_WORDS) {
            wrong.add("reason");
        }
        if (document.strip().length() < 2 || document.length() > MOST_WORDS) {
            wrong.add("document");
        }
        if (!wrong.isEmpty() || read.isEmpty() || day == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page",
                    about.page(
                            Map.of("value", value, "from", from, "reason", reason, "document", document),
                            wrong,
                            places));
            return "registry/correction";
        }
        access.looked(look(Action.CHANGE, about, about.sheet().code()));
        corrections.correct(
                new Correction(
                        about.file().id(),
                        about.person() == null ? null : about.person().id(),
                        about.sheet(),
                        about.column().name(),
                        read.get(),
                        day,
                        reason.strip(),
                        document.strip()),
                access.officer().orElseThrow(NotThere::new).id());
        redirect.addFlashAttribute("flash", Notice.done("registry.correction.done"));
        return "redirect:" + about.back();
    }

    private About about(@Nullable String number, String sheet, String column, @Nullable Long person) {
        FactSheet known = FactSheet.of(sheet).orElseThrow(NotThere::new);
        FactSheet.Column fact = known.column(column).orElseThrow(NotThere::new);
        return Reading.in(reading, () -> {
            if (person != null && !known.ofFamily()) {
                PersonFile file = registry.person(new PersonId(person), FamilyPages.asOf(null, null))
                        .orElseThrow(NotThere::new);
                return aboutPerson(number, known, fact, file);
            }
            FamilyId id = number == null
                    ? new FamilyId(access.citizen().map(Acting.Citizen::family).orElseThrow(NotThere::new))
                    : FamilyPages.parse(number);
            FamilyFile file = registry.family(id, FamilyPages.asOf(null, null)).orElseThrow(NotThere::new);
            access.require(Right.QUESTION_FACT, file.ref());
            if (!known.ofFamily()) {
                throw new NotThere();
            }
            return new About(file, known, fact, null, file.held(known).orElse(null), number == null);
        });
    }

    private About aboutPerson(@Nullable String number, FactSheet sheet, FactSheet.Column column, PersonFile file) {
        FamilyFile family = file.family();
        boolean theirs = number == null || family.id().equals(FamilyPages.parse(number));
        if (family.id().value() == 0 || !theirs) {
            throw new NotThere();
        }
        access.require(Right.QUESTION_FACT, family.ref());
        return new About(
                family,
                sheet,
                column,
                file.person(),
                family.held(sheet, file.person()).orElse(null),
                number == null);
    }

    private static Look look(Action action, About about, String detail) {
        return Look.did(
                action,
                about.file().ref(),
                about.person() == null ? null : about.person().id().value(),
                detail);
    }
}
