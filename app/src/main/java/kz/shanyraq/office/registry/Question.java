package kz.shanyraq.office.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// "This is wrong" (дұрыс емес, это неверно): a dated question to the owner of a source. Nothing else changes while it
/// is open.
///
/// @param person the person, if the fact is of a person
/// @param seen the value that was shown
/// @param claimed the value that is said to be right
/// @param words what was said
/// @param source whose owner is asked
/// @param byCitizen whether the family itself asked
/// @param dueOn until when an answer is due
/// @param state open, confirmed, corrected or withdrawn
public record Question(
        long id,
        FamilyId family,
        @Nullable PersonId person,
        FactSheet sheet,
        String column,
        @Nullable String seen,
        @Nullable String claimed,
        String words,
        String source,
        boolean byCitizen,
        Instant askedAt,
        LocalDate dueOn,
        String state,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    /// Whether no answer has come.
    public boolean open() {
        return state.equals("open");
    }

    /// Whether no answer has come by its day.
    public boolean late(LocalDate today) {
        return open() && dueOn.isBefore(today);
    }
}
