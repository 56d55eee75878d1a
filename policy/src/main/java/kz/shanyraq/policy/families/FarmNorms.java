package kz.shanyraq.policy.families;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.figures.Looked;
import kz.shanyraq.policy.figures.Numbers;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.PlotKind;

/// The norms by which a personal subsidiary farm is valued, of a region in a reference quarter.
///
/// @param perHead tiyn a head and quarter by [LivestockKind]; -1 where no norm is in force
/// @param perHectare tiyn a hectare and quarter by [PlotKind]; -1 where no norm is in force
/// @param looked the figures that were read
@SuppressWarnings("ArrayRecordComponent") // read row by row for a nation; never compared
public record FarmNorms(long[] perHead, long[] perHectare, List<Looked> looked) implements Numbers {

    /// The norms of a region.
    public static FarmNorms of(Figures figures, int region, Day day) {
        var looked = new ArrayList<Looked>();
        long[] perHead = norms(LivestockKind.values(), figures, region, day, looked);
        long[] perHectare = norms(PlotKind.values(), figures, region, day, looked);
        return new FarmNorms(perHead, perHectare, List.copyOf(looked));
    }

    private static long[] norms(Code[] kinds, Figures figures, int region, Day day, List<Looked> looked) {
        long[] norms = new long[kinds.length];
        for (Code kind : kinds) {
            Looked norm = figures.farmNorm(kind.code(), region, day.quarterEnd());
            norms[kind.ordinal()] = norm == null ? -1 : norm.hundredths();
            if (norm != null) {
                looked.add(norm);
            }
        }
        return norms;
    }
}
