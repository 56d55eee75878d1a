package kz.shanyraq.policy.assessment;

import kz.shanyraq.policy.Outcome;

/// The sheet on which a rule is worked out (есеп парағы, расчётный лист): its fields, in their order, are the
/// steps of the law, each with its citation (see [Cites]); what follows from them are the unmet conditions,
/// the missing facts and the amount. The sheet is the explanation; there is no trace beside it.
///
/// A page fills a new sheet for its family; the batch fills one sheet again and again, so that a nation costs
/// no garbage. The rule is the same method.
public abstract class Assessment {

    /// The bits of the refusal grounds whose conditions are certainly unmet.
    private int unmet;

    /// The bits of the facts that are missing and could still change outcome, kind or amount.
    private long missing;

    /// For the rule, last of all: what is unmet, and what is missing. A refusal misses nothing, because no
    /// fact can change it.
    protected final void conclude(int unmet, long missing) {
        this.unmet = unmet;
        this.missing = unmet == 0 ? missing : 0;
    }

    /// The bits of the refusal grounds whose conditions are certainly unmet.
    public final int unmet() {
        return unmet;
    }

    /// The bits of the facts that are missing and could still change the answer; none for a refusal.
    public final long missing() {
        return missing;
    }

    /// The answer.
    public final Outcome outcome() {
        return Outcome.of(unmet, missing);
    }

    /// Whether the benefit is granted.
    public final boolean granted() {
        return unmet == 0 && missing == 0;
    }

    /// The sum a month that the rule worked out, whole tenge; it is paid only if granted.
    protected abstract long sum();

    /// The one-off sum that the rule worked out, whole tenge; it is paid only if granted.
    protected long sumOnce() {
        return 0;
    }

    /// The kind that the rule worked out, as an ordinal.
    protected long kind() {
        return 0;
    }

    /// Whole tenge a month; 0 unless granted.
    public final long monthly() {
        return granted() ? sum() : 0;
    }

    /// Whole tenge once; 0 unless granted.
    public final long once() {
        return granted() ? sumOnce() : 0;
    }

    /// The ordinal of the [Kind]; that of [Kind#NONE] unless it is targeted assistance and granted.
    public final long kindOrdinal() {
        return granted() ? kind() : 0;
    }
}
