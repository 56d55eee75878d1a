package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.shanyraq.office.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The work of paying is killed at every step of its way, in the middle of transactions and between database and
/// folder, and goes on: nobody is paid twice, nothing is lost, and ledger, orders and bank agree.
@Tag("slow")
class KilledPayRunTest {

    private static final int PAYEES = 300;

    @TempDir
    private Path folder;

    private int kills;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void killed_at_every_step_it_pays_everybody_once_and_the_totals_agree() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        JdbcClient admin = database.asAdmin();
        var due = new Due(admin);
        long expected = 0;
        for (int payee = 1; payee <= PAYEES; payee++) {
            due.gives(payee, payee, payee, Due.OCTOBER, 20_000 + payee);
            due.gives(payee, payee, payee, Due.NOVEMBER, 30_000 + payee);
            expected += 50_000 + 2L * payee;
        }
        Path bank = Files.createDirectories(folder.resolve("bank"));
        Files.writeString(bank.resolve("rules"), """
                seed 5
                7 of 100 reject AC04
                7 of 100 return 1 AC06
                7 of 100 delay 1
                """);
        int list = Due.list(admin, Due.NOVEMBER);
        killedAtEveryStep(database, bank);
        for (String step : List.of("locking", "approved", "authorised", "releasing")) {
            Due.step(admin, list, step);
            killedAtEveryStep(database, bank);
        }
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            for (int day = 0; day < 3; day++) {
                simulator.look();
                killedAtEveryStep(database, bank);
                simulator.closeDay();
            }
        }
        killedAtEveryStep(database, bank);
        assertThat(kills).as("kills").isGreaterThan(12);
        var calm = new PayRun(database.intake(), Due.payer(), bank, null, told -> {});
        assertThat(calm.goOn()).as("left to do").isZero();
        assertThat(admin.sql("select sum(accrued + confirmed) from financing.balance")
                        .query(Long.class)
                        .single())
                .isEqualTo(expected);
        assertThat(admin.sql("select sum(ordered + sent + receivable + withheld) from financing.balance")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(admin.sql("select distinct state from financing.payment_order order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("confirmed", "rejected", "returned");
        assertThat(admin.sql("select count(*) from financing.payment_order")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PAYEES);
        assertThat(admin.sql("select count(*) from financing.bank_line where state = 'open'")
                        .query(Integer.class)
                        .single())
                .as("lines of the bank that fit no order")
                .isZero();
        assertThat(admin.sql("""
                        select sum(confirmed) from financing.balance
                        """).query(Long.class).single())
                .as("what the bank paid for good")
                .isEqualTo(admin.sql("select sum(amount) from financing.payment_order where state = 'confirmed'")
                        .query(Long.class)
                        .single());
        calm.compare(Due.NOVEMBER);
        assertThat(admin.sql("select distinct kind || ' ' || why from financing.difference")
                        .query(String.class)
                        .list())
                .containsExactly("waiting refused_account");
        assertThat(admin.sql(
                                "select tenge_confirmed = tenge_bank and tenge_due = tenge_accrued from financing.reconciliation")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        try (Stream<Path> taken = Files.list(bank.resolve("state/orders"))) {
            assertThat(taken).as("orders that the bank took").hasSize(1);
        }
    }

    /// Starts the work again and again, killed at its first step, its second and so on, until it comes to its end.
    private void killedAtEveryStep(TestDatabase database, Path bank) throws Exception {
        for (int step = 2; ; step++) {
            Path log = folder.resolve("work.log");
            Process work = start(log, database.url(), bank.toString(), Integer.toString(step));
            assertThat(work.waitFor(1, TimeUnit.MINUTES)).as("ended").isTrue();
            if (work.exitValue() == 0) {
                return;
            }
            assertThat(work.exitValue()).as(Files.readString(log)).isEqualTo(PayProcess.KILLED);
            kills++;
        }
    }

    private static Process start(Path log, String... words) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PayProcess.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
