package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A month's payments of a large benefit in one file. It prints how long each step took; with `-Dpayments=N` another
/// number is taken.
@Tag("slow")
class LargeOrderTest {

    private static final int PAYMENTS = Integer.getInteger("payments", 50_000);

    @TempDir
    private Path folder;

    @Test
    void very_many_payments_are_written_checked_answered_and_read() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("rules"), "seed 1\n5 of 1000 reject AC01\n2 of 1000 return 1 AC06\n");
        PaymentOrder order = Orders.ofMany("LARGE", PAYMENTS);
        Path file = folder.resolve("in/large.xml");

        took("written", () -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PaymentFiles.write(order, out);
            }
            return 0;
        });
        System.out.printf(Locale.ROOT, "  %,d bytes%n", Files.size(file));
        assertThat(Orders.failed(took("checked", () -> PaymentFiles.check(file, null))))
                .isEmpty();

        try (var bank = new BankSimulator(folder, Orders.DAY, line -> {})) {
            took("taken by the bank", bank::look);
            took("closed by the bank", () -> {
                bank.closeDay();
                return 0;
            });
        }
        StatusReport answer = took("answer read", () -> {
            try (InputStream in = said("pain.002")) {
                return PaymentFiles.readStatus(in);
            }
        });
        Statement statement = took("statement read", () -> {
            try (InputStream in = said("camt.053")) {
                return PaymentFiles.readStatement(in);
            }
        });

        assertThat(answer.transfers()).hasSize(PAYMENTS);
        long refused = answer.transfers().stream()
                .filter(transfer -> transfer.status().equals("RJCT"))
                .count();
        assertThat(statement.entries()).hasSize((int) (PAYMENTS - refused));
        assertThat(refused).isBetween(PAYMENTS / 250L, PAYMENTS / 160L);
    }

    private InputStream said(String words) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return new BufferedInputStream(Files.newInputStream(
                    files.filter(file -> file.getFileName().toString().contains(words))
                            .findFirst()
                            .orElseThrow()));
        }
    }

    private static <T> T took(String what, Callable<T> step) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        T done = step.call();
        System.out.printf(
                Locale.ROOT,
                "%,d payments %s: %.1f s, %.1f s of them at work%n",
                PAYMENTS,
                what,
                (System.nanoTime() - began) / 1e9,
                (threads.getCurrentThreadCpuTime() - worked) / 1e9);
        return done;
    }
}
