package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.shanyraq.office.benefits.Entitlement;
import kz.shanyraq.office.benefits.Way;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.FamilyFile;
import kz.shanyraq.office.registry.FamilyFile.Disagreement;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.explain.Words;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// Whether somebody has to go and see: which facts that the law needs are missing, of which sources disagree, which are
/// older than their source allows; and the cheapest way to each.
public record NeededView(FamilyFile file, Household household, List<Entitlement> all, String address) {

    /// Rows of a card.
    private static final int MOST = 6;

    /// A fact that is missing or disputed, or a source that is old.
    ///
    /// @param why what is wrong with it
    /// @param count how many facts or sources the row stands for
    /// @param href where the answer is written down; null where nobody has to write it
    /// @param fact that is missing; null where it is no missing fact
    public record Row(
            String name,
            String why,
            Way way,
            int count,
            @Nullable String href,
            @Nullable Fact fact) {}

    /// The rows, those first that cost most.
    public List<Row> rows(Text t) {
        List<Row> rows = new ArrayList<>();
        missing().forEach((fact, benefits) -> rows.addAll(missing(fact, benefits, t)));
        for (Disagreement disagreement : disputed()) {
            rows.add(new Row(
                    t.say("registry.fact." + disagreement.column()),
                    t.say(
                            "benefits.needed.disputed",
                            source(disagreement.heldSource(), t),
                            source(disagreement.otherSource(), t)),
                    Way.BY_REGISTER,
                    1,
                    address + "/questions/new?sheet="
                            + disagreement.sheet().code() + "&column=" + disagreement.column()
                            + person(disagreement),
                    null));
        }
        old(t).ifPresent(rows::add);
        rows.sort(Comparator.comparing(Row::way).reversed());
        return List.copyOf(rows);
    }

    /// The sources that are older than they may be, in one row.
    private Optional<Row> old(Text t) {
        List<String> names = file.confirmed().entrySet().stream()
                .filter(entry -> entry.getKey().register() && entry.getKey().old(entry.getValue(), t.today()))
                .map(entry -> entry.getKey().name().in(t.language().code()))
                .sorted(t.alphabetical())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Row(
                        t.list(names),
                        t.say("benefits.needed.old", names.size()),
                        Way.BY_REGISTER,
                        names.size(),
                        null,
                        null));
    }

    /// The first of some rows.
    public List<Row> first(List<Row> rows) {
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    /// The costliest way that some rows need; empty where there are none.
    public Optional<Way> way(List<Row> rows) {
        return rows.stream().map(Row::way).max(Comparator.naturalOrder());
    }

    /// Where a visit or call is planned that gets what some rows lack; null where neither is needed.
    public @Nullable String plan(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.fact() != null && row.way() != Way.BY_REGISTER)
                .map(Row::way)
                .max(Comparator.naturalOrder())
                .map(way -> address + "/visits/" + way.code())
                .orElse(null);
    }

    /// What is said of some rows in one sentence.
    public String verdict(List<Row> rows, Text t) {
        return way(rows)
                .map(way -> t.say(
                        "benefits.needed." + way.code(),
                        rows.stream()
                                .filter(row -> row.way() == way)
                                .mapToInt(Row::count)
                                .sum()))
                .orElseGet(() -> t.say("benefits.needed.none"));
    }

    /// How it is marked.
    public Tone tone(List<Row> rows) {
        return way(rows).map(way -> way == Way.BY_VISIT ? Tone.WAIT : Tone.INFO).orElse(Tone.GOOD);
    }

    /// The facts that an open answer of the law lacks, with the benefits that lack them.
    private Map<Fact, Set<Entitlement>> missing() {
        Map<Fact, Set<Entitlement>> missing = new LinkedHashMap<>();
        for (Entitlement entitlement : all) {
            if (entitlement.group() == Entitlement.Group.UNDECIDED) {
                entitlement
                        .explanation()
                        .missing()
                        .forEach(fact -> missing.computeIfAbsent(fact, any -> new LinkedHashSet<>())
                                .add(entitlement));
            }
        }
        return missing;
    }

    /// One row for each person of whom it is missing, or one for the family.
    private List<Row> missing(Fact fact, Set<Entitlement> of, Text t) {
        Words words = Words.in(LawWords.language(t));
        String name = words.say("fact." + fact.code());
        String why = t.say(
                "benefits.needed.missing",
                t.list(of.stream()
                        .map(entitlement ->
                                words.say("benefit." + entitlement.benefit().code()))
                        .distinct()
                        .toList()));
        Optional<Column> column = WordOf.column(fact).filter(Column::held);
        Optional<FactSheet> sheet = column.flatMap(WordOf::sheet);
        if (column.isEmpty() || sheet.isEmpty() || sheet.get().several()) {
            return List.of(new Row(name, why, Way.to(fact), 1, null, fact));
        }
        String form = address + "/corrections/new?sheet=" + sheet.get().code() + "&column="
                + column.get().header();
        if (sheet.get().ofFamily()) {
            return List.of(new Row(name, why, Way.to(fact), 1, form, fact));
        }
        Households h = household.columns();
        List<Row> rows = new ArrayList<>();
        for (int p = 0; p < household.members().size(); p++) {
            if (column.get().get(h, p) == column.get().type().unknown()) {
                Member member = household.members().get(p);
                rows.add(new Row(
                        member.called() + ": " + name,
                        why,
                        Way.to(fact),
                        1,
                        form + "&person=" + member.id().value(),
                        fact));
            }
        }
        return rows.isEmpty() ? List.of(new Row(name, why, Way.to(fact), 1, null, fact)) : rows;
    }

    private List<Disagreement> disputed() {
        Set<String> read = new LinkedHashSet<>();
        for (Entitlement entitlement : all) {
            entitlement
                    .explanation()
                    .steps()
                    .forEach(step -> step.reads().forEach(column -> read.add(column.header())));
        }
        return file.disagreements().stream()
                .filter(disagreement -> read.contains(disagreement.column()))
                .toList();
    }

    private String source(String code, Text t) {
        var source = file.sources().get(code);
        return source == null ? code : source.name().in(t.language().code());
    }

    private static String person(Disagreement disagreement) {
        return disagreement.sheet().ofFamily() ? "" : "&person=" + disagreement.subject();
    }
}
