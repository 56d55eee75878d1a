package kz.shanyraq.office.access;

import java.time.OffsetDateTime;
import java.util.Locale;
import kz.shanyraq.office.page.Language;
import org.jspecify.annotations.Nullable;

/// A message to a person, and what became of it.
///
/// @param person to whom it went
/// @param family of which it tells
/// @param address the telephone; null for the inbox
/// @param attempts how often it was tried to hand it over
/// @param reason why it failed, a word: `no_such_number`, `rejected`, `not_delivered`, `expired`,
///     `gave_up`, `stopped`
/// @param officer the name of who sent it; null for the office itself
/// @param reply the last answer to it; null as long as there is none
public record Message(
        long id,
        long person,
        long family,
        String kind,
        String about,
        Outgoing.Channel channel,
        Language language,
        String words,
        @Nullable String address,
        boolean awaits,
        State state,
        int attempts,
        @Nullable String reason,
        @Nullable String officer,
        @Nullable String reply,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime deliveredAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime repliedAt) {

    /// Without words and telephone, which belong in no log.
    @Override
    public String toString() {
        return "Message[%d, %s, %s, %s]".formatted(id, about, channel.word(), state.word());
    }

    /// How far it came.
    public enum State {
        /// It waits for the gateway.
        QUEUED,
        /// The gateway has it, or it lies in the inbox; more is not known.
        SENT,
        /// The telephone has it.
        DELIVERED,
        /// It was opened in the inbox.
        READ,
        /// It cannot be delivered.
        FAILED,
        /// Somebody stopped it before it was sent.
        STOPPED;

        /// As the database and the keys of words write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
