package kz.shanyraq.office.financing;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The daily comparison of decisions, orders and bank. It only looks, and names each difference that it finds.
final class Comparing {

    /// A bank that has said nothing for longer than this is asked.
    private static final int PATIENCE_DAYS = 3;

    private static final String OPEN =
            "insert into financing.reconciliation (day) values (access.today()) returning id";

    private static final String FOUND = """
            with due as materialized (
                select p.*, true as known from benefits.payable(cast(:month as date)) p),
            refused as (
                select distinct o.payee_id, o.iban, o.payee_name from financing.payment_order o
                where o.state in ('rejected', 'returned') and o.reason_code ~ '^(AC|BE)'),
            listed as (
                select distinct on (l.award_id, l.month) l.award_id, l.month from financing.order_line l
                join financing.payment_order o on o.id = l.order_id where o.state = 'planned' order by l.award_id, l.month),
            lines as (
                select l.award_id, l.month, max(l.family_id) as family_id,
                    sum(l.amount) filter (where o.state = 'ordered') as ordered, sum(l.amount) filter (where o.state = 'sent') as sent
                from financing.order_line l join financing.payment_order o on o.id = l.order_id
                where o.state in ('ordered', 'sent') group by l.award_id, l.month),
            booked as (
                select e.day, sum(case when e.kind = 'confirm' then p.amount else -p.amount end) as tenge
                from financing.entry e join financing.posting p on p.entry = e.id
                where e.kind = 'confirm' and p.stage = 'confirmed' or e.kind = 'return' and p.stage in ('accrued', 'budget') group by e.day),
            banked as (
                select b.booked as day, sum(case when b.kind = 'debit' then b.tenge else -b.tenge end) as tenge
                from (select distinct on (kind, coalesce(reference, message || ' ' || number)) kind, booked, tenge
                    from financing.bank_line where kind in ('debit', 'credit')
                    order by kind, coalesce(reference, message || ' ' || number), message) b
                group by b.booked),
            found (kind, family_id, award_id, month, order_id, message, line, day, tenge, why) as (
                select 'due', coalesce(d.family_id, b.family_id), coalesce(d.award_id, b.award_id), coalesce(d.month, b.month), null::bigint, null::bigint,
                    null::integer, null::date, coalesce(d.amount, 0) - coalesce(b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, 0),
                    case when d.known is null then 'not_payable' when b.ordered + b.sent > 0 then 'on_its_way' else 'not_accrued' end
                from due d full join (select * from financing.balance where month <= :month) b on b.award_id = d.award_id and b.month = d.month
                where coalesce(d.amount, 0) <> coalesce(b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, 0)
                union all
                select 'waiting', b.family_id, b.award_id, b.month, null, null, null, null, b.accrued,
                    coalesce(financing.hindrance(d.known is not null, d.held, d.amount, b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, d.payee_id,
                        d.payee_iin, d.payee_name, d.iban, r.payee_id is not null), case when l.award_id is null then 'not_listed' else 'in_draft' end)
                from financing.balance b
                left join due d on d.award_id = b.award_id and d.month = b.month
                left join refused r on r.payee_id = d.payee_id and r.iban = d.iban and r.payee_name = d.payee_name
                left join listed l on l.award_id = b.award_id and l.month = b.month
                where b.accrued > 0
                union all
                select 'unanswered', o.family_id, null, null, o.id, null, null, o.sent_on, o.amount, coalesce(lower(o.bank_said), 'silent')
                from financing.payment_order o where o.state = 'sent' and o.sent_on < access.today() - cast(:patience as integer)
                union all
                select 'bank_line', o.family_id, null, null, o.id, l.message, l.number, l.booked, coalesce(l.tenge, 0),
                    case when o.id is null then 'unknown_order' when l.tenge is distinct from o.amount and l.tenge is not null then 'other_sum'
                        else 'order_' || o.state end
                from financing.bank_line l left join financing.payment_order o on o.end_to_end = l.end_to_end where l.state = 'open'
                union all
                select 'unread', null, null, null, null, m.id, null, null, 0, 'unreadable' from financing.bank_message m where m.kind = 'unreadable'
                union all
                select 'day', null, null, null, null, null, null, coalesce(g.day, k.day), coalesce(k.tenge, 0) - coalesce(g.tenge, 0), 'sums'
                from booked g full join banked k on k.day = g.day where coalesce(k.tenge, 0) <> coalesce(g.tenge, 0)
                union all
                select 'ledger', coalesce(l.family_id, b.family_id), coalesce(l.award_id, b.award_id), coalesce(l.month, b.month), null, null, null, null,
                    coalesce(l.ordered, 0) + coalesce(l.sent, 0) - coalesce(b.ordered + b.sent, 0), 'orders'
                from lines l full join (select * from financing.balance where ordered + sent > 0) b on b.award_id = l.award_id and b.month = l.month
                where coalesce(l.ordered, 0) <> coalesce(b.ordered, 0) or coalesce(l.sent, 0) <> coalesce(b.sent, 0))
            insert into financing.difference (reconciliation, number, kind, family_id, award_id, month, order_id, message, line, day, tenge, why)
            select :id, row_number() over (order by kind, family_id, award_id, month, order_id, message, line, day), kind, family_id, award_id, month, order_id,
                message, line, day, tenge, why
            from found
            """;

    private static final String CLOSE = """
            update financing.reconciliation set closed_at = clock_timestamp(), differences = :differences,
                tenge_due = (select coalesce(sum(amount), 0) from benefits.payable(cast(:month as date))),
                tenge_accrued = (select coalesce(sum(accrued + ordered + sent + confirmed + withheld), 0) from financing.balance),
                tenge_confirmed = (select coalesce(sum(case when e.kind = 'confirm' then p.amount else -p.amount end), 0)
                    from financing.entry e join financing.posting p on p.entry = e.id
                    where e.kind = 'confirm' and p.stage = 'confirmed' or e.kind = 'return' and p.stage in ('accrued', 'budget')),
                tenge_bank = (select coalesce(sum(case when b.kind = 'debit' then b.tenge else -b.tenge end), 0)
                    from (select distinct on (kind, coalesce(reference, message || ' ' || number)) kind, tenge
                        from financing.bank_line where kind in ('debit', 'credit')
                        order by kind, coalesce(reference, message || ' ' || number), message) b)
            where id = :id
            """;

    private final Books books;

    Comparing(Books books) {
        this.books = books;
    }

    /// Compares everything up to a month.
    ///
    /// @return how many differences there are
    int compare(LocalDate month) {
        return books.write(db -> compare(db, month));
    }

    private static int compare(JdbcClient db, LocalDate month) {
        long id = db.sql(OPEN).query(Long.class).single();
        int differences = db.sql(FOUND)
                .param("id", id)
                .param("month", month)
                .param("patience", PATIENCE_DAYS)
                .update();
        db.sql(CLOSE)
                .param("id", id)
                .param("month", month)
                .param("differences", differences)
                .update();
        return differences;
    }
}
