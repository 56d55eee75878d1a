package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.benefits.Consents;
import kz.shanyraq.office.benefits.Findings;
import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.benefits.PaidFamilies;
import kz.shanyraq.office.benefits.State;
import kz.shanyraq.office.benefits.Subject;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.ShownFamilies;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Offers of a territory: how far they came, who waits for a call, offers to many, and the answer that an
/// officer heard.
@Controller
class OfferPages {

    private static final int BATCHES = 20;
    private static final int MOST_A_DAY = 5_000;

    private final Offers offers;
    private final Findings findings;
    private final ShownFamilies families;
    private final Messages messages;
    private final Access access;
    private final ObjectProvider<PaidFamilies> paid;

    OfferPages(
            Offers offers,
            Findings findings,
            ShownFamilies families,
            Messages messages,
            Access access,
            ObjectProvider<PaidFamilies> paid) {
        this.offers = offers;
        this.findings = findings;
        this.families = families;
        this.messages = messages;
        this.access = access;
        this.paid = paid;
    }

    @GetMapping("/offers")
    @Needs(Right.OFFER_BENEFITS)
    String offers(@RequestParam(defaultValue = "") String topic, Model model) {
        access.require(Right.OFFER_BENEFITS);
        Territory mine = officer().post().territory();
        Topic about = topic.isEmpty() ? null : benefit(topic);
        Map<Topic, Map<State, Findings.Figure>> figures = findings.figures(mine.lo(), mine.hi());
        long found = figures.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Topic.Kind.BENEFIT
                        && (about == null || entry.getKey().equals(about)))
                .mapToLong(entry -> entry.getValue()
                        .getOrDefault(State.UNRECEIVED, new Findings.Figure(0, 0, 0))
                        .findings())
                .sum();
        PaidFamilies payer = paid.getIfAvailable();
        model.addAttribute(
                "page",
                new OffersPage(
                        about,
                        found,
                        offers.funnel(mine.lo(), mine.hi(), about),
                        payer == null ? null : payer.paid(mine.lo(), mine.hi(), about),
                        offers.batches(BATCHES),
                        messages.hindrance().isPresent()));
        return "benefits/offers";
    }

    @GetMapping("/offers/list/{stage:[a-z]+}")
    @Needs(Right.OFFER_BENEFITS)
    String list(
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        access.require(Right.OFFER_BENEFITS);
        Territory mine = officer().post().territory();
        Topic about = topic.isEmpty() ? null : benefit(topic);
        OfferListPage.Stage which = OfferListPage.Stage.of(stage).orElseThrow(NotThere::new);
        List<Offers.Offer> rows = offers.in(mine.lo(), mine.hi(), about, which.which(), before);
        Map<Long, Found.Family> named = families.of(
                rows.stream().map(row -> row.subject().family()).distinct().toList(), "offers");
        model.addAttribute(
                "page",
                new OfferListPage(
                        which,
                        about,
                        rows.stream()
                                .filter(row -> named.containsKey(row.subject().family()))
                                .map(row -> new OfferListPage.Line(
                                        row,
                                        Objects.requireNonNull(
                                                named.get(row.subject().family()))))
                                .toList(),
                        before != null,
                        rows.size() == Offers.PAGE ? rows.getLast().id() : null));
        return "benefits/offer-list";
    }

    @GetMapping("/offers/new")
    @Needs(Right.OFFER_BENEFITS)
    String many(@RequestParam(defaultValue = "targeted_assistance") String topic, Model model) {
        access.require(Right.OFFER_BENEFITS);
        Territory mine = officer().post().territory();
        Topic about = benefit(topic);
        model.addAttribute("page", new OfferManyPage(about, offers.preview(about, mine.lo(), mine.hi()), "100", false));
        return "benefits/offer-many";
    }

    @PostMapping("/offers/new")
    @Needs(Right.OFFER_BENEFITS)
    String begin(
            @RequestParam String topic,
            @RequestParam(name = "per_day", defaultValue = "") String perDay,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        access.require(Right.OFFER_BENEFITS);
        Territory mine = officer().post().territory();
        Topic about = benefit(topic);
        int most = perDay.strip().matches("\\d{1,5}") ? Integer.parseInt(perDay.strip()) : 0;
        if (most < 1 || most > MOST_A_DAY) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "page", new OfferManyPage(about, offers.preview(about, mine.lo(), mine.hi()), perDay, true));
            return "benefits/offer-many";
        }
        int batch = offers.begin(about, mine.lo(), mine.hi(), most, officer().id());
        access.looked(Look.did(Action.CHANGE, null, null, "offers to many: " + about.code() + " " + batch));
        redirect.addFlashAttribute("flash", Notice.done("benefits.offers.begun"));
        return "redirect:/offers";
    }

    @PostMapping("/offers/batches/{batch:\\d{1,9}}/stop")
    @Needs(Right.OFFER_BENEFITS)
    String stop(@PathVariable int batch, RedirectAttributes redirect) {
        access.require(Right.OFFER_BENEFITS);
        access.looked(Look.did(Action.CHANGE, null, null, "offers stopped: " + batch));
        int back = offers.stop(batch, officer().id());
        redirect.addFlashAttribute("flash", Notice.done("benefits.offers.stopped", back));
        return "redirect:/offers";
    }

    @GetMapping("/offers/{id:\\d{1,18}}")
    @Needs(Right.OFFER_BENEFITS)
    String one(@PathVariable long id, Model model) {
        Offers.Offer offer = seen(id);
        Found.Family family = named(offer);
        access.looked(Look.at(ref(offer), "offer"));
        model.addAttribute("page", new OfferPage(offer, family, messages.about("offer:" + id)));
        return "benefits/offer";
    }

    @PostMapping("/offers/{id:\\d{1,18}}")
    @Needs(Right.OFFER_BENEFITS)
    String answer(@PathVariable long id, @RequestParam(defaultValue = "") String answer, RedirectAttributes redirect) {
        Offers.Offer offer = seen(id);
        if (!List.of("yes", "no").contains(answer)) {
            throw new NotThere();
        }
        access.looked(Look.did(Action.CHANGE, ref(offer), null, "offer answered"));
        Optional<Long> application = offers.answer(
                id, answer.equals("yes"), Consents.Way.OFFICER, officer().id());
        redirect.addFlashAttribute(
                "flash",
                application.isPresent()
                        ? Notice.done("benefits.offer.accepted.flash", application.get())
                        : Notice.info("benefits.offer.answered.flash"));
        return "redirect:/offers/" + id;
    }

    @GetMapping("/families/{number:\\d+-?\\d}/offers/new")
    @Needs(Right.OFFER_BENEFITS)
    String draft(
            @PathVariable String number,
            @RequestParam String topic,
            @RequestParam(required = false) @Nullable Long person,
            RedirectAttributes redirect,
            Model model) {
        Found.Family family = family(number);
        Topic about = benefit(topic);
        access.looked(Look.at(family.ref(), "offer"));
        try {
            Offers.Draft draft = offers.draft(new Subject(family.id().value(), person, about));
            model.addAttribute("page", new OfferNewPage(family, about, person, draft));
            return "benefits/offer-new";
        } catch (Offers.Hindered hindered) {
            return hindered(hindered, family, redirect);
        }
    }

    @PostMapping("/families/{number:\\d+-?\\d}/offers/new")
    @Needs(Right.OFFER_BENEFITS)
    String offer(
            @PathVariable String number,
            @RequestParam String topic,
            @RequestParam(required = false) @Nullable Long person,
            RedirectAttributes redirect) {
        Found.Family family = family(number);
        Topic about = benefit(topic);
        access.looked(Look.did(Action.CHANGE, family.ref(), null, "offer"));
        try {
            long offer = offers.offer(
                    new Subject(family.id().value(), person, about), officer().id());
            redirect.addFlashAttribute("flash", Notice.done("benefits.offer.made.flash"));
            return "redirect:/offers/" + offer;
        } catch (Offers.Hindered hindered) {
            return hindered(hindered, family, redirect);
        }
    }

    private static String hindered(Offers.Hindered hindered, Found.Family family, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Notice.failed("benefits.offer.hindered." + hindered.word()));
        return "redirect:/families/" + family.id().number();
    }

    private Found.Family family(String number) {
        FamilyId id;
        try {
            id = FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            throw new NotThere();
        }
        Found.Family family = Optional.ofNullable(
                        families.of(List.of(id.value()), "offer").get(id.value()))
                .orElseThrow(NotThere::new);
        access.require(Right.OFFER_BENEFITS, family.ref());
        return family;
    }

    private Offers.Offer seen(long id) {
        Offers.Offer offer = offers.find(id).orElseThrow(NotThere::new);
        access.require(Right.OFFER_BENEFITS, ref(offer));
        return offer;
    }

    private static FamilyRef ref(Offers.Offer offer) {
        long family = offer.subject().family();
        return new FamilyRef(family, new FamilyId(family).number(), offer.kato(), offer.restricted());
    }

    private Found.Family named(Offers.Offer offer) {
        return families.of(List.of(offer.subject().family()), "offer").values().stream()
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private static Topic benefit(String code) {
        return Topic.of(code)
                .filter(topic -> topic.kind() == Topic.Kind.BENEFIT)
                .orElseThrow(NotThere::new);
    }

    private Acting.Officer officer() {
        return access.officer().orElseThrow(NotThere::new);
    }
}
