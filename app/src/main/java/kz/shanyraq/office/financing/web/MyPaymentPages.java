package kz.shanyraq.office.financing.web;

import java.time.LocalDate;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.financing.Money;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is paid to a citizen, and where the money is.
@Controller
class MyPaymentPages {

    private final Registry registry;
    private final Money money;
    private final Access access;

    MyPaymentPages(Registry registry, Money money, Access access) {
        this.registry = registry;
        this.money = money;
        this.access = access;
    }

    @GetMapping("/my/payments")
    @Needs(Right.SEE_OWN)
    String mine(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        if (citizen.family() == null) {
            model.addAttribute("page", new MyPaymentsPage(null));
            return "financing/my-payments";
        }
        FamilyFile file = registry.family(new FamilyId(citizen.family()), new AsOf(LocalDate.now(Looks.ZONE), null))
                .orElseThrow(NotThere::new);
        access.require(Right.SEE_OWN, file.ref());
        access.looked(Look.at(file.ref(), "payments"));
        model.addAttribute(
                "page", new MyPaymentsPage(new MoneyView(money.of(file.id().value()), "/my", true, false)));
        return "financing/my-payments";
    }
}
