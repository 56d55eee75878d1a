package kz.shanyraq.office.financing.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What financing adds to the navigation.
@Component
class FinancingParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(120, Right.SEE_PAYMENTS, new Section("financing.section.payments", Icon.WALLET, "/payments")),
                new Part(95, Right.SEE_OWN, new Section("financing.section.my_payments", Icon.WALLET, "/my/payments")));
    }
}
