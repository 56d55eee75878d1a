package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.benefits.Topic;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.FieldError;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.FamilyId;
import org.jspecify.annotations.Nullable;

/// The form that puts a finding aside.
///
/// @param held whether it is put aside now
/// @param until the day that was typed
/// @param wrong the fields with a mistake
public record PausePage(FamilyId family, Topic topic, boolean held, String until, String reason, List<String> wrong) {

    /// The address of the family.
    public String back() {
        return "/families/" + family.number();
    }

    /// What the finding is about, in words.
    public String name(Text t) {
        return TopicWords.name(topic, t);
    }

    /// What is wrong with a field; null if nothing.
    public @Nullable String error(String field, Text t) {
        return wrong.contains(field) ? t.say("benefits.pause.wrong." + field) : null;
    }

    /// All that is wrong.
    public List<FieldError> errors(Text t) {
        return wrong.stream()
                .map(field -> new FieldError(field, t.say("benefits.pause.wrong." + field)))
                .toList();
    }
}
