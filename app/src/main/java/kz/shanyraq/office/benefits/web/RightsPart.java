package kz.shanyraq.office.benefits.web;

import gg.jte.Content;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.benefits.Entitlement;
import kz.shanyraq.office.benefits.Entitlements;
import kz.shanyraq.office.benefits.Sweep;
import kz.shanyraq.office.benefits.Sweeps;
import kz.shanyraq.office.page.Fragments;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyPart;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Registry;
import org.springframework.stereotype.Component;

/// On the page of a family: what is due and not received, and why.
@Component
class RightsPart implements FamilyPart {

    private final Registry registry;
    private final Entitlements entitlements;
    private final Sweeps sweeps;
    private final Access access;
    private final Fragments fragments;

    RightsPart(Registry registry, Entitlements entitlements, Sweeps sweeps, Access access, Fragments fragments) {
        this.registry = registry;
        this.entitlements = entitlements;
        this.sweeps = sweeps;
        this.access = access;
        this.fragments = fragments;
    }

    /// An answer needs every fact that the law reads. To the family itself not all of them are shown, such as the
    /// income of a grown-up relative, so that it has another page.
    @Override
    public Optional<Shown> of(FamilyFile file, String address, boolean own) {
        boolean all = access.may(Right.SEE_INCOME, file.ref()) && access.may(Right.SEE_DISABILITY, file.ref());
        if (own || !all || file.members().isEmpty()) {
            return Optional.empty();
        }
        return sweeps.last().map(sweep -> shown(file, sweep));
    }

    private Shown shown(FamilyFile file, Sweep sweep) {
        Household household = registry.household(file, YearMonth.from(sweep.month()));
        List<Entitlement> all = entitlements.of(household);
        return new Shown() {
            @Override
            public @org.jspecify.annotations.Nullable String now(Text t) {
                long unreceived = RightsView.count(all, Entitlement.Group.UNRECEIVED);
                return unreceived == 0 ? null : t.say("benefits.rights.now", unreceived);
            }

            @Override
            public Content content(Text t) {
                return fragments.of("benefits/rights", Map.of("t", t, "view", new RightsView(household, all)));
            }
        };
    }
}
