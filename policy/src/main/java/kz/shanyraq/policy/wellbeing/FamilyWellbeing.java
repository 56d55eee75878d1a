package kz.shanyraq.policy.wellbeing;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wellbeing of one family with its reasons: what each circumstance adds or takes, and what would raise
/// the level.
///
/// @param scales the dimensions of the model, in its order
/// @param points of the whole, 0 to 100; -1 where a fact is missing
/// @param level empty where a fact is missing
/// @param raises circumstances whose end would raise the whole, those that would raise it most first
public record FamilyWellbeing(Model.InForce model, List<Scale> scales, int points, String level, List<Raise> raises) {

    /// A dimension.
    ///
    /// @param points 0 to 100; -1 where a fact is missing
    /// @param weight its part of the whole, in percent
    /// @param missing the facts that are missing, as bits of [kz.shanyraq.policy.Fact]
    public record Scale(Dimension dimension, int points, int weight, long missing, List<Weighed> circumstances) {}

    /// A circumstance that the model weighs.
    ///
    /// @param points that it adds to its dimension, or takes
    /// @param holds null where a fact is missing
    public record Weighed(
            Indicator indicator, int points, @Nullable Boolean holds, long missing) {}

    /// A circumstance whose end would raise the whole.
    ///
    /// @param gain points of the whole
    /// @param level that the family would reach
    public record Raise(Dimension dimension, Indicator indicator, int gain, String level) {}

    static FamilyWellbeing of(Model.InForce model, List<Scale> scales, int points) {
        if (points < 0) {
            return new FamilyWellbeing(model, scales, points, "", List.of());
        }
        List<Raise> raises = scales.stream()
                .flatMap(scale -> scale.circumstances.stream()
                        .filter(weighed -> Boolean.TRUE.equals(weighed.holds) && weighed.points < 0)
                        .map(weighed -> raise(model, scales, points, scale, weighed)))
                .filter(raise -> raise.gain > 0)
                .sorted(Comparator.comparingInt((Raise raise) -> -raise.gain))
                .toList();
        return new FamilyWellbeing(model, scales, points, model.level(points), raises);
    }

    private static Raise raise(Model.InForce model, List<Scale> scales, int points, Scale of, Weighed without) {
        int sum = of.circumstances.stream()
                .filter(weighed -> Boolean.TRUE.equals(weighed.holds) && !weighed.equals(without))
                .mapToInt(Weighed::points)
                .sum();
        int whole = Model.whole(scales.stream()
                .mapToInt(scale -> scale.weight * (scale.equals(of) ? Model.inRange(sum) : scale.points))
                .sum());
        return new Raise(of.dimension, without.indicator, whole - points, model.level(whole));
    }
}
