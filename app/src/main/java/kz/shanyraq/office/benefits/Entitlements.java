package kz.shanyraq.office.benefits;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.shanyraq.nation.run.BlockRun;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Unless;
import kz.shanyraq.policy.household.Households;
import org.springframework.stereotype.Component;

/// The law over one family, with reasons: the same rules in the same library as the sweep's, asked for a page.
@Component
public class Entitlements {

    private record Month(Catalogue catalogue, Explainer explainer) {}

    private final LawBook book;

    private final Map<YearMonth, Month> months = new ConcurrentHashMap<>();
    private final Map<YearMonth, Month> expected = new ConcurrentHashMap<>();

    Entitlements(LawBook book) {
        this.book = book;
    }

    /// Every answer of the law about a family, in the order of the benefits; for the persons whom a benefit concerns,
    /// each on its own.
    public List<Entitlement> of(Household household) {
        Month month = month(household.month());
        return of(household, month, month.catalogue.inForce(), true);
    }

    /// The answers of the law about one benefit; none if it is not in force.
    public List<Entitlement> of(Household household, Benefit benefit) {
        Month month = month(household.month());
        return month.catalogue.inForce().contains(benefit) ? of(household, month, Set.of(benefit), true) : List.of();
    }

    /// The answers about one benefit in a month that may lie ahead, without what would change them: figures that are
    /// not known yet are taken to stay as they are.
    List<Entitlement> expected(Household household, Benefit benefit) {
        Month month = expected.computeIfAbsent(household.month(), wanted -> {
            Catalogue catalogue = book.expected(wanted);
            return new Month(catalogue, new Explainer(catalogue));
        });
        return month.catalogue.inForce().contains(benefit) ? of(household, month, Set.of(benefit), false) : List.of();
    }

    private Month month(YearMonth month) {
        return months.computeIfAbsent(month, wanted -> {
            var catalogue = book.law(wanted).orElseThrow();
            return new Month(catalogue, new Explainer(catalogue));
        });
    }

    private static List<Entitlement> of(Household household, Month month, Set<Benefit> benefits, boolean unless) {
        Households h = household.columns();
        var run = new BlockRun(month.catalogue, benefits, List.of(), false);
        run.run(h);
        var entitlements = new ArrayList<Entitlement>();
        for (int row = 0; row < run.rows.size; row++) {
            Benefit benefit = Benefit.values()[run.rows.benefit[row]];
            int p = run.rows.person[row];
            int receives = p < 0 ? FoundRows.received(h, 0, benefit) : FoundRows.received(h.receives[p], benefit);
            Explanation explanation = month.explainer.explain(h, 0, p, benefit);
            entitlements.add(new Entitlement(
                    benefit,
                    p < 0 ? null : household.members().get(p).called(),
                    State.of(benefit, run.rows.outcome(row), receives),
                    unless ? explanation.with(Unless.find(month.catalogue, h, 0, explanation)) : explanation));
        }
        return entitlements;
    }
}
