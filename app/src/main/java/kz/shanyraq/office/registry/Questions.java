package kz.shanyraq.office.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Questions to owners of sources, and the disagreements that they often ask about.
@Component
class Questions {

    private static final String OF_FAMILY = """
            select * from registry.question where family_id = :family order by id desc limit 100
            """;
    private static final String ONE = """
            select * from registry.question where id = :id
            """;
    private static final String OPEN = """
            select q.* from registry.question q join registry.family f on f.id = q.family_id
            where q.state = 'open' order by q.due_on, q.id limit :most
            """;
    private static final String DUE_COUNTS = """
            select due_on, count(*) from registry.question
            where state = 'open' and due_on between :from and :to group by due_on
            """;
    private static final String DUE = """
            select * from registry.question where state = 'open' and due_on = :day order by id limit :most
            """;
    private static final String ASK = """
            insert into registry.question (person_id, family_id, sheet, "column", seen, claimed, words, source, asked_by, asked_by_person, due_on)
            values (:person, :family, :sheet, :column, :seen, :claimed, :words, :source, :officer, :citizen, :due) returning id
            """;
    private static final String ANSWER = """
            update registry.question set state = :state, answer = :answer, answered_at = now(), answered_by = :officer, intake = coalesce(:intake, intake)
            where id = :id and state = 'open'
            """;
    private static final String DISAGREEMENTS = """
            select d.id, d.sheet, coalesce(d.person_id, d.family_id) as subject, d."column", d.held, d.held_source, d.other, d.other_source, d.rule, r.reason
            from registry.disagreement d
            left join registry.precedence r on r.sheet = d.sheet and r.source = d.held_source
            where (d.person_id = any(:persons) or d.family_id = :family) and d.settled_by is null and d.valid @> :on::date
            order by d.id desc limit 100
            """;

    private final JdbcClient db;

    Questions(JdbcClient db) {
        this.db = db;
    }

    List<Question> ofFamily(FamilyId family) {
        return db.sql(OF_FAMILY)
                .param("family", family.value())
                .query((row, n) -> question(row))
                .list();
    }

    Optional<Question> find(long id) {
        return db.sql(ONE).param("id", id).query((row, n) -> question(row)).optional();
    }

    List<Question> open(int most) {
        return db.sql(OPEN).param("most", most).query((row, n) -> question(row)).list();
    }

    Map<LocalDate, Long> due(LocalDate from, LocalDate to) {
        Map<LocalDate, Long> days = new TreeMap<>();
        db.sql(DUE_COUNTS)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> days.put(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
        return days;
    }

    List<Question> due(LocalDate day, int most) {
        return db.sql(DUE)
                .param("day", day)
                .param("most", most)
                .query((row, n) -> question(row))
                .list();
    }

    long ask(NewQuestion question, String source, @Nullable UUID officer, @Nullable Long citizen, LocalDate due) {
        return db.sql(ASK)
                .param(
                        "person",
                        question.person() == null ? null : question.person().value())
                .param("family", question.family().value())
                .param("sheet", question.sheet().code())
                .param("column", question.column())
                .param("seen", question.seen())
                .param("claimed", question.claimed())
                .param("words", question.words())
                .param("source", source)
                .param("officer", officer)
                .param("citizen", citizen)
                .param("due", due)
                .query(Long.class)
                .single();
    }

    boolean answer(long id, String state, String answer, @Nullable UUID officer, @Nullable Integer intake) {
        return db.sql(ANSWER)
                        .param("state", state)
                        .param("answer", answer)
                        .param("officer", officer)
                        .param("intake", intake, java.sql.Types.INTEGER)
                        .param("id", id)
                        .update()
                == 1;
    }

    List<FamilyFile.Disagreement> disagreements(FamilyId family, Collection<Long> persons, LocalDate on) {
        return db.sql(DISAGREEMENTS)
                .param("persons", persons.toArray(Long[]::new))
                .param("family", family.value())
                .param("on", on)
                .query((row, n) -> new FamilyFile.Disagreement(
                        row.getLong("id"),
                        FactSheet.of(row.getString("sheet")).orElseThrow(),
                        row.getLong("subject"),
                        row.getString("column"),
                        row.getString("held"),
                        row.getString("held_source"),
                        row.getString("other"),
                        row.getString("other_source"),
                        row.getString("rule"),
                        row.getString("reason")))
                .list();
    }

    private static Question question(ResultSet row) throws SQLException {
        Long person = row.getObject("person_id", Long.class);
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Question(
                row.getLong("id"),
                new FamilyId(row.getLong("family_id")),
                person == null ? null : new PersonId(person),
                FactSheet.of(row.getString("sheet")).orElseThrow(),
                row.getString("column"),
                row.getString("seen"),
                row.getString("claimed"),
                row.getString("words"),
                row.getString("source"),
                row.getObject("asked_by_person") != null,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getString("answer"),
                answered == null ? null : answered.toInstant());
    }
}
