package kz.shanyraq.policy.explain;

import java.util.List;
import kz.shanyraq.policy.Citation;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.household.Column;

/// A step of an explanation: what was found, by which rule, from which source.
///
/// @param name the step's name
/// @param unit what the number means
/// @param number the number itself
/// @param citation the rule
/// @param source where the facts or figures come from
/// @param confirmed whether rule and figures were seen in public sources
/// @param reads the columns of the household format on which the step rests
/// @param figures the figures on which the step rests
public record Step(
        String name,
        Unit unit,
        long number,
        Citation citation,
        String source,
        boolean confirmed,
        List<Column> reads,
        List<Looked> figures) {

    /// The same step with another source, such as the register that told its facts.
    public Step from(String source) {
        return new Step(name, unit, number, citation, source, confirmed, reads, figures);
    }

    /// The number as it stands in a file: tenge and counts as they are, hundredths with two decimals,
    /// conditions as `met`, `unmet` or `unknown`.
    public String value() {
        return switch (unit) {
            case TENGE, COUNT -> Long.toString(number);
            case TIYN, HUNDREDTHS -> number / 100 + "." + (number % 100 < 10 ? "0" : "") + number % 100;
            case CONDITION -> condition();
            case KIND -> Kind.values()[(int) number].code();
        };
    }

    /// Whether the value is a number in JSON.
    public boolean numeric() {
        return unit != Unit.CONDITION && unit != Unit.KIND;
    }

    /// How a condition was answered.
    public String condition() {
        return number == Verdict.MET ? "met" : number == Verdict.UNMET ? "unmet" : "unknown";
    }
}
