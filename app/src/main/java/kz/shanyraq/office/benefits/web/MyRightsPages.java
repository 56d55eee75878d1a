package kz.shanyraq.office.benefits.web;

import java.time.LocalDate;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.OwnRights;
import kz.shanyraq.office.registry.AsOf;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.Registry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is due to the own family, now and in the coming months.
@Controller
class MyRightsPages {

    private final Registry registry;
    private final OwnRights rights;
    private final Access access;

    MyRightsPages(Registry registry, OwnRights rights, Access access) {
        this.registry = registry;
        this.rights = rights;
        this.access = access;
    }

    @GetMapping("/my/rights")
    @Needs(Right.SEE_OWN)
    String mine(Model model) {
        Acting.Citizen citizen = access.citizen().orElseThrow(NotThere::new);
        if (citizen.family() == null) {
            model.addAttribute("page", new MyRightsPage(null));
            return "benefits/my-rights";
        }
        LocalDate today = LocalDate.now(Looks.ZONE);
        FamilyFile file = registry.family(new FamilyId(citizen.family()), new AsOf(today, null))
                .orElseThrow(NotThere::new);
        access.require(Right.SEE_OWN, file.ref());
        OwnRights.Mine mine = rights.of(file, today);
        access.looked(Look.at(file.ref(), "rights"));
        model.addAttribute("page", new MyRightsPage(mine));
        return "benefits/my-rights";
    }
}
