package kz.shanyraq.nation.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.TableWriter.Column;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;

/// The columns of assessments, and how an answer becomes a row of them.
public final class AssessmentTable {

    /// The columns of the results (`docs/household-data.md`), without steps.
    public static final List<Column> COLUMNS = List.of(
            Column.text("family_id"),
            Column.text("month"),
            Column.text("act"),
            Column.text("person_id"),
            Column.text("edition"),
            Column.text("outcome"),
            Column.text("kind"),
            Column.money("monthly"),
            Column.money("once"),
            Column.text("unmet"),
            Column.text("missing"),
            Column.decimal("income_per_head"),
            Column.decimal("poverty_line"));

    private final byte[] month;
    private final Map<Benefit, byte[]> editions = new EnumMap<>(Benefit.class);
    private final Map<Benefit, List<Ground>> grounds = new EnumMap<>(Benefit.class);
    private final Map<Long, byte[]> facts = new HashMap<>();
    private final Map<Integer, byte[]> unmet = new HashMap<>();
    private final byte[][] benefits = codes(Benefit.values());
    private final byte[][] outcomes = codes(Outcome.values());
    private final byte[][] kinds = codes(Kind.values());

    /// Rows of the benefits of a month.
    public AssessmentTable(Catalogue catalogue) {
        this.month = utf8(Day.month(catalogue.day().month()).toString());
        for (Benefit benefit : catalogue.inForce()) {
            editions.put(benefit, utf8(catalogue.edition(benefit)));
            grounds.put(benefit, Catalogue.grounds(benefit));
        }
    }

    static byte[][] codes(Code[] codes) {
        return Arrays.stream(codes).map(code -> utf8(code.code())).toArray(byte[][]::new);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Adds the cells of an answer from the column `month` on, but for the ids, which the caller adds.
    ///
    /// @param incomePerHead tiyn, or negative for none; likewise the poverty line
    public void add(
            Batch batch,
            Benefit benefit,
            int kind,
            int unmet,
            long missing,
            long monthly,
            long once,
            long incomePerHead,
            long povertyLine) {
        batch.column(1).add(month);
        batch.column(2).add(benefits[benefit.ordinal()]);
        batch.column(4).add(editions.getOrDefault(benefit, new byte[0]));
        batch.column(5).add(outcomes[Outcome.of(unmet, missing).ordinal()]);
        batch.column(6).add(kinds[kind]);
        batch.column(7).add(monthly);
        batch.column(8).add(once);
        batch.column(9).add(unmet(benefit, unmet));
        batch.column(10).add(facts(missing));
        decimal(batch, 11, incomePerHead);
        decimal(batch, 12, povertyLine);
    }

    private static void decimal(Batch batch, int column, long hundredths) {
        if (hundredths < 0) {
            batch.column(column).addEmpty();
        } else {
            batch.column(column).add(hundredths);
        }
    }

    private byte[] unmet(Benefit benefit, int bits) {
        return unmet.computeIfAbsent(
                benefit.ordinal() << 16 | bits,
                key -> utf8(Explainer.join(Explainer.unmet(grounds.getOrDefault(benefit, List.of()), bits))));
    }

    /// The codes of facts, joined.
    byte[] facts(long bits) {
        return facts.computeIfAbsent(bits, key -> utf8(Explainer.join(Explainer.facts(bits))));
    }

    /// The month of the rows.
    byte[] month() {
        return month;
    }
}
