package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Consents: what somebody agreed to, in which words, when and until when. Each can be withdrawn; its record
/// stays.
@Component
public class Consents {

    private static final String GIVE = """
            insert into benefits.consent (family_id, person_id, offer_id, topic, language, words, channel, officer, until)
            values (:family, :person, :offer, :topic, :language, :words, :channel, :officer, (access.today() + interval '1 year')::date) returning id
            """;

    private static final String OF_FAMILY = """
            select c.id, c.family_id, c.person_id, c.offer_id, c.topic, c.language, c.words, c.channel, c.officer, c.given_at, c.until, c.withdrawn_at, c.withdrawn_by
            from benefits.consent c where c.family_id = :family order by c.id desc
            """;

    private static final String WITHDRAW = """
            update benefits.consent set withdrawn_at = clock_timestamp(), withdrawn_by = :by where id = :id and withdrawn_at is null
            """;

    private static final String STOP = """
            update benefits.application set state = 'withdrawn' where consent_id = :id and state in ('received', 'asked')
            """;

    /// How somebody answers.
    public enum Way {
        /// By a message from the own telephone.
        SMS,
        /// On the own page.
        PAGE,
        /// By word to an officer, who writes it down.
        OFFICER;

        /// Its word in the database and in messages.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A consent.
    ///
    /// @param person who agreed
    /// @param words what was agreed to, word for word
    /// @param until the first day on which it no longer holds
    /// @param withdrawn when it was withdrawn; null if it was not
    public record Consent(
            long id,
            long family,
            long person,
            @Nullable Long offer,
            Topic topic,
            String language,
            String words,
            Way way,
            @Nullable UUID officer,
            OffsetDateTime given,
            LocalDate until,
            @Nullable OffsetDateTime withdrawn,
            @Nullable Way withdrawnBy) {

        /// Whether it holds on a day.
        public boolean holds(LocalDate day) {
            return withdrawn == null && day.isBefore(until);
        }
    }

    /// What somebody agrees to.
    public record Given(
            long family,
            long person,
            @Nullable Long offer,
            Topic topic,
            String language,
            String words,
            Way way,
            @Nullable UUID officer) {}

    private final JdbcClient db;

    Consents(JdbcClient db) {
        this.db = db;
    }

    static long give(JdbcClient db, Given given) {
        return db.sql(GIVE)
                .param("family", given.family)
                .param("person", given.person)
                .param("offer", given.offer, java.sql.Types.BIGINT)
                .param("topic", given.topic.id())
                .param("language", given.language)
                .param("words", given.words)
                .param("channel", given.way.word())
                .param("officer", given.officer)
                .query(Long.class)
                .single();
    }

    /// Writes down a consent that answers no offer, such as that of an application.
    @Transactional
    public long give(Given given) {
        return give(db, given);
    }

    /// The consents of a family, the latest first.
    @Transactional(readOnly = true)
    public List<Consent> of(long family) {
        return db.sql(OF_FAMILY).param("family", family).query(Consents::row).list();
    }

    /// Withdraws a consent. An application that it was, and that is not decided, is withdrawn with it; what was
    /// granted stays until a decision ends it.
    ///
    /// @return whether there was one that held
    @Transactional
    public boolean withdraw(long id, Way by) {
        boolean held = db.sql(WITHDRAW).param("id", id).param("by", by.word()).update() > 0;
        if (held) {
            db.sql(STOP).param("id", id).update();
        }
        return held;
    }

    private static Consent row(ResultSet row, int n) throws SQLException {
        return new Consent(
                row.getLong("id"),
                row.getLong("family_id"),
                row.getLong("person_id"),
                row.getObject("offer_id", Long.class),
                Topic.of(row.getInt("topic")),
                row.getString("language"),
                row.getString("words"),
                way(row.getString("channel")).orElseThrow(),
                row.getObject("officer", UUID.class),
                row.getObject("given_at", OffsetDateTime.class),
                row.getObject("until", LocalDate.class),
                row.getObject("withdrawn_at", OffsetDateTime.class),
                way(row.getString("withdrawn_by")).orElse(null));
    }

    private static Optional<Way> way(@Nullable String word) {
        return Optional.ofNullable(word).map(known -> Way.valueOf(known.toUpperCase(Locale.ROOT)));
    }
}
