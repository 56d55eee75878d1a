package kz.shanyraq.office.financing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives an authorised list to the bank. The bytes of its files are kept together with the postings and written to the
/// bank's folder afterwards: killed in between, the office writes the same bytes under the same name again, and a file
/// that is there twice is one file.
final class Releasing {

    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);

    /// The folder below the bank's in which it looks for files.
    static final String IN = "in";

    /// How many orders a file holds: some ten megabytes.
    static final int MOST = 20_000;

    /// A natural person who lives in the country, by the classifier of sectors of the economy.
    private static final String RESIDENT_PERSON = "19";

    private static final String UNFIT = """
            with wrong as (
                select l.order_id, min(case
                    when p.award_id is null then 'not_payable' when p.held is not null then 'held'
                    when p.amount < b.accrued + b.ordered + b.sent + b.confirmed + b.withheld then 'too_much'
                    else 'changed_account' end) as why
                from financing.payment_order o
                join financing.order_line l on l.order_id = o.id
                join financing.balance b on b.award_id = l.award_id and b.month = l.month
                left join benefits.payable(cast(:month as date)) p on p.award_id = l.award_id and p.month = l.month
                where o.pay_list = :list and o.state = 'ordered'
                    and (p.award_id is null or p.held is not null
                        or p.amount < b.accrued + b.ordered + b.sent + b.confirmed + b.withheld
                        or p.iban is distinct from o.iban or p.payee_id is distinct from o.payee_id)
                group by l.order_id)
            update financing.payment_order o set reason_code = w.why from wrong w where w.order_id = o.id
            """;
    private static final String CHOSEN_UNFIT = """
            insert into moving
            select id, access.today() from financing.payment_order where pay_list = :list and state = 'ordered' and reason_code is not null
            """;
    private static final String WITHDRAWN = """
            update financing.payment_order set state = 'withdrawn' where id in (select order_id from moving)
            """;
    private static final String CHOSEN =
            "insert into moving select id, access.today() from financing.payment_order where pay_list = :list and state = 'ordered'";
    private static final String SENT = """
            update financing.payment_order set state = 'sent', sent_on = access.today() where id in (select order_id from moving)
            """;

    private static final String TRANSFERS = """
            select id, end_to_end, payee_name, payee_iin, iban, amount, purpose_code
            from financing.payment_order where pay_list = :list and state = 'sent' and file is null and id > :after order by id limit :most
            """;
    private static final String KEEP = """
            insert into financing.bank_file (pay_list, number, name, transfers, tenge, sha256, content)
            values (:list, :number, :name, :transfers, :tenge, :sha256, :content) returning id
            """;
    private static final String IN_FILE = """
            update financing.payment_order set file = :file where pay_list = :list and state = 'sent' and id between :first and :last
            """;
    private static final String STATE =
            "update financing.pay_list set state = :state, message = cast(:message as text) where id = :list";

    private static final String UNWRITTEN = "select id from financing.bank_file where written_at is null order by id";
    private static final String FILE = "select name, content from financing.bank_file where id = :file";
    private static final String WRITTEN =
            "update financing.bank_file set written_at = clock_timestamp() where id = :file";
    private static final String OF_LIST = "select id from financing.bank_file where pay_list = :list order by id";

    private final Books books;
    private final @Nullable Payer payer;
    private final Path bank;
    private final @Nullable Path schema;
    private final Consumer<String> tell;

    /// @param payer the account from which is paid; null if it is not known yet
    /// @param bank the folder that office and bank share
    /// @param schema by which files are checked too; null if there is none
    Releasing(Books books, @Nullable Payer payer, Path bank, @Nullable Path schema, Consumer<String> tell) {
        this.books = books;
        this.payer = payer;
        this.bank = bank;
        this.schema = schema;
        this.tell = tell;
    }

    private record Transfer(
            long id,
            String endToEnd,
            String payeeName,
            String payeeIin,
            String iban,
            long amount,
            String purposeCode) {}

    /// Moves the orders of a list to the bank, and keeps the files. An order of which a decision, a hold or an account
    /// changed since the list was locked is taken out: less than was authorised may be paid, never more.
    void release(int list) {
        try {
            send(list);
        } catch (MessageRefused unfit) {
            LOG.warn("The list {} cannot be written as a file: {}", list, unfit.getMessage());
            books.write(db -> {
                state(db, list, "authorised", "file_unfit");
                return list;
            });
        }
    }

    private void send(int list) {
        books.write(db -> {
            Gathering.Listed now = Gathering.list(db, list);
            if (!now.state().equals("releasing")) {
                return now;
            }
            if (payer == null) {
                state(db, list, "authorised", "no_payer");
                return now;
            }
            var cause = new Books.Cause("withdraw", now.releasedBy(), list, null);
            db.sql(UNFIT).param("list", list).param("month", now.month()).update();
            if (books.choose(db.sql(CHOSEN_UNFIT).param("list", list)) > 0) {
                books.move(cause, "ordered", "accrued");
                db.sql(WITHDRAWN).update();
            }
            if (books.choose(db.sql(CHOSEN).param("list", list)) > 0) {
                books.move(cause.as("send"), "ordered", "sent");
                db.sql(SENT).update();
                tell.accept("sent");
                files(db, now, payer);
            }
            state(db, list, "released", null);
            return now;
        });
    }

    private static void state(JdbcClient db, int list, String state, @Nullable String message) {
        db.sql(STATE)
                .param("list", list)
                .param("state", state)
                .param("message", message)
                .update();
    }

    private void files(JdbcClient db, Gathering.Listed list, Payer from) {
        LocalDate today = Books.today();
        long after = 0;
        for (int number = 1; ; number++) {
            List<Transfer> part = db.sql(TRANSFERS)
                    .param("list", list.id())
                    .param("after", after)
                    .param("most", MOST)
                    .query(Transfer.class)
                    .list();
            if (part.isEmpty()) {
                return;
            }
            String name = "SHQ-%d-%d".formatted(list.id(), number);
            String words = "Әлеуметтік төлем, социальная выплата, %02d.%d"
                    .formatted(list.month().getMonthValue(), list.month().getYear());
            byte[] content = PaymentFiles.write(new PaymentOrder(
                    name,
                    Instant.now(),
                    today,
                    from,
                    part.stream().map(transfer -> credit(transfer, words)).toList()));
            PaymentFiles.check(content, schema).stream()
                    .filter(check -> check.ran() && !check.passed())
                    .findFirst()
                    .ifPresent(check -> {
                        throw new MessageRefused(check.said());
                    });
            long file = db.sql(KEEP)
                    .param("list", list.id())
                    .param("number", number)
                    .param("name", name + ".xml")
                    .param("transfers", part.size())
                    .param("tenge", part.stream().mapToLong(Transfer::amount).sum())
                    .param("sha256", sha256(content))
                    .param("content", content)
                    .query(Long.class)
                    .single();
            after = part.getLast().id;
            db.sql(IN_FILE)
                    .param("file", file)
                    .param("list", list.id())
                    .param("first", part.getFirst().id)
                    .param("last", after)
                    .update();
        }
    }

    private static CreditTransfer credit(Transfer transfer, String words) {
        return new CreditTransfer(
                transfer.endToEnd,
                transfer.payeeName,
                transfer.payeeIin,
                transfer.iban,
                null,
                transfer.amount,
                transfer.purposeCode,
                RESIDENT_PERSON,
                words,
                null);
    }

    /// Writes the files that the bank's folder does not have yet.
    int deliver() {
        List<Long> files = books.read(db -> db.sql(UNWRITTEN).query(Long.class).list());
        files.forEach(this::write);
        return files.size();
    }

    /// Writes the files of a list again, as they were.
    int again(int list) {
        List<Long> files = books.read(
                db -> db.sql(OF_LIST).param("list", list).query(Long.class).list());
        files.forEach(this::write);
        return files.size();
    }

    private record Kept(String name, byte[] content) {}

    private void write(long file) {
        Kept kept = books.read(db -> db.sql(FILE)
                .param("file", file)
                .query((row, number) -> new Kept(row.getString(1), row.getBytes(2)))
                .single());
        try {
            Path folder = Files.createDirectories(bank.resolve(IN));
            Path beside = folder.resolve(kept.name + ".tmp");
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                var bytes = java.nio.ByteBuffer.wrap(kept.content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            tell.accept("written beside");
            Files.move(
                    beside,
                    folder.resolve(kept.name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException("""
                    The file %s cannot be written to the bank's folder %s: %s
                    Maybe the folder belongs to somebody else, or the disk is full; it is tried again every minute.""".formatted(kept.name, bank, broken.getMessage()), broken);
        }
        tell.accept("moved");
        books.read(db -> db.sql(WRITTEN).param("file", file).update());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
