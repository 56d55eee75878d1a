package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.shanyraq.office.financing.Statement.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankSimulatorTest {

    private static final PaymentOrder ORDER = Orders.of(
            "PAY-1",
            Orders.transfer("P-1", Orders.iban(1), 100),
            Orders.transfer("P-2", Orders.iban(2), 200),
            Orders.transfer("P-3", Orders.iban(3), 400),
            Orders.transfer("P-4", Orders.iban(4), 800),
            Orders.transfer("P-5", Orders.iban(5), 1_600));

    private static final List<String> RULES = List.of(
            Orders.iban(2) + " reject AC04",
            Orders.iban(3) + " lose",
            Orders.iban(4) + " delay 2",
            Orders.iban(5) + " return 1 AC06");

    @TempDir
    private Path folder;

    @BeforeEach
    void aBank() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.write(folder.resolve("rules"), RULES);
    }

    private BankSimulator bank() throws IOException {
        return new BankSimulator(folder, Orders.DAY, line -> {});
    }

    private void send(String name, PaymentOrder order) throws IOException {
        send(name, PaymentFiles.write(order));
    }

    private void send(String name, byte[] file) throws IOException {
        Path unfinished = Files.write(folder.resolve("in").resolve(name + ".tmp"), file);
        Files.move(unfinished, folder.resolve("in").resolve(name));
    }

    private void day() throws IOException {
        try (BankSimulator bank = bank()) {
            bank.look();
            bank.closeDay();
        }
    }

    private List<Path> said(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private byte[] only(String pattern) throws IOException {
        List<Path> files = said(pattern);
        assertThat(files).as(pattern).hasSize(1);
        return Files.readAllBytes(files.getFirst());
    }

    private List<Entry> booked(String day, String kind) throws IOException {
        var entries = new ArrayList<Entry>();
        for (Path file : said(day + ".*" + kind + ".*")) {
            entries.addAll(PaymentFiles.readStatement(Files.readAllBytes(file)).entries());
        }
        return entries;
    }

    /// All that stands in `out`, by name.
    private Map<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        for (Path file : said(".*")) {
            all.put(file.getFileName().toString(), Files.readString(file));
        }
        return all;
    }

    @Test
    void each_payment_fares_as_the_rules_say() throws Exception {
        send("a.xml", ORDER);
        day();

        StatusReport answer = PaymentFiles.readStatus(only(".*pain.002.*"));
        assertThat(answer.originalMessageId()).isEqualTo("PAY-1");
        assertThat(answer.groupStatus()).isEqualTo("PART");
        assertThat(answer.transfers())
                .containsExactly(
                        new TransferStatus("P-1", "ACCP", null, null),
                        new TransferStatus("P-2", "RJCT", "AC04", "Closed account number"),
                        new TransferStatus("P-4", "PDNG", null, null),
                        new TransferStatus("P-5", "ACCP", null, null));

        assertThat(booked("2026-11-02", "camt.054"))
                .extracting(Entry::endToEndId, Entry::tenge, Entry::credit)
                .containsExactly(tuple("P-1", 100L, false), tuple("P-5", 1_600L, false));
        Statement statement = PaymentFiles.readStatement(only(".*camt.053.*"));
        assertThat(statement.account()).isEqualTo(Orders.PAYER.iban());
        assertThat(statement.day()).isEqualTo("2026-11-02");
        assertThat(statement.entries()).isEqualTo(booked("2026-11-02", "camt.054"));
        assertThat(Files.readString(said(".*camt.053.*").getFirst()))
                .contains("<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"KZT\">1000000000000.00</Amt>")
                .contains("<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"KZT\">999999998300.00</Amt>");

        day();
        assertThat(booked("2026-11-03", "camt.053"))
                .containsExactlyElementsOf(booked("2026-11-03", "camt.054"))
                .extracting(Entry::endToEndId, Entry::tenge, Entry::credit, Entry::reversal, Entry::returnReason)
                .containsExactly(tuple("P-5", 1_600L, true, true, "AC06"));

        day();
        assertThat(PaymentFiles.readStatus(only("2026-11-04.PAY-1-.*pain.002.*"))
                        .transfers())
                .containsExactly(new TransferStatus("P-4", "ACSC", null, null));
        assertThat(booked("2026-11-04", "camt.053"))
                .extracting(Entry::endToEndId, Entry::tenge, Entry::credit, Entry::booked)
                .containsExactly(tuple("P-4", 800L, false, Orders.DAY.plusDays(2)));
        assertThat(Files.readString(said("2026-11-04.KZ.*").getFirst()))
                .contains("<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"KZT\">999999999900.00</Amt>");
    }

    @Test
    void a_file_sent_again_gets_the_same_answer_and_is_booked_once() throws Exception {
        send("a.xml", ORDER);
        day();
        day();
        Map<String, String> before = everything();
        said(".*").forEach(file -> file.toFile().delete());

        send("again.xml", ORDER);
        try (BankSimulator bank = bank()) {
            assertThat(bank.look()).isEqualTo(1);
        }
        Map<String, String> after = everything();
        before.keySet().removeIf(name -> name.contains("camt.053"));
        after.keySet().removeIf(name -> name.startsWith("2026-11-04")); // said today in any case
        assertThat(after).isEqualTo(before);

        day();
        assertThat(booked("2026-11-04", "camt.053"))
                .extracting(Entry::endToEndId)
                .containsExactly("P-4");
    }

    @Test
    void another_file_of_the_same_number_is_refused_and_changes_nothing() throws Exception {
        send("a.xml", ORDER);
        day();
        String first = Files.readString(said(".*pain.002.*").getFirst());
        send("b.xml", Orders.of("PAY-1", Orders.transfer("P-9", Orders.iban(9), 5)));
        day();

        assertThat(Files.readString(said("2026-11-02.PAY-1.*").getLast())).isEqualTo(first);
        StatusReport refusal = PaymentFiles.readStatus(only("2026-11-03.PAY-1-.*pain.002.*"));
        assertThat(refusal.groupStatus()).isEqualTo("RJCT");
        assertThat(refusal.transfers()).isEmpty();
        assertThat(booked("2026-11-03", "camt.053"))
                .extracting(Entry::endToEndId)
                .doesNotContain("P-9");
    }

    @Test
    void an_answer_that_goes_astray_comes_when_the_file_is_sent_again() throws Exception {
        Files.write(folder.resolve("rules"), List.of("message PAY-1 lose"));
        send("a.xml", ORDER);
        try (BankSimulator bank = bank()) {
            bank.look();
            assertThat(everything()).isEmpty();
            send("a.xml", ORDER);
            bank.look();
            assertThat(PaymentFiles.readStatus(only(".*pain.002.*")).groupStatus())
                    .isEqualTo("ACCP");
            bank.closeDay();
        }
        assertThat(booked("2026-11-02", "camt.053")).hasSize(5);
    }

    @Test
    void a_file_that_is_wrong_is_refused_as_a_whole_with_its_reason() throws Exception {
        String xml = new String(PaymentFiles.write(ORDER), StandardCharsets.UTF_8);
        send("a.xml", xml.replace(">3100.00</CtrlSum>", ">3101.00</CtrlSum>").getBytes(StandardCharsets.UTF_8));
        send("b.xml", "no xml".getBytes(StandardCharsets.UTF_8));
        send("c.xml.part", "not read, since its name ends otherwise".getBytes(StandardCharsets.UTF_8));
        try (BankSimulator bank = bank()) {
            assertThat(bank.look()).isEqualTo(2);
        }
        assertThat(Files.readString(said(".*PAY-1.*").getFirst()))
                .contains("<Cd>AM10</Cd>")
                .contains("3101.00");
        assertThat(Files.readString(said(".*NOTPROVIDED.*").getFirst())).contains("<Cd>FF01</Cd>");
        assertThat(PaymentFiles.readStatus(only(".*PAY-1.*")).groupStatus()).isEqualTo("RJCT");

        send("a.xml", ORDER); // the same number, mended
        day();
        assertThat(booked("2026-11-02", "camt.053")).hasSize(2);
    }

    @Test
    void an_account_that_cannot_be_is_refused_alone() throws Exception {
        String wrong = "KZ00" + Orders.iban(1).substring(4);
        send("a.xml", Orders.of("M", Orders.transfer("P-1", wrong, 5), Orders.transfer("P-6", Orders.iban(6), 7)));
        day();
        assertThat(PaymentFiles.readStatus(only(".*pain.002.*")).transfers())
                .extracting(TransferStatus::endToEndId, TransferStatus::status, TransferStatus::reasonCode)
                .containsExactly(tuple("P-1", "RJCT", "AC01"), tuple("P-6", "ACCP", null));
    }

    @Test
    void one_bank_works_in_a_folder_at_a_time() throws Exception {
        try (BankSimulator bank = bank()) {
            assertThat(bank.day()).isEqualTo(Orders.DAY);
            assertThatThrownBy(this::bank)
                    .isInstanceOf(MessageRefused.class)
                    .hasMessageContaining("Another bank works in");
        }
        bank().close();
    }

    /// Ends the bank at its first step, then at its second, and so on: whatever it had done by then, those who go on
    /// say and book the same as one that nobody ended.
    @Test
    void ended_at_any_step_it_goes_on_as_if_nothing_had_happened() throws Exception {
        Map<String, String> undisturbed = threeDays(Integer.MAX_VALUE);
        assertThat(undisturbed).hasSizeGreaterThan(8);
        int steps = lastCount;
        assertThat(steps).isGreaterThan(30);
        for (int end = 1; end <= steps; end++) {
            assertThat(threeDays(end)).as("ended at step %d", end).isEqualTo(undisturbed);
        }
    }

    private int lastCount;

    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Map<String, String> threeDays(int end) throws IOException {
        for (String name : List.of("in", "out", "done", "state/orders", "state")) {
            Path of = folder.resolve(name);
            if (Files.exists(of)) {
                try (Stream<Path> files = Files.list(of)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        send("a.xml", ORDER);
        send(
                "b.xml",
                Orders.of(
                        "PAY-2", Orders.transfer("P-6", Orders.iban(6), 3), Orders.transfer("P-7", Orders.iban(5), 9)));
        lastCount = 0;
        var last = Orders.DAY.plusDays(3);
        while (true) {
            try (var bank = new BankSimulator(folder, Orders.DAY, line -> {}, step -> {
                if (++lastCount == end) {
                    throw new Ended();
                }
            })) {
                while (bank.day().isBefore(last)) {
                    bank.look();
                    bank.closeDay();
                }
                break;
            } catch (Ended goOn) {
                assertThat(lastCount).isEqualTo(end);
            }
        }
        Map<String, String> all = everything();
        all.keySet().removeIf(name -> name.endsWith(".tmp"));
        return all;
    }

    /// The same with a process of its own and SIGKILL, wherever that meets it.
    @Test
    void killed_as_a_process_it_goes_on_as_if_nothing_had_happened() throws Exception {
        Files.write(folder.resolve("rules"), List.of("seed 3", "40 of 1000 reject AC01", "9 of 1000 lose"));
        int files = 6;
        for (int i = 0; i < files; i++) {
            send("f%d.xml".formatted(i), Orders.ofMany("M-" + i, 400));
        }
        int kills = 0;
        for (int wait = 700; waiting() > 0 && kills < 12; wait += 150) {
            Process bank = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            BankProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!bank.waitFor(wait, TimeUnit.MILLISECONDS)) {
                bank.destroyForcibly().waitFor();
                kills++;
            }
        }
        day();
        var rules = BankRules.of(folder.resolve("rules"));
        for (int i = 0; i < files; i++) {
            StatusReport answer = PaymentFiles.readStatus(only("2026-11-02.M-" + i + "-.*pain.002.*"));
            assertThat(answer.transfers()).hasSize((int) Orders.ofMany("M-" + i, 400).transfers().stream()
                    .filter(transfer ->
                            rules.of(transfer.endToEndId(), transfer.iban()).course() != BankRules.Course.LOST)
                    .count());
        }
        assertThat(booked("2026-11-02", "camt.053"))
                .hasSize(booked("2026-11-02", "camt.054").size());
        assertThat(booked("2026-11-02", "camt.053"))
                .extracting(Entry::bankReference)
                .doesNotHaveDuplicates();
    }

    private int waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            return (int) files.count();
        }
    }
}
