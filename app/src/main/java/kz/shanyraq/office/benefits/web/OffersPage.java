package kz.shanyraq.office.benefits.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Bars;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import org.jspecify.annotations.Nullable;

/// How far the offers of a territory came, from what was found to what was paid: each figure opens its list.
///
/// @param topic the benefit; null for all
/// @param found what is due and not received by the last sweep
/// @param paid how many ended in money on an account; null where that is not known
/// @param silent whether no SMS goes out now
public record OffersPage(
        @Nullable Topic topic,
        long found,
        Offers.Funnel funnel,
        @Nullable Long paid,
        List<Offers.Batch> batches,
        boolean silent) {

    /// The stages as bars.
    public Bars bars(Text t) {
        String kept = topic == null ? "" : "?topic=" + topic.code();
        List<Bars.Bar> bars = new ArrayList<>();
        bars.add(new Bars.Bar(
                t.say("benefits.offers.found"),
                found,
                topic == null ? "/findings" : "/findings/" + topic.code() + "/unreceived"));
        bars.add(new Bars.Bar(t.say("benefits.offers.offered"), funnel.offered(), "/offers/list/all" + kept));
        bars.add(new Bars.Bar(t.say("benefits.offers.delivered"), funnel.delivered(), "/offers/list/delivered" + kept));
        bars.add(new Bars.Bar(t.say("benefits.offers.answered"), funnel.answered(), "/offers/list/answered" + kept));
        bars.add(new Bars.Bar(t.say("benefits.offers.accepted"), funnel.accepted(), "/offers/list/accepted" + kept));
        bars.add(new Bars.Bar(t.say("benefits.offers.awarded"), funnel.awarded(), "/offers/list/awarded" + kept));
        if (paid != null) {
            bars.add(new Bars.Bar(t.say("benefits.offers.paid"), paid, "/payments"));
        }
        return new Bars(t, t.say("benefits.offers.funnel"), bars);
    }

    /// Benefits to choose from.
    public static List<Option> benefits(Text t) {
        return Topic.all().stream()
                .filter(topic -> topic.kind() == Topic.Kind.BENEFIT)
                .map(topic -> new Option(topic.code(), TopicWords.name(topic, t)))
                .sorted(Comparator.comparing(Option::text, t.alphabetical()))
                .toList();
    }
}
