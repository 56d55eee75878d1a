package kz.shanyraq.office.access;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SMS that wait for the gateway, and what the gateway says of them. What is heard is kept and told
/// to the other modules in one transaction.
@Component
class MessageQueue {

    private static final String TAKE = """
            update access.message set attempts = attempts + 1, next_at = clock_timestamp() + make_interval(secs => :patience)
            where id = (select id from access.message where state = 'queued' and next_at <= clock_timestamp() order by next_at, id limit 1 for update skip locked)
            returning id, address as phone, words, attempts as attempt
            """;
    private static final String LATER = """
            update access.message set next_at = clock_timestamp() + make_interval(secs => :pause), attempts = attempts - :untold
            where id = :id and state = 'queued'
            """;
    private static final String WAITING = "select count(*) from access.message where state = 'queued'";
    private static final String HANDED =
            "select access.message_handed(:key, :id, :attempt, :part, :parts, :ref) is null";
    private static final String FAILED = "select access.message_failed(:key, :id, :reason)";
    private static final String TOLD =
            "select known, message, about, state from access.part_told(:key, :ref, :delivered, :reason)";
    private static final String REPLIED =
            "select reply, message, about from access.reply_came(:key, :ref, :phone, :words)";

    private static final Pattern KEYWORD = Pattern.compile("[\\p{L}\\p{N}]{1,10}[.!]?");

    /// A message that was taken to be handed over.
    ///
    /// @param attempt which time of trying, from 1
    record Taken(long id, String phone, String words, int attempt) {

        /// Without words and telephone, which belong in no log.
        @Override
        public String toString() {
            return "Taken[%d, %d]".formatted(id, attempt);
        }
    }

    private record Told(
            boolean known,
            @Nullable Long message,
            @Nullable String about,
            @Nullable String state) {}

    private record Replied(
            long reply, @Nullable Long message, @Nullable String about) {}

    private final JdbcClient office;
    private final JdbcClient intake;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Door door;

    MessageQueue(
            JdbcClient db,
            @Qualifier("intakeDb") JdbcClient intake,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Door door) {
        this.office = db;
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.door = door;
    }

    /// Takes the next message. Nobody else takes it for a while; if nothing is heard of it until then,
    /// as after a crash, it is taken again.
    Optional<Taken> take(Duration patience) {
        return intake.sql(TAKE)
                .param("patience", patience.toSeconds())
                .query(Taken.class)
                .optional();
    }

    /// The gateway could not be asked: the message is tried again, and this time is not counted.
    void giveBack(Taken taken) {
        later(taken, Duration.ZERO, 1);
    }

    /// The gateway will not have it now.
    void later(Taken taken, Duration pause) {
        later(taken, pause, 0);
    }

    private void later(Taken taken, Duration pause, int untold) {
        intake.sql(LATER)
                .param("pause", pause.toSeconds())
                .param("untold", untold)
                .param("id", taken.id())
                .update();
    }

    /// The gateway took a part.
    void handed(Taken taken, int part, int parts, String ref) {
        transaction.executeWithoutResult(status -> office.sql(HANDED)
                .param("key", door.key())
                .param("id", taken.id())
                .param("attempt", taken.attempt())
                .param("part", part)
                .param("parts", parts)
                .param("ref", ref)
                .query(Boolean.class)
                .single());
    }

    /// The message cannot be delivered.
    void failed(Taken taken, String reason) {
        transaction.executeWithoutResult(status -> office.sql(FAILED)
                .param("key", door.key())
                .param("id", taken.id())
                .param("reason", reason)
                .query(String.class)
                .optional()
                .ifPresent(about -> events.publishEvent(new MessageFailed(taken.id(), about, reason))));
    }

    /// The gateway tells what became of a part.
    ///
    /// @param reason why it failed; null if it was delivered
    /// @return whether the part is known
    boolean told(String ref, @Nullable String reason) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Told told = office.sql(TOLD)
                    .param("key", door.key())
                    .param("ref", ref)
                    .param("delivered", reason == null)
                    .param("reason", reason)
                    .query(Told.class)
                    .single();
            if (told.message != null && told.about != null && told.state != null) {
                events.publishEvent(
                        reason == null
                                ? new MessageDelivered(told.message, told.about)
                                : new MessageFailed(told.message, told.about, reason));
            }
            return told.known;
        }));
    }

    /// Somebody answered.
    void replied(String ref, String phone, String words) {
        transaction.executeWithoutResult(status -> office.sql(REPLIED)
                .param("key", door.key())
                .param("ref", ref)
                .param("phone", phone)
                .param("words", words)
                .query(Replied.class)
                .optional()
                .ifPresent(reply -> events.publishEvent(
                        new ReplyArrived(reply.reply, reply.message, reply.about, keyword(words)))));
    }

    /// How many messages wait.
    long waiting() {
        return intake.sql(WAITING).query(Long.class).single();
    }

    private static String keyword(String words) {
        String stripped = words.strip();
        return KEYWORD.matcher(stripped).matches()
                ? stripped.replaceAll("[.!]$", "").toLowerCase(Locale.ROOT)
                : "";
    }
}
