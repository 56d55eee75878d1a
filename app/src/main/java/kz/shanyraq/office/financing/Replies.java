package kz.shanyraq.office.financing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what the bank says, each file once, and keeps every line of it. Lines are matched to orders again after each
/// file, so that it does not matter in which order they come; what fits no order stays open and is listed.
final class Replies {

    /// The folder below the bank's in which it puts its answers.
    static final String OUT = "out";

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final int HEAD = 4_000;

    private static final String KNOWN = "select exists (select from financing.bank_message where sha256 = :sha256)";
    private static final String MESSAGE = """
            insert into financing.bank_message (name, kind, sha256, lines, fault)
            values (:name, :kind, :sha256, :lines, cast(:fault as text)) returning id
            """;
    private static final String LINES = """
            insert into financing.bank_line (message, number, kind, end_to_end, reference, tenge, booked, code, reason_code, said)
            select :message, l.number, l.kind, l.end_to_end, l.reference, l.tenge, l.booked, l.code, l.reason_code, l.said
            from unnest(cast(:kinds as text[]), cast(:ends as text[]), cast(:references as text[]), cast(:sums as bigint[]), cast(:days as date[]),
                cast(:codes as text[]), cast(:reasons as text[]), cast(:saids as text[]))
                with ordinality as l (kind, end_to_end, reference, tenge, booked, code, reason_code, said, number)
            """;

    /// The lines that concern an order now: one for each order.
    private static final String CONCERNED = """
            create temp table if not exists concerned (order_id bigint primary key, message bigint, number integer, day date, code text, said text)
            on commit delete rows
            """;
    private static final String FORGET = "delete from concerned";

    private static final String REFUSED = """
            insert into concerned
            select distinct on (o.id) o.id, l.message, l.number, access.today(), l.reason_code, l.said
            from financing.bank_line l join financing.payment_order o on o.end_to_end = l.end_to_end
            where l.state = 'open' and l.kind = 'status' and l.code = 'RJCT' and o.state = 'sent' order by o.id, l.message, l.number
            """;
    /// A file that the bank refused as a whole, if it said nothing else of any of its orders.
    private static final String FILE_REFUSED = """
            insert into concerned
            select distinct on (o.id) o.id, l.message, l.number, access.today(), l.reason_code, l.said
            from financing.bank_line l join financing.bank_file f on f.name = l.reference || '.xml' join financing.payment_order o on o.file = f.id
            where l.state = 'open' and l.kind = 'status' and l.end_to_end is null and l.code = 'RJCT' and o.state = 'sent'
                and not exists (select from financing.payment_order a where a.file = f.id and (a.state <> 'sent' or a.bank_said is not null))
            order by o.id, l.message, l.number
            """;
    private static final String PAID = """
            insert into concerned
            select distinct on (o.id) o.id, l.message, l.number, coalesce(l.booked, access.today()), null, null
            from financing.bank_line l join financing.payment_order o on o.end_to_end = l.end_to_end
            where l.state = 'open' and l.kind = 'debit' and l.tenge = o.amount and o.state = 'sent' order by o.id, l.message, l.number
            """;
    private static final String CAME_BACK = """
            insert into concerned
            select distinct on (o.id) o.id, l.message, l.number, coalesce(l.booked, access.today()), l.reason_code, l.said
            from financing.bank_line l join financing.payment_order o on o.end_to_end = l.end_to_end
            where l.state = 'open' and l.kind = 'credit' and l.tenge = o.amount and o.state = 'confirmed'
                and not exists (
                    select from financing.order_line n join financing.balance b on b.award_id = n.award_id and b.month = n.month
                    where n.order_id = o.id and n.amount > b.confirmed + b.receivable + b.written_off
                        + (select sum(f.withheld) from financing.balance f where f.family_id = o.family_id))
            order by o.id, l.message, l.number
            """;
    private static final String MATCHED = """
            update financing.bank_line l set state = 'matched', order_id = case when l.end_to_end is null then null else c.order_id end
            from concerned c where l.message = c.message and l.number = c.number
            """;
    private static final String CHOSEN = "insert into moving select order_id, day from concerned";
    private static final String ANSWERED = """
            update financing.payment_order o set state = :state, answered_on = c.day, reason_code = coalesce(c.code, o.reason_code), reason = c.said
            from concerned c where c.order_id = o.id
            """;

    /// What came back: of each month first what was due, which is due again; then what was asked back or written off,
    /// which is settled; then what had been set off against other months of the family, which are due again.
    private static final String RETURNED = """
            with e as (
                insert into financing.entry (kind, day, bank_message)
                select 'return', day, cast(:message as bigint) from concerned group by day returning id, day),
            s as (
                select c.day, n.award_id, n.month, sum(n.amount) as amount from concerned c join financing.order_line n on n.order_id = c.order_id
                where n.amount > 0 group by c.day, n.award_id, n.month),
            parts as (
                select e.id as entry, s.award_id, s.month, b.family_id, least(b.confirmed, s.amount) as due,
                    least(b.receivable, greatest(s.amount - b.confirmed, 0)) as settled,
                    least(b.written_off, greatest(s.amount - b.confirmed - b.receivable, 0)) as forgiven,
                    greatest(s.amount - b.confirmed - b.receivable - b.written_off, 0) as undone
                from s join e on e.day = s.day join financing.balance b on b.award_id = s.award_id and b.month = s.month),
            undone as (
                select entry, family_id, sum(undone) as undone from parts where undone > 0 group by entry, family_id),
            unset as (
                select u.entry, b.award_id, b.month, least(b.withheld, greatest(0, u.undone
                    - (sum(b.withheld) over (partition by u.entry, b.family_id order by b.month desc, b.award_id) - b.withheld))) as tenge
                from undone u join financing.balance b on b.family_id = u.family_id where b.withheld > 0),
            moves as (
                select p.entry, p.award_id, p.month, v.stage, v.amount from parts p cross join lateral (values
                    ('confirmed', -p.due), ('accrued', p.due), ('receivable', -p.settled), ('written_off', -p.forgiven),
                    ('budget', p.settled + p.forgiven)) as v (stage, amount)
                union all
                select u.entry, u.award_id, u.month, v.stage, v.amount
                from unset u cross join lateral (values ('withheld', -u.tenge), ('accrued', u.tenge)) as v (stage, amount))
            insert into financing.posting (entry, award_id, month, stage, amount, family_id, topic, kato, budget_line)
            select m.entry, m.award_id, m.month, m.stage, sum(m.amount), b.family_id, b.topic, b.kato, b.budget_line
            from moves m join financing.balance b on b.award_id = m.award_id and b.month = m.month
            group by m.entry, m.award_id, m.month, m.stage, b.family_id, b.topic, b.kato, b.budget_line having sum(m.amount) <> 0
            """;

    private static final String WORDS = """
            with said as (
                select distinct on (o.id) o.id, l.code from financing.bank_line l join financing.payment_order o on o.end_to_end = l.end_to_end
                where l.state = 'open' and l.kind = 'status' and l.code <> 'RJCT' order by o.id, l.message desc, l.number desc)
            update financing.payment_order o set bank_said = s.code from said s where s.id = o.id
            """;
    private static final String WORDS_MATCHED = """
            update financing.bank_line l set state = 'matched', order_id = o.id from financing.payment_order o
            where o.end_to_end = l.end_to_end and l.state = 'open' and l.kind = 'status' and l.code <> 'RJCT' and o.sent_on is not null
            """;

    /// What the bank says again: the same booking in a notice and in the statement, the same refusal twice.
    private static final String SAID_AGAIN = """
            update financing.bank_line l set state = 'known', order_id = o.id from financing.payment_order o
            where o.end_to_end = l.end_to_end and l.state = 'open'
                and (l.kind = 'status' and l.code = 'RJCT' and o.state = 'rejected'
                    or l.kind <> 'status' and exists (
                        select from financing.bank_line b where b.reference = l.reference and b.kind = l.kind and b.tenge = l.tenge
                            and b.order_id = o.id and b.state = 'matched'))
            """;
    private static final String FILE_SAID_AGAIN = """
            update financing.bank_line l set state = 'known' from financing.bank_file f
            where f.name = l.reference || '.xml' and l.state = 'open' and l.kind = 'status' and l.end_to_end is null and l.code = 'RJCT'
                and not exists (select from financing.payment_order o where o.file = f.id and o.state <> 'rejected')
            """;
    private static final String COMPLETE = """
            update financing.pay_list p set state = 'answered' where p.state = 'released'
                and not exists (select from financing.payment_order o where o.pay_list = p.id and o.state = 'sent')
            """;

    private final Books books;
    private final Path bank;
    private final Consumer<String> tell;
    private final Map<Path, Long> seen = new HashMap<>();

    Replies(Books books, Path bank, Consumer<String> tell) {
        this.books = books;
        this.bank = bank;
        this.tell = tell;
    }

    /// A line of a message, before it is kept.
    private record Line(
            String kind,
            @Nullable String endToEnd,
            @Nullable String reference,
            @Nullable Long tenge,
            @Nullable Date booked,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String said) {}

    private record Read(
            String kind, List<Line> lines, @Nullable String fault) {}

    /// Reads every file of the bank that was not read yet.
    ///
    /// @return how many
    int read() {
        Path folder = bank.resolve(OUT);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int read = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Replies::isMessage).sorted().toList()) {
                long stamp = Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
                if (!Long.valueOf(stamp).equals(seen.get(file))) {
                    try {
                        read += read(String.valueOf(file.getFileName()), Files.readAllBytes(file)) ? 1 : 0;
                        seen.put(file, stamp);
                    } catch (DataAccessException broken) {
                        LOG.warn("The bank's file {} is read again later.", file.getFileName(), broken);
                    }
                }
            }
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException("The bank's folder %s cannot be read.".formatted(folder), broken);
        }
    }

    /// Calls a list answered of which the bank owes no answer any more.
    void complete() {
        books.read(db -> db.sql(COMPLETE).update());
    }

    private static boolean isMessage(Path file) {
        return Files.isRegularFile(file) && String.valueOf(file.getFileName()).endsWith(".xml");
    }

    /// Reads one message, unless it was read before.
    boolean read(String name, byte[] content) {
        String sum = Releasing.sha256(content);
        if (books.read(
                db -> db.sql(KNOWN).param("sha256", sum).query(Boolean.class).single())) {
            return false;
        }
        Read read = parse(content);
        return books.write(db -> {
            if (db.sql(KNOWN).param("sha256", sum).query(Boolean.class).single()) {
                return false;
            }
            long message = db.sql(MESSAGE)
                    .param("name", name)
                    .param("kind", read.kind)
                    .param("sha256", sum)
                    .param("lines", read.lines.size())
                    .param("fault", read.fault)
                    .query(Long.class)
                    .single();
            keep(db, message, read.lines);
            Books.analyze(db, read.lines.size(), "financing.bank_line");
            tell.accept("kept");
            match(db, message);
            tell.accept("matched");
            return true;
        });
    }

    private static Read parse(byte[] content) {
        try {
            String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
            if (head.contains("pain.002")) {
                return new Read("status", lines(PaymentFiles.readStatus(content)), null);
            }
            return new Read(
                    "statement",
                    PaymentFiles.readStatement(content).entries().stream()
                            .map(Replies::line)
                            .toList(),
                    null);
        } catch (RuntimeException refused) {
            return new Read("unreadable", List.of(), String.valueOf(refused.getMessage()));
        }
    }

    private static List<Line> lines(StatusReport report) {
        if (report.transfers().isEmpty()) {
            return List.of(
                    new Line("status", null, report.originalMessageId(), null, null, report.groupStatus(), null, null));
        }
        return report.transfers().stream().map(Replies::line).toList();
    }

    private static Line line(TransferStatus status) {
        return new Line(
                "status", status.endToEndId(), null, null, null, status.status(), status.reasonCode(), status.text());
    }

    private static Line line(Statement.Entry entry) {
        return new Line(
                entry.credit() ? "credit" : "debit",
                entry.endToEndId(),
                entry.bankReference(),
                entry.tenge(),
                Date.valueOf(entry.booked()),
                null,
                entry.returnReason(),
                null);
    }

    private static void keep(JdbcClient db, long message, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        db.sql(LINES)
                .param("message", message)
                .param("kinds", lines.stream().map(Line::kind).toArray(String[]::new))
                .param("ends", lines.stream().map(Line::endToEnd).toArray(String[]::new))
                .param("references", lines.stream().map(Line::reference).toArray(String[]::new))
                .param("sums", lines.stream().map(Line::tenge).toArray(Long[]::new))
                .param("days", lines.stream().map(Line::booked).toArray(Date[]::new))
                .param("codes", lines.stream().map(Line::code).toArray(String[]::new))
                .param("reasons", lines.stream().map(Line::reason).toArray(String[]::new))
                .param("saids", lines.stream().map(Line::said).toArray(String[]::new))
                .update();
    }

    private void match(JdbcClient db, long message) {
        db.sql(CONCERNED).update();
        var cause = new Books.Cause("reject", null, null, message);
        for (String refused : List.of(REFUSED, FILE_REFUSED)) {
            if (concern(db, refused) > 0) {
                books.choose(db.sql(CHOSEN));
                books.move(cause, "sent", "accrued");
                settle(db, "rejected");
            }
        }
        if (concern(db, PAID) > 0) {
            books.choose(db.sql(CHOSEN));
            books.move(cause.as("confirm"), "sent", "confirmed");
            settle(db, "confirmed");
        }
        if (concern(db, CAME_BACK) > 0) {
            db.sql(RETURNED).param("message", message).update();
            settle(db, "returned");
        }
        db.sql(WORDS).update();
        db.sql(WORDS_MATCHED).update();
        db.sql(SAID_AGAIN).update();
        db.sql(FILE_SAID_AGAIN).update();
    }

    private static int concern(JdbcClient db, String lines) {
        db.sql(FORGET).update();
        int concerned = db.sql(lines).update();
        db.sql("analyze concerned").update();
        return concerned;
    }

    private static void settle(JdbcClient db, String state) {
        db.sql(MATCHED).update();
        db.sql(ANSWERED).param("state", state).update();
    }
}
