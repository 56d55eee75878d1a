package kz.shanyraq.office.registry.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.Classifiers;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Reference data: what is in force, and the form by which a new version comes in.
@Controller
class ClassifierPages {

    private final Classifiers classifiers;
    private final Access access;

    ClassifierPages(Classifiers classifiers, Access access) {
        this.classifiers = classifiers;
        this.access = access;
    }

    @GetMapping("/classifiers")
    @Needs(Right.SEE_SOURCES)
    String list(Model model) {
        access.require(Right.SEE_SOURCES);
        model.addAttribute("page", new ClassifiersPage(classifiers.all(), access.may(Right.LOAD_DATA)));
        return "registry/classifiers";
    }

    @PostMapping("/classifiers")
    @Needs(Right.LOAD_DATA)
    String load(
            @RequestParam String code,
            @RequestParam String version,
            @RequestParam String owner,
            @RequestParam String licence,
            @RequestParam String on,
            @RequestParam MultipartFile file,
            RedirectAttributes redirect) {
        access.require(Right.LOAD_DATA);
        try {
            var wanted = new Classifiers.Wanted(
                    code, version.strip(), owner.strip(), licence.strip(), LocalDate.parse(on.strip()));
            access.looked(Look.did(Action.LOAD, "classifier"));
            Path kept = Files.createTempFile("classifier-", ".csv");
            try {
                file.transferTo(kept);
                redirect.addFlashAttribute(
                        "flash", Notice.done("intake.classifier.loaded", classifiers.load(wanted, kept)));
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (Unreadable | DateTimeException wrong) {
            redirect.addFlashAttribute(
                    "flash", Notice.failed("intake.classifier.wrong", String.valueOf(wrong.getMessage())));
        } catch (DataAccessException wrong) {
            redirect.addFlashAttribute("flash", Notice.failed("intake.classifier.wrong", version));
        } catch (IOException broken) {
            throw new UncheckedIOException("The file cannot be kept.", broken);
        }
        return "redirect:/classifiers";
    }
}
