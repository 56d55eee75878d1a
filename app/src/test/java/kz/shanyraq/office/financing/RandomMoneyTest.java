package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.shanyraq.office.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Money is neither made nor lost, whatever happens in whatever order: sums that rise and fall for months past, holds,
/// accounts that change, lists that are dropped, refusals, returns, delays, answers that go astray, messages that come
/// twice, and a program that breaks at any step. Some hundred families live through six months, each its own way:
/// `-Dmoney.families` and `-Dmoney.seed` make it more, or another one.
@Tag("slow")
class RandomMoneyTest {

    private static final int FAMILIES = Integer.getInteger("money.families", 300);
    private static final long SEED = Long.getLong("money.seed", 7);
    private static final int MONTHS = 6;
    private static final YearMonth FIRST = YearMonth.of(2025, 1);

    @TempDir
    private Path folder;

    private final Random chance = new Random(SEED);
    private JdbcClient admin;
    private DataSource intake;
    private Path bank;
    private int breaks;

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The work, which breaks at one of its steps half of the time, and is then called again.
    private void work(YearMonth month) {
        for (int most = 0; ; most++) {
            int left = most < 3 && chance.nextBoolean() ? 1 + chance.nextInt(6) : 0;
            int[] steps = {left};
            var run = new PayRun(intake, Due.payer(), bank, null, told -> {
                if (--steps[0] == 0) {
                    throw new Broken();
                }
            });
            try {
                run.accrue(month);
                while (run.goOn() > 0) {
                    steps[0]--;
                }
                return;
            } catch (Broken broken) {
                breaks++;
            }
        }
    }

    @Test
    @Timeout(900)
    void money_is_neither_made_nor_lost_whatever_happens() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        intake = database.intake();
        admin = database.asAdmin();
        new Due(admin);
        bank = Files.createDirectories(folder.resolve("bank"));
        Files.writeString(bank.resolve("rules"), """
                seed 3
                6 of 100 reject AC04
                3 of 100 reject AM04
                5 of 100 return 1 AC06
                5 of 100 delay 2
                """);
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = FIRST.plusMonths(i);
                happens(month);
                work(month);
                sound();
                int list = Due.list(admin, month);
                work(month);
                for (String step : List.of("locking", "approved", "authorised", "releasing")) {
                    if (chance.nextInt(12) == 0) {
                        Due.step(admin, list, "dropping");
                        work(month);
                        break;
                    }
                    Due.step(admin, list, step);
                    work(month);
                    sound();
                    if (chance.nextInt(3) == 0) {
                        happens(month);
                    }
                }
                simulator.look();
                work(month);
                sound();
                if (chance.nextBoolean()) {
                    new PayRun(intake, Due.payer(), bank, null, told -> {}).sendAgain(list);
                    simulator.look();
                    repeat();
                }
                work(month);
                simulator.closeDay();
                work(month);
                sound();
            }
            for (int day = 0; day < 3; day++) {
                simulator.look();
                simulator.closeDay();
            }
        }
        YearMonth last = FIRST.plusMonths(MONTHS);
        work(last);
        work(last);
        sound();
        assertThat(admin.sql("select count(*) from financing.bank_line where state = 'open'")
                        .query(Integer.class)
                        .single())
                .as("lines that fit no order")
                .isZero();
        assertThat(admin.sql("""
                        select count(*) from public.due d left join financing.balance b using (award_id, month)
                        where d.amount <> coalesce(b.accrued + b.ordered + b.sent + b.confirmed + b.withheld, 0)
                        """).query(Integer.class).single())
                .as("months of which the ledger holds another sum than the decisions give")
                .isZero();
        assertThat(admin.sql("select count(distinct kind) from financing.entry")
                        .query(Integer.class)
                        .single())
                .as("kinds of entries that happened")
                .isGreaterThanOrEqualTo(8);
        assertThat(breaks).as("how often the program broke").isGreaterThan(10);
        System.out.printf(
                "%,d families, %d months: %,d postings, broken %d times, seed %d%n",
                FAMILIES,
                MONTHS,
                admin.sql("select count(*) from financing.posting")
                        .query(Long.class)
                        .single(),
                breaks,
                SEED);
    }

    /// Decisions, holds and accounts change, each family's by chance.
    private void happens(YearMonth month) {
        admin.sql("""
                insert into public.due (award_id, family_id, payee_id, payee_iin, payee_name, iban, topic, month, amount, decision_id, kato)
                select n, n, n, :iin, 'Серікова Айгүл', :iban, 12, cast(:month as date), 20000 + floor(random() * 60000), n, 354800000
                from generate_series(1, :families) n
                on conflict (award_id, month) do nothing
                """)
                .param("iin", Due.iin(1))
                .param("iban", Due.account(1))
                .param("month", month.atDay(1))
                .param("families", FAMILIES)
                .update();
        admin.sql(
                        "update public.due set amount = case when random() < 0.2 then 0 else floor(random() * 90000) end where random() < 0.08")
                .update();
        admin.sql("""
                update public.due d set held = h.held from (
                    select n, case when random() < 0.05 then 'suspended' end as held from generate_series(1, :families) n) h
                where h.n = d.award_id
                """).param("families", FAMILIES).update();
        String[] accounts =
                Stream.iterate(1L, n -> n + 1).limit(50).map(Due::account).toArray(String[]::new);
        admin.sql("""
                update public.due d set iban = a.iban from (
                    select n, (cast(:accounts as text[]))[1 + floor(random() * 50)] as iban from generate_series(1, :families) n where random() < 0.3) a
                where a.n = d.award_id
                """).param("accounts", accounts).param("families", FAMILIES).update();
    }

    /// Every message of the bank comes a second time, in other bytes.
    private void repeat() throws IOException {
        try (Stream<Path> said = Files.list(bank.resolve("out"))) {
            for (Path file :
                    said.filter(path -> !path.toString().contains("again")).toList()) {
                Files.writeString(
                        file.resolveSibling("again-" + breaks + "-" + file.getFileName()),
                        Files.readString(file) + "\n<!-- " + chance.nextInt() + " -->\n");
            }
        }
    }

    private void sound() {
        assertThat(admin.sql("""
                        select count(*) from (select award_id, month, stage, sum(amount) as amount from financing.posting group by 1, 2, 3) p
                        full join (
                            select b.award_id, b.month, v.stage, v.amount from financing.balance b cross join lateral (values ('budget', budget),
                                ('accrued', accrued), ('ordered', ordered), ('sent', sent), ('confirmed', confirmed), ('withheld', withheld),
                                ('receivable', receivable), ('written_off', written_off)) as v (stage, amount)) b using (award_id, month, stage)
                        where coalesce(p.amount, 0) <> coalesce(b.amount, 0)
                        """).query(Integer.class).single())
                .as("balances that are not the sum of their postings")
                .isZero();
        assertThat(admin.sql(
                                "select coalesce(sum(confirmed + withheld + receivable + written_off), 0) from financing.balance")
                        .query(Long.class)
                        .single())
                .as("what the ledger holds as paid is what the bank paid, less what came back")
                .isEqualTo(admin.sql("""
                                select coalesce(sum(case kind when 'debit' then tenge when 'credit' then -tenge end), 0)
                                from financing.bank_line where state = 'matched' and kind <> 'status'
                                """).query(Long.class).single());
        assertThat(admin.sql("""
                        select count(*) from (
                            select l.award_id, l.month, sum(l.amount) filter (where o.state = 'ordered') as ordered, sum(l.amount) filter (where o.state = 'sent') as sent
                            from financing.order_line l join financing.payment_order o on o.id = l.order_id group by 1, 2) l
                        full join financing.balance b using (award_id, month)
                        where coalesce(l.ordered, 0) <> b.ordered or coalesce(l.sent, 0) <> b.sent
                        """).query(Integer.class).single())
                .as("months of which orders and ledger differ")
                .isZero();
    }
}
