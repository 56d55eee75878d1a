package kz.shanyraq.office.employment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.employment.Breaches;
import kz.shanyraq.office.employment.Contract;
import kz.shanyraq.office.employment.ContractOffers;
import kz.shanyraq.office.employment.Contracts;
import kz.shanyraq.office.employment.Duties;
import kz.shanyraq.office.employment.DutyKind;
import kz.shanyraq.office.employment.Signatures;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.office.registry.ShownFamilies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Social contracts for the officers of a territory: the career centre works with them, social workers
/// read, and the second person decides whether one ends.
@Controller
class ContractPages {

    private static final int PAGE = 50;
    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 1000;

    private final Contracts contracts;
    private final Duties duties;
    private final Signatures signatures;
    private final Breaches breaches;
    private final ContractOffers offers;
    private final Registry registry;
    private final ShownFamilies families;
    private final PlaceNames places;
    private final Access access;

    ContractPages(
            Contracts contracts,
            Duties duties,
            Signatures signatures,
            Breaches breaches,
            ContractOffers offers,
            Registry registry,
            ShownFamilies families,
            PlaceNames places,
            Access access) {
        this.contracts = contracts;
        this.duties = duties;
        this.signatures = signatures;
        this.breaches = breaches;
        this.offers = offers;
        this.registry = registry;
        this.families = families;
        this.places = places;
        this.access = access;
    }

    /// A contract with its family, for an officer who may do something about it.
    private record Opened(Contract contract, FamilyFile file, UUID officer) {}

    @GetMapping("/contracts")
    @Needs(Right.LIST)
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        access.require(Right.LIST);
        Contracts.Show which = Contracts.Show.of(show)
                .orElse(access.may(Right.DECIDE_BREACH) ? Contracts.Show.TO_DECIDE : Contracts.Show.LIVE);
        Territory mine = access.officer().orElseThrow(NotThere::new).post().territory();
        List<Contracts.Row> rows = contracts.list(which, mine.lo(), mine.hi(), after, PAGE + 1);
        List<Contracts.Row> shown = rows.subList(0, Math.min(rows.size(), PAGE));
        Map<Long, Found.Family> named =
                families.of(shown.stream().map(Contracts.Row::family).distinct().toList(), "contracts");
        List<Contracts.Row> seen =
                shown.stream().filter(row -> named.containsKey(row.family())).toList();
        model.addAttribute(
                "page",
                new ContractsPage(
                        which,
                        contracts.counts(mine.lo(), mine.hi()),
                        seen,
                        named,
                        places.of(seen.stream().map(Contracts.Row::kato).collect(Collectors.toSet())),
                        after != null,
                        rows.size() > PAGE ? shown.getLast().key() : null));
        return "employment/contracts";
    }

    @GetMapping("/contracts/{id:\\d{1,18}}")
    @Needs(Right.SEE_FAMILY)
    String contract(@PathVariable long id, Model model) {
        Opened opened = open(id, Right.SEE_FAMILY);
        access.looked(Look.at(opened.file.ref(), "contract"));
        return show(opened, ContractPage.Form.NONE, model);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/members")
    @Needs(Right.MANAGE_CONTRACTS)
    String members(@PathVariable long id, RedirectAttributes redirect) {
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), null, "contract members"));
        return done(opened, offers.askAgain(id), "employment.done.members", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/duties")
    @Needs(Right.MANAGE_CONTRACTS)
    String addDuty(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("duty", Map.of("person", person, "kind", kind, "words", words, "day", day));
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        DutyKind what = form.read("kind", typed -> DutyKind.of(typed).orElse(null));
        PersonId who = form.read("person", typed -> person(opened, typed));
        LocalDate due = form.read("day", typed -> within(opened, day(typed)));
        if (words.strip().length() > MOST_WORDS) {
            form.wrong.add("words");
        }
        if (what == null || who == null || due == null || !form.wrong.isEmpty()) {
            return again(opened, form, response, model);
        }
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), who.value(), "contract duty"));
        boolean added = duties.add(id, who, what, words.isBlank() ? null : words.strip(), due);
        return done(opened, added, "employment.done.duty", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/duties/{duty:\\d{1,18}}")
    @Needs(Right.MANAGE_CONTRACTS)
    String say(
            @PathVariable long id,
            @PathVariable long duty,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("duty" + duty, Map.of("kind", kind, "words", words));
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        Contract.Duty of = opened.contract.duties().stream()
                .filter(each -> each.id() == duty)
                .findFirst()
                .orElseThrow(NotThere::new);
        ContractPage.Outcome outcome = form.read(
                "kind",
                typed -> Arrays.stream(ContractPage.Outcome.values())
                        .filter(each -> each.code().equals(typed))
                        .findFirst()
                        .orElse(null));
        String said = form.read("words", ContractPages::words);
        if (outcome == null || said == null) {
            return again(opened, form, response, model);
        }
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), of.person().value(), "contract duty"));
        boolean ok = duties.say(id, duty, outcome.state(), outcome.proof(), said, opened.officer);
        return done(opened, ok, "employment.done.said", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/steps")
    @Needs(Right.MANAGE_CONTRACTS)
    String addStep(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("step", Map.of("person", person, "words", words, "day", day));
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        PersonId who = form.read("person", typed -> person(opened, typed));
        LocalDate when = form.read("day", typed -> within(opened, day(typed)));
        String what = form.read("words", ContractPages::words);
        if (who == null || when == null || what == null) {
            return again(opened, form, response, model);
        }
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), who.value(), "contract step"));
        return done(opened, duties.plan(id, who, when, what), "employment.done.step", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/steps/{step:\\d{1,18}}")
    @Needs(Right.MANAGE_CONTRACTS)
    String taken(@PathVariable long id, @PathVariable long step, RedirectAttributes redirect) {
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), null, "contract step"));
        return done(opened, duties.taken(id, step), "employment.done.taken", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/signatures")
    @Needs(Right.MANAGE_CONTRACTS)
    String sign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String document,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("signature", Map.of("person", person, "day", day, "document", document));
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        LocalDate offered = LocalDate.ofInstant(opened.contract.made(), Looks.ZONE);
        PersonId who = form.read("person", typed -> person(opened, typed));
        LocalDate when = form.read("day", typed -> {
            LocalDate read = day(typed);
            return read == null || read.isAfter(today()) || read.isBefore(offered) ? null : read;
        });
        String paper = form.read("document", typed -> typed.isBlank() || typed.length() > 100 ? null : typed.strip());
        if (who == null || when == null || paper == null) {
            return again(opened, form, response, model);
        }
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), who.value(), "contract signature"));
        boolean signed = signatures.onPaper(id, who, when, paper, opened.officer);
        return done(opened, signed, "employment.done.signed", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/warning")
    @Needs(Right.MANAGE_CONTRACTS)
    String warn(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("warning", Map.of("kind", kind, "words", words, "until", until));
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        String about = form.read("kind", typed -> typed.equals("broken") || typed.equals("refused") ? typed : null);
        String what = form.read("words", ContractPages::words);
        LocalDate answer = form.read("until", typed -> {
            LocalDate read = day(typed);
            return read == null || !read.isAfter(today()) ? null : read;
        });
        if (about == null || what == null || answer == null) {
            return again(opened, form, response, model);
        }
        access.looked(Look.did(Action.CHANGE, opened.file.ref(), null, "contract warning"));
        boolean warned = breaches.warn(opened.contract, about.equals("refused"), what, answer, opened.officer);
        return done(opened, warned, "employment.done.warned", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/proposal")
    @Needs(Right.MANAGE_CONTRACTS)
    String propose(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("proposal", Map.of("words", words));
        Opened opened = open(id, Right.MANAGE_CONTRACTS);
        String why = form.read("words", ContractPages::words);
        if (why == null) {
            return again(opened, form, response, model);
        }
        boolean withdraws = act.equals("withdraw");
        access.looked(Look.did(
                Action.CHANGE,
                opened.file.ref(),
                null,
                withdraws ? "contract warning withdrawn" : "contract end proposed"));
        boolean ok = withdraws
                ? breaches.withdraw(opened.contract, why, opened.officer)
                : breaches.propose(opened.contract, why, opened.officer);
        return done(opened, ok, withdraws ? "employment.done.withdrawn" : "employment.done.proposed", redirect);
    }

    @PostMapping("/contracts/{id:\\d{1,18}}/verdict")
    @Needs(Right.DECIDE_BREACH)
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        var form = new Typed("verdict", Map.of("words", words));
        Opened opened = open(id, Right.DECIDE_BREACH);
        String why = form.read("words", ContractPages::words);
        if (why == null || !act.equals("end") && !act.equals("keep")) {
            return again(opened, form, response, model);
        }
        boolean ends = act.equals("end");
        access.looked(Look.did(
                Action.CHANGE, opened.file.ref(), null, ends ? "contract ended as broken" : "contract goes on"));
        boolean ok = breaches.decide(opened.contract, ends, why, opened.officer);
        return done(opened, ok, ends ? "employment.done.broken" : "employment.done.kept", redirect);
    }

    /// What was typed, and which of it is wrong.
    private static final class Typed {
        private final String name;
        private final Map<String, String> fields;
        private final List<String> wrong = new ArrayList<>();

        Typed(String name, Map<String, String> fields) {
            this.name = name;
            this.fields = new LinkedHashMap<>(fields);
        }

        <T> @Nullable T read(String field, Function<String, @Nullable T> reader) {
            T read = reader.apply(fields.getOrDefault(field, "").strip());
            if (read == null) {
                wrong.add(field);
            }
            return read;
        }
    }

    private String again(Opened opened, Typed form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        access.looked(Look.at(opened.file.ref(), "contract"));
        return show(opened, new ContractPage.Form(form.name, form.fields, List.copyOf(form.wrong)), model);
    }

    private String show(Opened opened, ContractPage.Form form, Model model) {
        model.addAttribute(
                "page",
                new ContractPage(
                        new ContractView(opened.contract, opened.file, false),
                        access.may(Right.MANAGE_CONTRACTS, opened.file.ref()),
                        access.may(Right.DECIDE_BREACH, opened.file.ref()),
                        form));
        return "employment/contract";
    }

    /// Back to the contract; where what was asked for was no longer possible, the page says so.
    private static String done(Opened opened, boolean done, String word, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", done ? Notice.done(word) : Notice.failed("employment.impossible"));
        return "redirect:/contracts/" + opened.contract.id();
    }

    private Opened open(long id, Right right) {
        Contract contract = contracts.find(id).orElseThrow(NotThere::new);
        FamilyFile file = registry.family(contract.family(), AsOf.on(today())).orElseThrow(NotThere::new);
        access.require(right, file.ref());
        return new Opened(
                contract, file, access.officer().map(Acting.Officer::id).orElseThrow(NotThere::new));
    }

    private static @Nullable PersonId person(Opened opened, String typed) {
        return opened.contract.parties().stream()
                .map(Contract.Party::person)
                .filter(person -> Long.toString(person.value()).equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate within(Opened opened, @Nullable LocalDate day) {
        return day == null || day.isBefore(today()) || day.isAfter(opened.contract.until()) ? null : day;
    }

    private static @Nullable String words(String typed) {
        return typed.length() < LEAST_WORDS || typed.length() > MOST_WORDS ? null : typed;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static LocalDate today() {
        return LocalDate.now(Looks.ZONE);
    }
}
