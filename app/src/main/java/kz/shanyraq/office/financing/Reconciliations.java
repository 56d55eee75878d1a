package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The comparisons of decisions, orders and bank, as officers see them.
@Component
public class Reconciliations {

    /// How many rows a page has.
    public static final int PAGE = 50;

    private static final String LAST = """
            select id, day, differences, tenge_due, tenge_accrued, tenge_confirmed, tenge_bank, closed_at
            from financing.reconciliation where closed_at is not null order by id desc limit 1
            """;
    private static final String KINDS = """
            select kind, count(*) as differences, sum(tenge) as tenge from financing.difference where reconciliation = :id group by kind
            """;
    private static final String ROWS = """
            select d.number, d.kind, d.family_id, d.award_id, d.month, d.order_id, o.pay_list, m.name as file, d.line, d.day, d.tenge, d.why
            from financing.difference d
            left join financing.payment_order o on o.id = d.order_id
            left join financing.bank_message m on m.id = d.message
            where d.reconciliation = :id and d.kind = :kind and d.number > :after order by d.number limit 50
            """;

    /// A comparison.
    public record Reconciliation(
            long id,
            LocalDate day,
            int differences,
            long tengeDue,
            long tengeAccrued,
            long tengeConfirmed,
            long tengeBank,
            OffsetDateTime closedAt) {}

    /// How many differences of a kind, and their sum.
    public record Kind(String kind, long differences, long tenge) {}

    /// A difference.
    public record Difference(
            int number,
            String kind,
            @Nullable Long familyId,
            @Nullable Long awardId,
            @Nullable LocalDate month,
            @Nullable Long orderId,
            @Nullable Integer payList,
            @Nullable String file,
            @Nullable Integer line,
            @Nullable LocalDate day,
            long tenge,
            @Nullable String why) {}

    private final JdbcClient db;

    Reconciliations(JdbcClient db) {
        this.db = db;
    }

    /// The last one that came to its end.
    @Transactional(readOnly = true)
    public Optional<Reconciliation> last() {
        return db.sql(LAST).query(Reconciliation.class).optional();
    }

    /// Its differences that the one who looks may see, counted by kind.
    @Transactional(readOnly = true)
    public Map<String, Kind> kinds(long reconciliation) {
        return db.sql(KINDS).param("id", reconciliation).query(Kind.class).list().stream()
                .collect(Collectors.toMap(Kind::kind, kind -> kind, (a, b) -> a, TreeMap::new));
    }

    /// Differences of a kind, a page of them.
    @Transactional(readOnly = true)
    public List<Difference> rows(long reconciliation, String kind, int after) {
        return db.sql(ROWS)
                .param("id", reconciliation)
                .param("kind", kind)
                .param("after", after)
                .query(Difference.class)
                .list();
    }
}
