package kz.shanyraq.office.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pairs of persons who may be one: what an officer sees of them, and what becomes of them. A merge moves nothing: the
/// one person is said
/// to be the other, and may be parted again.
@Component
public class DuplicateCases {

    private static final String SELECT = """
            select d.id, d.state, round(d.score * 100)::int as score, d.rule, d.note, %s, %s
            from registry.duplicate d
            join registry.person p1 on p1.id = d.person_id left join registry.identity i1 on i1.person_id = p1.id and i1.superseded_by is null and upper_inf(i1.valid)
            left join registry.intake n1 on n1.id = coalesce(i1.origin, i1.intake)
            join registry.person p2 on p2.id = d.other_id left join registry.identity i2 on i2.person_id = p2.id and i2.superseded_by is null and upper_inf(i2.valid)
            left join registry.intake n2 on n2.id = coalesce(i2.origin, i2.intake)
            """.formatted(side(1), side(2));

    private static final String REASONS = """
            select r->>'field' as field, r->>'how' as how, round((r->>'weight')::numeric * 10)::int as weight
            from registry.duplicate d, jsonb_array_elements(d.reasons) r where d.id = :id and r->>'how' <> 'unknown'
            """;

    private static final String DECIDE = """
            update registry.duplicate set state = :state, decided_by = :officer, decided_at = now(), note = :note, merge_intake = :intake
            where id = :id and state = 'open'
            """;

    private static final String REOPEN = """
            update registry.duplicate set state = 'open', decided_by = null, decided_at = null, note = :note, merge_intake = :intake
            where id = :id and state <> 'open'
            """;

    private static final String INTAKE = """
            insert into registry.intake (kind, source, officer, reason, state, closed_at)
            values ('merge', 'officer', :officer, :reason, 'done', clock_timestamp()) returning id
            """;

    // Who has a family is kept; of two who have one, or none, the one with the lower number.
    private static final String MERGE = """
            update registry.person p set merged_into = k.kept
            from (
                select case when (p1.family_id is null) > (p2.family_id is null) then p2.id else p1.id end as kept,
                    case when (p1.family_id is null) > (p2.family_id is null) then p1.id else p2.id end as merged
                from registry.duplicate d join registry.person p1 on p1.id = d.person_id join registry.person p2 on p2.id = d.other_id
                where d.id = :id
            ) k
            where p.id = k.merged and p.merged_into is null
            """;

    private static final String PART = """
            update registry.person p set merged_into = null
            from registry.duplicate d
            where d.id = :id and (p.id = d.person_id and p.merged_into = d.other_id or p.id = d.other_id and p.merged_into = d.person_id)
            """;

    private final JdbcClient db;

    DuplicateCases(JdbcClient db) {
        this.db = db;
    }

    private static String side(int n) {
        return ("p%1$d.id as person%1$d, p%1$d.family_id as family%1$d, p%1$d.kato as kato%1$d, i%1$d.last_name as last%1$d, i%1$d.first_name as first%1$d, "
                        + "i%1$d.patronymic as patronymic%1$d, p%1$d.birth_date as birth%1$d, p%1$d.iin as iin%1$d, p%1$d.phone as phone%1$d, n%1$d.source as source%1$d")
                .formatted(n);
    }

    /// Pairs that wait for a decision, the likeliest first, of the territory of the one who asks.
    @Transactional(readOnly = true)
    public List<DuplicateCase> waiting(int most) {
        return db.sql(SELECT + " where d.state = 'open' order by d.score desc, d.id limit :most")
                .param("most", most)
                .query((row, n) -> read(row, List.of()))
                .list();
    }

    /// One pair; empty if there is none in the territory of the one who asks.
    @Transactional(readOnly = true)
    public Optional<DuplicateCase> pair(long id) {
        List<DuplicateCase.Reason> reasons = db.sql(REASONS)
                .param("id", id)
                .query(DuplicateCase.Reason.class)
                .list();
        return db.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query((row, n) -> read(row, reasons))
                .optional();
    }

    /// Decides that the two are one, or are two.
    ///
    /// @return whether it was still open
    @Transactional
    public boolean decide(long id, boolean same, String note, UUID officer) {
        Integer intake = same ? intake(officer, note) : null;
        int decided = db.sql(DECIDE)
                .param("id", id)
                .param("state", same ? "same" : "different")
                .param("officer", officer)
                .param("note", note)
                .param("intake", intake)
                .update();
        if (decided == 1 && same) {
            db.sql(MERGE).param("id", id).update();
        }
        return decided == 1;
    }

    /// Takes a decision back: who were merged are two again.
    ///
    /// @return whether there was a decision
    @Transactional
    public boolean undo(long id, String note, UUID officer) {
        db.sql(PART).param("id", id).update();
        return db.sql(REOPEN)
                        .param("id", id)
                        .param("note", note)
                        .param("intake", intake(officer, note))
                        .update()
                == 1;
    }

    private Integer intake(UUID officer, String reason) {
        return db.sql(INTAKE)
                .param("officer", officer)
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    private static DuplicateCase read(ResultSet row, List<DuplicateCase.Reason> reasons) throws SQLException {
        return new DuplicateCase(
                row.getLong("id"),
                row.getString("state"),
                row.getInt("score"),
                row.getString("rule"),
                side(row, 1),
                side(row, 2),
                new ArrayList<>(reasons),
                row.getString("note"));
    }

    private static DuplicateCase.Side side(ResultSet row, int n) throws SQLException {
        long family = row.getLong("family" + n);
        boolean none = row.wasNull();
        return new DuplicateCase.Side(
                row.getLong("person" + n),
                none ? null : (Long) family,
                row.getInt("kato" + n),
                row.getString("last" + n),
                row.getString("first" + n),
                row.getString("patronymic" + n),
                birth(row, n),
                row.getString("iin" + n),
                row.getString("phone" + n),
                row.getString("source" + n));
    }

    private static @Nullable LocalDate birth(ResultSet row, int n) throws SQLException {
        return row.getObject("birth" + n, LocalDate.class);
    }
}
