package kz.shanyraq.office.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Doorway;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Open;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.SignIn;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sign-in in one or two steps, asking again, and sign-out.
@Controller
class SignInPages {

    private static final String HALFWAY = "access.halfway";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> NOTICES = List.of("ended", "unknown", "provider", "nopost", "out");

    private final SignIn signIn;
    private final Doorway doorway;
    private final Access access;
    private final Speech speech;
    private final boolean provider;

    SignInPages(
            SignIn signIn,
            Doorway doorway,
            Access access,
            Speech speech,
            @Value("${shanyraq.oidc.issuer:}") String issuer) {
        this.signIn = signIn;
        this.doorway = doorway;
        this.access = access;
        this.speech = speech;
        this.provider = !issuer.isEmpty();
    }

    /// Between password and code.
    private record Halfway(UUID account, String login, String next, Instant since) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Open
    @GetMapping("/sign-in")
    String form(HttpServletRequest request, @RequestParam(defaultValue = "/") String next, Model model) {
        if (!(access.acting() instanceof Acting.Nobody)) {
            return "redirect:" + Doorway.inside(next);
        }
        String notice = NOTICES.stream()
                .filter(one -> request.getParameter(one) != null)
                .findFirst()
                .orElse(null);
        return show(model, "", next, notice, List.of());
    }

    @Open
    @PostMapping("/sign-in")
    String password(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String name = login.strip();
        SignIn.Answer answer = name.isEmpty() || password.isEmpty()
                ? new SignIn.Answer.Refused()
                : signIn.password(name, password, device(request));
        return switch (answer) {
            case SignIn.Answer.Welcome welcome -> welcome(welcome, next, request, response);
            case SignIn.Answer.CodePlease please -> {
                request.getSession().setAttribute(HALFWAY, new Halfway(please.account(), name, next, Instant.now()));
                yield "redirect:/sign-in/code";
            }
            case SignIn.Answer.Refused refused -> wrong(model, response, request, name, next, "refused");
            case SignIn.Answer.Resting resting -> wrong(model, response, request, name, next, "resting");
            case SignIn.Answer.NoPost none -> wrong(model, response, request, name, next, "nopost");
        };
    }

    @Open
    @GetMapping("/sign-in/code")
    String codeForm(HttpServletRequest request, Model model) {
        if (halfway(request) == null) {
            return "redirect:/sign-in";
        }
        model.addAttribute("page", new SignInPage("", "/", null, false, List.of()));
        return "access/code";
    }

    @Open
    @PostMapping("/sign-in/code")
    String code(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Halfway halfway = halfway(request);
        if (halfway == null) {
            return "redirect:/sign-in";
        }
        SignIn.Answer answer = signIn.code(halfway.login(), halfway.account(), code.strip(), device(request));
        return switch (answer) {
            case SignIn.Answer.Welcome welcome -> welcome(welcome, halfway.next(), request, response);
            case SignIn.Answer.CodePlease please -> "redirect:/sign-in/code";
            case SignIn.Answer.Refused refused -> wrongCode(model, response, request, "code");
            case SignIn.Answer.Resting resting -> wrongCode(model, response, request, "resting");
            case SignIn.Answer.NoPost none -> wrongCode(model, response, request, "nopost");
        };
    }

    @Needs(Right.OWN_ACCOUNT)
    @GetMapping("/sign-in/again")
    String againForm(@RequestParam(defaultValue = "/") String next, Model model) {
        model.addAttribute("page", new SignInPage("", Doorway.inside(next), null, false, List.of()));
        return "access/again";
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/sign-in/again")
    String again(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (signIn.again(access.acting(), answer)) {
            return "redirect:" + Doorway.inside(next);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Text t = speech.of(request);
        model.addAttribute(
                "page",
                new SignInPage(
                        "",
                        Doorway.inside(next),
                        null,
                        false,
                        List.of(new FieldError("answer", t.say("access.sign-in.again.wrong")))));
        return "access/again";
    }

    @Needs(Right.OWN_ACCOUNT)
    @PostMapping("/sign-out")
    String out(HttpServletRequest request) {
        signIn.out(access.acting());
        doorway.out(request);
        return "redirect:/sign-in?out";
    }

    private String welcome(
            SignIn.Answer.Welcome welcome, String next, HttpServletRequest request, HttpServletResponse response) {
        doorway.in(welcome.acting(), welcome.mustEnrol(), request, response);
        return "redirect:" + (welcome.mustEnrol() ? "/account/second-factor" : Doorway.inside(next));
    }

    private String wrong(
            Model model,
            HttpServletResponse response,
            HttpServletRequest request,
            String login,
            String next,
            String why) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(
                model,
                login,
                next,
                null,
                List.of(new FieldError("login", speech.of(request).say("access.sign-in." + why))));
    }

    private String wrongCode(Model model, HttpServletResponse response, HttpServletRequest request, String why) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(
                "page",
                new SignInPage(
                        "",
                        "/",
                        null,
                        false,
                        List.of(new FieldError("code", speech.of(request).say("access.sign-in.wrong-" + why)))));
        return "access/code";
    }

    private String show(Model model, String login, String next, @Nullable String notice, List<FieldError> errors) {
        model.addAttribute("page", new SignInPage(login, Doorway.inside(next), notice, provider, errors));
        return "access/sign-in";
    }

    private static @Nullable Halfway halfway(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(HALFWAY) instanceof Halfway halfway
                        && halfway.since().isAfter(Instant.now().minus(PATIENCE))
                ? halfway
                : null;
    }

    private static String device(HttpServletRequest request) {
        String device = request.getHeader(HttpHeaders.USER_AGENT);
        return device == null ? "" : device;
    }
}
