package kz.shanyraq.office.benefits.web;

import java.util.Optional;
import kz.shanyraq.office.access.Territory;

/// Places from one code to another: a territory, or a part of it.
///
/// @param lo the first code
/// @param hi the last code
public record Span(int lo, int hi) {

    private static final int FIRST = 100_000_000;
    private static final int LAST = 999_999_999;
    private static final int REGION = 10_000_000;
    private static final int DISTRICT = 100_000;

    /// A territory whole.
    static Span of(Territory territory) {
        return new Span(territory.lo(), territory.hi());
    }

    /// Whether a number is the code of a region.
    static boolean isRegion(int kato) {
        return kato >= FIRST && kato <= LAST && kato % REGION == 0;
    }

    /// The region in which it begins.
    int region() {
        return lo / REGION * REGION;
    }

    /// Whether more than one region lies in it.
    boolean regions() {
        return lo / REGION != hi / REGION;
    }

    /// Whether it is a region as a whole.
    boolean wholeRegion() {
        return lo == region() && hi == lo + REGION - 1;
    }

    /// What of it lies in a region and district; 0 for any. Empty if nothing does.
    Optional<Span> within(int region, int district) {
        Span part = this;
        if (region != 0) {
            part = part.and(region / REGION * REGION, REGION);
        }
        if (district != 0) {
            part = part.and(district / DISTRICT * DISTRICT, DISTRICT);
        }
        return part.lo <= part.hi ? Optional.of(part) : Optional.empty();
    }

    private Span and(int first, int width) {
        return new Span(Math.max(lo, first), Math.min(hi, first + width - 1));
    }
}
