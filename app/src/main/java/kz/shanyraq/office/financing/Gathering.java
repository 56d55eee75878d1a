package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Consumer;
import kz.shanyraq.office.access.Territory;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.NotInForce;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.assistance.Rates;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.figures.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gathers a pay list: everything that is accrued for a territory up to a month becomes a line of an order, or is left
/// out with its reason. What comes in is what goes out, in months of awards and in tenge; the database refuses a list
/// of which that is not so.
final class Gathering {

    private static final String LIST =
            "select id, kato, month, state, locked_by, dropped_by, released_by from financing.pay_list where id = :list for update";

    private static final String CLEAR_LINES = """
            delete from financing.order_line l using financing.payment_order o where o.id = l.order_id and o.pay_list = :list and o.state = 'planned'
            """;
    private static final String CLEAR_ORDERS =
            "delete from financing.payment_order where pay_list = :list and state = 'planned'";
    private static final String CLEAR_OUTS = "delete from financing.left_out where pay_list = :list";

    private static final String GATHERED = """
            create temp table if not exists gathered (
                award_id bigint, month date, family_id bigint, topic smallint, amount bigint, set_off bigint, payee_id bigint, payee_iin text,
                payee_name text, iban text, kato integer, purpose_code text, reason text, said text, withheld bigint not null default 0,
                primary key (award_id, month)) on commit delete rows
            """;

    private static final String GATHER = """
            with refused as (
                select distinct o.payee_id, o.iban, o.payee_name from financing.payment_order o
                where o.state in ('rejected', 'returned') and o.reason_code ~ '^(AC|BE)')
            insert into gathered (award_id, month, family_id, topic, amount, set_off, payee_id, payee_iin, payee_name, iban, kato, purpose_code, reason, said)
            select b.award_id, b.month, b.family_id, b.topic, b.accrued, b.withheld, p.payee_id, p.payee_iin, p.payee_name, p.iban, coalesce(p.kato, b.kato),
                l.purpose_code,
                case when l.topic is null then 'no_budget_line' else financing.hindrance(p.award_id is not null, p.held, p.amount, b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, p.payee_id,
                    p.payee_iin, p.payee_name, p.iban, r.payee_id is not null) end,
                p.held
            from financing.balance b
            left join benefits.payable(cast(:month as date)) p on p.award_id = b.award_id and p.month = b.month
            left join financing.budget_line l on l.topic = b.topic
            left join refused r on r.payee_id = p.payee_id and r.iban = p.iban and r.payee_name = p.payee_name
            where b.accrued > 0 and b.month <= :month and coalesce(p.kato, b.kato) between :lo and :hi
            """;

    private static final String WITHHOLD = """
            with rule as (
                select percent, keeps_poverty_line from financing.withholding where valid_from <= :month order by valid_from desc limit 1),
            debt as (
                select family_id, sum(receivable) as owed from financing.balance where receivable > 0 group by family_id),
            line as (
                select r.region, r.line from unnest(cast(:regions as integer[]), cast(:lines as bigint[])) as r (region, line)),
            family as (
                select g.family_id, d.owed, sum(g.amount)
                    - case when rule.keeps_poverty_line then coalesce(max(line.line), sum(g.amount)) * (
                        select count(*) from registry.person p where p.family_id = g.family_id and p.merged_into is null) else 0 end as spare
                from gathered g join debt d on d.family_id = g.family_id cross join rule left join line on line.region = g.kato / 10000000
                where g.reason is null group by g.family_id, d.owed, rule.keeps_poverty_line),
            most as (
                select g.award_id, g.month, g.family_id, least(f.owed, f.spare) as whole,
                    greatest(0, (g.amount + g.set_off) * rule.percent / 100 - g.set_off) as most
                from gathered g join family f on f.family_id = g.family_id cross join rule where g.reason is null and f.spare > 0),
            kept as (
                select award_id, month, least(most, greatest(0, whole - (sum(most) over (partition by family_id order by month, award_id) - most))) as tenge
                from most)
            update gathered g set withheld = k.tenge from kept k where k.award_id = g.award_id and k.month = g.month and k.tenge > 0
            """;

    private static final String ORDERS = """
            insert into financing.payment_order (pay_list, family_id, payee_id, payee_iin, payee_name, iban, kato, amount, purpose_code)
            select :list, family_id, payee_id, max(payee_iin), max(payee_name), iban, max(kato), sum(amount - withheld), purpose_code
            from gathered where reason is null group by family_id, payee_id, iban, purpose_code
            """;
    private static final String LINES = """
            insert into financing.order_line (order_id, award_id, month, family_id, topic, amount, withheld)
            select o.id, g.award_id, g.month, g.family_id, g.topic, g.amount - g.withheld, g.withheld
            from gathered g
            join financing.payment_order o on o.pay_list = :list and o.state = 'planned' and o.family_id = g.family_id and o.payee_id = g.payee_id
                and o.iban = g.iban and o.purpose_code = g.purpose_code
            where g.reason is null
            """;
    private static final String OUTS = """
            insert into financing.left_out (pay_list, award_id, month, family_id, topic, amount, reason, said)
            select :list, award_id, month, family_id, topic, amount, reason, said from gathered where reason is not null
            """;
    private static final String COUNTED = """
            update financing.pay_list set state = :state, message = cast(:message as text), gathered = s.gathered, lines = s.lines, outs = s.outs, orders = s.orders,
                tenge_gathered = s.tenge_gathered, tenge = s.tenge, tenge_withheld = s.tenge_withheld, tenge_out = s.tenge_out
            from (select (select count(*) from gathered) as gathered, (select coalesce(sum(amount), 0) from gathered) as tenge_gathered,
                    (select count(*) from financing.payment_order where pay_list = :list and state = 'planned') as orders, count(l.order_id) as lines,
                    coalesce(sum(l.amount), 0) as tenge, coalesce(sum(l.withheld), 0) as tenge_withheld,
                    (select count(*) from financing.left_out where pay_list = :list) as outs,
                    (select coalesce(sum(amount), 0) from financing.left_out where pay_list = :list) as tenge_out
                from financing.payment_order o join financing.order_line l on l.order_id = o.id where o.pay_list = :list and o.state = 'planned') s
            where id = :list
            """;

    private static final String CHOSEN_PLANNED =
            "insert into moving select id, access.today() from financing.payment_order where pay_list = :list and state = 'planned'";
    private static final String ORDERED =
            "update financing.payment_order set state = 'ordered' where pay_list = :list and state = 'planned'";

    /// Set off: of the payment into `withheld`, and of the oldest overpayments back to the budget.
    private static final String SET_OFF = """
            with kept as (
                select l.award_id, l.month, l.family_id, l.withheld from financing.payment_order o join financing.order_line l on l.order_id = o.id
                where o.pay_list = :list and o.state = 'planned' and l.withheld > 0),
            whole as (select family_id, sum(withheld) as kept from kept group by family_id),
            taken as (
                select b.award_id, b.month, least(b.receivable, greatest(0, w.kept
                    - (sum(b.receivable) over (partition by b.family_id order by b.month, b.award_id) - b.receivable))) as tenge
                from financing.balance b join whole w on w.family_id = b.family_id where b.receivable > 0),
            moves as (
                select award_id, month, 'accrued' as stage, -withheld as amount from kept union all
                select award_id, month, 'withheld', withheld from kept union all
                select award_id, month, 'receivable', -tenge from taken where tenge > 0 union all
                select award_id, month, 'budget', tenge from taken where tenge > 0),
            e as (
                insert into financing.entry (kind, day, officer, pay_list)
                select 'withhold', access.today(), cast(:officer as uuid), :list where exists (select from kept) returning id)
            insert into financing.posting (entry, award_id, month, stage, amount, family_id, topic, kato, budget_line)
            select e.id, m.award_id, m.month, m.stage, m.amount, b.family_id, b.topic, b.kato, b.budget_line
            from moves m cross join e join financing.balance b on b.award_id = m.award_id and b.month = m.month
            """;

    private static final String CHOSEN_ORDERED =
            "insert into moving select id, access.today() from financing.payment_order where pay_list = :list and state = 'ordered'";
    private static final String WITHDRAWN = """
            update financing.payment_order set state = 'withdrawn', reason_code = 'dropped' where pay_list = :list and state = 'ordered'
            """;
    private static final String DROPPED = "update financing.pay_list set state = 'dropped' where id = :list";

    /// A pay list, as mass work knows it.
    record Listed(
            int id,
            int kato,
            LocalDate month,
            String state,
            @Nullable UUID lockedBy,
            @Nullable UUID droppedBy,
            @Nullable UUID releasedBy) {}

    private final Books books;
    private final Accruing accruing;
    private final Consumer<String> tell;

    Gathering(Books books, Accruing accruing, Consumer<String> tell) {
        this.books = books;
        this.accruing = accruing;
        this.tell = tell;
    }

    static Listed list(JdbcClient db, int list) {
        return db.sql(LIST).param("list", list).query(Listed.class).single();
    }

    /// Gathers what is accrued: the draft of a list.
    void draft(int list) {
        Listed listed = books.read(db -> list(db, list));
        accruing.upTo(YearMonth.from(listed.month));
        books.write(db -> {
            Listed now = list(db, list);
            if (now.state.equals("gathering")) {
                gather(db, now, "draft");
            }
            return now;
        });
    }

    /// Gathers once more, and moves what is gathered into the list: from here on nobody else can order it.
    void lock(int list) {
        Listed listed = books.read(db -> list(db, list));
        accruing.upTo(YearMonth.from(listed.month));
        books.write(db -> {
            Listed now = list(db, list);
            if (now.state.equals("locking") && gather(db, now, "locked") > 0) {
                var cause = new Books.Cause("order", now.lockedBy, list, null);
                db.sql(SET_OFF)
                        .param("list", list)
                        .param("officer", now.lockedBy)
                        .update();
                tell.accept("gathered");
                books.choose(db.sql(CHOSEN_PLANNED).param("list", list));
                books.move(cause, "accrued", "ordered");
                tell.accept("moved into the list");
                db.sql(ORDERED).param("list", list).update();
            }
            return now;
        });
    }

    /// Takes everything out of a list that was not released.
    void drop(int list) {
        books.write(db -> {
            Listed now = list(db, list);
            if (now.state.equals("dropping")) {
                clear(db, list);
                books.choose(db.sql(CHOSEN_ORDERED).param("list", list));
                books.move(new Books.Cause("withdraw", now.droppedBy, list, null), "ordered", "accrued");
                db.sql(WITHDRAWN).param("list", list).update();
                db.sql(DROPPED).param("list", list).update();
            }
            return now;
        });
    }

    private static void clear(JdbcClient db, int list) {
        db.sql(CLEAR_LINES).param("list", list).update();
        db.sql(CLEAR_ORDERS).param("list", list).update();
    }

    /// @param state what the list is afterwards, if anything can be paid; else it is a draft
    /// @return how many orders there are
    private static int gather(JdbcClient db, Listed list, String state) {
        clear(db, list.id);
        db.sql(CLEAR_OUTS).param("list", list.id).update();
        db.sql(GATHERED).update();
        var area = new Territory(list.kato);
        db.sql(GATHER)
                .param("month", list.month)
                .param("lo", area.lo())
                .param("hi", area.hi())
                .update();
        db.sql("analyze gathered").update();
        Lines lines = Lines.on(list.month);
        db.sql(WITHHOLD)
                .param("month", list.month)
                .param("regions", lines.regions)
                .param("lines", lines.lines)
                .update();
        int orders = db.sql(ORDERS).param("list", list.id).update();
        db.sql(LINES).param("list", list.id).update();
        Books.analyze(db, orders, "financing.payment_order, financing.order_line");
        db.sql(OUTS).param("list", list.id).update();
        boolean nothing = state.equals("locked") && orders == 0;
        db.sql(COUNTED)
                .param("list", list.id)
                .param("state", nothing ? "draft" : state)
                .param("message", nothing ? "nothing_to_pay" : null)
                .update();
        return orders;
    }

    /// The poverty lines of the regions, whole tenge a head; none where a figure of the month is not known, and then
    /// nothing is withheld.
    private record Lines(Integer[] regions, Long[] lines) {

        static Lines on(LocalDate month) {
            try {
                Rates[] rates = TargetedAssistance.rates(Day.of(YearMonth.from(month)), Figures.shipped());
                var regions = new Integer[rates.length];
                var lines = new Long[rates.length];
                for (int region = 0; region < rates.length; region++) {
                    regions[region] = region;
                    lines[region] = Tenge.ceiling(rates[region].line(), Tenge.TIYN);
                }
                return new Lines(regions, lines);
            } catch (NotInForce notKnown) {
                return new Lines(new Integer[0], new Long[0]);
            }
        }
    }
}
