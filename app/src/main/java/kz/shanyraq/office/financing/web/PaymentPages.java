package kz.shanyraq.office.financing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.office.financing.PayLists;
import kz.shanyraq.office.financing.PayLists.PayList;
import kz.shanyraq.office.financing.PayLists.Step;
import kz.shanyraq.office.financing.Payments;
import kz.shanyraq.office.financing.Reconciliations;
import kz.shanyraq.office.financing.WriteOffs;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.ShownFamilies;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Pay lists: what is paid to whom, in steps that three people let go.
@Controller
class PaymentPages {

    private static final int LEAST_WORDS = 10;
    private static final int MOST_WORDS = 500;
    private static final int YEARS_BACK = 3;

    private final PayLists lists;
    private final Payments payments;
    private final Reconciliations reconciliations;
    private final WriteOffs writeOffs;
    private final ShownFamilies families;
    private final PlaceNames places;
    private final Access access;

    PaymentPages(
            PayLists lists,
            Payments payments,
            Reconciliations reconciliations,
            WriteOffs writeOffs,
            ShownFamilies families,
            PlaceNames places,
            Access access) {
        this.lists = lists;
        this.payments = payments;
        this.reconciliations = reconciliations;
        this.writeOffs = writeOffs;
        this.families = families;
        this.places = places;
        this.access = access;
    }

    @GetMapping("/payments")
    @Needs(Right.SEE_PAYMENTS)
    String all(Model model) {
        access.require(Right.SEE_PAYMENTS);
        model.addAttribute("page", page("", "", List.of()));
        return "financing/payments";
    }

    private PaymentsPage page(String area, String month, List<String> wrong) {
        List<PayList> latest = lists.latest();
        List<Integer> areas = access.may(Right.PREPARE_PAYMENTS) ? areas() : List.of();
        Map<Integer, Place> named = places.of(Stream.concat(latest.stream().map(PayList::kato), areas.stream())
                .filter(kato -> kato != 0)
                .collect(Collectors.toSet()));
        return new PaymentsPage(
                latest,
                named,
                areas,
                area,
                month,
                wrong,
                reconciliations.last().orElse(null),
                writeOffs.waiting().size());
    }

    /// The own territory and the districts or regions inside.
    private List<Integer> areas() {
        Territory mine = officer().post().territory();
        List<Integer> areas = new ArrayList<>(List.of(mine.kato()));
        if (mine.kato() % 10_000_000 == 0) {
            places.within(mine.kato()).forEach(place -> areas.add(place.kato()));
        }
        return areas;
    }

    @PostMapping("/payments")
    @Needs(Right.PREPARE_PAYMENTS)
    String draft(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String month,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        access.require(Right.PREPARE_PAYMENTS);
        List<String> wrong = new ArrayList<>();
        Integer kato = areas().stream()
                .filter(each -> Integer.toString(each).equals(area))
                .findFirst()
                .orElse(null);
        if (kato == null) {
            wrong.add("area");
        }
        YearMonth upTo = month(month);
        if (upTo == null) {
            wrong.add("month");
        }
        if (kato == null || upTo == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(area, month, wrong));
            return "financing/payments";
        }
        Integer open = lists.open(kato, upTo).orElse(null);
        if (open != null) {
            redirect.addFlashAttribute("flash", Notice.info("financing.list.open"));
            return "redirect:/payments/" + open;
        }
        access.looked(Look.did(Action.CHANGE, "pay list"));
        int list = lists.draft(kato, upTo, officer().id());
        boolean done = payments.now();
        redirect.addFlashAttribute(
                "flash", done ? Notice.done("financing.list.drafted") : Notice.wait("financing.list.working"));
        return "redirect:/payments/" + list;
    }

    private static @Nullable YearMonth month(String typed) {
        try {
            YearMonth month = YearMonth.parse(typed.strip());
            YearMonth now = YearMonth.now(Looks.ZONE);
            return month.isAfter(now) || month.isBefore(now.minusYears(YEARS_BACK)) ? null : month;
        } catch (DateTimeException noMonth) {
            return null;
        }
    }

    @GetMapping("/payments/{list:\\d{1,9}}")
    @Needs(Right.SEE_PAYMENTS)
    String list(@PathVariable int list, Model model) {
        access.require(Right.SEE_PAYMENTS);
        model.addAttribute("page", page(one(list), List.of()));
        return "financing/pay-list";
    }

    private PayListPage page(PayList list, List<String> wrong) {
        boolean within = within(list);
        return new PayListPage(
                list,
                list.kato() == 0 ? Map.of() : places.of(List.of(list.kato())),
                lists.states(list.id()),
                lists.reasons(list.id()),
                lists.files(list.id()),
                within ? steps(list) : List.of(),
                within && sameEyes(list),
                within && access.may(Right.PREPARE_PAYMENTS),
                wrong);
    }

    /// Whether the list lies within the territory of the one who acts, who else only looks.
    private boolean within(PayList list) {
        Territory area = new Territory(list.kato());
        Territory mine = officer().post().territory();
        return mine.lo() <= area.lo() && area.hi() <= mine.hi();
    }

    private List<Step> steps(PayList list) {
        return Arrays.stream(Step.values())
                .filter(step -> step.fits(list) && access.may(right(step)))
                .filter(step -> step != Step.APPROVE && step != Step.AUTHORISE
                        || !list.touchedBy(officer().id()))
                .toList();
    }

    private boolean sameEyes(PayList list) {
        return Stream.of(Step.APPROVE, Step.AUTHORISE)
                .anyMatch(step -> step.fits(list)
                        && access.may(right(step))
                        && list.touchedBy(officer().id()));
    }

    private static Right right(Step step) {
        return switch (step) {
            case GATHER, LOCK, RELEASE, DROP -> Right.PREPARE_PAYMENTS;
            case APPROVE -> Right.APPROVE_PAYMENTS;
            case AUTHORISE -> Right.AUTHORISE_PAYMENTS;
        };
    }

    @PostMapping("/payments/{list:\\d{1,9}}")
    @Needs({Right.PREPARE_PAYMENTS, Right.APPROVE_PAYMENTS, Right.AUTHORISE_PAYMENTS})
    String step(
            @PathVariable int list,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        PayList now = one(list);
        if (act.equals("again")) {
            access.require(Right.PREPARE_PAYMENTS);
            if (!within(now)) {
                throw new NotThere();
            }
            access.looked(Look.did(Action.CHANGE, "pay list again"));
            boolean done = payments.sendAgain(list);
            redirect.addFlashAttribute(
                    "flash", done ? Notice.done("financing.list.again") : Notice.wait("financing.list.working"));
            return "redirect:/payments/" + list;
        }
        Step step = Arrays.stream(Step.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(act))
                .findFirst()
                .orElseThrow(NotThere::new);
        access.require(right(step));
        if (!within(now)) {
            throw new NotThere();
        }
        String words = reason.strip();
        if (step == Step.DROP && (words.length() < LEAST_WORDS || words.length() > MOST_WORDS)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", page(now, List.of("reason")));
            return "financing/pay-list";
        }
        access.looked(Look.did(Action.CHANGE, "pay list " + act));
        redirect.addFlashAttribute("flash", go(now, step, step == Step.DROP ? words : null));
        return "redirect:/payments/" + list;
    }

    private Notice go(PayList list, Step step, @Nullable String reason) {
        try {
            if (!lists.step(list.id(), step, reason)) {
                return Notice.failed("financing.list.moved");
            }
        } catch (DataIntegrityViolationException sameEyes) {
            return Notice.failed("financing.list.same_eyes");
        }
        boolean done = payments.now();
        PayList after = lists.one(list.id()).orElse(list);
        if (after.message() != null) {
            return Notice.failed("financing.message." + after.message());
        }
        return done && !after.working() ? Notice.done("financing.list.stepped") : Notice.wait("financing.list.working");
    }

    @GetMapping("/payments/{list:\\d{1,9}}/orders/{state:[a-z]+}")
    @Needs(Right.SEE_PAYMENTS)
    String orders(
            @PathVariable int list,
            @PathVariable String state,
            @RequestParam(defaultValue = "0") long after,
            Model model) {
        access.require(Right.SEE_PAYMENTS);
        PayList now = one(list);
        if (!List.of("planned", "ordered", "withdrawn", "sent", "confirmed", "rejected", "returned")
                .contains(state)) {
            throw new NotThere();
        }
        List<PayLists.Order> orders = lists.orders(list, state, after);
        Map<Long, Found.Family> named = families.of(
                orders.stream().map(PayLists.Order::familyId).distinct().toList(), "payments");
        model.addAttribute(
                "page",
                new OrderListPage(
                        now,
                        state,
                        lists.states(list).get(state),
                        orders.stream()
                                .filter(order -> named.containsKey(order.familyId()))
                                .toList(),
                        named,
                        after > 0,
                        orders.size() < PayLists.PAGE ? null : orders.getLast().id()));
        return "financing/orders";
    }

    @GetMapping("/payments/{list:\\d{1,9}}/left-out/{reason:[a-z_]+}")
    @Needs(Right.SEE_PAYMENTS)
    String leftOut(
            @PathVariable int list,
            @PathVariable String reason,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        access.require(Right.SEE_PAYMENTS);
        PayList now = one(list);
        PayLists.Sum sum = lists.reasons(list).get(reason);
        if (sum == null) {
            throw new NotThere();
        }
        boolean later = after.matches("\\d{1,18}_\\d{4}-\\d{2}-01");
        long award = later ? Long.parseLong(after.substring(0, after.indexOf('_'))) : 0;
        LocalDate month = later ? day(after.substring(after.indexOf('_') + 1)) : LocalDate.EPOCH;
        List<PayLists.Out> outs = lists.outs(list, reason, award, month);
        Map<Long, Found.Family> named =
                families.of(outs.stream().map(PayLists.Out::familyId).distinct().toList(), "payments left out");
        PayLists.Out last = outs.isEmpty() ? null : outs.getLast();
        model.addAttribute(
                "page",
                new LeftOutPage(
                        now,
                        reason,
                        sum,
                        outs.stream()
                                .filter(out -> named.containsKey(out.familyId()))
                                .toList(),
                        named,
                        later,
                        last == null || outs.size() < PayLists.PAGE ? null : last.awardId() + "_" + last.month()));
        return "financing/left-out";
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return LocalDate.EPOCH;
        }
    }

    private PayList one(int list) {
        return lists.one(list).orElseThrow(NotThere::new);
    }

    private Acting.Officer officer() {
        return access.officer().orElseThrow(NotThere::new);
    }
}
