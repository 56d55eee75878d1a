package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Open;
import kz.shanyraq.office.benefits.EntitlementCheck;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/// "Check what you are entitled to", for everybody, without sign-in. The answers come in the form and go with the page:
/// they are not stored, not logged, and stand in no address.
@Controller
class CheckPages {

    private final EntitlementCheck check;

    CheckPages(EntitlementCheck check) {
        this.check = check;
    }

    @Open
    @GetMapping("/check")
    String questions(HttpServletResponse response, Model model) {
        return show(CheckPage.asking(CheckForm.empty()), response, model);
    }

    @Open
    @PostMapping("/check")
    String answers(@ModelAttribute CheckForm form, HttpServletResponse response, Model model) {
        if (!form.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(CheckPage.asking(form), response, model);
        }
        if (form.edit().equals("yes")) {
            return show(CheckPage.asking(form), response, model);
        }
        return show(CheckPage.answering(form, check.check(form.answers(), LocalDate.now(Looks.ZONE))), response, model);
    }

    private static String show(CheckPage page, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("page", page);
        return "benefits/check";
    }
}
