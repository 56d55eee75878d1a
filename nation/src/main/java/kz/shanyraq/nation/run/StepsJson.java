package kz.shanyraq.nation.run;

import java.nio.charset.StandardCharsets;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.explain.Explainer;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.household.Households;

/// The steps of a decision as JSON: name, value, citation, source, whether confirmed. Derived again from the
/// snapshot by the rule itself, which costs about a microsecond a row.
public final class StepsJson {

    private final Explainer explainer;

    /// Steps by an explainer.
    public StepsJson(Explainer explainer) {
        this.explainer = explainer;
    }

    /// The steps of a row, as UTF-8.
    ///
    /// @param person the index among the family's members, or a negative number
    byte[] of(Households h, int f, int person, Benefit benefit) {
        int p = person < 0 ? -1 : h.firstPerson[f] + person;
        var json = new StringBuilder("[");
        for (Step step : explainer.explain(h, f, p, benefit).steps()) {
            json.append(json.length() == 1 ? "" : ",");
            append(step, json);
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Appends a step as a JSON object.
    public static void append(Step step, StringBuilder json) {
        json.append("{\"name\":").append(quoted(step.name())).append(",\"value\":");
        json.append(step.numeric() ? step.value() : quoted(step.value()));
        json.append(",\"citation\":").append(quoted(cite(step.citation())));
        json.append(",\"source\":").append(quoted(step.source()));
        json.append(",\"confirmed\":").append(step.confirmed()).append('}');
    }

    /// A citation in short: the act's name and number, the place.
    public static String cite(Citation citation) {
        String code = citation.act().code();
        String number = citation.act().number();
        String act = number.isEmpty() ? code : code.replace("_" + number, "") + " " + number;
        return citation.place().isEmpty() ? act : act + ", " + citation.place();
    }

    /// A text as a JSON string.
    public static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20) {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
