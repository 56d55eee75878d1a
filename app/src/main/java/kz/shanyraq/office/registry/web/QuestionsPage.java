package kz.shanyraq.office.registry.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.page.Option;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.PlaceNames;
import kz.shanyraq.office.registry.Question;

/// Questions that wait for an answer of the owner of a source.
public record QuestionsPage(List<Question> waiting, PlaceNames places) {

    /// What a question is about.
    public String about(Question question, Text t) {
        return question.sheet()
                .column(question.column())
                .map(column -> words(t).label(column))
                .orElse(question.column());
    }

    /// A value in words.
    public String value(Question question, Text t) {
        String value = question.sheet()
                .column(question.column())
                .map(column -> words(t).value(column, question.seen()))
                .orElse(null);
        return value == null ? t.say("page.fact.unknown") : value;
    }

    /// The answers to choose from.
    public List<Option> answers(Text t) {
        return List.of(
                new Option("corrected", t.say("registry.question.corrected")),
                new Option("confirmed", t.say("registry.question.confirmed")),
                new Option("withdrawn", t.say("registry.question.withdrawn")));
    }

    private FactWords words(Text t) {
        return new FactWords(t, places, Map.of());
    }
}
