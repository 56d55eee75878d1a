package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.benefits.Decisions.Difference;
import kz.shanyraq.office.benefits.Decisions.KeptStep;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.policy.explain.Words;

/// The steps that a decision keeps, in words.
///
/// @param steps the steps of one decision
record KeptWords(List<KeptStep> steps, Text t) {

    /// A step with its value.
    String say(KeptStep step) {
        Words words = Words.in(LawWords.language(t));
        String said = switch (step.unit()) {
            case "condition" -> words.find("check." + step.name() + "." + step.value());
            case "kind" -> {
                String kind = words.find("kind." + step.value());
                yield words.find("step." + step.name()) + ": " + (kind == null ? "–" : kind);
            }
            default -> words.find("step." + step.name());
        };
        if (said == null) {
            return step.name() + ": " + step.value();
        }
        String filled = said.replace("{0}", number(step));
        for (KeptStep other : steps) {
            filled = filled.replace("{" + other.name() + "}", number(other));
        }
        return filled;
    }

    private String number(KeptStep step) {
        return switch (step.unit()) {
            case "tenge" -> t.money(Long.parseLong(step.value()));
            case "count" -> t.number(Long.parseLong(step.value()));
            case "tiyn" -> hundredths(step.value()) + "\u00a0₸";
            case "hundredths" -> hundredths(step.value());
            default -> step.value();
        };
    }

    private String hundredths(String value) {
        long number = Long.parseLong(value.replace(".", ""));
        return number % 100 == 0 ? t.number(number / 100) : t.decimal(number, 2);
    }

    /// One side of a difference.
    String said(Difference difference, String value) {
        if (value.isEmpty()) {
            return "–";
        }
        return switch (difference.name()) {
            case "monthly", "once" -> t.money(Long.parseLong(value));
            case "edition" -> value;
            case "answer" -> t.say(value.equals("none") ? "desk.difference.none" : "desk.kind." + value);
            default ->
                steps.stream()
                        .filter(step -> step.name().equals(difference.name()))
                        .findFirst()
                        .map(step -> say(new KeptStep(step.name(), step.unit(), value, step.cited())))
                        .orElse(difference.name() + ": " + value);
        };
    }

    /// What a difference is about.
    String about(Difference difference) {
        return switch (difference.name()) {
            case "monthly" -> t.say("desk.monthly");
            case "once" -> t.say("desk.once");
            case "edition" -> t.say("desk.edition");
            case "answer" -> t.say("desk.difference.answer");
            default -> t.say("desk.difference.step");
        };
    }
}
