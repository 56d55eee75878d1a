package kz.shanyraq.office.financing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.office.financing.BankRules.Course;

/// A payment file as the simulated bank keeps it: what it took on which day, and how each payment fares. All it says
/// later follows from this, so that it says the same when it is asked again.
///
/// @param digest of the file's bytes; another file of the same number is refused
/// @param day the bank's day on which it came
/// @param account from which it is paid
record BankOrder(String messageId, String digest, LocalDate day, String account, List<Payment> payments) {

    /// @param days after how many days it is booked, if delayed, or given back, if returned
    record Payment(String endToEndId, long tenge, Course course, int days, String reason) {}

    /// A booking that follows from an order.
    record Booking(Payment payment, boolean back) {}

    /// What is booked on a day.
    Stream<Booking> booked(LocalDate on) {
        boolean first = on.equals(day);
        return payments.stream().flatMap(payment -> switch (payment.course()) {
            case PAID -> first ? Stream.of(new Booking(payment, false)) : Stream.empty();
            case DELAYED -> due(payment, on) ? Stream.of(new Booking(payment, false)) : Stream.empty();
            case RETURNED ->
                first
                        ? Stream.of(new Booking(payment, false))
                        : due(payment, on) ? Stream.of(new Booking(payment, true)) : Stream.empty();
            case REJECTED, LOST -> Stream.empty();
        });
    }

    /// The payments that were said to wait, and are paid on a day.
    List<Payment> waitedUntil(LocalDate on) {
        return payments.stream()
                .filter(payment -> payment.course() == Course.DELAYED && due(payment, on))
                .toList();
    }

    /// What is answered of the payments on the first day; of a lost one nothing.
    List<Payment> answered() {
        return payments.stream()
                .filter(payment -> payment.course() != Course.LOST)
                .toList();
    }

    private boolean due(Payment payment, LocalDate on) {
        return day.plusDays(payment.days()).equals(on);
    }

    void write(Writer to) throws IOException {
        to.write(String.join("\t", messageId, digest, day.toString(), account) + "\n");
        for (Payment payment : payments) {
            to.write(String.join(
                            "\t",
                            payment.endToEndId(),
                            Long.toString(payment.tenge()),
                            payment.course().name(),
                            Integer.toString(payment.days()),
                            payment.reason(),
                            ".")
                    + "\n");
        }
    }

    static BankOrder read(Path file) {
        var payments = new ArrayList<Payment>();
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String[] head = cells(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = cells(line);
                payments.add(new Payment(
                        cells[0],
                        Long.parseLong(cells[1]),
                        Course.valueOf(cells[2]),
                        Integer.parseInt(cells[3]),
                        cells[4]));
            }
            return new BankOrder(head[0], head[1], LocalDate.parse(head[2]), head[3], List.copyOf(payments));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String[] cells(String line) {
        return line.split("\t", -1);
    }
}
