package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is due, brought into the ledger: the difference between what the decisions give for each month of each award
/// and what was accrued of it so far. The first accrual, arrears, a reduction and an overpayment are this one
/// difference, so that to accrue again changes nothing.
///
/// More is due: what had been asked back or written off is left to the family first, the rest is taken from the budget.
/// Less is due: what is not yet ordered goes back to the budget, and what was paid is asked back. What is on its way to
/// the bank can do neither, and waits until it has arrived or come back.
final class Accruing {

    private static final String ACCRUE = """
            with due as materialized (
                select p.award_id, p.family_id, p.topic, p.month, p.kato, coalesce(l.code, 'topic ' || p.topic) as budget_line,
                    p.amount - coalesce(b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, 0) as more,
                    coalesce(b.accrued, 0) as accrued, coalesce(b.confirmed, 0) as confirmed, coalesce(b.withheld, 0) as withheld,
                    coalesce(b.receivable, 0) as receivable, coalesce(b.written_off, 0) as written_off
                from benefits.payable(cast(:upto as date)) p
                left join financing.balance b on b.award_id = p.award_id and b.month = p.month
                left join financing.budget_line l on l.topic = p.topic
                where p.amount <> coalesce(b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, 0)),
            parts as materialized (
                select due.*,
                    least(greatest(more, 0), receivable) as again,
                    least(greatest(more - receivable, 0), written_off) as forgiven,
                    greatest(more - receivable - written_off, 0) as added,
                    least(greatest(-more, 0), accrued) as less,
                    least(greatest(-more - accrued, 0), confirmed) as owed,
                    least(greatest(-more - accrued - confirmed, 0), withheld) as unset
                from due),
            moves as materialized (
                select parts.*, case when more > 0 then 'accrue' else 'correct' end as kind
                from parts where again + forgiven + added + less + owed + unset > 0),
            entries as (
                insert into financing.entry (kind, day) select kind, access.today() from moves group by kind returning id, kind),
            posted as (
                insert into financing.posting (entry, award_id, month, stage, amount, family_id, topic, kato, budget_line)
                select e.id, m.award_id, m.month, v.stage, v.amount, m.family_id, m.topic, m.kato, m.budget_line
                from moves m join entries e on e.kind = m.kind
                cross join lateral (values
                    ('budget', m.less - m.added), ('accrued', m.added - m.less), ('confirmed', m.again + m.forgiven - m.owed),
                    ('withheld', -m.unset), ('receivable', m.owed + m.unset - m.again), ('written_off', -m.forgiven)) as v (stage, amount)
                where v.amount <> 0)
            select count(*) as months, coalesce(sum(added), 0) as added, coalesce(sum(less), 0) as less,
                coalesce(sum(owed + unset), 0) as owed, coalesce(sum(again + forgiven), 0) as again
            from moves
            """;

    private final Books books;

    Accruing(Books books) {
        this.books = books;
    }

    /// Accrues everything that is due up to a month.
    PayRun.Accrual upTo(YearMonth month) {
        LocalDate first = month.atDay(1);
        return books.write(db -> accrue(db, first));
    }

    private static PayRun.Accrual accrue(JdbcClient db, LocalDate first) {
        PayRun.Accrual accrual = db.sql(ACCRUE)
                .param("upto", first)
                .query((row, number) -> new PayRun.Accrual(
                        row.getLong("months"),
                        row.getLong("added"),
                        row.getLong("less"),
                        row.getLong("owed"),
                        row.getLong("again")))
                .single();
        Books.analyze(db, accrual.months(), "financing.balance");
        return accrual;
    }
}
