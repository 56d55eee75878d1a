package kz.shanyraq.office.benefits.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Found;
import org.jspecify.annotations.Nullable;

/// The offers behind a figure.
///
/// @param later whether this is not the first page
/// @param next where the next page begins; null on the last
public record OfferListPage(
        Stage stage,
        @Nullable Topic topic,
        List<Line> lines,
        boolean later,
        @Nullable Long next) {

    /// Which offers.
    public enum Stage {
        /// All.
        ALL,
        /// Those that reached the family.
        DELIVERED,
        /// Those for which somebody has to call.
        CALL,
        /// Those with an answer.
        ANSWERED,
        /// Those with a yes.
        ACCEPTED,
        /// Those with a no.
        REFUSED,
        /// Those that were granted.
        AWARDED;

        /// The stage of a word of the address.
        public static Optional<Stage> of(String word) {
            return Arrays.stream(values())
                    .filter(stage -> stage.word().equals(word))
                    .findFirst();
        }

        /// Its word in addresses and messages.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Offers.Which which() {
            return Offers.Which.valueOf(name());
        }
    }

    /// An offer and the family.
    public record Line(Offers.Offer offer, Found.Family family) {

        /// What is offered, in words.
        public @Nullable String sum(Text t) {
            return RightsView.sum(offer.monthly(), offer.once(), t);
        }

        /// The benefit.
        public String benefit(Text t) {
            return TopicWords.name(offer.subject().topic(), t);
        }

        /// The family's name, or its number.
        public String name() {
            return family.head().isEmpty() ? family.id().number() : family.head();
        }

        /// How it stands.
        public Tone tone() {
            return OfferPage.tone(offer.state());
        }
    }

    /// The title.
    public String title(Text t) {
        String what = t.say("benefits.offers.list." + stage.word());
        return topic == null ? what : TopicWords.name(topic, t) + ": " + what;
    }
}
