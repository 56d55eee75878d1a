package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A person's word that a finding need not be worked on until a day: the family says no, or thinks. A sweep does not
/// touch it.
@Component
public class Pauses {

    private static final String OF = """
            select topic, until, reason from benefits.pause
            where family_id = :family and ended_at is null and until > access.today() order by topic
            """;
    private static final String END = """
            update benefits.pause set ended_at = clock_timestamp() where family_id = :family and topic = :topic and ended_at is null
            """;
    private static final String ENDING = """
            select family_id, topic, until from benefits.pause
            where officer = (select access.officer()) and ended_at is null and until between :from and :to
            order by until, family_id, topic limit 1000
            """;
    private static final String PAUSE = """
            insert into benefits.pause (family_id, topic, until, reason, officer) values (:family, :topic, :until, :reason, :officer)
            """;

    /// A pause that holds.
    ///
    /// @param until the day on which the finding is worked on again
    public record Pause(Topic topic, LocalDate until, String reason) {}

    private final JdbcClient db;

    Pauses(JdbcClient db) {
        this.db = db;
    }

    /// The pauses of a family that hold today.
    @Transactional(readOnly = true)
    public List<Pause> of(long family) {
        return db.sql(OF)
                .param("family", family)
                .query((row, n) ->
                        new Pause(Topic.of(row.getInt(1)), row.getObject(2, LocalDate.class), row.getString(3)))
                .list();
    }

    /// A pause that ends on a day.
    public record Ending(long family, Topic topic, LocalDate until) {}

    /// The pauses that the officer who acts has made and that end from one day to another, the first first.
    @Transactional(readOnly = true)
    public List<Ending> ending(LocalDate from, LocalDate to) {
        return db.sql(ENDING)
                .param("from", from)
                .param("to", to)
                .query((row, n) ->
                        new Ending(row.getLong(1), Topic.of(row.getInt(2)), row.getObject(3, LocalDate.class)))
                .list();
    }

    /// Pauses what was found of a family about a topic; a pause that held gives way.
    @Transactional
    public void pause(long family, Pause pause, UUID officer) {
        end(family, pause.topic);
        db.sql(PAUSE)
                .param("family", family)
                .param("topic", pause.topic.id())
                .param("until", pause.until)
                .param("reason", pause.reason)
                .param("officer", officer)
                .update();
    }

    /// Takes a pause back.
    ///
    /// @return whether there was one
    @Transactional
    public boolean end(long family, Topic topic) {
        return db.sql(END).param("family", family).param("topic", topic.id()).update() > 0;
    }
}
