package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Decisions;
import kz.shanyraq.office.benefits.Letters;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Letters as PDF: for officers of the family's place, and for the one to whom the letter is written.
@Controller
class LetterPages {

    private final Letters letters;
    private final Decisions decisions;
    private final Registry registry;
    private final Access access;

    LetterPages(Letters letters, Decisions decisions, Registry registry, Access access) {
        this.letters = letters;
        this.decisions = decisions;
        this.registry = registry;
        this.access = access;
    }

    @GetMapping("/letters/{number:\\d{4}-\\d{6,9}}")
    @Needs({Right.SEE_INCOME, Right.SEE_OWN})
    ResponseEntity<byte[]> letter(@PathVariable String number) {
        Letters.Kept kept = letters.kept(number).orElseThrow(NotThere::new);
        looked(kept.family(), access.citizen().isPresent() ? Right.SEE_OWN : Right.SEE_INCOME);
        return pdf(kept.pdf(), number);
    }

    /// How the letter about a decision would be printed: before a second person has it.
    @GetMapping("/decisions/{id:\\d{1,18}}/letter")
    @Needs(Right.SEE_INCOME)
    ResponseEntity<byte[]> preview(@PathVariable long id, @RequestParam(defaultValue = "kk") String language) {
        Decisions.Decision decision = decisions.find(id).orElseThrow(NotThere::new);
        looked(decision.subject().family(), Right.SEE_INCOME);
        return pdf(
                decisions.preview(
                        id, kz.shanyraq.office.page.Language.of(language).orElseThrow(NotThere::new)),
                "decision-" + id);
    }

    private void looked(long family, Right right) {
        FamilyFile file = registry.family(new FamilyId(family), AsOf.on(LocalDate.now(Looks.ZONE)))
                .orElseThrow(NotThere::new);
        access.require(right, file.ref());
        access.looked(Look.at(file.ref(), "letter"));
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(bytes);
    }
}
