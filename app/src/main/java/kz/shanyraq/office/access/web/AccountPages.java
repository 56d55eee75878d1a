package kz.shanyraq.office.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Doorway;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.OwnAccount;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.SignIn;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.page.QrPicture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The own account: sessions, password, second factor, and the post under which one acts.
@Controller
class AccountPages {

    private final OwnAccount own;
    private final SignIn signIn;
    private final Doorway doorway;
    private final Access access;
    private final Speech speech;

    AccountPages(OwnAccount own, SignIn signIn, Doorway doorway, Access access, Speech speech) {
        this.own = own;
        this.signIn = signIn;
        this.doorway = doorway;
        this.access = access;
        this.speech = speech;
    }

    @Needs(Right.OWN_ACCOUNT)
    @GetMapping("/account")
    String account(Model model) {
        return show(model, List.of());
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/account/post")
    String post(@RequestParam UUID post, HttpServletRequest request, HttpServletResponse response) {
        signIn.under(access.acting(), post).ifPresent(acting -> doorway.as(acting, request, response));
        return "redirect:/";
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/account/password")
    String password(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        String fault = own.changePassword(old, fresh);
        if (fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String field = fault.equals("old") ? "old" : "fresh";
            return show(
                    model,
                    List.of(new FieldError(
                            field,
                            speech.of(request).say("access.password." + (fault.equals("old") ? "old.wrong" : fault)))));
        }
        redirect.addFlashAttribute("flash", Notice.done("access.password.changed"));
        return "redirect:/account";
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/account/sessions/{session}/end")
    String end(@PathVariable UUID session, RedirectAttributes redirect) {
        own.end(session);
        redirect.addFlashAttribute("flash", Notice.done("access.sessions.over"));
        return "redirect:/account";
    }

    @Needs(Right.OWN_ACCOUNT)
    @GetMapping("/account/second-factor")
    String secondFactor(Model model) {
        return own.hasSecondFactor() ? "redirect:/account" : offer(model, null);
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/account/second-factor")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<String> recovery = own.confirm(code.strip());
        if (recovery.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return offer(model, speech.of(request).say("access.sign-in.wrong-code"));
        }
        doorway.enrolled(request);
        model.addAttribute("page", new SecondFactorPage(null, null, recovery, null));
        return "access/second-factor";
    }

    @Needs(value = Right.OWN_ACCOUNT, again = true)
    @GetMapping("/account/second-factor/off")
    String off(Model model) {
        return "access/second-factor-off";
    }

    @Needs(value = Right.OWN_ACCOUNT, again = true)
    @PostMapping("/account/second-factor/off")
    String drop(RedirectAttributes redirect) {
        own.dropSecondFactor();
        redirect.addFlashAttribute("flash", Notice.done("access.second-factor.dropped"));
        return "redirect:/account";
    }

    private String offer(Model model, @Nullable String error) {
        OwnAccount.Offer offer = own.offer();
        model.addAttribute(
                "page", new SecondFactorPage(offer.secret(), QrPicture.of(offer.address()), List.of(), error));
        return "access/second-factor";
    }

    private String show(Model model, List<FieldError> errors) {
        model.addAttribute("page", new AccountPage(own.sessions(), own.hasPassword(), own.hasSecondFactor(), errors));
        return "access/account";
    }
}
