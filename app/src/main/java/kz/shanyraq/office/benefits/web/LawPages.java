package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import java.util.Arrays;
import kz.shanyraq.office.access.Open;
import kz.shanyraq.office.benefits.LawBook;
import kz.shanyraq.office.page.NotFound;
import kz.shanyraq.policy.Benefit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The law, for everybody to read: signed in or not.
@Controller
class LawPages {

    private final LawBook book;

    LawPages(LawBook book) {
        this.book = book;
    }

    @GetMapping("/law")
    @Open
    String laws(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Model model) {
        model.addAttribute("page", new LawsPage(book, on));
        return "benefits/laws";
    }

    @GetMapping("/law/{code:[a-z0-9_]+}")
    @Open
    String law(
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Model model) {
        Benefit benefit = Arrays.stream(Benefit.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("law " + code));
        model.addAttribute("page", new LawPage(book, benefit, on));
        return "benefits/law";
    }
}
