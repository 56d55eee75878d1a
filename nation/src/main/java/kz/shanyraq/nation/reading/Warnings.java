package kz.shanyraq.nation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Readable but unlikely values, counted: a warning each, never a reject.
public final class Warnings {

    private record Seen(long count, String first) {}

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /// Counts a warning; the first example is told.
    void add(String what, String example) {
        seen.merge(what, new Seen(1, example), (old, one) -> new Seen(old.count + 1, old.first));
    }

    /// The warnings as sentences.
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        seen.forEach((what, times) -> sentences.add(
                times.count == 1
                        ? "%s: %s.".formatted(what, times.first)
                        : "%s: %d times, first %s.".formatted(what, times.count, times.first)));
        return sentences;
    }
}
