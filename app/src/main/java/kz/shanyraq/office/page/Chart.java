package kz.shanyraq.office.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// A picture of numbers, drawn on the server: it works without script, prints, and follows the theme. A template writes
/// it as `${page.chart()}`.
/// Each has its numbers beside its marks or in a table that can be unfolded, and a sentence for those who do not see
/// it.
public sealed interface Chart extends Content
        permits Bands, Bars, StackedBar, DotPlot, Spark, StepLine, Strip24, AgeBar, TileMap, Slices {
    /// The finished markup.
    Content markup();

    @Override
    default void writeTo(TemplateOutput output) {
        markup().writeTo(output);
    }
}
