package kz.shanyraq.office.financing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.financing.Payments;
import kz.shanyraq.office.financing.WriteOffs;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Found;
import kz.shanyraq.office.registry.Registry;
import kz.shanyraq.office.registry.ShownFamilies;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An overpayment is no longer asked back: one officer asks for that with a reason, another one answers.
@Controller
class WriteOffPages {

    private static final int LEAST_WORDS = 10;
    private static final int MOST_WORDS = 500;
    private static final String ONE =
            "/families/{number:\\d+-?\\d}/write-offs/{award:\\d{1,18}}/{month:\\d{4}-\\d{2}-01}";

    private final Registry registry;
    private final WriteOffs writeOffs;
    private final Payments payments;
    private final ShownFamilies families;
    private final Access access;

    WriteOffPages(Registry registry, WriteOffs writeOffs, Payments payments, ShownFamilies families, Access access) {
        this.registry = registry;
        this.writeOffs = writeOffs;
        this.payments = payments;
        this.families = families;
        this.access = access;
    }

    @GetMapping(ONE)
    @Needs(Right.PREPARE_PAYMENTS)
    String form(@PathVariable String number, @PathVariable long award, @PathVariable String month, Model model) {
        FamilyFile file = family(number);
        access.looked(Look.at(file.ref(), "write-off"));
        model.addAttribute("page", page(file, award, month, "", List.of()));
        return "financing/write-off";
    }

    @PostMapping(ONE)
    @Needs(Right.PREPARE_PAYMENTS)
    String ask(
            @PathVariable String number,
            @PathVariable long award,
            @PathVariable String month,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        FamilyFile file = family(number);
        String words = reason.strip();
        if (words.length() < LEAST_WORDS || words.length() > MOST_WORDS) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            access.looked(Look.at(file.ref(), "write-off"));
            model.addAttribute("page", page(file, award, month, reason, List.of("reason")));
            return "financing/write-off";
        }
        WriteOffPage page = page(file, award, month, reason, List.of());
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "write-off"));
        boolean asked = writeOffs.ask(
                file.id().value(), award, page.month(), words, officer().id());
        redirect.addFlashAttribute(
                "flash", asked ? Notice.done("financing.write_off.asked") : Notice.info("financing.write_off.waits"));
        return "redirect:" + page.back();
    }

    @GetMapping("/payments/write-offs")
    @Needs(Right.SEE_PAYMENTS)
    String waiting(Model model) {
        access.require(Right.SEE_PAYMENTS);
        List<WriteOffs.Waiting> waiting = writeOffs.waiting();
        Map<Long, Found.Family> named = families.of(
                waiting.stream().map(WriteOffs.Waiting::familyId).distinct().toList(), "write-offs");
        model.addAttribute(
                "page",
                new WriteOffListPage(
                        waiting.stream()
                                .filter(row -> named.containsKey(row.familyId()))
                                .toList(),
                        named,
                        access.may(Right.APPROVE_PAYMENTS) ? officer().id() : null));
        return "financing/write-offs";
    }

    @PostMapping("/payments/write-offs/{id:\\d{1,18}}")
    @Needs(Right.APPROVE_PAYMENTS)
    String answer(@PathVariable long id, @RequestParam(defaultValue = "") String answer, RedirectAttributes redirect) {
        access.require(Right.APPROVE_PAYMENTS);
        WriteOffs.Waiting about = writeOffs.waiting().stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(NotThere::new);
        FamilyFile file = family(new FamilyId(about.familyId()).number());
        if (!answer.equals("approve") && !answer.equals("refuse")) {
            throw new NotThere();
        }
        access.looked(Look.did(Action.CHANGE, file.ref(), null, "write-off " + answer));
        boolean answered = writeOffs.answer(id, answer.equals("approve"));
        if (answered) {
            payments.now();
        }
        redirect.addFlashAttribute(
                "flash",
                answered ? Notice.done("financing.write_off.answered") : Notice.failed("financing.list.same_eyes"));
        return "redirect:/payments/write-offs";
    }

    private WriteOffPage page(FamilyFile file, long award, String month, String reason, List<String> wrong) {
        LocalDate first;
        try {
            first = LocalDate.parse(month);
        } catch (DateTimeException noMonth) {
            throw new NotThere();
        }
        long owed = writeOffs.owed(file.id().value(), award, first);
        if (owed == 0) {
            throw new NotThere();
        }
        return new WriteOffPage(file.id(), award, first, owed, reason, wrong);
    }

    private FamilyFile family(String number) {
        FamilyId id;
        try {
            id = FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            throw new NotThere();
        }
        FamilyFile file =
                registry.family(id, AsOf.on(LocalDate.now(Looks.ZONE))).orElseThrow(NotThere::new);
        access.require(Right.SEE_PAYMENTS, file.ref());
        return file;
    }

    private Acting.Officer officer() {
        return access.officer().orElseThrow(NotThere::new);
    }
}
