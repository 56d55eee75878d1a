package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.OfficerNames;
import kz.shanyraq.office.access.Outgoing;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import kz.shanyraq.office.registry.FactSheet;
import kz.shanyraq.office.registry.Member;
import kz.shanyraq.office.registry.Place;
import kz.shanyraq.office.registry.PlaceNames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a family is told of a decision in force: a letter in Kazakh and one in Russian, and a message that it
/// is there. A message names no benefit, no sum and no reason: others may read the telephone.
@Component
class DecisionLetters {

    private static final List<Language> LANGUAGES = List.of(Language.KK, Language.RU);

    private final Letters letters;
    private final OfficerNames names;
    private final PlaceNames places;
    private final Messages messages;
    private final Words words;

    DecisionLetters(Letters letters, OfficerNames names, PlaceNames places, Messages messages, Words words) {
        this.letters = letters;
        this.names = names;
        this.places = places;
        this.messages = messages;
        this.words = words;
    }

    /// Prints and keeps the letters about a decision that just came into force, and queues the message.
    ///
    /// @param officer the second person
    void tell(Decisions.Decision decision, Answers.Answer answer, UUID officer) {
        for (Language language : LANGUAGES) {
            letters.issue(draft(decision, answer, officer, language), language);
        }
        message(decision, answer);
    }

    /// A letter as it would be printed: without a number, and kept nowhere.
    byte[] preview(Decisions.Decision decision, Answers.Answer answer, Language language) {
        return letters.preview(draft(decision, answer, decision.approvedBy(), language), language);
    }

    /// What a letter about a decision says, before it has a number.
    ///
    /// @param officer the second person; null where nobody was yet
    private Letters.Draft draft(
            Decisions.Decision decision, Answers.Answer answer, @Nullable UUID officer, Language language) {
        Text t = text(language);
        Map<UUID, String> called = names.of(Stream.of(decision.proposedBy(), officer)
                .filter(java.util.Objects::nonNull)
                .toList());
        List<Letter.Signer> signers = new ArrayList<>();
        String first = decision.proposedBy() == null ? null : called.get(decision.proposedBy());
        String second = officer == null ? null : called.get(officer);
        if (first != null) {
            signers.add(new Letter.Signer(t.say("benefits.letter.first"), first));
        }
        if (second != null) {
            signers.add(new Letter.Signer(t.say("benefits.letter.second"), second));
        }
        Place place = places.of(answer.file().kato());
        Place.Names here = place.district() == null ? place.region() : place.district();
        String office = here == null
                ? t.say("benefits.letter.office")
                : t.say("benefits.letter.office.of", here.in(language.code()));
        return new Letters.Draft(
                decision.id(),
                answer.household(),
                answer.entitlement(),
                LocalDate.now(Looks.ZONE),
                office,
                sums(decision),
                List.copyOf(signers));
    }

    private static List<Letter.Sum> sums(Decisions.Decision decision) {
        LocalDate from = decision.from();
        LocalDate until = decision.until();
        if (from == null || until == null || decision.monthly() == 0) {
            return List.of();
        }
        return Stream.iterate(
                        YearMonth.from(from), month -> month.atDay(1).isBefore(until), month -> month.plusMonths(1))
                .map(month -> new Letter.Sum(month, decision.monthly()))
                .toList();
    }

    private void message(Decisions.Decision decision, Answers.Answer answer) {
        Member to = Letter.addressee(answer.household(), answer.entitlement());
        var contact = answer.file().held(FactSheet.CONTACT, to).orElse(null);
        String spoken = contact == null ? null : contact.cell("language");
        Language language = Language.of(spoken == null ? "kk" : spoken).orElse(Language.KK);
        String said = text(language).say("benefits.letter.message");
        String about = "decision:" + decision.id();
        String phone = contact == null ? null : contact.cell("phone");
        if (phone != null && phone.matches("\\+\\d{10,15}")) {
            messages.send(Outgoing.sms(answer.file().ref(), to.id().value(), phone, language, "decision", about, said));
        }
        messages.send(Outgoing.inbox(answer.file().ref(), to.id().value(), language, "decision", about, said));
    }

    private Text text(Language language) {
        return new Text(words, language, ZonedDateTime.now(Looks.ZONE));
    }
}
