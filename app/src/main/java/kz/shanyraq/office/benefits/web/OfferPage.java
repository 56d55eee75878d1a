package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.access.Message;
import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Found;

/// An offer: in which words, what became of them, and the answer.
///
/// @param messages by which ways it went
public record OfferPage(Offers.Offer offer, Found.Family family, List<Message> messages) {

    /// The benefit.
    public String benefit(Text t) {
        return TopicWords.name(offer.subject().topic(), t);
    }

    /// The colour of a state.
    static Tone tone(String state) {
        return switch (state) {
            case "accepted" -> Tone.GOOD;
            case "call" -> Tone.WAIT;
            case "refused", "withdrawn", "expired" -> Tone.PLAIN;
            default -> Tone.INFO;
        };
    }

    /// The colour of its state.
    public Tone tone() {
        return tone(offer.state());
    }
}
