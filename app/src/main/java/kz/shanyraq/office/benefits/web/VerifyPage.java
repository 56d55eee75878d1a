package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.benefits.Letters;
import kz.shanyraq.office.page.Fact;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.explain.Words;
import org.jspecify.annotations.Nullable;

/// The page on which a letter is checked.
///
/// @param number as it was typed
/// @param code as it was typed
/// @param asked whether something was typed
/// @param standing what may be told of the letter; null where there is none with this number and code
public record VerifyPage(String number, String code, boolean asked, Letters.@Nullable Standing standing) {

    /// What is told of a letter.
    public List<Fact> facts(Text t) {
        if (standing == null) {
            return List.of();
        }
        return List.of(
                fact("benefits.verify.number", number, t),
                fact("benefits.verify.day", t.inWords(standing.day()), t),
                fact(
                        "benefits.verify.kind",
                        Words.in(LawWords.language(t))
                                .say("benefit." + standing.topic().code()),
                        t),
                fact("benefits.verify.language", standing.language().ownName(), t));
    }

    private static Fact fact(String label, String value, Text t) {
        return new Fact(t.say(label), value);
    }
}
