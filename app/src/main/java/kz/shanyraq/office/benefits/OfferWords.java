package kz.shanyraq.office.benefits;

import java.time.ZonedDateTime;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import org.springframework.stereotype.Component;

/// What a family is told and asked by an offer: no link, and for a family under protection neither benefit nor
/// sum.
@Component
class OfferWords {

    private final Words words;

    OfferWords(Words words) {
        this.words = words;
    }

    /// The words of an offer.
    ///
    /// @param benefit the benefit as the law library calls it
    /// @param monthly tenge a month; 0 where it is paid once
    String of(Language language, String benefit, long monthly, long once, boolean restricted) {
        var t = new Text(words, language, ZonedDateTime.now(Looks.ZONE));
        if (restricted) {
            return t.say("benefits.offer.words.restricted");
        }
        return monthly > 0
                ? t.say("benefits.offer.words.monthly", benefit, t.money(monthly))
                : t.say("benefits.offer.words.once", benefit, t.money(once));
    }
}
