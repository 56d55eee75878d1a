package kz.shanyraq.office.benefits;

import java.util.List;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.explain.Explainer;

/// How a fact that a benefit lacks is got, the cheapest way first. Which fact goes which way follows from who keeps it:
/// what a register of the state holds is asked of it; what only the family knows is asked of the family; what somebody
/// has to see needs a visit.
public enum Way implements Code {
    /// A register holds it: ask for it.
    BY_REGISTER,
    /// The family knows it, or has the paper: ask by telephone, let it send a picture.
    BY_FAMILY,
    /// Somebody has to see it.
    BY_VISIT;

    private static final long SEEN = bits(Fact.NEEDS_CARE, Fact.HOMELESS);
    private static final long TOLD = bits(
            Fact.RELATION,
            Fact.DWELLING_ID,
            Fact.CARES_FOR,
            Fact.SURVEY_REFUSED,
            Fact.HOUSING_COSTS,
            Fact.WATER,
            Fact.HEATING,
            Fact.SEWER,
            Fact.LIVESTOCK,
            Fact.PLOTS);

    private static long bits(Fact... facts) {
        long bits = 0;
        for (Fact fact : facts) {
            bits |= fact.bit();
        }
        return bits;
    }

    /// The cheapest way to a fact.
    public static Way to(Fact fact) {
        return of(fact.bit());
    }

    /// The way that gets all of some missing facts: the costliest of the ways to each.
    ///
    /// @param missing bits of [Fact]s, at least one
    public static Way of(long missing) {
        return (missing & SEEN) != 0 ? BY_VISIT : (missing & TOLD) != 0 ? BY_FAMILY : BY_REGISTER;
    }

    /// The facts that are got in this way, as bits.
    public long facts() {
        return switch (this) {
            case BY_VISIT -> SEEN;
            case BY_FAMILY -> TOLD;
            case BY_REGISTER -> ~(SEEN | TOLD);
        };
    }

    /// The way of the topic of families whose missing facts are got in it.
    static Way of(Topic topic) {
        for (Way way : values()) {
            if (Topic.of(way).equals(topic)) {
                return way;
            }
        }
        throw new IllegalArgumentException("The topic %s is of no way.".formatted(topic));
    }

    /// Those of some missing facts that are got in this way.
    public List<Fact> of(List<Fact> missing) {
        return missing.stream().filter(fact -> to(fact) == this).toList();
    }

    /// The facts of a set of bits.
    public static List<Fact> facts(long missing) {
        return Explainer.facts(missing);
    }
}
