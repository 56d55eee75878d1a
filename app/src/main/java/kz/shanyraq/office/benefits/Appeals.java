package kz.shanyraq.office.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.registry.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Appeals against decisions: somebody disputes one condition, somebody who took no part in the decision
/// answers, and what was wrong is put right from the month for which it was wrong.
@Component
public class Appeals {

    /// Working days for an answer (Administrative Procedural Code: twenty; unconfirmed, the text was not seen).
    public static final int DAYS_TO_ANSWER = 20;

    private static final String COLUMNS = """
            select a.id, a.decision_id, a.family_id, a.condition, a.words, a.channel, a.person_id, a.made_on, a.due_on, a.state, a.answer, a.answered_by, a.answered_at,
                a.corrected_by, f.kato
            from benefits.appeal a join registry.family f on f.id = a.family_id
            """;

    private static final String ONE = COLUMNS + "where a.id = :id";

    private static final String OF_FAMILY = COLUMNS + "where a.family_id = :family order by a.id desc";

    private static final String OPEN = COLUMNS + """
            where a.state = 'open' and f.kato between :lo and :hi order by a.due_on, a.id limit :most
            """;

    private static final String TO_CORRECT = COLUMNS + """
            where a.state = 'upheld' and a.corrected_by is null and f.kato between :lo and :hi order by a.id limit :most
            """;

    private static final String MAKE = """
            insert into benefits.appeal (decision_id, family_id, condition, words, channel, person_id, due_on, officer)
            values (:decision, :family, :condition, :words, :channel, :person, :due, :officer) returning id
            """;

    private static final String ANSWER = """
            update benefits.appeal set state = :state, answer = :answer, answered_by = :officer, answered_at = clock_timestamp() where id = :id and state = 'open'
            """;

    private static final String CORRECTED = """
            update benefits.appeal set corrected_by = :decision where id = :id and state = 'upheld' and corrected_by is null
            """;

    private static final String WITHDRAW = """
            update benefits.appeal set state = 'withdrawn' where id = :id and state = 'open'
            """;

    /// An appeal.
    ///
    /// @param condition the step of the decision that is disputed
    /// @param words in the person's words
    /// @param person who appeals
    /// @param due the last day for an answer
    /// @param state open, upheld, rejected or withdrawn
    /// @param correctedBy the decision that puts it right; null for none yet
    public record Appeal(
            long id,
            long decision,
            long family,
            String condition,
            String words,
            String channel,
            long person,
            LocalDate madeOn,
            LocalDate due,
            String state,
            @Nullable String answer,
            @Nullable UUID answeredBy,
            @Nullable OffsetDateTime answeredAt,
            @Nullable Long correctedBy,
            int kato) {}

    private final Decisions decisions;
    private final JdbcClient db;

    Appeals(Decisions decisions, JdbcClient db) {
        this.decisions = decisions;
        this.db = db;
    }

    /// Takes an appeal.
    ///
    /// @param officer who wrote it down; null where the person did it alone
    @Transactional
    public long make(long decision, String condition, String words, long person, @Nullable UUID officer) {
        Decisions.Decision disputed = decisions.find(decision).orElseThrow();
        boolean named = disputed.steps().stream().anyMatch(step -> step.name().equals(condition));
        if (!named) {
            throw new IllegalArgumentException("Decision %d has no condition %s.".formatted(decision, condition));
        }
        return db.sql(MAKE)
                .param("decision", decision)
                .param("family", disputed.subject().family())
                .param("condition", condition)
                .param("words", words)
                .param("channel", officer == null ? "page" : "officer")
                .param("person", person)
                .param("due", WorkingDays.plus(LocalDate.now(Looks.ZONE), DAYS_TO_ANSWER))
                .param("officer", officer)
                .query(Long.class)
                .single();
    }

    /// An appeal; empty if there is none, or none that may be seen.
    @Transactional(readOnly = true)
    public Optional<Appeal> find(long id) {
        return db.sql(ONE).param("id", id).query(Appeals::row).optional();
    }

    /// The appeals of a family, the latest first.
    @Transactional(readOnly = true)
    public List<Appeal> of(long family) {
        return db.sql(OF_FAMILY).param("family", family).query(Appeals::row).list();
    }

    /// Appeals of a territory without an answer, by the day on which it is due.
    @Transactional(readOnly = true)
    public List<Appeal> open(int lo, int hi, int most) {
        return list(OPEN, lo, hi, most);
    }

    /// Appeals of a territory that were upheld, and whose decision was not put right yet.
    @Transactional(readOnly = true)
    public List<Appeal> toCorrect(int lo, int hi, int most) {
        return list(TO_CORRECT, lo, hi, most);
    }

    private List<Appeal> list(String sql, int lo, int hi, int most) {
        return db.sql(sql)
                .param("lo", lo)
                .param("hi", hi)
                .param("most", most)
                .query(Appeals::row)
                .list();
    }

    /// Answers an appeal.
    ///
    /// @return false if somebody answered it before, or it was withdrawn
    @Transactional
    public boolean answer(long id, boolean upheld, String answer, UUID officer) {
        return db.sql(ANSWER)
                        .param("id", id)
                        .param("state", upheld ? "upheld" : "rejected")
                        .param("answer", answer)
                        .param("officer", officer)
                        .update()
                > 0;
    }

    /// Proposes the decision that puts right what an upheld appeal found wrong: the law is asked again, with
    /// the facts as they are known by now.
    ///
    /// @return the number of the proposed decision
    /// @throws IllegalStateException if the law says the same as before: then a fact is to be corrected first
    @Transactional
    public long correct(long id, @Nullable String document, UUID officer) {
        Appeal appeal = find(id).orElseThrow();
        if (!appeal.state().equals("upheld") || appeal.correctedBy() != null) {
            throw new IllegalStateException(
                    "Appeal %d is %s: nothing is to be put right.".formatted(id, appeal.state()));
        }
        String reason = appeal.answer() == null ? "" : appeal.answer();
        long decision = decisions.correct(appeal.decision(), reason, document, officer);
        db.sql(CORRECTED).param("id", id).param("decision", decision).update();
        return decision;
    }

    /// Withdraws an appeal that was not answered.
    @Transactional
    public boolean withdraw(long id) {
        return db.sql(WITHDRAW).param("id", id).update() > 0;
    }

    private static Appeal row(ResultSet row, int n) throws SQLException {
        return new Appeal(
                row.getLong("id"),
                row.getLong("decision_id"),
                row.getLong("family_id"),
                row.getString("condition"),
                row.getString("words"),
                row.getString("channel"),
                row.getLong("person_id"),
                row.getObject("made_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getString("answer"),
                row.getObject("answered_by", UUID.class),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getObject("corrected_by", Long.class),
                row.getInt("kato"));
    }
}
