package kz.shanyraq.office.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import kz.shanyraq.office.access.Open;
import kz.shanyraq.office.benefits.Letters;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether a letter was issued by the office and still stands, for everybody who holds it. A wrong code and a number
/// that was never issued have the same answer.
@Controller
class VerifyPages {

    private final Letters letters;

    VerifyPages(Letters letters) {
        this.letters = letters;
    }

    @Open
    @GetMapping("/verify")
    String typed(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        return show(number, code, !number.isBlank() || !code.isBlank(), response, model);
    }

    /// The address in the letter, which a camera reads.
    @Open
    @GetMapping("/verify/{letter}")
    String read(
            @PathVariable String letter,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        return show(letter, code, !code.isBlank(), response, model);
    }

    private String show(String number, String code, boolean asked, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute(
                "page",
                new VerifyPage(
                        number.strip(),
                        code.strip(),
                        asked,
                        asked ? letters.verify(number, code).orElse(null) : null));
        return "benefits/verify";
    }
}
