package kz.shanyraq.office.access.web;

import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.Pages;
import kz.shanyraq.office.access.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The table of roles: who may do what, where and what for; and which right each page needs.
@Controller
class RolesPages {

    private final Pages pages;

    RolesPages(Pages pages) {
        this.pages = pages;
    }

    @Needs(Right.SEE_ROLES)
    @GetMapping("/admin/roles")
    String roles(Model model) {
        model.addAttribute("page", RolesPage.of(pages.all()));
        return "access/roles";
    }
}
