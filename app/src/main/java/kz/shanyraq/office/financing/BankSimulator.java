package kz.shanyraq.office.financing;

import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.shanyraq.office.financing.BankOrder.Booking;
import kz.shanyraq.office.financing.BankOrder.Payment;
import kz.shanyraq.office.financing.BankRules.Course;
import kz.shanyraq.office.financing.BankRules.Fate;
import org.jspecify.annotations.Nullable;

/// A bank that speaks ISO 20022 over a folder, for the demo and for tests. It is no bank: no money moves.
///
/// It takes payment files from `in`, answers in `out` (pain.002), gives notice of what it booked (camt.054) and closes
/// its day with a statement of each account (camt.053). The file `rules` says which payments it refuses, loses,
/// delays or gives back. What it took stands in `state`, a file an order, and all that it says follows from that: a
/// file that comes twice gets the same answer and is booked once, and after `kill -9` it goes on where it stopped.
public final class BankSimulator implements AutoCloseable {

    /// What stands on every account before the first booking.
    private static final long FIRST_BALANCE = 1_000_000_000_000L;

    /// Which failed check refuses a file as a whole, and with which of the standard's reasons.
    private static final Map<String, String> WHOLE =
            Map.of("typed_model", "FF01", "control_sums", "AM10", "identifications", "DU04", "amounts", "AM12");

    private final Path folder;
    private final Consumer<String> told;
    private final Consumer<String> step;
    private final FileChannel lockFile;
    private LocalDate day = LocalDate.MIN;
    private boolean opened;

    /// Opens the bank of a folder, which is made if it is not there.
    ///
    /// @param first its day, if it has none yet
    /// @param told is told in a line what happens
    public BankSimulator(Path folder, LocalDate first, Consumer<String> told) throws IOException {
        this(folder, first, told, step -> {});
    }

    /// @param step is called between any two steps, where a test may end the bank
    BankSimulator(Path folder, LocalDate first, Consumer<String> told, Consumer<String> step) throws IOException {
        this.folder = folder;
        this.told = told;
        this.step = step;
        for (String name : List.of("in", "out", "done", "state/orders")) {
            Files.createDirectories(folder.resolve(name));
        }
        lockFile = FileChannel.open(folder.resolve("state/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lockFile)) {
            lockFile.close();
            throw new MessageRefused("""
                    Another bank works in %s.
                    Maybe end it first, or name another folder.""".formatted(folder));
        }
        try {
            readDay(first);
        } catch (IOException | RuntimeException broken) {
            lockFile.close();
            throw broken;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    /// The bank's day, which ends when it is closed.
    public LocalDate day() {
        return day;
    }

    /// Says what is due today, if it was not said yet, and takes all files that wait.
    ///
    /// @return how many files it took
    public int look() throws IOException {
        if (!opened) {
            for (Path kept : orders()) {
                say(BankOrder.read(kept), day);
            }
            opened = true;
            keepDay();
        }
        List<Path> waiting = files("in", ".xml");
        for (Path file : waiting) {
            take(file);
            step.accept("answered");
            Files.move(
                    file,
                    folder.resolve("done").resolve(String.valueOf(file.getFileName())),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            step.accept("done");
        }
        return waiting.size();
    }

    /// Closes the day: a statement of each account goes out, and the next day begins.
    public void closeDay() throws IOException {
        if (!opened) {
            look();
        }
        var before = new TreeMap<String, Long>();
        var moved = new TreeMap<String, Long>();
        for (Path kept : orders()) {
            BankOrder order = BankOrder.read(kept);
            before.merge(order.account(), sum(order, false), Math::addExact);
            moved.merge(order.account(), sum(order, true), Math::addExact);
        }
        for (Map.Entry<String, Long> account : before.entrySet()) {
            String iban = account.getKey();
            long opening = FIRST_BALANCE + account.getValue();
            long change = moved.getOrDefault(iban, 0L);
            List<Path> kept = orders();
            publish(
                    "%s.%s.camt.053.xml".formatted(day, iban),
                    out -> BankMessages.statement(
                            iban,
                            day,
                            opening,
                            change,
                            kept.stream()
                                    .map(BankOrder::read)
                                    .filter(order -> order.account().equals(iban))
                                    .iterator(),
                            out));
        }
        told.accept("The day %s is closed.".formatted(day));
        day = day.plusDays(1);
        opened = false;
        keepDay();
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /// What an order moved today, or on all days before.
    private long sum(BankOrder order, boolean today) {
        LocalDate from = today ? day : order.day();
        return from.datesUntil(today ? day.plusDays(1) : day)
                .flatMap(order::booked)
                .mapToLong(booking -> booking.back()
                        ? booking.payment().tenge()
                        : -booking.payment().tenge())
                .sum();
    }

    private void take(Path file) throws IOException {
        String digest = digest(file);
        var payments = new ArrayList<Payment>();
        Head head = read(file, payments);
        String message = head.message() == null ? "NOTPROVIDED" : head.message();
        Refusal refusal = refusal(file, head);
        String account = head.account();
        if (refusal != null || account == null) {
            refuse(message, digest, refusal == null ? new Refusal("AC02", "There is no payer's account.") : refusal);
            return;
        }
        Path kept = folder.resolve("state/orders").resolve(key(message, message) + ".tsv");
        if (Files.exists(kept)) {
            BankOrder known = BankOrder.read(kept);
            if (known.digest().equals(digest)) {
                known.day().datesUntil(day.plusDays(1)).forEach(on -> say(known, on));
                told.accept("%s: came before, answered as before".formatted(message));
            } else {
                refuse(message, digest, new Refusal("DU01", "Another file of this number was taken before."));
            }
            return;
        }
        var order = new BankOrder(message, digest, day, account, payments);
        write(kept, out -> {
            var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            order.write(text);
            text.flush();
        });
        step.accept("kept");
        if (rules().losesAnswer(message)) {
            told.accept("%s: %d payments taken, and the answer goes astray".formatted(message, payments.size()));
            return;
        }
        say(order, day);
        told.accept("%s: %d payments taken".formatted(message, payments.size()));
    }

    private void refuse(String message, String digest, Refusal why) {
        publish(
                "%s.%s.pain.002.xml".formatted(day, key(message + "\n" + digest, message)),
                out -> BankMessages.refusal(message, day, why.code(), why.said(), out));
        told.accept("%s: refused, %s %s".formatted(message, why.code(), why.said()));
    }

    private record Refusal(String code, String said) {}

    /// What a payment file says of itself.
    ///
    /// @param unreadable why it cannot be read
    private record Head(
            @Nullable String message,
            @Nullable String account,
            @Nullable String unreadable) {}

    /// Reads a payment file.
    ///
    /// @param payments gets its payments, each with its fate
    private Head read(Path file, List<Payment> payments) throws IOException {
        BankRules rules = rules();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            CustomerCreditTransferInitiationV09 order = new MessageReader(in)
                    .read(
                            MessageReader.ORDER,
                            (row, group) -> payment(row, rules).ifPresent(payments::add));
            CashAccount38 account = order.getPmtInf().isEmpty()
                    ? null
                    : order.getPmtInf().getFirst().getDbtrAcct();
            return new Head(order.getGrpHdr() == null ? null : order.getGrpHdr().getMsgId(), iban(account), null);
        } catch (MessageRefused refused) {
            return new Head(null, null, refused.getMessage());
        }
    }

    private static Optional<Payment> payment(CreditTransferTransaction34 row, BankRules rules) {
        if (row.getPmtId() == null
                || row.getPmtId().getEndToEndId() == null
                || row.getAmt() == null
                || row.getAmt().getInstdAmt() == null
                || row.getAmt().getInstdAmt().getValue() == null) {
            return Optional.empty(); // the checks will refuse the file for it
        }
        String iban = iban(row.getCdtrAcct());
        String id = row.getPmtId().getEndToEndId().replaceAll("[\\t\\r\\n]", " ");
        Fate fate =
                iban != null && Iban.fault(iban) == null ? rules.of(id, iban) : new Fate(Course.REJECTED, 0, "AC01");
        long tenge = row.getAmt().getInstdAmt().getValue().longValue();
        return Optional.of(new Payment(id, tenge, fate.course(), fate.days(), fate.reason()));
    }

    private static @Nullable String iban(@Nullable CashAccount38 account) {
        return account == null || account.getId() == null
                ? null
                : account.getId().getIBAN();
    }

    private @Nullable Refusal refusal(Path file, Head head) {
        if (head.unreadable() != null) {
            return new Refusal("FF01", head.unreadable());
        }
        if (head.account() == null || Iban.fault(head.account()) != null) {
            return new Refusal("AC02", "The payer's account is missing or wrong.");
        }
        for (Check check : PaymentFiles.check(file, null)) {
            String code = WHOLE.get(check.what());
            if (code != null && check.ran() && !check.passed()) {
                return new Refusal(code, check.said());
            }
        }
        return null;
    }

    /// Says of an order what is to be said on a day: the answer, the answer to what waited, what was booked.
    private void say(BankOrder order, LocalDate on) {
        String name = "%s.%s".formatted(on, key(order.messageId(), order.messageId()));
        List<Payment> waited = order.waitedUntil(on);
        if (on.equals(order.day())) {
            publish(name + ".pain.002.xml", out -> BankMessages.answer(order, out));
        } else if (!waited.isEmpty()) {
            publish(name + ".pain.002.xml", out -> BankMessages.waited(order, on, waited, out));
        }
        List<Booking> bookings = order.booked(on).toList();
        if (!bookings.isEmpty()) {
            publish(name + ".camt.054.xml", out -> BankMessages.notice(order, on, bookings, out));
        }
    }

    private BankRules rules() throws IOException {
        return BankRules.of(folder.resolve("rules"));
    }

    private List<Path> orders() throws IOException {
        return files("state/orders", ".tsv");
    }

    private List<Path> files(String in, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(in))) {
            return all.filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void readDay(LocalDate first) throws IOException {
        Path kept = folder.resolve("state/day");
        if (Files.exists(kept)) {
            String[] words = Files.readString(kept).strip().split(" ", -1);
            day = LocalDate.parse(words[0]);
            opened = words[1].equals("opened");
        } else {
            day = first;
            keepDay();
        }
    }

    private void keepDay() throws IOException {
        write(
                folder.resolve("state/day"),
                out -> out.write(
                        "%s %s\n".formatted(day, opened ? "opened" : "begun").getBytes(StandardCharsets.UTF_8)));
        step.accept("day");
    }

    private void publish(String name, Content content) {
        try {
            write(folder.resolve("out").resolve(name), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        step.accept("published");
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /// Writes a file so that it is there as a whole or not at all.
    private void write(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.to(out);
            out.flush();
            channel.force(true);
        }
        step.accept("written");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest sha = Digests.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /// A name for files: what may stand in one of the number, and eight digits for what may not.
    private static String key(String of, String shown) {
        return shown.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + HexFormat.of().formatHex(Digests.sha256(of), 0, 4);
    }
}
