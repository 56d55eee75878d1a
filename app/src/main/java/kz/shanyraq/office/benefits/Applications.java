package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Applications for benefits, from the day on which they come to their decision. The day of consent to an offer
/// is the day of application (Social Code, article 123, paragraph 3).
@Component
public class Applications {

    /// Working days for a decision (unconfirmed: law/provisional, order 227 was not seen).
    public static final int DAYS_TO_DECIDE = 8;

    /// Applications of a page.
    public static final int PAGE = 50;

    private static final String COLUMNS = """
            select a.id, a.family_id, a.person_id, a.topic, a.applicant_id, a.channel, a.consent_id, a.received_on, a.month, a.iban, a.state, a.due_on, a.asked, a.asked_on, f.kato
            from benefits.application a join registry.family f on f.id = a.family_id
            """;

    private static final String ONE = COLUMNS + "where a.id = :id";

    private static final String OF_FAMILY = COLUMNS + "where a.family_id = :family order by a.id desc";

    private static final String WAITING = COLUMNS + """
            where a.state = any (:states) and f.kato between :lo and :hi and (a.due_on, a.id) > (:due, :after)
            order by a.due_on, a.id limit :most
            """;

    private static final String COUNTS = """
            select a.state, count(*) from benefits.application a join registry.family f on f.id = a.family_id
            where f.kato between :lo and :hi group by a.state
            """;

    private static final String OPEN = """
            select id from benefits.application
            where family_id = :family and topic = :topic and person_id is not distinct from :person and state in ('received', 'asked', 'proposed')
            """;

    private static final String BY_KEY = """
            select id from benefits.application where key = :key
            """;

    private static final String MONTH = """
            select benefits.month()
            """;

    private static final String RECEIVE = """
            insert into benefits.application (family_id, person_id, topic, applicant_id, channel, consent_id, received_on, month, iban, due_on, officer, key)
            values (:family, :person, :topic, :applicant, :channel, :consent, :received, benefits.month(), :iban, :due, :officer, :key) returning id
            """;

    private static final String ASK = """
            update benefits.application set state = 'asked', asked = :asked, asked_on = access.today() where id = :id and state in ('received', 'asked')
            """;

    private static final String GO_ON = """
            update benefits.application set state = 'received', asked = '{}', asked_on = null, due_on = :due where id = :id and state = 'asked'
            """;

    private static final String ACCOUNT = """
            update benefits.application set iban = :iban where id = :id and state in ('received', 'asked')
            """;

    private static final String STATE = """
            update benefits.application set state = :state where id = :id and state = any (:from)
            """;

    /// How an application comes.
    public enum Channel {
        /// The answer to an offer.
        CONSENT,
        /// The citizen's page.
        PAGE,
        /// An officer.
        OFFICER,
        /// Another system.
        API;

        /// Its word in the database and in messages.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// An application.
    ///
    /// @param applicant who applies and is paid
    /// @param month the month for which the law is asked
    /// @param iban the account to pay to; null until it is known
    /// @param state received, asked, proposed, granted, refused or withdrawn
    /// @param due the last day for the decision
    /// @param asked what is asked for while the clock stands: codes of facts, or `account`
    /// @param askedOn since when the clock stands; null if it runs
    /// @param kato where the family lives
    public record Application(
            long id,
            Subject subject,
            long applicant,
            Channel channel,
            @Nullable Long consent,
            LocalDate receivedOn,
            LocalDate month,
            @Nullable String iban,
            String state,
            LocalDate due,
            List<String> asked,
            @Nullable LocalDate askedOn,
            int kato) {

        /// Its number as people write it.
        public String number() {
            return "№ " + id;
        }

        /// Whether it still waits for a decision.
        public boolean open() {
            return List.of("received", "asked", "proposed").contains(state);
        }
    }

    /// A page of applications.
    ///
    /// @param next where the next one begins; null on the last
    public record Page(
            List<Application> applications, @Nullable Next next) {}

    /// The last one of a page.
    public record Next(LocalDate due, long id) {}

    /// What an application says.
    ///
    /// @param consent the consent that it is; null for none
    /// @param officer who took it; null for nobody
    /// @param key idempotency key of the system that sent it; null for none
    public record Received(
            Subject subject,
            long applicant,
            Channel channel,
            @Nullable Long consent,
            LocalDate on,
            @Nullable String iban,
            @Nullable UUID officer,
            @Nullable String key) {}

    private final JdbcClient db;

    Applications(JdbcClient db) {
        this.db = db;
    }

    /// Takes an application. Where one of the same waits for its decision, or the same key came before, there
    /// is no second one.
    ///
    /// @return its number, or that of the one that waits
    @Transactional
    public long receive(Received received) {
        return receive(db, received);
    }

    /// Takes an application with an officer: what the person agreed to, and the application that it is. Where
    /// one of the same waits for its decision, nothing is written.
    ///
    /// @param consent what was agreed to
    /// @return its number, or that of the one that waits
    @Transactional
    public long take(Consents.Given consent, Received received) {
        return open(db, received.subject())
                .orElseGet(() -> receive(
                        db,
                        new Received(
                                received.subject(),
                                received.applicant(),
                                received.channel(),
                                Consents.give(db, consent),
                                received.on(),
                                received.iban(),
                                received.officer(),
                                received.key())));
    }

    /// The application of the same that waits for its decision.
    @Transactional(readOnly = true)
    public Optional<Long> open(Subject subject) {
        return open(db, subject);
    }

    private static Optional<Long> open(JdbcClient db, Subject subject) {
        return db.sql(OPEN)
                .param("family", subject.family())
                .param("topic", subject.topic().id())
                .param("person", subject.person(), java.sql.Types.BIGINT)
                .query(Long.class)
                .optional();
    }

    static long receive(JdbcClient db, Received received) {
        if (received.key() != null) {
            Optional<Long> same = db.sql(BY_KEY)
                    .param("key", received.key())
                    .query(Long.class)
                    .optional();
            if (same.isPresent()) {
                return same.get();
            }
        }
        Subject subject = received.subject();
        return open(db, subject)
                .orElseGet(() -> db.sql(RECEIVE)
                        .param("family", subject.family())
                        .param("person", subject.person(), java.sql.Types.BIGINT)
                        .param("topic", subject.topic().id())
                        .param("applicant", received.applicant())
                        .param("channel", received.channel().word())
                        .param("consent", received.consent(), java.sql.Types.BIGINT)
                        .param("received", received.on())
                        .param("iban", received.iban())
                        .param("due", WorkingDays.plus(received.on(), DAYS_TO_DECIDE))
                        .param("officer", received.officer())
                        .param("key", received.key())
                        .query(Long.class)
                        .single());
    }

    /// An application; empty if there is none, or none that may be seen.
    @Transactional(readOnly = true)
    public Optional<Application> find(long id) {
        return db.sql(ONE).param("id", id).query(Applications::row).optional();
    }

    /// The applications of a family, the latest first.
    @Transactional(readOnly = true)
    public List<Application> of(long family) {
        return db.sql(OF_FAMILY)
                .param("family", family)
                .query(Applications::row)
                .list();
    }

    /// Applications of a territory in some states, by the day on which they are due.
    @Transactional(readOnly = true)
    public Page in(int lo, int hi, List<String> states, @Nullable Next after) {
        List<Application> found = db.sql(WAITING)
                .param("states", states.toArray(String[]::new))
                .param("lo", lo)
                .param("hi", hi)
                .param("due", after == null ? LocalDate.of(1900, 1, 1) : after.due())
                .param("after", after == null ? 0L : after.id())
                .param("most", PAGE + 1)
                .query(Applications::row)
                .list();
        boolean more = found.size() > PAGE;
        List<Application> shown = more ? found.subList(0, PAGE) : found;
        Next next = more ? new Next(shown.getLast().due(), shown.getLast().id()) : null;
        return new Page(List.copyOf(shown), next);
    }

    /// How many applications of a territory are in which state.
    @Transactional(readOnly = true)
    public java.util.Map<String, Long> counts(int lo, int hi) {
        java.util.Map<String, Long> counts = new java.util.TreeMap<>();
        db.sql(COUNTS).param("lo", lo).param("hi", hi).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /// The month for which the law is asked of an application of today.
    @Transactional(readOnly = true)
    public LocalDate month() {
        return db.sql(MONTH).query(LocalDate.class).single();
    }

    /// Asks for facts or the account: until they are there the clock stands.
    @Transactional
    public boolean ask(long id, List<String> what) {
        if (what.isEmpty()) {
            throw new IllegalArgumentException("Nothing is asked for.");
        }
        return db.sql(ASK)
                        .param("id", id)
                        .param("asked", what.toArray(String[]::new))
                        .update()
                > 0;
    }

    /// What was asked for is there: the clock goes on, its last day later by the working days for which it
    /// stood.
    @Transactional
    public boolean goOn(long id) {
        Application application = find(id).orElseThrow();
        LocalDate since = application.askedOn();
        if (since == null) {
            return false;
        }
        LocalDate due = application.due();
        for (LocalDate day = since; day.isBefore(LocalDate.now(Looks.ZONE)); day = WorkingDays.plus(day, 1)) {
            due = WorkingDays.plus(due, 1);
        }
        return db.sql(GO_ON).param("id", id).param("due", due).update() > 0;
    }

    /// Writes down the account to pay to.
    ///
    /// @param iban checked by [Accounts]
    @Transactional
    public boolean account(long id, String iban) {
        return db.sql(ACCOUNT).param("id", id).param("iban", iban).update() > 0;
    }

    /// Withdraws an application for which nothing was decided.
    @Transactional
    public boolean withdraw(long id) {
        return state(id, "withdrawn", "received", "asked");
    }

    boolean state(long id, String state, String... from) {
        return db.sql(STATE)
                        .param("id", id)
                        .param("state", state)
                        .param("from", from)
                        .update()
                > 0;
    }

    private static Application row(ResultSet row, int n) throws SQLException {
        return new Application(
                row.getLong("id"),
                new Subject(
                        row.getLong("family_id"),
                        row.getObject("person_id", Long.class),
                        Topic.of(row.getInt("topic"))),
                row.getLong("applicant_id"),
                Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                row.getObject("consent_id", Long.class),
                row.getObject("received_on", LocalDate.class),
                row.getObject("month", LocalDate.class),
                row.getString("iban"),
                row.getString("state"),
                row.getObject("due_on", LocalDate.class),
                Arrays.asList((String[]) row.getArray("asked").getArray()),
                row.getObject("asked_on", LocalDate.class),
                row.getInt("kato"));
    }
}
