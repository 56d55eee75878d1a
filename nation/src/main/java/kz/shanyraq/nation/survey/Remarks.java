package kz.shanyraq.nation.survey;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the reader of an import should know of rows that were brought over, counted.
final class Remarks {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void add(Remarks other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    /// The counts, in the order of their first appearance.
    Map<String, Long> counts() {
        return counts;
    }
}
