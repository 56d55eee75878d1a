package kz.shanyraq.office.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.shanyraq.office.page.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Messages to people, by SMS and in the inbox of the citizen's pages. What is sent is only queued
/// here, together with what it tells of or not at all; [SmsLine] hands it over. What becomes of it is
/// told by [MessageDelivered], [MessageFailed] and [ReplyArrived].
@Component
public class Messages {

    private static final String QUEUE = """
            insert into access.message (person, family, kato, kind, about, language, words, channel, address, awaits, state, sent_at, sender)
            values (:person, :family, :kato, :kind, :about, :language, :words, :channel, :address, :awaits,
                case when :channel = 'inbox' then 'sent' else 'queued' end, case when :channel = 'inbox' then clock_timestamp() end, :sender)
            on conflict (about, channel) do nothing returning id
            """;
    private static final String QUEUED = "select id from access.message where about = :about and channel = :channel";

    private static final String ALL = """
            select m.id, m.person, m.family, m.kind, m.about, m.channel, m.language, m.words, m.address, m.awaits, m.state, m.attempts, m.reason,
                o.name as officer, r.words as reply, m.created_at, m.sent_at, m.delivered_at, m.read_at, r.received_at
            from access.message m left join access.officer o on o.id = m.sender
            left join lateral (select r.words, r.received_at from access.reply r where r.message = m.id order by r.id desc limit 1) r on true
            """;
    private static final String OF_FAMILY = ALL + "where m.family = :family order by m.id desc limit :most";
    private static final String OF_PERSON = ALL + "where m.person = :person order by m.id desc limit :most";
    private static final String ONE = ALL + "where m.id = :id";
    private static final String WITH = ALL + "where m.about = :about order by m.id";
    private static final String OPEN = "select access.open_message(:id)";
    private static final String STOP = "select access.stop_messages(:kind)";
    private static final String UNREAD =
            "select count(*) from access.message where person = :person and channel = 'inbox' and read_at is null";
    private static final String REPLY = "select words from access.reply where id = :id";

    /// As many messages of one family or person are shown, the latest ones.
    public static final int MOST = 200;

    private final JdbcClient db;
    private final JdbcClient intake;
    private final DataSource intakeSource;
    private final Access access;
    private final SmsLine line;
    private final ApplicationEventPublisher events;

    Messages(
            JdbcClient db,
            @Qualifier("intakeDb") JdbcClient intake,
            @Qualifier("intakeDataSource") DataSource intakeSource,
            Access access,
            SmsLine line,
            ApplicationEventPublisher events) {
        this.db = db;
        this.intake = intake;
        this.intakeSource = intakeSource;
        this.access = access;
        this.line = line;
        this.events = events;
    }

    /// Queues a message, in the transaction of the caller: an officer sends within one of the pages,
    /// the office itself within one of mass work (`@Transactional("intakeTransactions")`). Of the same
    /// thing a person hears once by each channel: sent again, nothing is queued.
    ///
    /// @return the number of the message, or of the one that was sent before
    public long send(Outgoing outgoing) {
        UUID sender = access.officer().map(Acting.Officer::id).orElse(null);
        if (sender == null && !TransactionSynchronizationManager.hasResource(intakeSource)) {
            throw new IllegalStateException("""
                    Nobody acts, and there is no transaction of mass work in which the message about %s could be queued.
                    Maybe the caller lacks @Transactional("intakeTransactions").""".formatted(outgoing.about()));
        }
        JdbcClient client = sender == null ? intake : db;
        return client.sql(QUEUE)
                .param("person", outgoing.person())
                .param("family", outgoing.family().id())
                .param("kato", outgoing.family().kato())
                .param("kind", outgoing.kind())
                .param("about", outgoing.about())
                .param("language", outgoing.language().code())
                .param("words", outgoing.words())
                .param("channel", outgoing.channel().word())
                .param("address", outgoing.phone())
                .param("awaits", outgoing.awaits())
                .param("sender", sender)
                .query(Long.class)
                .optional()
                .orElseGet(() -> client.sql(QUEUED)
                        .param("about", outgoing.about())
                        .param("channel", outgoing.channel().word())
                        .query(Long.class)
                        .single());
    }

    /// What was sent to a family, the latest first: to who may see the family.
    @Transactional(readOnly = true)
    public List<Message> of(long family) {
        return db.sql(OF_FAMILY)
                .param("family", family)
                .param("most", MOST)
                .query(Messages::message)
                .list();
    }

    /// What was sent about something, such as `offer:123`: by SMS, to the inbox, or both.
    @Transactional(readOnly = true)
    public List<Message> about(String about) {
        return db.sql(WITH).param("about", about).query(Messages::message).list();
    }

    /// What a person got, the latest first: for a citizen who asks for the own messages.
    @Transactional(readOnly = true)
    public List<Message> to(long person) {
        return db.sql(OF_PERSON)
                .param("person", person)
                .param("most", MOST)
                .query(Messages::message)
                .list();
    }

    /// How many messages in a citizen's inbox were not opened yet.
    @Transactional(readOnly = true)
    public long unread(long person) {
        return db.sql(UNREAD).param("person", person).query(Long.class).single();
    }

    /// A citizen opens one of the own messages; from then on it is read.
    @Transactional
    public Optional<Message> open(long message) {
        Optional<String> first =
                db.sql(OPEN).param("id", message).query(String.class).optional();
        first.ifPresent(about -> events.publishEvent(new MessageDelivered(message, about)));
        return db.sql(ONE).param("id", message).query(Messages::message).optional();
    }

    /// Stops what is queued of a kind to families that the officer may see.
    ///
    /// @return how many messages
    @Transactional
    public long stop(String kind) {
        return db.sql(STOP).param("kind", kind).query(Long.class).single();
    }

    /// The whole of an answer: to who may see the message that it answers.
    @Transactional(readOnly = true)
    public Optional<String> reply(long reply) {
        return db.sql(REPLY).param("id", reply).query(String.class).optional();
    }

    /// Why no SMS goes out now; empty if they do.
    public Optional<SmsLine.Hindrance> hindrance() {
        return line.hindrance();
    }

    private static Message message(ResultSet row, int n) throws SQLException {
        return new Message(
                row.getLong("id"),
                row.getLong("person"),
                row.getLong("family"),
                row.getString("kind"),
                row.getString("about"),
                row.getString("channel").equals("sms") ? Outgoing.Channel.SMS : Outgoing.Channel.INBOX,
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("words"),
                row.getString("address"),
                row.getBoolean("awaits"),
                Message.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getString("officer"),
                row.getString("reply"),
                row.getObject("created_at", OffsetDateTime.class),
                moment(row, "sent_at"),
                moment(row, "delivered_at"),
                moment(row, "read_at"),
                moment(row, "received_at"));
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
