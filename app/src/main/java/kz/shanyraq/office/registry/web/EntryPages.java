package kz.shanyraq.office.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.nation.Iin;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.Corrections;
import kz.shanyraq.office.registry.Entered;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.office.registry.SimilarPersons;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Entry of a family or a person: first the form, then what was understood, with persons who may be the same side by
/// side, and only then it is saved.
@Controller
class EntryPages {

    static final List<String> RELATIONS =
            List.of("head", "spouse", "partner", "child", "foster_child", "parent", "sibling", "other");
    private static final int MOST = 120;

    private final Corrections corrections;
    private final Registry registry;
    private final SimilarPersons similar;
    private final Access access;
    private final PlaceNames places;

    EntryPages(Corrections corrections, Registry registry, SimilarPersons similar, Access access, PlaceNames places) {
        this.corrections = corrections;
        this.registry = registry;
        this.similar = similar;
        this.access = access;
        this.places = places;
    }

    @GetMapping("/families/new")
    @Needs(Right.ENTER_FAMILY)
    String family(Model model) {
        access.require(Right.ENTER_FAMILY);
        model.addAttribute("page", new EntryPage(EntryForm.empty("head"), null, choices(), List.of(), null, List.of()));
        return "registry/entry";
    }

    @PostMapping("/families/new")
    @Needs(Right.ENTER_FAMILY)
    String enterFamily(
            @ModelAttribute EntryForm form, RedirectAttributes redirect, HttpServletResponse response, Model model) {
        Acting.Officer officer = officer();
        List<String> wrong = wrong(form);
        Integer kato = form.kato();
        if (kato == null || !officer.post().territory().contains(kato)) {
            wrong.add("place");
        }
        if (!wrong.isEmpty() || kato == null) {
            return again(form, null, wrong, response, model);
        }
        Entered head = form.entered();
        if (!form.confirmed()) {
            return confirm(form, null, head, model);
        }
        access.looked(Look.did(Action.CHANGE, "family entered"));
        FamilyId family = corrections.enter(kato, form.address(), head, officer.id(), form.reason());
        redirect.addFlashAttribute("flash", Notice.done("registry.entry.done", head.name()));
        return "redirect:/families/" + family.number();
    }

    @GetMapping("/families/{number:\\d+-?\\d}/persons/new")
    @Needs(Right.ENTER_FAMILY)
    String person(@PathVariable String number, Model model) {
        FamilyFile file = file(number);
        access.looked(Look.at(file.ref(), "entry"));
        model.addAttribute(
                "page", new EntryPage(EntryForm.empty("child"), file.id(), List.of(), List.of(), null, List.of()));
        return "registry/entry";
    }

    @PostMapping("/families/{number:\\d+-?\\d}/persons/new")
    @Needs(Right.ENTER_FAMILY)
    String enterPerson(
            @PathVariable String number,
            @ModelAttribute EntryForm form,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        FamilyFile file = file(number);
        List<String> wrong = wrong(form);
        if (!wrong.isEmpty()) {
            return again(form, file.id(), wrong, response, model);
        }
        Entered person = form.entered();
        if (!form.confirmed()) {
            return confirm(form, file.id(), person, model);
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "person entered"));
        corrections.enter(file.id(), file.kato(), person, officer().id(), form.reason());
        redirect.addFlashAttribute("flash", Notice.done("registry.entry.done", person.name()));
        return "redirect:/families/" + file.id().number();
    }

    private FamilyFile file(String number) {
        FamilyFile file = registry.family(FamilyPages.parse(number), FamilyPages.asOf(null, null))
                .orElseThrow(NotThere::new);
        access.require(Right.ENTER_FAMILY, file.ref());
        return file;
    }

    private Acting.Officer officer() {
        access.require(Right.ENTER_FAMILY);
        return access.officer().orElseThrow(NotThere::new);
    }

    private String again(
            EntryForm form, @Nullable FamilyId family, List<String> wrong, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "page", new EntryPage(form, family, family == null ? choices() : List.of(), wrong, null, List.of()));
        return "registry/entry";
    }

    /// Shows name and birth date back, since a check digit misses one slip in eleven, and who may be the same person.
    private String confirm(EntryForm form, @Nullable FamilyId family, Entered entered, Model model) {
        List<Found.Person> alike = similar.to(entered);
        List<Look> looks = new ArrayList<>();
        for (Found.Person person : alike) {
            FamilyRef of = person.family() == null
                    ? null
                    : new FamilyRef(person.family().value(), person.family().number(), person.kato(), false);
            looks.add(Look.did(Action.SEARCH, of, person.id().value(), "entry"));
        }
        if (!looks.isEmpty()) {
            access.looked(looks);
        }
        model.addAttribute(
                "page", new EntryPage(form, family, family == null ? choices() : List.of(), List.of(), entered, alike));
        return "registry/entry";
    }

    private static List<String> wrong(EntryForm form) {
        List<String> wrong = new ArrayList<>();
        if (form.lastName().isBlank() || form.lastName().length() > MOST) {
            wrong.add("lastName");
        }
        if (form.firstName().isBlank() || form.firstName().length() > MOST) {
            wrong.add("firstName");
        }
        LocalDate born = FactForm.day(form.birthDate());
        if (!form.birthDate().isBlank()
                && (born == null || born.isAfter(FamilyPages.today()) || born.getYear() < 1890)) {
            wrong.add("birthDate");
        }
        if (!form.iin().isBlank() && !Iin.isValid(form.iin().strip())) {
            wrong.add("iin");
        }
        if (!form.phone().isBlank() && !form.phone().strip().matches("\\+?[\\d ()-]{6,20}")) {
            wrong.add("phone");
        }
        if (!RELATIONS.contains(form.relation())) {
            wrong.add("relation");
        }
        if (form.reason().strip().length() < 3 || form.reason().length() > 1000) {
            wrong.add("reason");
        }
        return wrong;
    }

    private List<Place> choices() {
        Territory mine = access.officer().orElseThrow(NotThere::new).post().territory();
        if (mine.kato() == 0) {
            return places.all().stream()
                    .filter(code -> code % 10_000_000 != 0)
                    .map(places::of)
                    .toList();
        }
        List<Place> within = mine.kato() % 10_000_000 == 0 ? places.within(mine.kato()) : List.of();
        return within.isEmpty() ? List.of(places.of(mine.kato())) : within;
    }
}
