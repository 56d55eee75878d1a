package kz.shanyraq.policy.properties;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.random.RandomHouseholds;

/// What the law answers to a block of families, in rows that compare by all their fields.
final class Answers {

    /// Every edition of targeted assistance, and both sides of most changes of other acts.
    static final List<YearMonth> MONTHS = List.of(
                    "2018-06", "2019-03", "2019-08", "2020-02", "2020-07", "2022-05", "2023-02", "2023-09", "2024-12",
                    "2025-11", "2026-05")
            .stream()
            .map(YearMonth::parse)
            .toList();

    /// A row of the answer.
    ///
    /// @param person the place of the person among the members, -1 for the family
    record Row(
            Benefit benefit,
            int person,
            Outcome outcome,
            Kind kind,
            long monthly,
            long once,
            List<String> unmet,
            List<String> missing,
            long incomePerHead,
            long povertyLine) {

        Row of(int otherPerson) {
            return new Row(
                    benefit, otherPerson, outcome, kind, monthly, once, unmet, missing, incomePerHead, povertyLine);
        }

        boolean granted() {
            return outcome == Outcome.GRANTED;
        }
    }

    static Catalogue law(YearMonth month) {
        return new Catalogue(month, Figures.shipped());
    }

    /// Families of a seed that is the month's own.
    static Households families(YearMonth month, int families, double unknown) {
        return new RandomHouseholds(Integer.getInteger("properties.seed", 0) + month.hashCode(), month, unknown)
                .make(families);
    }

    /// The rows of all benefits in force, by family.
    static List<List<Row>> of(Catalogue law, Households h) {
        var families = new ArrayList<List<Row>>();
        for (int f = 0; f < h.families; f++) {
            families.add(new ArrayList<>());
        }
        for (Benefit benefit : law.inForce()) {
            var rows = new Assessments();
            law.assess(h, benefit, rows);
            for (int i = 0; i < rows.size; i++) {
                families.get(rows.family[i]).add(row(rows, i));
            }
        }
        return families;
    }

    static Row row(Assessments rows, int i) {
        Benefit benefit = Benefit.values()[rows.benefit[i]];
        List<Ground> unmet = Explainer.unmet(Catalogue.grounds(benefit), rows.unmet[i]);
        List<Fact> missing = Explainer.facts(rows.missing[i]);
        return new Row(
                benefit,
                rows.person[i],
                rows.outcome(i),
                Kind.values()[rows.kind[i]],
                rows.monthly[i],
                rows.once[i],
                unmet.stream().map(Code::code).toList(),
                missing.stream().map(Code::code).toList(),
                rows.incomePerHead[i],
                rows.povertyLine[i]);
    }

    /// The rows of one family by benefit and person.
    static Map<String, Row> byPerson(List<Row> rows) {
        var byPerson = new TreeMap<String, Row>();
        rows.forEach(row -> byPerson.put(row.benefit.code() + " " + row.person, row));
        return byPerson;
    }

    private Answers() {}
}
