package kz.shanyraq.office.employment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.shanyraq.office.registry.FamilyId;
import kz.shanyraq.office.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Social contracts, the door of employment: of a family, on a day, and those of a territory about which
/// something is to be done. What the one who asks may not see is not there.
@Component
public class Contracts {

    private static final String COLUMNS = """
            select id, family_id, kato, decision, lower(period) as from_day, upper(period) - 1 as until_day, state, made_at, signed_on, ended_on, words
            from employment.contract
            """;
    private static final String ONE = COLUMNS + "where id = :id";
    private static final String OF_FAMILY = COLUMNS + "where family_id = :family order by id desc limit 20";
    private static final String LIVE = COLUMNS
            + "where family_id = :family and state in ('offered', 'signed', 'running') and period @> :day::date";

    private static final String PARTIES = """
            select p.person_id, p.standing, e.ground, p.signed_on, p.signed_how, p.document
            from employment.party p left join employment.exemption e on e.contract_id = p.contract_id and e.person_id = p.person_id
            where p.contract_id = :id order by p.person_id
            """;
    private static final String DUTIES = """
            select id, person_id, kind, words, due, state from employment.duty where contract_id = :id order by due, id
            """;
    private static final String SAID = """
            select w.duty_id, w.state, w.proof, w.words, w.said_at
            from employment.duty_word w join employment.duty d on d.id = w.duty_id where d.contract_id = :id order by w.id desc
            """;
    private static final String STEPS = """
            select id, person_id, day, words, done_on from employment.step where contract_id = :id order by day, id
            """;
    private static final String BREACHES = """
            select id, kind = 'refused' as refused, warning, answer_by, warned_at, proposal, outcome, words
            from employment.breach where contract_id = :id order by id desc
            """;

    private static final String COUNTS = """
            select count(*) filter (where to_sign), count(*) filter (where week), count(*) filter (where overdue), count(*) filter (where missed),
                count(*) filter (where to_decide), count(*) filter (where live), count(*) filter (where not live)
            from employment.contract_now where kato between :lo and :hi
            """;
    private static final String LIST = """
            select id, family_id, kato, lower(period) as from_day, upper(period) - 1 as until_day, state, next_due
            from employment.contract_now
            where kato between :lo and :hi
                and case :show when 'to_sign' then to_sign when 'week' then week when 'overdue' then overdue when 'missed' then missed
                    when 'to_decide' then to_decide when 'live' then live else not live end
                and (coalesce(next_due, 'infinity'), id) > (:due::date, :after::bigint)
            order by coalesce(next_due, 'infinity'), id limit :most
            """;

    /// Which contracts of a territory.
    public enum Show {
        /// Waits for signatures.
        TO_SIGN,
        /// A duty is due within seven days.
        WEEK,
        /// The day of a duty has passed, and nobody has said what became of it.
        OVERDUE,
        /// A duty was missed.
        MISSED,
        /// It is proposed to end it: another person decides.
        TO_DECIDE,
        /// All that have not ended.
        LIVE,
        /// Those that have ended.
        PAST;

        /// As addresses and words have it.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// The one of a code.
        public static Optional<Show> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(show -> show.code().equals(code))
                    .findFirst();
        }
    }

    /// A contract in a list.
    ///
    /// @param nextDue the last day of the duty that is due first; null if none is open
    public record Row(
            long id,
            long family,
            int kato,
            LocalDate from,
            LocalDate until,
            ContractState state,
            @Nullable LocalDate nextDue) {

        /// Where the list goes on after this row.
        public String key() {
            return (nextDue == null ? "infinity" : nextDue.toString()) + "_" + id;
        }
    }

    private final JdbcClient db;

    Contracts(JdbcClient db) {
        this.db = db;
    }

    /// A contract by its number.
    @Transactional(readOnly = true)
    public Optional<Contract> find(long id) {
        return db.sql(ONE).param("id", id).query((row, n) -> contract(row)).optional();
    }

    /// The contracts of a family, the newest first.
    @Transactional(readOnly = true)
    public List<Contract> of(FamilyId family) {
        return db.sql(OF_FAMILY)
                .param("family", family.value())
                .query((row, n) -> contract(row))
                .list();
    }

    /// The contract of a family whose period holds a day, signed or not, if it has not ended.
    @Transactional(readOnly = true)
    public Optional<Contract> live(FamilyId family, LocalDate day) {
        return db.sql(LIVE)
                .param("family", family.value())
                .param("day", day)
                .query((row, n) -> contract(row))
                .optional();
    }

    /// How many contracts of a territory there are of each kind.
    @Transactional(readOnly = true)
    public Map<Show, Long> counts(int lo, int hi) {
        return db.sql(COUNTS)
                .param("lo", lo)
                .param("hi", hi)
                .query((row, n) -> {
                    Map<Show, Long> counts = new java.util.EnumMap<>(Show.class);
                    for (Show show : Show.values()) {
                        counts.put(show, row.getLong(show.ordinal() + 1));
                    }
                    return counts;
                })
                .single();
    }

    /// Contracts of a territory, those first of which a duty is due first.
    ///
    /// @param after where the page begins, as a row tells it; null for the first
    @Transactional(readOnly = true)
    public List<Row> list(Show show, int lo, int hi, @Nullable String after, int most) {
        boolean later = after != null && after.matches("(infinity|\\d{4}-\\d\\d-\\d\\d)_\\d{1,18}");
        String[] key = later && after != null ? after.split("_", 2) : new String[] {"-infinity", "0"};
        return db.sql(LIST)
                .param("show", show.code())
                .param("lo", lo)
                .param("hi", hi)
                .param("due", key[0])
                .param("after", key[1])
                .param("most", most)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("family_id"),
                        row.getInt("kato"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        ContractState.of(row.getString("state")),
                        row.getObject("next_due", LocalDate.class)))
                .list();
    }

    private Contract contract(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Contract(
                id,
                new FamilyId(row.getLong("family_id")),
                row.getInt("kato"),
                row.getString("decision"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                ContractState.of(row.getString("state")),
                instant(row, "made_at"),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("words"),
                parties(id),
                duties(id),
                steps(id),
                breaches(id));
    }

    private List<Contract.Party> parties(long id) {
        return db.sql(PARTIES)
                .param("id", id)
                .query((row, n) -> {
                    String ground = row.getString("ground");
                    return new Contract.Party(
                            new PersonId(row.getLong("person_id")),
                            Standing.of(row.getString("standing")),
                            ground == null ? null : Ground.of(ground),
                            row.getObject("signed_on", LocalDate.class),
                            row.getString("signed_how"),
                            row.getString("document"));
                })
                .list();
    }

    private List<Contract.Duty> duties(long id) {
        Map<Long, List<Contract.Word>> said = new HashMap<>();
        db.sql(SAID)
                .param("id", id)
                .query((row, n) -> said.computeIfAbsent(row.getLong("duty_id"), any -> new ArrayList<>())
                        .add(new Contract.Word(
                                DutyState.of(row.getString("state")).orElseThrow(),
                                row.getString("proof"),
                                row.getString("words"),
                                instant(row, "said_at"))))
                .list();
        return db.sql(DUTIES)
                .param("id", id)
                .query((row, n) -> new Contract.Duty(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        DutyKind.of(row.getString("kind")).orElseThrow(),
                        row.getString("words"),
                        row.getObject("due", LocalDate.class),
                        DutyState.of(row.getString("state")).orElseThrow(),
                        List.copyOf(said.getOrDefault(row.getLong("id"), List.of()))))
                .list();
    }

    private List<Contract.Step> steps(long id) {
        return db.sql(STEPS)
                .param("id", id)
                .query((row, n) -> new Contract.Step(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        row.getObject("day", LocalDate.class),
                        row.getString("words"),
                        row.getObject("done_on", LocalDate.class)))
                .list();
    }

    private List<Contract.Breach> breaches(long id) {
        return db.sql(BREACHES)
                .param("id", id)
                .query((row, n) -> new Contract.Breach(
                        row.getLong("id"),
                        row.getBoolean("refused"),
                        row.getString("warning"),
                        row.getObject("answer_by", LocalDate.class),
                        instant(row, "warned_at"),
                        row.getString("proposal"),
                        row.getString("outcome"),
                        row.getString("words")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
