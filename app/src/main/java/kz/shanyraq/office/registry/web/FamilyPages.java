package kz.shanyraq.office.registry.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.AssistanceMembers;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.FamilyPart;
import kz.shanyraq.office.registry.PersonFile;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of a family and that of a person, for officers and for the family itself.
@Controller
class FamilyPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
    private static final int MONTHS_OF_LOOKS = 3;

    private final Registry registry;
    private final Access access;
    private final Looks looks;
    private final PlaceNames places;
    private final TransactionOperations reading;
    private final List<FamilyPart> parts;

    FamilyPages(
            Registry registry,
            Access access,
            Looks looks,
            PlaceNames places,
            ReadingTransactions reading,
            List<FamilyPart> parts) {
        this.parts = parts;
        this.registry = registry;
        this.access = access;
        this.looks = looks;
        this.places = places;
        this.reading = reading;
    }

    @GetMapping("/families/{number:\\d+-?\\d}")
    @Needs(Right.SEE_FAMILY)
    String family(
            @PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate known,
            Model model) {
        FamilyId id = parse(number);
        FamilyPage page = Reading.in(reading, () -> {
            FamilyFile file = registry.family(id, asOf(on, known)).orElseThrow(NotThere::new);
            access.require(Right.SEE_FAMILY, file.ref());
            return page(file, id, null);
        });
        access.looked(Look.at(page.file().ref(), "card"));
        model.addAttribute("page", page);
        return "registry/family";
    }

    @GetMapping("/persons/{id:\\d+}")
    @Needs(Right.SEE_FAMILY)
    String person(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate known,
            Model model) {
        PersonPage page = Reading.in(reading, () -> {
            PersonFile file = registry.person(new PersonId(id), asOf(on, known)).orElseThrow(NotThere::new);
            if (file.family().id().value() != 0) {
                access.require(Right.SEE_FAMILY, file.family().ref());
            }
            return personPage(file, "/families/" + file.family().id().number());
        });
        access.looked(lookAt(page.file()));
        model.addAttribute("page", page);
        return "registry/person";
    }

    @GetMapping("/my/family")
    @Needs(Right.SEE_OWN)
    String myFamily(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        if (citizen.family() == null) {
            return myData(model);
        }
        FamilyId id = new FamilyId(citizen.family());
        FamilyPage page = Reading.in(reading, () -> {
            FamilyFile file = registry.family(id, asOf(null, null)).orElseThrow(NotThere::new);
            return page(file, id, citizen);
        });
        access.looked(Look.at(page.file().ref(), "card"));
        model.addAttribute("page", page);
        return "registry/family";
    }

    @GetMapping("/my/data")
    @Needs(Right.SEE_OWN)
    String myData(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        PersonPage page = Reading.in(reading, () -> {
            PersonFile file = registry.person(new PersonId(citizen.person()), asOf(null, null))
                    .orElseThrow(NotThere::new);
            return personPage(file, "/my");
        });
        access.looked(lookAt(page.file()));
        model.addAttribute("page", page);
        return "registry/person";
    }

    @GetMapping("/my/persons/{id:\\d+}")
    @Needs(Right.SEE_OWN)
    String myPerson(@PathVariable long id, Model model) {
        access.require(Right.SEE_OWN);
        PersonPage page = Reading.in(
                reading,
                () -> personPage(
                        registry.person(new PersonId(id), asOf(null, null)).orElseThrow(NotThere::new), "/my"));
        access.looked(lookAt(page.file()));
        model.addAttribute("page", page);
        return "registry/person";
    }

    @GetMapping("/my/looks")
    @Needs(Right.SEE_OWN)
    String myLooks(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        LocalDate today = today();
        model.addAttribute(
                "page",
                new LooksPage(
                        looks.whoLooked(citizen.person(), citizen.family(), today.minusYears(1), today, Looks.MOST),
                        null,
                        null));
        return "registry/looks";
    }

    @GetMapping("/families/{number:\\d+-?\\d}/looks")
    @Needs(Right.SEE_LOOKS)
    String looks(@PathVariable String number, Model model) {
        FamilyId id = parse(number);
        FamilyFile file = registry.family(id, asOf(null, null)).orElseThrow(NotThere::new);
        access.require(Right.SEE_LOOKS, file.ref());
        access.looked(Look.at(file.ref(), "looks"));
        LocalDate today = today();
        model.addAttribute(
                "page",
                new LooksPage(
                        looks.whoLooked(null, id.value(), today.minusYears(1), today, Looks.MOST),
                        id,
                        file.head()
                                .map(kz.shanyraq.office.registry.Member::lastName)
                                .orElse(null)));
        return "registry/looks";
    }

    private FamilyPage page(FamilyFile file, FamilyId id, Acting.@Nullable Citizen citizen) {
        AssistanceMembers assistance =
                registry.assistance(file, YearMonth.from(file.asOf().on())).orElse(null);
        List<Looks.Seen> seen = access.may(Right.SEE_LOOKS)
                ? looks.whoLooked(null, id.value(), today().minusMonths(MONTHS_OF_LOOKS), today(), FamilyPage.LOOKS)
                : List.of();
        String address = citizen == null ? "/families/" + id.number() : "/my";
        boolean today = file.asOf().on().equals(today()) && file.asOf().knownOn() == null;
        List<FamilyPart.Shown> shown = today
                ? parts.stream()
                        .flatMap(part -> part.of(file, address, citizen != null).stream())
                        .toList()
                : List.of();
        return new FamilyPage(
                file,
                shown,
                assistance,
                seen,
                address,
                citizen != null,
                access.may(Right.CORRECT_FACT) && file.asOf().knownOn() == null,
                access.may(Right.QUESTION_FACT),
                access.may(Right.SEE_LOOKS),
                places);
    }

    private PersonPage personPage(PersonFile file, String address) {
        boolean family = file.family().id().value() != 0;
        return new PersonPage(
                file,
                address,
                address.equals("/my"),
                family && access.may(Right.CORRECT_FACT) && file.family().asOf().knownOn() == null,
                family && access.may(Right.QUESTION_FACT),
                places);
    }

    private static Look lookAt(PersonFile file) {
        FamilyRef family =
                file.family().id().value() == 0 ? null : file.family().ref();
        return family == null
                ? Look.did(
                        kz.shanyraq.office.access.Action.LOOK,
                        null,
                        file.person().id().value(),
                        "person")
                : Look.at(family, file.person().id().value(), "person");
    }

    static FamilyId parse(String number) {
        try {
            return FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            throw new NotThere();
        }
    }

    static AsOf asOf(@Nullable LocalDate on, @Nullable LocalDate known) {
        LocalDate today = today();
        return new AsOf(on == null ? today : on, known == null || !known.isBefore(today) ? null : known);
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
