package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.shanyraq.office.access.Looks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The ledger as mass work writes it: one transaction at a time, so that what was read is still so when it is moved.
final class Books {

    private static final int MANY = 1_000;

    private static final String ALONE = "select pg_advisory_xact_lock(5715320140120261)";

    /// The orders that are moved, and the day in the books; gone with the transaction.
    private static final String MOVING = """
            create temp table if not exists moving (order_id bigint primary key, day date not null) on commit delete rows
            """;

    private static final String MOVE = """
            with e as (
                insert into financing.entry (kind, day, officer, pay_list, bank_message)
                select :kind, m.day, cast(:officer as uuid), cast(:list as integer), cast(:message as bigint)
                from moving m group by m.day returning id, day),
            s as (
                select m.day, l.award_id, l.month, sum(l.amount) as amount
                from moving m join financing.order_line l on l.order_id = m.order_id
                where l.amount > 0 group by m.day, l.award_id, l.month)
            insert into financing.posting (entry, award_id, month, stage, amount, family_id, topic, kato, budget_line)
            select e.id, s.award_id, s.month, v.stage, v.amount, b.family_id, b.topic, b.kato, b.budget_line
            from s
            join e on e.day = s.day
            join financing.balance b on b.award_id = s.award_id and b.month = s.month
            cross join lateral (values (cast(:source as text), -s.amount), (cast(:target as text), s.amount)) as v (stage, amount)
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    /// @param source connections of mass work
    Books(DataSource source) {
        db = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /// Where an entry comes from.
    ///
    /// @param kind as of `financing.entry`
    record Cause(
            String kind,
            @Nullable UUID officer,
            @Nullable Integer list,
            @Nullable Long message) {

        static Cause of(String kind) {
            return new Cause(kind, null, null, null);
        }

        Cause as(String other) {
            return new Cause(other, officer, list, message);
        }
    }

    /// Writes, alone: all of it or nothing.
    <T> T write(Function<JdbcClient, T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            db.sql(ALONE).query((row, number) -> true).list();
            db.sql(MOVING).update();
            return java.util.Objects.requireNonNull(work.apply(db));
        }));
    }

    /// Reads, or writes a line that moves no money.
    <T> T read(Function<JdbcClient, T> work) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> java.util.Objects.requireNonNull(work.apply(db))));
    }

    /// Puts orders into `moving`.
    ///
    /// @param orders a statement that gives `order_id` and `day`
    int choose(JdbcClient.StatementSpec orders) {
        db.sql("delete from moving").update();
        int chosen = orders.update();
        db.sql("analyze moving").update();
        return chosen;
    }

    /// Moves the money of the chosen orders from one stage to another.
    void move(Cause cause, String source, String target) {
        db.sql(MOVE)
                .param("kind", cause.kind)
                .param("officer", cause.officer)
                .param("list", cause.list)
                .param("message", cause.message)
                .param("source", source)
                .param("target", target)
                .update();
    }

    /// Lets PostgreSQL know that many rows were written, which it otherwise learns after the transaction only.
    static void analyze(JdbcClient db, long rows, String tables) {
        if (rows >= MANY) {
            db.sql("analyze " + tables).update();
        }
    }

    /// The day in the country.
    static LocalDate today() {
        return LocalDate.now(Looks.ZONE);
    }
}
