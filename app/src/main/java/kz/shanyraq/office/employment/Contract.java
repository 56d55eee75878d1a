package kz.shanyraq.office.employment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PersonId;
import org.jspecify.annotations.Nullable;

/// A social contract (әлеуметтік келісімшарт, социальный контракт) of a family that receives assistance on
/// condition, as far as the one who asks may see it.
///
/// @param decision the decision on assistance for which it was made
/// @param from the first day for which assistance is assigned
/// @param until the last day
/// @param signedOn the day of the last signature
/// @param endedOn the first day on which it no longer holds
/// @param words why it ended, where somebody ended it
/// @param parties members with and without duties
/// @param duties by their days
/// @param steps of the individual plans, by their days
/// @param breaches from a warning to a decision, the newest first
public record Contract(
        long id,
        FamilyId family,
        int kato,
        String decision,
        LocalDate from,
        LocalDate until,
        ContractState state,
        Instant made,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate endedOn,
        @Nullable String words,
        List<Party> parties,
        List<Duty> duties,
        List<Step> steps,
        List<Breach> breaches) {

    /// A member of the family in the contract.
    ///
    /// @param ground why the member has no duties; null where there are duties, or the reason may not be
    /// seen
    /// @param how paper or page
    public record Party(
            PersonId person,
            Standing standing,
            @Nullable Ground ground,
            @Nullable LocalDate signedOn,
            @Nullable String how,
            @Nullable String document) {}

    /// A duty.
    ///
    /// @param words what exactly; null where the kind says it
    /// @param said what officers said of it, the newest first, as far as it may be seen
    public record Duty(
            long id,
            PersonId person,
            DutyKind kind,
            @Nullable String words,
            LocalDate due,
            DutyState state,
            List<Word> said) {

        /// Whether its day has passed and nobody has said what became of it.
        public boolean overdue(LocalDate today) {
            return state == DutyState.OPEN && due.isBefore(today);
        }
    }

    /// What an officer said of a duty.
    ///
    /// @param proof document or register; null where nothing was to be proved
    public record Word(DutyState state, @Nullable String proof, String words, Instant at) {}

    /// A step of a member's individual plan.
    public record Step(
            long id,
            PersonId person,
            LocalDate day,
            String words,
            @Nullable LocalDate doneOn) {}

    /// From a warning to the decision.
    ///
    /// @param refused whether measures of employment were refused; else duties were missed
    /// @param answerBy until when the family may say why
    /// @param proposal why the contract should end; null until that is proposed
    /// @param outcome withdrawn, kept or confirmed; null until it is decided
    public record Breach(
            long id,
            boolean refused,
            String warning,
            LocalDate answerBy,
            Instant warned,
            @Nullable String proposal,
            @Nullable String outcome,
            @Nullable String words) {}

    /// Those who have duties.
    public List<Party> obliged() {
        return parties.stream().filter(party -> party.standing == Standing.DUTY).toList();
    }

    /// Whether somebody has duties of whom none is written, or it is not known of somebody whether there
    /// are any: then nobody may sign.
    public boolean unready() {
        return parties.stream()
                .anyMatch(party -> party.standing == Standing.UNKNOWN
                        || party.standing == Standing.DUTY
                                && duties.stream().noneMatch(duty -> duty.person.equals(party.person)));
    }

    /// The breach that is not decided; null if there is none.
    public @Nullable Breach open() {
        return breaches.stream()
                .filter(breach -> breach.outcome == null)
                .findFirst()
                .orElse(null);
    }
}
