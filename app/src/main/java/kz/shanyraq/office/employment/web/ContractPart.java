package kz.shanyraq.office.employment.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.employment.Contracts;
import kz.shanyraq.office.page.Fragments;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Todo;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import org.springframework.stereotype.Component;

/// On the page of a family: its social contract.
@Component
class ContractPart implements FamilyPart {

    private final Contracts contracts;
    private final Fragments fragments;

    ContractPart(Contracts contracts, Fragments fragments) {
        this.contracts = contracts;
        this.fragments = fragments;
    }

    @Override
    public List<Shown> of(FamilyFile file, String address, boolean own) {
        List<ContractView> views = contracts.of(file.id()).stream()
                .map(contract -> new ContractView(contract, file, own))
                .toList();
        if (views.isEmpty()) {
            return List.of();
        }
        return List.of(new Shown() {
            @Override
            public List<Todo> now(Text t) {
                return views.stream().flatMap(view -> view.now(t).stream()).toList();
            }

            @Override
            public boolean aside() {
                return true;
            }

            @Override
            public Content content(Text t) {
                return fragments.of("employment/part", Map.of("t", t, "views", views));
            }
        });
    }
}
