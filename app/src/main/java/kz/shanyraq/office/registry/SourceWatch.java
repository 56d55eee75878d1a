package kz.shanyraq.office.registry;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which source is late, since when, and whom it hurts; and what waits for a person. No names.
@Component
public class SourceWatch {

    /// A source and how it stands.
    ///
    /// @param affected how many persons' or families' facts rest on it, as counted last; null if never counted
    /// @param waiting questions that it has not answered
    /// @param overdue those of them whose day has passed
    public record State(Source source, @Nullable Long affected, long waiting, long overdue) {}

    /// A delivery.
    public record Delivery(
            int id,
            @Nullable String file,
            String state,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt,
            long rowsRead,
            long rowsNew,
            long rowsChanged,
            long rowsUnchanged,
            long rowsMerged,
            long rowsDisputed,
            long rowsRejected,
            @Nullable String message) {}

    /// A rejected row, masked.
    public record Reject(long line, String column, String value, String reason) {}

    /// What waits, within what the one who asks may see.
    ///
    /// @param questions questions without an answer
    /// @param overdue those of them whose day has passed
    /// @param duplicates pairs of persons to be decided on
    public record Waiting(long questions, long overdue, long duplicates) {}

    private static final String AFFECTED = """
            select category, value from registry.figure where measure = 'sources'
            """;
    private static final String QUESTIONS = """
            select source, waiting, late from registry.questions_waiting()
            """;
    private static final String DELIVERIES = """
            select id, file, state, opened_at, closed_at, rows_read, rows_new, rows_changed, rows_unchanged, rows_merged, rows_disputed, rows_rejected, message
            from registry.intake i
            where kind in ('households', 'single_source')
                and (source = :source or source is null and exists (select from registry.sheet h where h.source = :source))
            order by id desc limit 24
            """;
    private static final String REJECTS = """
            select line, "column", value, reason from registry.rejects(:delivery, 0, 20)
            """;
    private static final String WAITING = """
            select (select count(*) from registry.question where state = 'open') as questions,
                (select count(*) from registry.question where state = 'open' and due_on < current_date) as overdue,
                (select count(*) from registry.duplicate where state = 'open') as duplicates
            """;
    private static final String COUNT_AFFECTED = """
            insert into registry.figure (measure, kato, category, value, counted_at)
            select 'sources', 0, s.source, sum(n), now() from (%s) c join registry.sheet s on s.code = c.sheet group by s.source
            """;

    private record Affected(String category, @Nullable Long value) {}

    private record Questions(String source, long waiting, long late) {}

    private final JdbcClient db;
    private final JdbcClient intake;
    private final Sources sources;

    SourceWatch(JdbcClient db, @Qualifier("intakeDb") JdbcClient intake, Sources sources) {
        this.db = db;
        this.intake = intake;
        this.sources = sources;
    }

    /// The registers, those with most people affected first; late ones before others.
    @Transactional(readOnly = true)
    public List<State> states() {
        Map<String, Affected> affected = db.sql(AFFECTED).query(Affected.class).list().stream()
                .collect(Collectors.toMap(Affected::category, each -> each));
        Map<String, Questions> questions = db.sql(QUESTIONS).query(Questions.class).list().stream()
                .collect(Collectors.toMap(Questions::source, each -> each));
        List<State> states = new ArrayList<>();
        for (Source source : sources.all().values()) {
            if (source.register()) {
                Affected of = affected.get(source.code());
                Questions asked = questions.get(source.code());
                states.add(new State(
                        source,
                        of == null ? null : of.value(),
                        asked == null ? 0 : asked.waiting(),
                        asked == null ? 0 : asked.late()));
            }
        }
        states.sort(Comparator.comparing((State state) -> !state.source().late())
                .thenComparingLong(state -> -(state.affected() == null ? 0 : state.affected()))
                .thenComparing(state -> state.source().code()));
        return List.copyOf(states);
    }

    /// A source by its code.
    @Transactional(readOnly = true)
    public Optional<State> state(String code) {
        return states().stream()
                .filter(state -> state.source().code().equals(code))
                .findFirst();
    }

    /// The last deliveries of a source, the newest first.
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(String source) {
        return db.sql(DELIVERIES).param("source", source).query(Delivery.class).list();
    }

    /// The first rejected rows of a delivery, their cells masked.
    @Transactional(readOnly = true)
    public List<Reject> rejects(int delivery) {
        return db.sql(REJECTS).param("delivery", delivery).query(Reject.class).list();
    }

    /// What waits for a person.
    @Transactional(readOnly = true)
    public Waiting waiting() {
        return db.sql(WAITING).query(Waiting.class).single();
    }

    /// Counts anew how many facts rest on each source.
    @Transactional("intakeTransactions")
    public void count() {
        String facts = java.util.Arrays.stream(FactSheet.values())
                .map(sheet ->
                        "select '%1$s' as sheet, count(distinct %2$s) as n from registry.%1$s where superseded_by is null"
                                .formatted(sheet.code(), sheet.ofFamily() ? "family_id" : "person_id"))
                .collect(Collectors.joining(" union all "));
        intake.sql("delete from registry.figure where measure = 'sources'").update();
        intake.sql(COUNT_AFFECTED.formatted(facts)).update();
    }
}
