package kz.shanyraq.office.financing;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The work of paying, as the office does it by itself: it accrues, does what people asked of pay lists, writes files
/// for the bank and reads its answers. Each piece is done as a whole or not at all; called again after it was
/// interrupted, at whatever place, it goes on.
public final class PayRun {

    private static final String ASKED = """
            select id, state from financing.pay_list where state in ('gathering', 'locking', 'releasing', 'dropping') order by id
            """;
    private static final String UNTOLD = """
            select o.id, o.family_id, coalesce(o.reason_code, '') as reason, o.state = 'returned' as returned,
                (select array_agg(distinct l.award_id) from financing.order_line l where l.order_id = o.id) as awards
            from financing.payment_order o where o.state in ('rejected', 'returned') and o.told_at is null order by o.id limit 1000
            """;
    private static final String TOLD =
            "update financing.payment_order set told_at = clock_timestamp() where id = :order and told_at is null";

    private final Books books;
    private final Accruing accruing;
    private final Gathering gathering;
    private final Releasing releasing;
    private final Replies replies;
    private final Settling settling;
    private final Comparing comparing;
    private final Consumer<String> tell;

    /// @param source connections of mass work
    /// @param payer the account from which is paid; null if it is not known, and then nothing is released
    /// @param bank the folder that office and bank share: orders in `in`, answers in `out`
    /// @param schema of pain.001.001.09, by which files are checked too; null if there is none
    /// @param tell hears each piece that is done
    public PayRun(DataSource source, @Nullable Payer payer, Path bank, @Nullable Path schema, Consumer<String> tell) {
        this.tell = tell;
        books = new Books(source);
        accruing = new Accruing(books);
        gathering = new Gathering(books, accruing, tell);
        releasing = new Releasing(books, payer, bank, schema, tell);
        replies = new Replies(books, bank, tell);
        settling = new Settling(books);
        comparing = new Comparing(books);
    }

    /// What was accrued.
    ///
    /// @param months how many months of awards changed
    /// @param added tenge that are due more than before
    /// @param less tenge that are due no longer and were not ordered yet
    /// @param owed tenge that were paid and are asked back now
    /// @param again tenge that were asked back, and no longer are
    public record Accrual(long months, long added, long less, long owed, long again) {}

    private record Asked(int id, String state) {}

    /// Brings everything that is due up to a month into the ledger.
    public Accrual accrue(YearMonth upTo) {
        Accrual accrual = accruing.upTo(upTo);
        tell.accept("accrued");
        return accrual;
    }

    /// Does everything that waits: what people asked of lists, files to write, answers to read, write-offs.
    ///
    /// @return how many pieces were done
    public int goOn() {
        int done = 0;
        List<Asked> asked = books.read(db -> db.sql(ASKED).query(Asked.class).list());
        for (Asked each : asked) {
            switch (each.state) {
                case "gathering" -> gathering.draft(each.id);
                case "locking" -> gathering.lock(each.id);
                case "releasing" -> releasing.release(each.id);
                case "dropping" -> gathering.drop(each.id);
                default -> throw new IllegalStateException(each.state);
            }
            tell.accept(each.state);
            done++;
        }
        done += releasing.deliver();
        done += replies.read();
        replies.complete();
        done += settling.writeOff();
        return done;
    }

    /// Writes what the bank's folder does not have yet, and reads what the bank said.
    ///
    /// @return how many files were read
    public int readBank() {
        releasing.deliver();
        int read = replies.read();
        replies.complete();
        return read;
    }

    /// Writes the files of a list to the bank's folder again, byte for byte: the bank takes each once.
    public int sendAgain(int list) {
        return releasing.again(list);
    }

    /// Compares decisions, orders and bank up to a month.
    ///
    /// @return how many differences there are
    public int compare(YearMonth upTo) {
        int differences = comparing.compare(upTo.atDay(1));
        tell.accept("compared");
        return differences;
    }

    /// A refusal or return of which the other modules do not know yet.
    ///
    /// @param returned whether the money was paid and came back
    /// @param awards what the order paid
    record Untold(PaymentRejected news, boolean returned, List<Long> awards) {

        /// Whether only another account helps.
        boolean ofAccount() {
            return news.reason().startsWith("AC") || news.reason().startsWith("BE");
        }
    }

    List<Untold> untold() {
        return books.read(db -> db.sql(UNTOLD)
                .query((row, number) -> new Untold(
                        new PaymentRejected(row.getLong(1), row.getLong(2), row.getString(3)),
                        row.getBoolean(4),
                        List.of((Long[]) row.getArray(5).getArray())))
                .list());
    }

    void told(PaymentRejected news) {
        books.read(db -> db.sql(TOLD).param("order", news.order()).update());
    }
}
