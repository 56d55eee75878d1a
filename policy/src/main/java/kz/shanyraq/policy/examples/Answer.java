package kz.shanyraq.policy.examples;

import java.util.ArrayList;
import java.util.List;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.explain.Explainer;
import org.jspecify.annotations.Nullable;

/// What follows from a family for a benefit.
///
/// @param outcome null where the benefit concerns nobody of them: there is no row
/// @param reasons the codes of the grounds of a refusal, or of the facts that are missing, in alphabetical order
/// @param monthly tenge a month
/// @param once tenge once
public record Answer(@Nullable Outcome outcome, List<String> reasons, long monthly, long once) {

    private static final String NO_ROW = "no row";

    /// Nobody is concerned.
    public static final Answer NOBODY = new Answer(null, List.of(), 0, 0);

    /// The row that is meant.
    ///
    /// @param about the name of the person whose row it is, or `family`; empty where there is at most one row
    /// @throws IllegalArgumentException if there are several such rows
    public static Answer of(Assessments rows, Benefit benefit, List<String> members, String about) {
        int row = row(rows, members, about);
        return row < 0 ? NOBODY : of(rows, row, benefit);
    }

    private static Answer of(Assessments rows, int row, Benefit benefit) {
        Outcome outcome = rows.outcome(row);
        List<String> reasons = switch (outcome) {
            case GRANTED -> List.of();
            case REFUSED -> codes(Explainer.unmet(Catalogue.grounds(benefit), rows.unmet[row]));
            case UNDECIDED -> codes(Explainer.facts(rows.missing[row]));
        };
        return new Answer(outcome, reasons, rows.monthly[row], rows.once[row]);
    }

    /// The kind of assistance of the row that is meant; none where there is no row.
    public static Kind kind(Assessments rows, List<String> members, String about) {
        int row = row(rows, members, about);
        return row < 0 ? Kind.NONE : Kind.values()[rows.kind[row]];
    }

    private static int row(Assessments rows, List<String> members, String about) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < rows.size; i++) {
            String whose = rows.person[i] < 0 ? "family" : members.get(rows.person[i]);
            if (about.isEmpty() || about.equals(whose)) {
                found.add(i);
            }
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "There are %d rows. Maybe it is not said whose is meant.".formatted(found.size()));
        }
        return found.isEmpty() ? -1 : found.getFirst();
    }

    private static List<String> codes(List<? extends Code> codes) {
        return codes.stream().map(Code::code).sorted().toList();
    }

    /// The answer that is told as `granted`, `refused` with its grounds, `undecided` with what is missing, or
    /// `no row`.
    ///
    /// @throws IllegalArgumentException if it is told otherwise
    public static Answer told(String text, long monthly, long once) {
        if (text.strip().equals(NO_ROW)) {
            return new Answer(null, List.of(), monthly, once);
        }
        List<String> words = List.of(text.strip().split("[\\s,]+", -1));
        for (Outcome outcome : Outcome.values()) {
            if (outcome.code().equals(words.getFirst())) {
                return new Answer(outcome, words.stream().skip(1).sorted().toList(), monthly, once);
            }
        }
        throw new IllegalArgumentException(
                "'%s' is not granted, refused, undecided or no row.".formatted(words.getFirst()));
    }

    /// The outcome with its reasons, as it is told.
    public String text() {
        return outcome == null
                ? NO_ROW
                : reasons.isEmpty() ? outcome.code() : outcome.code() + " " + String.join(" ", reasons);
    }
}
