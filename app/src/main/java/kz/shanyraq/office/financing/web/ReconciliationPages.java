package kz.shanyraq.office.financing.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.financing.Payments;
import kz.shanyraq.office.financing.Reconciliations;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.ShownFamilies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Whether decisions, orders and bank agree, and each difference by name.
@Controller
class ReconciliationPages {

    private final Reconciliations reconciliations;
    private final Payments payments;
    private final ShownFamilies families;
    private final Access access;

    ReconciliationPages(Reconciliations reconciliations, Payments payments, ShownFamilies families, Access access) {
        this.reconciliations = reconciliations;
        this.payments = payments;
        this.families = families;
        this.access = access;
    }

    @GetMapping("/payments/reconciliation")
    @Needs(Right.SEE_PAYMENTS)
    String last(Model model) {
        access.require(Right.SEE_PAYMENTS);
        var last = reconciliations.last().orElse(null);
        model.addAttribute(
                "page",
                new ReconciliationPage(
                        last,
                        last == null ? Map.of() : reconciliations.kinds(last.id()),
                        access.may(Right.PREPARE_PAYMENTS)));
        return "financing/reconciliation";
    }

    @PostMapping("/payments/reconciliation")
    @Needs(Right.PREPARE_PAYMENTS)
    String compare(RedirectAttributes redirect) {
        access.require(Right.PREPARE_PAYMENTS);
        access.looked(Look.did(Action.CHANGE, "payments compared"));
        boolean done = payments.compareNow();
        redirect.addFlashAttribute(
                "flash", done ? Notice.done("financing.compared") : Notice.wait("financing.list.working"));
        return "redirect:/payments/reconciliation";
    }

    @GetMapping("/payments/reconciliation/{kind:[a-z_]+}")
    @Needs(Right.SEE_PAYMENTS)
    String kind(@PathVariable String kind, @RequestParam(defaultValue = "0") int after, Model model) {
        access.require(Right.SEE_PAYMENTS);
        if (!ReconciliationPage.KINDS.contains(kind)) {
            throw new NotThere();
        }
        var last = reconciliations.last().orElseThrow(NotThere::new);
        List<Reconciliations.Difference> rows = reconciliations.rows(last.id(), kind, after);
        Map<Long, Found.Family> named = families.of(
                rows.stream()
                        .map(Reconciliations.Difference::familyId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                "payments differ");
        model.addAttribute(
                "page",
                new DifferencePage(
                        kind,
                        reconciliations.kinds(last.id()).get(kind),
                        rows.stream()
                                .filter(row -> row.familyId() == null || named.containsKey(row.familyId()))
                                .toList(),
                        named,
                        after > 0,
                        rows.size() < Reconciliations.PAGE
                                ? null
                                : rows.getLast().number()));
        return "financing/differences";
    }
}
