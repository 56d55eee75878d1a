package kz.shanyraq.office.financing.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.financing.Money;
import kz.shanyraq.office.page.Fragments;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import org.springframework.stereotype.Component;

/// On the page of a family: the money that is due to it, and where it stands. The family itself has another page.
@Component
class MoneyPart implements FamilyPart {

    private final Money money;
    private final Access access;
    private final Fragments fragments;

    MoneyPart(Money money, Access access, Fragments fragments) {
        this.money = money;
        this.access = access;
        this.fragments = fragments;
    }

    @Override
    public List<Shown> of(FamilyFile file, String address, boolean own) {
        if (own || !access.may(Right.SEE_PAYMENTS, file.ref())) {
            return List.of();
        }
        List<Money.Month> months = money.of(file.id().value());
        if (months.isEmpty()) {
            return List.of();
        }
        var view = new MoneyView(months, address, false, access.may(Right.PREPARE_PAYMENTS));
        return List.of(new Shown() {
            @Override
            public List<Todo> now(Text t) {
                return view.now(t);
            }

            @Override
            public Content content(Text t) {
                return fragments.of("financing/money", Map.of("t", t, "view", view));
            }
        });
    }
}
