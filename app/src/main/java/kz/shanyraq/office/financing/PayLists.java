package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pay lists as officers see them and let them go their steps. The steps are written down by the database, which lets
/// nobody approve or authorise what the same person prepared.
@Component
public class PayLists {

    /// How many rows a page has.
    public static final int PAGE = 50;

    private static final String LISTS = """
            select l.id, l.kato, l.month, l.state, l.gathered, l.lines, l.outs, l.orders, l.tenge_gathered, l.tenge, l.tenge_withheld, l.tenge_out, l.message,
                l.reason, l.drafted_by, d.name as drafter, l.drafted_at, l.locked_by, k.name as locker, l.locked_at, l.approved_by, p.name as approver,
                l.approved_at, l.authorised_by, a.name as authoriser, l.authorised_at, r.name as releaser, l.released_at, o.name as dropper, l.dropped_at
            from financing.pay_list l
            left join access.officer d on d.id = l.drafted_by
            left join access.officer k on k.id = l.locked_by
            left join access.officer p on p.id = l.approved_by
            left join access.officer a on a.id = l.authorised_by
            left join access.officer r on r.id = l.released_by
            left join access.officer o on o.id = l.dropped_by
            """;
    private static final String LATEST = LISTS + "order by l.id desc limit 100";
    private static final String ONE = LISTS + "where l.id = :list";
    private static final String OPEN = """
            select id from financing.pay_list where kato = :kato and month = :month and state not in ('released', 'answered', 'dropped')
            """;
    private static final String DRAFT = """
            insert into financing.pay_list (kato, month, drafted_by) values (:kato, :month, :officer) returning id
            """;
    private static final String STEP = """
            update financing.pay_list set state = :state, reason = coalesce(cast(:reason as text), reason) where id = :list and state = any(:from)
            """;
    private static final String STATES = """
            select state, count(*) as orders, sum(amount) as tenge from financing.payment_order where pay_list = :list group by state
            """;
    private static final String ORDERS = """
            select id, family_id, payee_name, iban, amount, state, end_to_end, bank_said, reason_code, reason, sent_on, answered_on
            from financing.payment_order where pay_list = :list and state = :state and id > :after order by id limit 50
            """;
    private static final String REASONS = """
            select reason as state, count(*) as orders, sum(amount) as tenge from financing.left_out where pay_list = :list group by reason
            """;
    private static final String OUTS = """
            select family_id, award_id, month, topic, amount, reason, said from financing.left_out
            where pay_list = :list and reason = :reason and (award_id, month) > (:award, cast(:month as date)) order by award_id, month limit 50
            """;
    private static final String FILES =
            "select name, transfers, tenge, sha256, written_at from financing.bank_file where pay_list = :list order by number";

    /// A pay list.
    ///
    /// @param kato its territory; 0 for the republic
    /// @param month up to which it pays
    /// @param gathered months of awards: lines and left out together
    /// @param message what the office could not do, the last part of a message key
    public record PayList(
            int id,
            int kato,
            LocalDate month,
            String state,
            long gathered,
            long lines,
            long outs,
            int orders,
            long tengeGathered,
            long tenge,
            long tengeWithheld,
            long tengeOut,
            @Nullable String message,
            @Nullable String reason,
            UUID draftedBy,
            @Nullable String drafter,
            OffsetDateTime draftedAt,
            @Nullable UUID lockedBy,
            @Nullable String locker,
            @Nullable OffsetDateTime lockedAt,
            @Nullable UUID approvedBy,
            @Nullable String approver,
            @Nullable OffsetDateTime approvedAt,
            @Nullable UUID authorisedBy,
            @Nullable String authoriser,
            @Nullable OffsetDateTime authorisedAt,
            @Nullable String releaser,
            @Nullable OffsetDateTime releasedAt,
            @Nullable String dropper,
            @Nullable OffsetDateTime droppedAt) {

        /// Whether the office is at work on it.
        public boolean working() {
            return state.endsWith("ing");
        }

        /// Whether somebody had a hand in it before the one who is to approve or authorise.
        public boolean touchedBy(UUID officer) {
            return officer.equals(draftedBy) || officer.equals(lockedBy) || officer.equals(approvedBy);
        }
    }

    /// How many orders, and how much; of left out rows likewise.
    public record Sum(String state, long orders, long tenge) {}

    /// A payment order as it stands in a list.
    public record Order(
            long id,
            long familyId,
            String payeeName,
            String iban,
            long amount,
            String state,
            String endToEnd,
            @Nullable String bankSaid,
            @Nullable String reasonCode,
            @Nullable String reason,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate answeredOn) {}

    /// What a list leaves out.
    public record Out(
            long familyId,
            long awardId,
            LocalDate month,
            int topic,
            long amount,
            String reason,
            @Nullable String said) {}

    /// A file of a list.
    public record BankFile(
            String name,
            int transfers,
            long tenge,
            String sha256,
            @Nullable OffsetDateTime writtenAt) {}

    /// The steps that people let a list go: from which states to which.
    public enum Step {
        /// Gather again what is accrued.
        GATHER("gathering", "draft"),
        /// Take what is gathered into the list.
        LOCK("locking", "draft"),
        /// By a second person.
        APPROVE("approved", "locked"),
        /// By a third person.
        AUTHORISE("authorised", "approved"),
        /// Give it to the bank.
        RELEASE("releasing", "authorised"),
        /// Take everything out of it again.
        DROP("dropping", "draft", "locked", "approved", "authorised");

        private final String state;
        private final List<String> from;

        Step(String state, String... from) {
            this.state = state;
            this.from = List.of(from);
        }

        /// Whether a list can go this step.
        public boolean fits(PayList list) {
            return from.contains(list.state);
        }
    }

    private final JdbcClient db;

    PayLists(JdbcClient db) {
        this.db = db;
    }

    /// The latest lists, the last one first.
    @Transactional(readOnly = true)
    public List<PayList> latest() {
        return db.sql(LATEST).query(PayList.class).list();
    }

    /// A list.
    @Transactional(readOnly = true)
    public Optional<PayList> one(int list) {
        return db.sql(ONE).param("list", list).query(PayList.class).optional();
    }

    /// The list of a territory and month that is not released yet.
    @Transactional(readOnly = true)
    public Optional<Integer> open(int kato, YearMonth month) {
        return db.sql(OPEN)
                .param("kato", kato)
                .param("month", month.atDay(1))
                .query(Integer.class)
                .optional();
    }

    /// Asks for a list; the office gathers it.
    @Transactional
    public int draft(int kato, YearMonth month, UUID officer) {
        return db.sql(DRAFT)
                .param("kato", kato)
                .param("month", month.atDay(1))
                .param("officer", officer)
                .query(Integer.class)
                .single();
    }

    /// Lets a list go a step.
    ///
    /// @param reason why it is dropped; null for the other steps
    /// @return whether it could
    @Transactional
    public boolean step(int list, Step step, @Nullable String reason) {
        return db.sql(STEP)
                        .param("state", step.state)
                        .param("reason", reason)
                        .param("list", list)
                        .param("from", step.from.toArray(String[]::new))
                        .update()
                > 0;
    }

    /// The orders of a list that the one who looks may see, counted by state.
    @Transactional(readOnly = true)
    public Map<String, Sum> states(int list) {
        return sums(STATES, list);
    }

    /// What it leaves out, counted by reason.
    @Transactional(readOnly = true)
    public Map<String, Sum> reasons(int list) {
        return sums(REASONS, list);
    }

    private Map<String, Sum> sums(String sql, int list) {
        return db.sql(sql).param("list", list).query(Sum.class).list().stream()
                .collect(
                        java.util.stream.Collectors.toMap(Sum::state, sum -> sum, (a, b) -> a, java.util.TreeMap::new));
    }

    /// The orders of a list in a state, a page of them.
    @Transactional(readOnly = true)
    public List<Order> orders(int list, String state, long after) {
        return db.sql(ORDERS)
                .param("list", list)
                .param("state", state)
                .param("after", after)
                .query(Order.class)
                .list();
    }

    /// What a list leaves out for a reason, a page of it.
    ///
    /// @param award where the page begins: behind this award's month
    @Transactional(readOnly = true)
    public List<Out> outs(int list, String reason, long award, LocalDate month) {
        return db.sql(OUTS)
                .param("list", list)
                .param("reason", reason)
                .param("award", award)
                .param("month", month)
                .query(Out.class)
                .list();
    }

    /// The files of a list.
    @Transactional(readOnly = true)
    public List<BankFile> files(int list) {
        return db.sql(FILES).param("list", list).query(BankFile.class).list();
    }
}
