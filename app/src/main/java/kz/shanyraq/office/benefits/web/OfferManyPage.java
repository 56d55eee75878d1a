package kz.shanyraq.office.benefits.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;

/// What offers to many would do, before they are begun.
///
/// @param counts how many by SMS, by voice, and how many are left out by which reason: together all that were
///     found
/// @param perDay how many a day, as typed
/// @param wrong whether that is not a number from 1 to 5 000
public record OfferManyPage(Topic topic, Map<String, Long> counts, String perDay, boolean wrong) {

    private static final List<String> OFFERED = List.of("by_sms", "by_voice");

    /// All that were found.
    public long all() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /// How many would be offered.
    public long offered() {
        return OFFERED.stream().mapToLong(way -> counts.getOrDefault(way, 0L)).sum();
    }

    /// What is counted, those first who are offered.
    public List<String> rows() {
        return counts.keySet().stream()
                .sorted((a, b) -> Boolean.compare(OFFERED.contains(b), OFFERED.contains(a)))
                .toList();
    }

    /// The benefit.
    public String benefit(Text t) {
        return TopicWords.name(topic, t);
    }
}
