package kz.shanyraq.office.benefits;

import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.explain.Explanation;
import kz.shanyraq.policy.explain.Step;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// What the check found about one benefit, for the family or for persons who are alike.
///
/// @param persons whom it concerns, as places among the members; empty for the family
/// @param ages the ages of all members
/// @param monthly whole tenge a month for each; 0 unless it is likely, or could be
/// @param once whole tenge once for each
/// @param missing facts without which it cannot be said
/// @param regionMatters whether the answer differs from region to region
/// @param explanation the reasons of the law; null where the law was not asked at all
/// @param family the family that the law read
/// @param unknown conditions of which the answer is not known, where they alone stand in the way
/// @param most the most that the family may receive in a month for the answer to be another; null if that is not it
/// @param income what it receives in a month; null if that is not known
/// @param children how many children more there would have to be; 0 if that is not it
public record Checked(
        Benefit benefit,
        Standing standing,
        List<Integer> persons,
        List<AgeGroup> ages,
        long monthly,
        long once,
        List<Fact> missing,
        boolean regionMatters,
        @Nullable Explanation explanation,
        @Nullable Households family,
        List<Step> unknown,
        @Nullable Long most,
        @Nullable Long income,
        int children) {

    /// How a benefit stands for somebody.
    public enum Standing {
        /// Likely entitled.
        LIKELY,
        /// Entitled if something turns out as said.
        COULD,
        /// Cannot be said.
        CANNOT_SAY,
        /// Not entitled.
        NOT
    }

    /// The same without persons: what must be alike for persons to be told together.
    record Alike(
            Benefit benefit,
            Standing standing,
            @Nullable AgeGroup age,
            long monthly,
            long once,
            List<Fact> missing,
            List<String> unmet) {}

    /// What must be alike. Of an award nothing is asked, so that its benefit is told once for all of whatever age.
    Alike alike() {
        Explanation why = explanation;
        return new Alike(
                benefit,
                standing,
                persons.isEmpty() || benefit == Benefit.AWARDED_MOTHER ? null : ages.get(persons.getFirst()),
                monthly,
                once,
                missing,
                why == null
                        ? List.of()
                        : why.unmet().stream().map(ground -> ground.code()).toList());
    }

    /// The same for more persons.
    Checked and(Checked other) {
        var both = new java.util.ArrayList<>(persons);
        both.addAll(other.persons);
        return new Checked(
                benefit,
                standing,
                List.copyOf(both),
                ages,
                monthly,
                once,
                missing,
                regionMatters,
                explanation,
                family,
                unknown,
                most,
                income,
                children);
    }
}
