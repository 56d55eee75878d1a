package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is no longer asked back: one officer asks for it with a reason, another one answers.
@Component
public class WriteOffs {

    private static final String OWED =
            "select receivable from financing.balance where award_id = :award and month = :month and family_id = :family";
    private static final String WAITS =
            "select exists (select from financing.write_off where award_id = :award and month = :month and answer is null)";
    private static final String ASK = """
            insert into financing.write_off (family_id, award_id, month, amount, reason, asked_by)
            select :family, b.award_id, b.month, b.receivable, :reason, :officer from financing.balance b
            where b.award_id = :award and b.month = :month and b.family_id = :family and b.receivable > 0
            """;
    private static final String WAITING = """
            select w.id, w.family_id, w.award_id, w.month, b.topic, w.amount, w.reason, w.asked_by, o.name as asker, w.asked_at
            from financing.write_off w
            join financing.balance b on b.award_id = w.award_id and b.month = w.month
            left join access.officer o on o.id = w.asked_by
            where w.answer is null order by w.id limit 50
            """;
    private static final String ANSWER =
            "update financing.write_off set answer = :answer where id = :id and answer is null and asked_by <> access.officer()";

    /// A write-off that waits for a second person.
    public record Waiting(
            long id,
            long familyId,
            long awardId,
            LocalDate month,
            int topic,
            long amount,
            String reason,
            UUID askedBy,
            @Nullable String asker,
            OffsetDateTime askedAt) {}

    private final JdbcClient db;

    WriteOffs(JdbcClient db) {
        this.db = db;
    }

    /// What is to be given back of a month of an award; 0 if nothing is, or it is not there.
    @Transactional(readOnly = true)
    public long owed(long family, long award, LocalDate month) {
        return db.sql(OWED)
                .param("award", award)
                .param("month", month)
                .param("family", family)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Asks that what is to be given back of a month is written off.
    ///
    /// @return whether it was asked for: not if it is asked for already, or nothing is owed
    @Transactional
    public boolean ask(long family, long award, LocalDate month, String reason, UUID officer) {
        boolean waits = db.sql(WAITS)
                .param("award", award)
                .param("month", month)
                .query(Boolean.class)
                .single();
        return !waits
                && db.sql(ASK)
                                .param("family", family)
                                .param("award", award)
                                .param("month", month)
                                .param("reason", reason)
                                .param("officer", officer)
                                .update()
                        > 0;
    }

    /// What waits for a second person.
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return db.sql(WAITING).query(Waiting.class).list();
    }

    /// Answers what another officer asked for.
    ///
    /// @return whether it could be answered
    @Transactional
    public boolean answer(long id, boolean approved) {
        return db.sql(ANSWER)
                        .param("answer", approved ? "approved" : "refused")
                        .param("id", id)
                        .update()
                > 0;
    }
}
