package kz.shanyraq.office.benefits;

import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Words;

/// What findings are about, in words.
public final class TopicWords {

    /// A topic in the language of a page: a benefit as the law library calls it, a signal as the page does.
    public static String name(Topic topic, Text t) {
        return topic.kind() == Topic.Kind.BENEFIT
                ? Words.in(Language.valueOf(t.language().name())).say("benefit." + topic.code())
                : t.say("benefits.signal." + topic.code());
    }

    private TopicWords() {}
}
