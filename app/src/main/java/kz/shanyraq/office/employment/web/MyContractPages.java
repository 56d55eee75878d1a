package kz.shanyraq.office.employment.web;

import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.employment.Contracts;
import kz.shanyraq.office.employment.Signatures;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PersonId;
import kz.shanyraq.office.registry.Registry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The own family's social contract: to read, and to sign.
@Controller
class MyContractPages {

    private final Contracts contracts;
    private final Signatures signatures;
    private final Registry registry;
    private final Access access;

    MyContractPages(Contracts contracts, Signatures signatures, Registry registry, Access access) {
        this.contracts = contracts;
        this.signatures = signatures;
        this.registry = registry;
        this.access = access;
    }

    @GetMapping("/my/contract")
    @Needs(Right.SEE_OWN)
    String mine(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        var me = new PersonId(citizen.person());
        if (citizen.family() == null) {
            model.addAttribute("page", new MyContractPage(null, me, List.of()));
            return "employment/my-contract";
        }
        FamilyFile file = family(citizen.family());
        access.looked(Look.at(file.ref(), "contract"));
        List<ContractView> views = contracts.of(file.id()).stream()
                .map(contract -> new ContractView(contract, file, true))
                .toList();
        ContractView shown = views.stream()
                .filter(view -> view.contract().state().live())
                .findFirst()
                .orElse(views.isEmpty() ? null : views.getFirst());
        model.addAttribute(
                "page",
                new MyContractPage(
                        shown,
                        me,
                        views.stream().filter(view -> !view.equals(shown)).toList()));
        return "employment/my-contract";
    }

    /// To sign is to promise: password or code are asked for again.
    @PostMapping("/my/contract")
    @Needs(value = Right.SEE_OWN, again = true)
    String sign(RedirectAttributes redirect) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        if (citizen.family() == null) {
            throw new NotThere();
        }
        FamilyFile file = family(citizen.family());
        access.looked(Look.did(Action.CHANGE, file.ref(), citizen.person(), "contract signature"));
        boolean signed = contracts.of(file.id()).stream()
                .anyMatch(contract -> signatures.onPage(contract.id(), new PersonId(citizen.person())));
        redirect.addFlashAttribute(
                "flash", signed ? Notice.done("employment.my.signed") : Notice.failed("employment.impossible"));
        return "redirect:/my/contract";
    }

    private FamilyFile family(long number) {
        FamilyFile file = registry.family(new FamilyId(number), AsOf.on(LocalDate.now(Looks.ZONE)))
                .orElseThrow(NotThere::new);
        access.require(Right.SEE_OWN, file.ref());
        return file;
    }
}
