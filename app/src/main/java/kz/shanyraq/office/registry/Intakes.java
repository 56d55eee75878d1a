package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The deliveries and their counters.
final class Intakes {

    /// A delivery that was opened before.
    record Opened(int id, String state, long rowsRead, LocalDate validOn, String openedOn) {}

    private static final String FIND = """
            select id, state, rows_read, valid_on, to_char(opened_at at time zone 'Asia/Almaty', 'YYYY-MM-DD HH24:MI') as opened_on
            from registry.intake
            where checksum = :checksum and kind = :kind and coalesce(source, '') = coalesce(:source, '') and state <> 'failed'
            """;

    private static final String OPEN = """
            insert into registry.intake (kind, source, file, format, checksum, valid_on, rows_total, officer)
            values (:kind, :source, :file, :format, :checksum, :day, :total, :officer)
            returning id
            """;

    private static final String COUNT = """
            update registry.intake
            set rows_read = rows_read + :read, rows_new = rows_new + :added, rows_changed = rows_changed + :changed,
                rows_unchanged = rows_unchanged + :unchanged, rows_merged = rows_merged + :merged,
                rows_disputed = rows_disputed + :disputed, rows_rejected = rows_rejected + :rejected, beat_at = clock_timestamp()
            where id = :id and state = 'running'
            """;

    private static final String CLOSE = """
            update registry.intake set state = :state, message = :message, closed_at = clock_timestamp(), beat_at = clock_timestamp(),
                rows_total = coalesce(rows_total, rows_read)
            where id = :id and state = 'running'
            """;

    private static final String COUNTS = """
            select id, file, format, source, state, rows_read as read, rows_new as added, rows_changed as changed, rows_unchanged as unchanged,
                rows_merged as merged, rows_disputed as disputed, rows_rejected as rejected, message
            from registry.intake where id = :id
            """;

    private static final String REJECT = """
            insert into registry.reject (intake, line, "column", value, reason, family_id)
            select :intake, r.line, r.name, r.value, r.reason, coalesce(f.id, p.family_id)
            from unnest(:lines::bigint[], :names::text[], :values::text[], :reasons::text[], :families::text[], :persons::text[])
                r (line, name, value, reason, family, person)
            left join registry.family f on r.family <> '' and f.source_key = r.family
            left join registry.person p on r.person <> '' and p.source_key = r.person
            """;

    private final JdbcClient db;

    Intakes(JdbcClient db) {
        this.db = db;
    }

    Optional<Opened> find(byte[] checksum, String kind, @Nullable String source) {
        return db.sql(FIND)
                .param("checksum", checksum)
                .param("kind", kind)
                .param("source", source)
                .query(Opened.class)
                .optional();
    }

    int open(
            String kind,
            @Nullable String source,
            String file,
            String format,
            byte[] checksum,
            LocalDate day,
            @Nullable Long total,
            java.util.@Nullable UUID officer) {
        return db.sql(OPEN)
                .param("kind", kind)
                .param("source", source)
                .param("file", file)
                .param("format", format)
                .param("checksum", checksum)
                .param("day", day)
                .param("total", total)
                .param("officer", officer)
                .query(Integer.class)
                .single();
    }

    /// Counts what became of some rows, in the transaction that took them.
    void count(int id, long read, LoadTally tally) {
        if (tally.sum() != read) {
            throw new IllegalStateException("Of %d rows of the delivery %d the counts are %s, which is %d."
                    .formatted(read, id, tally, tally.sum()));
        }
        int counted = db.sql(COUNT)
                .param("id", id)
                .param("read", read)
                .param("added", tally.added())
                .param("changed", tally.changed())
                .param("unchanged", tally.unchanged())
                .param("merged", tally.merged())
                .param("disputed", tally.disputed())
                .param("rejected", tally.rejected())
                .update();
        if (counted != 1) {
            throw new IllegalStateException("The delivery %d does not run any more.".formatted(id));
        }
    }

    void close(int id, String state, @Nullable String message) {
        db.sql(CLOSE)
                .param("id", id)
                .param("state", state)
                .param("message", message)
                .update();
    }

    void reject(int id, List<LoadReject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        db.sql(REJECT)
                .param("intake", id)
                .param("lines", rejects.stream().map(LoadReject::line).toArray(Long[]::new))
                .param("names", texts(rejects, LoadReject::column))
                .param("values", texts(rejects, LoadReject::value))
                .param("reasons", texts(rejects, LoadReject::reason))
                .param("families", texts(rejects, LoadReject::family))
                .param("persons", texts(rejects, LoadReject::person))
                .update();
    }

    private static String[] texts(List<LoadReject> rejects, java.util.function.Function<LoadReject, String> part) {
        return rejects.stream().map(part).map(text -> text.replace('\0', '�')).toArray(String[]::new);
    }

    Loaded loaded(int id) {
        return db.sql(COUNTS).param("id", id).query(Loaded.class).single();
    }
}
