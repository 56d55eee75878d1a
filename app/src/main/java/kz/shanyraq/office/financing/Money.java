package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The money of a family: for each month of each award where it stands.
@Component
public class Money {

    private static final String OF = """
            select b.award_id, b.month, b.topic, b.accrued, b.ordered, b.sent, b.confirmed, b.withheld, b.receivable, b.written_off,
                (select min(e.day) from financing.posting p join financing.entry e on e.id = p.entry
                    where p.family_id = b.family_id and p.month = b.month and p.award_id = b.award_id and p.stage = 'accrued') as accrued_on,
                o.pay_list, o.state as order_state, o.sent_on, o.answered_on, o.reason_code, o.iban,
                exists (select from financing.write_off w where w.award_id = b.award_id and w.month = b.month and w.answer is null) as write_off_asked
            from financing.balance b
            left join lateral (
                select o.pay_list, o.state, o.sent_on, o.answered_on, o.reason_code, o.iban
                from financing.order_line l join financing.payment_order o on o.id = l.order_id
                where l.award_id = b.award_id and l.month = b.month and o.state <> 'planned' order by o.id desc limit 1) o on true
            where b.family_id = :family and b.budget <> 0
            order by b.month desc, b.topic, b.award_id limit 60
            """;

    /// A month of an award, in whole tenge.
    ///
    /// @param accrued due and not yet ordered
    /// @param ordered in a pay list
    /// @param sent with the bank
    /// @param confirmed paid
    /// @param withheld set off against an overpayment
    /// @param receivable overpaid, to be given back
    /// @param payList the list that ordered it last
    /// @param orderState how that order stands
    public record Month(
            long awardId,
            LocalDate month,
            int topic,
            long accrued,
            long ordered,
            long sent,
            long confirmed,
            long withheld,
            long receivable,
            long writtenOff,
            @Nullable LocalDate accruedOn,
            @Nullable Integer payList,
            @Nullable String orderState,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate answeredOn,
            @Nullable String reasonCode,
            @Nullable String iban,
            boolean writeOffAsked) {

        /// What is due for the month, wherever it stands.
        public long due() {
            return accrued + ordered + sent + confirmed + withheld;
        }

        /// Whether the bank refused the last order, or the money came back, and it is still due.
        public boolean broken() {
            return accrued > 0 && ("rejected".equals(orderState) || "returned".equals(orderState));
        }
    }

    private final JdbcClient db;

    Money(JdbcClient db) {
        this.db = db;
    }

    /// The months of a family, the last one first.
    @Transactional(readOnly = true)
    public List<Month> of(long family) {
        return db.sql(OF).param("family", family).query(Month.class).list();
    }
}
