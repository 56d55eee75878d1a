package kz.shanyraq.policy.explain;

import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Ground;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import org.jspecify.annotations.Nullable;

/// A decision with all its reasons: every step with value, source and article, all unmet conditions, all
/// missing facts, and the smallest single change that would flip the answer.
///
/// @param person the person whom the benefit concerns, as an index among the family's members; -1 for the
///     family
/// @param edition the edition of the rule
/// @param monthly whole tenge a month; 0 unless granted
/// @param once whole tenge once; 0 unless granted
/// @param unmet the grounds of refusal, in the order of the act
/// @param missing the facts without which the answer cannot be told
/// @param flip the smallest change; null where no single change flips the answer, or none was looked for
public record Explanation(
        Benefit benefit,
        YearMonth month,
        int person,
        String edition,
        Outcome outcome,
        Kind kind,
        long monthly,
        long once,
        List<Step> steps,
        List<Ground> unmet,
        List<Fact> missing,
        @Nullable Flip flip) {

    /// Whether every rule and figure behind the answer was seen in a public source.
    public boolean confirmed() {
        return steps.stream().allMatch(Step::confirmed);
    }

    /// The same explanation with other steps.
    public Explanation withSteps(List<Step> steps) {
        return new Explanation(
                benefit, month, person, edition, outcome, kind, monthly, once, steps, unmet, missing, flip);
    }

    /// The same explanation with the smallest change.
    public Explanation with(@Nullable Flip flip) {
        return new Explanation(
                benefit, month, person, edition, outcome, kind, monthly, once, steps, unmet, missing, flip);
    }
}
