package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.MessageDelivered;
import kz.shanyraq.office.access.MessageFailed;
import kz.shanyraq.office.access.Messages;
import kz.shanyraq.office.access.Outgoing;
import kz.shanyraq.office.access.ReplyArrived;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.policy.explain.Language;
import kz.shanyraq.policy.explain.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Offers: what the sweep found due and not received is offered to the family, by SMS where it has a telephone
/// and in the inbox, and by voice where nobody answers. The answer "yes" is the application (Social Code,
/// article 123, paragraph 3).
///
/// Who is asked is the person for whom the benefit is, or the head of the family, the spouse or another grown
/// person for children and for the family. While an offer waits, and half a year after a refusal, the same is
/// not offered again.
@Component
public class Offers {

    /// Days without an answer after which somebody asks by voice.
    public static final int DAYS_TO_CALL = 3;

    /// Days after which an offer that nobody answered is over.
    public static final int DAYS_TO_EXPIRE = 60;

    /// As many offers of a list are shown.
    public static final int PAGE = 50;

    private static final String YES = "1";

    private static final List<String> AGREES = List.of(YES, "иә", "ия", "да", "yes");
    private static final List<String> REFUSES = List.of("2", "жоқ", "жок", "нет", "no");

    /// Findings with what stands in the way of an offer; the first that does is told.
    private static final String FOUND = """
            select f.family_id, f.person_id, f.topic, f.monthly, f.once, f.kato, r.restricted, f.since as sweep, asked.id as asked_id, asked.phone, coalesce(asked.language, 'kk') as language,
                case
                    when r.restricted then 'restricted'
                    when exists (select from benefits.pause p where p.family_id = f.family_id and p.topic = f.topic and p.ended_at is null and p.until > access.today()) then 'paused'
                    when exists (select from benefits.application a where a.family_id = f.family_id and a.topic = f.topic and a.person_id is not distinct from f.person_id
                        and a.state in ('received', 'asked', 'proposed')) then 'applied'
                    when exists (select from benefits.award w join benefits.award_month g on g.award_id = w.id and g.superseded_by is null and g.monthly > 0
                            and g.months @> benefits.month()
                        where w.family_id = f.family_id and w.topic = f.topic and w.person_id is not distinct from f.person_id) then 'awarded'
                    when exists (select from benefits.offer o where o.family_id = f.family_id and o.topic = f.topic and o.person_id is not distinct from f.person_id
                        and (o.state in ('made', 'sent', 'delivered', 'call') or o.state = 'refused' and o.answered_at > now() - interval '6 months')) then 'offered'
                    when asked.id is null then 'nobody'
                end as hindrance
            from benefits.finding f
            join registry.family r on r.id = f.family_id
            left join lateral (
                select p.id, p.phone, c.language
                from registry.membership m join registry.person p on p.id = m.person_id and p.merged_into is null
                left join registry.contact c on c.person_id = p.id and c.superseded_by is null and c.valid @> access.today()
                where m.family_id = f.family_id and m.superseded_by is null and m.valid @> access.today() and p.birth_date <= access.today() - interval '18 years'
                order by p.id is distinct from f.person_id, m.relation is distinct from 'head', m.relation is distinct from 'spouse', p.birth_date limit 1) asked on true
            where f.until is null and f.state = 1
            """;

    private static final String OF_ONE =
            FOUND + "and f.family_id = :family and f.topic = :topic and f.person_id is not distinct from :person";

    private static final String OF_PLACE = FOUND + "and f.topic = :topic and f.kato between :lo and :hi";

    private static final String NEXT = "select * from (" + OF_PLACE + """
            ) x where x.hindrance is null order by x.monthly desc, x.family_id limit :most
            """;

    private static final String PREVIEW =
            "select coalesce(hindrance, case when phone is null then 'by_voice' else 'by_sms' end) as what, count(*) from ("
                    + OF_PLACE + ") y group by 1";

    private static final String MAKE = """
            insert into benefits.offer (family_id, person_id, topic, asked_id, monthly, once, month, sweep, language, words, batch, officer, state, call_on)
            values (:family, :person, :topic, :asked, :monthly, :once, benefits.month(), :sweep, :language, :words, :batch, :officer, :state,
                case when :state = 'call' then access.today() end)
            returning id
            """;

    private static final String BEGIN = """
            insert into benefits.offer_batch (topic, lo, hi, per_day, taken, officer) values (:topic, :lo, :hi, :per_day, 0, :officer) returning id
            """;

    private static final String TAKEN = """
            update benefits.offer_batch set taken = taken + :taken where id = :batch
            """;

    private static final String STOP = """
            update benefits.offer_batch set stopped_at = clock_timestamp(), stopped_by = :officer where id = :batch and stopped_at is null
            """;

    // What is queued is taken back by Messages.stop; offers that were not sent are withdrawn.
    private static final String WITHDRAW_UNSENT = """
            update benefits.offer set state = 'withdrawn' where batch = :batch and state = 'made'
            """;

    private static final String BATCHES = """
            select b.id, b.topic, b.lo, b.hi, b.per_day, b.taken, b.made_at, b.stopped_at,
                (select count(*) from benefits.offer o where o.batch = b.id and o.made_on = access.today()) as today
            from benefits.offer_batch b
            """;

    private static final String LATEST = BATCHES + "order by b.id desc limit :most";

    private static final String RUNNING = BATCHES + "where b.stopped_at is null order by b.id";

    private static final String COLUMNS = """
            select o.id, o.family_id, o.person_id, o.topic, o.asked_id, o.monthly, o.once, o.month, o.language, o.words, o.state, o.call_on, o.made_on, o.answered_at, o.answered_by,
                f.kato, f.restricted
            from benefits.offer o join registry.family f on f.id = o.family_id
            """;

    private static final String ONE = COLUMNS + "where o.id = :id";

    private static final String ONE_LOCKED = COLUMNS + "where o.id = :id for update of o";

    private static final String OF_FAMILY = COLUMNS + "where o.family_id = :family order by o.id desc";

    // A figure of the funnel and its list are one condition.
    private static final String REACHED = "(o.delivered_at is not null or o.state in ('accepted', 'refused'))";

    private static final String HEARD = "o.state in ('accepted', 'refused')";

    private static final String AGREED = "o.state = 'accepted'";

    private static final String GRANTED = """
            exists (select from benefits.consent c join benefits.application a on a.consent_id = c.id and a.state = 'granted' where c.offer_id = o.id)
            """;

    private static final String IN = """
            f.kato between :lo and :hi and (:topic = 0 or o.topic = :topic)
            """;

    private static final Map<Which, String> WHICH = Map.of(
            Which.ALL, "true",
            Which.DELIVERED, REACHED,
            Which.CALL, "o.state = 'call'",
            Which.ANSWERED, HEARD,
            Which.ACCEPTED, AGREED,
            Which.REFUSED, "o.state = 'refused'",
            Which.AWARDED, GRANTED);

    private static final String LIST =
            COLUMNS + "where " + IN + " and o.id < :before and %s order by o.id desc limit :most";

    private static final String ANSWERED = """
            update benefits.offer set state = :state, answered_at = clock_timestamp(), answered_by = :by
            where id = :id and state in ('made', 'sent', 'delivered', 'call')
            """;

    private static final String DELIVERED = """
            update benefits.offer set state = case when state in ('made', 'sent') then 'delivered' else state end,
                sent_at = coalesce(sent_at, clock_timestamp()), delivered_at = coalesce(delivered_at, clock_timestamp())
            where id = :id
            """;

    private static final String TO_CALL = """
            update benefits.offer set state = 'call', call_on = access.today() where id = :id and state in ('made', 'sent', 'delivered')
            """;

    private static final String ALL_TO_CALL = """
            update benefits.offer set state = 'call', call_on = access.today()
            where state in ('made', 'sent', 'delivered') and made_on <= access.today() - :days::integer
            """;

    private static final String EXPIRE = """
            update benefits.offer set state = 'expired' where state in ('made', 'sent', 'delivered', 'call') and made_on <= access.today() - :days::integer
            """;

    private static final String FUNNEL =
            "select count(*), count(*) filter (where " + REACHED + "), count(*) filter (where " + HEARD
                    + "), count(*) filter (where " + AGREED + "), count(*) filter (where " + GRANTED
                    + ") from benefits.offer o join registry.family f on f.id = o.family_id where " + IN;

    /// Which offers are meant.
    public enum Which {
        /// All.
        ALL,
        /// Those that reached the telephone or the inbox was opened, or that were answered.
        DELIVERED,
        /// Those for which somebody has to call.
        CALL,
        /// Those with an answer.
        ANSWERED,
        /// Those with a yes.
        ACCEPTED,
        /// Those with a no.
        REFUSED,
        /// Those of which the application was granted.
        AWARDED
    }

    /// An offer.
    ///
    /// @param asked who is asked
    /// @param words what the family was told and asked
    /// @param state made, sent, delivered, call, accepted, refused, withdrawn or expired
    /// @param callOn since when somebody has to ask by voice; null as long as nobody has
    public record Offer(
            long id,
            Subject subject,
            long asked,
            long monthly,
            long once,
            LocalDate month,
            String language,
            String words,
            String state,
            @Nullable LocalDate callOn,
            LocalDate madeOn,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answeredBy,
            int kato,
            boolean restricted) {

        /// Whether it still waits for an answer.
        public boolean open() {
            return List.of("made", "sent", "delivered", "call").contains(state);
        }
    }

    /// Offers to many.
    ///
    /// @param taken how many it made so far
    /// @param today how many of them today
    /// @param stopped when it was stopped; null while it goes on
    public record Batch(
            int id,
            Topic topic,
            int lo,
            int hi,
            int perDay,
            int taken,
            OffsetDateTime made,
            @Nullable OffsetDateTime stopped,
            long today) {}

    /// How far offers came: each figure is a part of the one before it.
    ///
    /// @param delivered that reached the telephone or were answered
    /// @param answered with yes or no
    public record Funnel(long offered, long delivered, long answered, long accepted, long awarded) {}

    /// Why something cannot be offered; the last part of its message key.
    public static final class Hindered extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String word;

        Hindered(String word) {
            super("Nothing can be offered: %s.".formatted(word));
            this.word = word;
        }

        /// The word: not_found, restricted, paused, applied, awarded, offered or nobody.
        public String word() {
            return word;
        }
    }

    private record Found(
            long familyId,
            @Nullable Long personId,
            int topic,
            int monthly,
            int once,
            int kato,
            boolean restricted,
            int sweep,
            @Nullable Long askedId,
            @Nullable String phone,
            String language,
            @Nullable String hindrance) {}

    private final JdbcClient db;
    private final JdbcClient intake;
    private final Messages messages;
    private final OfferWords words;

    Offers(JdbcClient db, @Qualifier("intakeDb") JdbcClient intake, Messages messages, OfferWords words) {
        this.db = db;
        this.intake = intake;
        this.messages = messages;
        this.words = words;
    }

    /// What an offer to one family would say, and how it would go.
    ///
    /// @param voice whether there is no telephone, so that somebody has to call
    public record Draft(String language, String words, boolean voice) {}

    /// What an offer to one family would say.
    ///
    /// @throws Hindered if nothing is found any more, or it cannot be offered
    @Transactional(readOnly = true)
    public Draft draft(Subject subject) {
        Found found = found(subject);
        return new Draft(found.language, said(found), found.phone == null);
    }

    /// Offers one family what was found.
    ///
    /// @throws Hindered if nothing is found any more, or it cannot be offered
    @Transactional
    public long offer(Subject subject, UUID officer) {
        return make(db, found(subject), null, officer);
    }

    private Found found(Subject subject) {
        Found found = db.sql(OF_ONE)
                .param("family", subject.family())
                .param("topic", subject.topic().id())
                .param("person", subject.person(), java.sql.Types.BIGINT)
                .query(Found.class)
                .optional()
                .orElseThrow(() -> new Hindered("not_found"));
        String hindrance = found.hindrance();
        // A family under protection is offered by its own officer, one by one, in words that tell nothing.
        if (hindrance != null && !hindrance.equals("restricted")) {
            throw new Hindered(hindrance);
        }
        return found;
    }

    /// What a batch would do: how many would be asked by SMS, how many by voice, and how many are left out, and
    /// why. All counts together are what was found.
    @Transactional(readOnly = true)
    public Map<String, Long> preview(Topic topic, int lo, int hi) {
        Map<String, Long> counts = new TreeMap<>();
        db.sql(PREVIEW)
                .param("topic", topic.id())
                .param("lo", lo)
                .param("hi", hi)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /// Begins to offer a benefit to all of a territory of whom it was found, so many a day; today's go out now.
    @Transactional
    public int begin(Topic topic, int lo, int hi, int perDay, UUID officer) {
        int batch = db.sql(BEGIN)
                .param("topic", topic.id())
                .param("lo", lo)
                .param("hi", hi)
                .param("per_day", perDay)
                .param("officer", officer)
                .query(Integer.class)
                .single();
        take(db, topic, lo, hi, perDay, batch, officer);
        return batch;
    }

    private int take(JdbcClient client, Topic topic, int lo, int hi, int most, int batch, @Nullable UUID officer) {
        List<Found> next = client.sql(NEXT)
                .param("topic", topic.id())
                .param("lo", lo)
                .param("hi", hi)
                .param("most", most)
                .query(Found.class)
                .list();
        next.forEach(found -> make(client, found, batch, officer));
        client.sql(TAKEN).param("batch", batch).param("taken", next.size()).update();
        return next.size();
    }

    /// Stops a batch: no more is offered, and what was not sent yet is taken back.
    ///
    /// @return how many offers were taken back
    @Transactional
    public int stop(int batch, UUID officer) {
        db.sql(STOP).param("batch", batch).param("officer", officer).update();
        messages.stop(kind(batch));
        return db.sql(WITHDRAW_UNSENT).param("batch", batch).update();
    }

    private static String kind(@Nullable Integer batch) {
        return batch == null ? "offer" : "offer_" + batch;
    }

    private String said(Found found) {
        var language = kz.shanyraq.office.page.Language.of(found.language).orElseThrow();
        String benefit = Words.in(Language.valueOf(language.name()))
                .say("benefit." + Topic.of(found.topic).code());
        return words.of(language, benefit, found.monthly, found.once, found.restricted);
    }

    private long make(JdbcClient client, Found found, @Nullable Integer batch, @Nullable UUID officer) {
        if (found.askedId == null) {
            throw new Hindered("nobody");
        }
        var language = kz.shanyraq.office.page.Language.of(found.language).orElseThrow();
        String said = said(found);
        boolean voice = found.phone == null;
        long id = client.sql(MAKE)
                .param("family", found.familyId)
                .param("person", found.personId, java.sql.Types.BIGINT)
                .param("topic", found.topic)
                .param("asked", found.askedId)
                .param("monthly", found.monthly)
                .param("once", found.once)
                .param("sweep", found.sweep)
                .param("language", found.language)
                .param("words", said)
                .param("batch", batch, java.sql.Types.INTEGER)
                .param("officer", officer)
                .param("state", voice ? "call" : "made")
                .query(Long.class)
                .single();
        var family = new FamilyRef(found.familyId, new FamilyId(found.familyId).number(), found.kato, found.restricted);
        if (found.phone != null) {
            messages.send(Outgoing.sms(family, found.askedId, found.phone, language, kind(batch), "offer:" + id, said)
                    .awaiting());
        }
        messages.send(Outgoing.inbox(family, found.askedId, language, kind(batch), "offer:" + id, said));
        return id;
    }

    /// An offer; empty if there is none, or none that may be seen.
    @Transactional(readOnly = true)
    public Optional<Offer> find(long id) {
        return db.sql(ONE).param("id", id).query(Offers::row).optional();
    }

    /// The offers to a family, the latest first; to a citizen those that the citizen was asked.
    @Transactional(readOnly = true)
    public List<Offer> of(long family) {
        return db.sql(OF_FAMILY).param("family", family).query(Offers::row).list();
    }

    /// Offers of a territory, the latest first.
    ///
    /// @param topic null for all benefits
    /// @param before the number of the last one of the page before; null on the first
    @Transactional(readOnly = true)
    public List<Offer> in(int lo, int hi, @Nullable Topic topic, Which which, @Nullable Long before) {
        return db.sql(LIST.formatted(WHICH.get(which)))
                .param("lo", lo)
                .param("hi", hi)
                .param("topic", topic == null ? 0 : topic.id())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", PAGE)
                .query(Offers::row)
                .list();
    }

    /// The latest batches of the own territory.
    @Transactional(readOnly = true)
    public List<Batch> batches(int most) {
        return db.sql(LATEST).param("most", most).query(Offers::batch).list();
    }

    /// How far the offers of a territory came.
    ///
    /// @param topic null for all benefits
    @Transactional(readOnly = true)
    public Funnel funnel(int lo, int hi, @Nullable Topic topic) {
        return db.sql(FUNNEL)
                .param("lo", lo)
                .param("hi", hi)
                .param("topic", topic == null ? 0 : topic.id())
                .query((row, n) ->
                        new Funnel(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    /// Writes down an answer. "Yes" is the consent and the application in one.
    ///
    /// @param officer who heard it; null where the person answered alone
    /// @return the number of the application; empty for "no", and for an offer that no longer waits
    @Transactional
    public Optional<Long> answer(long offer, boolean yes, Consents.Way way, @Nullable UUID officer) {
        return answer(db, offer, yes, way, officer);
    }

    private static Optional<Long> answer(
            JdbcClient client, long id, boolean yes, Consents.Way way, @Nullable UUID officer) {
        Offer offer = client.sql(ONE_LOCKED)
                .param("id", id)
                .query(Offers::row)
                .optional()
                .orElse(null);
        if (offer == null || !offer.open()) {
            return Optional.empty();
        }
        client.sql(ANSWERED)
                .param("id", id)
                .param("state", yes ? "accepted" : "refused")
                .param("by", way.word())
                .update();
        if (!yes) {
            return Optional.empty();
        }
        long consent = Consents.give(
                client,
                new Consents.Given(
                        offer.subject().family(),
                        offer.asked(),
                        id,
                        offer.subject().topic(),
                        offer.language(),
                        offer.words(),
                        way,
                        officer));
        return Optional.of(Applications.receive(
                client,
                new Applications.Received(
                        offer.subject(),
                        offer.asked(),
                        Applications.Channel.CONSENT,
                        consent,
                        client.sql("select access.today()")
                                .query(LocalDate.class)
                                .single(),
                        null,
                        officer,
                        null)));
    }

    @Async
    @TransactionalEventListener
    @Transactional(value = "intakeTransactions", propagation = Propagation.REQUIRES_NEW)
    void on(MessageDelivered delivered) {
        offer(delivered.about())
                .ifPresent(id -> intake.sql(DELIVERED).param("id", id).update());
    }

    /// The message does not reach the family: somebody calls.
    @Async
    @TransactionalEventListener
    @Transactional(value = "intakeTransactions", propagation = Propagation.REQUIRES_NEW)
    void on(MessageFailed failed) {
        offer(failed.about())
                .ifPresent(id -> intake.sql(TO_CALL).param("id", id).update());
    }

    /// Somebody answered by SMS. What is neither yes nor no is a matter for a voice.
    @Async
    @TransactionalEventListener
    @Transactional(value = "intakeTransactions", propagation = Propagation.REQUIRES_NEW)
    void on(ReplyArrived reply) {
        offer(reply.about()).ifPresent(id -> {
            String said = reply.words().strip().toLowerCase(Locale.ROOT);
            if (AGREES.contains(said) || REFUSES.contains(said)) {
                answer(intake, id, AGREES.contains(said), Consents.Way.SMS, null);
            } else {
                intake.sql(TO_CALL).param("id", id).update();
            }
        });
    }

    private static Optional<Long> offer(@Nullable String about) {
        return about != null && about.matches("offer:\\d+")
                ? Optional.of(Long.valueOf(about.substring("offer:".length())))
                : Optional.empty();
    }

    /// Every morning: batches go on, who did not answer is called, what nobody answered is over.
    @Scheduled(cron = "0 0 9 * * *", zone = "Asia/Almaty")
    @Transactional("intakeTransactions")
    void daily() {
        intake.sql(ALL_TO_CALL).param("days", DAYS_TO_CALL).update();
        intake.sql(EXPIRE).param("days", DAYS_TO_EXPIRE).update();
        List<Batch> running =
                new ArrayList<>(intake.sql(RUNNING).query(Offers::batch).list());
        for (Batch batch : running) {
            int left = (int) (batch.perDay - batch.today);
            if (left > 0) {
                take(intake, batch.topic, batch.lo, batch.hi, left, batch.id, null);
            }
        }
    }

    private static Batch batch(ResultSet row, int n) throws SQLException {
        return new Batch(
                row.getInt("id"),
                Topic.of(row.getInt("topic")),
                row.getInt("lo"),
                row.getInt("hi"),
                row.getInt("per_day"),
                row.getInt("taken"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getObject("stopped_at", OffsetDateTime.class),
                row.getLong("today"));
    }

    private static Offer row(ResultSet row, int n) throws SQLException {
        return new Offer(
                row.getLong("id"),
                new Subject(
                        row.getLong("family_id"),
                        row.getObject("person_id", Long.class),
                        Topic.of(row.getInt("topic"))),
                row.getLong("asked_id"),
                row.getLong("monthly"),
                row.getLong("once"),
                row.getObject("month", LocalDate.class),
                row.getString("language"),
                row.getString("words"),
                row.getString("state"),
                row.getObject("call_on", LocalDate.class),
                row.getObject("made_on", LocalDate.class),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getString("answered_by"),
                row.getInt("kato"),
                row.getBoolean("restricted"));
    }
}
