package kz.shanyraq.policy.figures;

import java.time.LocalDate;

/// A figure as it was found for a region and a day, with what had to stand in for it.
///
/// @param figure the figure that was taken
/// @param region the region that was asked for
/// @param day the day that was asked for
/// @param instead what was taken instead of the region's own figure
public record Looked(Figure figure, int region, LocalDate day, Instead instead) {

    /// What was taken where the region's own figure is not known; each use is counted in a run's report.
    public enum Instead {
        /// The region's own figure.
        NOTHING,
        /// The statistical figure of the republic.
        REPUBLIC,
        /// The figure of the budget law.
        BUDGET_LAW,
        /// The norm of 2019, scaled by the subsistence minimum.
        SCALED
    }

    /// The value in hundredths.
    public long hundredths() {
        return figure.hundredths();
    }

    /// Whether the value was seen in a public source.
    public boolean confirmed() {
        return figure.confirmed();
    }
}
