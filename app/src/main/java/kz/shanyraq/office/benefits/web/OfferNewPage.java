package kz.shanyraq.office.benefits.web;

import kz.shanyraq.office.benefits.Offers;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import org.jspecify.annotations.Nullable;

/// An offer to one family before it is made: the words as they will be sent.
///
/// @param person for whom the benefit is; null for the family
public record OfferNewPage(
        Found.Family family, Topic topic, @Nullable Long person, Offers.Draft draft) {

    /// The benefit.
    public String benefit(Text t) {
        return TopicWords.name(topic, t);
    }

    /// The address of the family.
    public String back() {
        return "/families/" + family.id().number();
    }
}
