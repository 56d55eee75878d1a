package kz.shanyraq.cli;

import static kz.shanyraq.nation.run.StepsJson.quoted;

import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.nation.run.OneFamily;
import kz.shanyraq.nation.run.StepsJson;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Flip;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// Explanations as JSON.
final class ExplanationJson {

    static String of(OneFamily one, YearMonth month, List<Explanation> explanations) {
        var json = new StringBuilder("{\"family_id\":").append(quoted(one.id()));
        json.append(",\"month\":").append(quoted(month.toString())).append(",\"acts\":[");
        String separator = "";
        for (Explanation explanation : explanations) {
            json.append(separator);
            act(explanation, one, json);
            separator = ",";
        }
        return json.append("]}").append(System.lineSeparator()).toString();
    }

    private static void act(Explanation explanation, OneFamily one, StringBuilder json) {
        json.append("{\"act\":").append(quoted(explanation.benefit().code()));
        json.append(",\"person_id\":");
        json.append(quoted(explanation.person() < 0 ? "" : one.personIds().get(explanation.person())));
        json.append(",\"edition\":").append(quoted(explanation.edition()));
        json.append(",\"outcome\":").append(quoted(explanation.outcome().code()));
        json.append(",\"kind\":").append(quoted(explanation.kind().code()));
        json.append(",\"monthly\":").append(explanation.monthly());
        json.append(",\"once\":").append(explanation.once());
        json.append(",\"steps\":[");
        String separator = "";
        for (Step step : explanation.steps()) {
            json.append(separator);
            StepsJson.append(step, json);
            separator = ",";
        }
        json.append("],\"unmet\":").append(codes(explanation.unmet()));
        json.append(",\"missing\":").append(codes(explanation.missing()));
        json.append(",\"flip\":").append(flip(explanation.flip(), one)).append('}');
    }

    private static String codes(List<? extends Code> codes) {
        return "["
                + String.join(
                        ",", codes.stream().map(code -> quoted(code.code())).toList()) + "]";
    }

    private static String flip(@Nullable Flip flip, OneFamily one) {
        if (flip == null) {
            return "null";
        }
        Column column = flip.column();
        return "{\"file\":" + quoted(column.file().code())
                + ",\"key\":{" + key(flip, one) + "}"
                + ",\"column\":" + quoted(column.header())
                + ",\"from\":" + cell(column, flip.from())
                + ",\"to\":" + cell(column, flip.to())
                + ",\"outcome\":" + quoted(flip.outcome().code())
                + ",\"monthly\":" + flip.monthly()
                + ",\"once\":" + flip.once() + "}";
    }

    /// The ids of the row that holds the fact.
    private static String key(Flip flip, OneFamily one) {
        Households h = one.household();
        int row = flip.row();
        return switch (flip.column().file()) {
            case PERSONS -> "\"person_id\":" + quoted(one.personIds().get(row));
            case INCOMES ->
                "\"person_id\":" + quoted(one.personIds().get(owner(h, row)))
                        + ",\"month\":" + quoted(Day.month(h.incomeMonth[row]).toString())
                        + ",\"kind\":" + quoted(Column.INCOME_KIND.format(h.incomeKind[row]));
            case LIVESTOCK -> family(one) + ",\"kind\":" + quoted(Column.LIVESTOCK_KIND.format(h.livestockKind[row]));
            case PLOTS -> family(one) + ",\"kind\":" + quoted(Column.PLOT_KIND.format(h.plotKind[row]));
            case FAMILIES, SOURCES, FACTS -> family(one);
        };
    }

    private static String family(OneFamily one) {
        return "\"family_id\":" + quoted(one.id());
    }

    private static int owner(Households h, int income) {
        int p = 0;
        while (h.firstIncome[p + 1] <= income) {
            p++;
        }
        return p;
    }

    /// A cell as JSON: numbers and truth values as such, an empty cell as null.
    private static String cell(Column column, long raw) {
        String text = column.format(raw);
        if (text.isEmpty()) {
            return "null";
        }
        return switch (column.type()) {
            case COUNT, MONEY, AREA, BOOLEAN -> text;
            default -> quoted(text);
        };
    }

    private ExplanationJson() {}
}
