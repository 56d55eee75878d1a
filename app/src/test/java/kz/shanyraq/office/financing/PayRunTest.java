package kz.shanyraq.office.financing;

import static kz.shanyraq.office.financing.Due.NOVEMBER;
import static kz.shanyraq.office.financing.Due.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.shanyraq.office.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Money on its way from a decision to an account and, when something was wrong, back.
class PayRunTest {

    @TempDir
    private Path bank;

    private TestDatabase database;
    private JdbcClient admin;
    private Due due;
    private PayRun run;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        admin = database.asAdmin();
        due = new Due(admin);
        run = new PayRun(database.intake(), Due.payer(), bank, null, told -> {});
    }

    /// What stands in the stages of an award's month: accrued, ordered, sent, confirmed, withheld, receivable, written
    /// off.
    private String stages(long award, java.time.YearMonth month) {
        return admin.sql("""
                        select concat_ws(' ', accrued, ordered, sent, confirmed, withheld, receivable, written_off)
                        from financing.balance where award_id = :award and month = :month
                        """)
                .param("award", award)
                .param("month", month.atDay(1))
                .query(String.class)
                .single();
    }

    private int paid(java.time.YearMonth month) throws Exception {
        int list = released(month);
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            simulator.look();
        }
        run.goOn();
        return list;
    }

    private int released(java.time.YearMonth month) {
        int list = Due.list(admin, month);
        run.goOn();
        for (String step : List.of("locking", "approved", "authorised", "releasing")) {
            Due.step(admin, list, step);
            run.goOn();
        }
        return list;
    }

    private String state(int list) {
        return admin.sql("select state from financing.pay_list where id = :list")
                .param("list", list)
                .query(String.class)
                .single();
    }

    private List<String> outs(int list) {
        return admin.sql("select reason || ' ' || award_id from financing.left_out where pay_list = :list order by 1")
                .param("list", list)
                .query(String.class)
                .list();
    }

    /// The ledger is sound: every balance is the sum of its postings, and every entry sums to zero.
    private void sound() {
        assertThat(admin.sql("""
                        select count(*) from (
                            select award_id, month, stage, sum(amount) as amount from financing.posting group by 1, 2, 3) p
                        full join (
                            select b.award_id, b.month, v.stage, v.amount from financing.balance b cross join lateral (values ('budget', budget),
                                ('accrued', accrued), ('ordered', ordered), ('sent', sent), ('confirmed', confirmed), ('withheld', withheld),
                                ('receivable', receivable), ('written_off', written_off)) as v (stage, amount)) b using (award_id, month, stage)
                        where coalesce(p.amount, 0) <> coalesce(b.amount, 0)
                        """).query(Integer.class).single())
                .as("balances that are not the sum of their postings")
                .isZero();
        assertThat(admin.sql("""
                        select count(*) from (select 1 from financing.posting group by entry, award_id, month having sum(amount) <> 0) wrong
                        """).query(Integer.class).single())
                .as("entries that do not sum to zero")
                .isZero();
    }

    private List<String> differences(java.time.YearMonth month) {
        run.compare(month);
        return admin.sql("""
                        select concat_ws(' ', kind, why, award_id, tenge) from financing.difference
                        where reconciliation = (select max(id) from financing.reconciliation) order by number
                        """).query(String.class).list();
    }

    @Test
    void what_decisions_give_is_accrued_once_and_to_accrue_again_changes_nothing() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        due.gives(1, 10, 100, NOVEMBER, 39_900);
        due.gives(2, 11, 101, NOVEMBER, 0);
        assertThat(run.accrue(NOVEMBER)).isEqualTo(new PayRun.Accrual(2, 79_800, 0, 0, 0));
        assertThat(run.accrue(NOVEMBER)).isEqualTo(new PayRun.Accrual(0, 0, 0, 0, 0));
        assertThat(stages(1, OCTOBER)).isEqualTo("39900 0 0 0 0 0 0");
        assertThat(admin.sql("select count(*) from financing.entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        sound();
    }

    @Test
    void arrears_are_added_and_what_is_not_ordered_yet_is_reduced() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        run.accrue(NOVEMBER);
        due.gives(1, 10, 100, OCTOBER, 45_000);
        assertThat(run.accrue(NOVEMBER)).isEqualTo(new PayRun.Accrual(1, 5_100, 0, 0, 0));
        due.gives(1, 10, 100, OCTOBER, 20_000);
        assertThat(run.accrue(NOVEMBER)).isEqualTo(new PayRun.Accrual(1, 0, 25_000, 0, 0));
        assertThat(stages(1, OCTOBER)).isEqualTo("20000 0 0 0 0 0 0");
        sound();
    }

    @Test
    void what_was_paid_too_much_is_asked_back_and_is_not_when_the_decision_was_right_after_all() throws Exception {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        paid(OCTOBER);
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 39900 0 0 0");
        due.gives(1, 10, 100, OCTOBER, 30_000);
        assertThat(run.accrue(OCTOBER).owed()).isEqualTo(9_900);
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 30000 0 9900 0");
        due.gives(1, 10, 100, OCTOBER, 41_000);
        assertThat(run.accrue(OCTOBER)).isEqualTo(new PayRun.Accrual(1, 1_100, 0, 0, 9_900));
        assertThat(stages(1, OCTOBER)).isEqualTo("1100 0 0 39900 0 0 0");
        sound();
    }

    @Test
    void money_on_its_way_to_the_bank_is_never_asked_back() throws Exception {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        int list = released(OCTOBER);
        due.gives(1, 10, 100, OCTOBER, 0);
        assertThat(run.accrue(OCTOBER)).isEqualTo(new PayRun.Accrual(0, 0, 0, 0, 0));
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 39900 0 0 0 0");
        assertThat(differences(OCTOBER)).containsExactly("due on_its_way 1 -39900");
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            simulator.look();
        }
        run.goOn();
        assertThat(state(list)).isEqualTo("answered");
        assertThat(run.accrue(OCTOBER).owed()).isEqualTo(39_900);
        assertThat(differences(OCTOBER)).isEmpty();
        sound();
    }

    @Test
    void what_comes_into_a_list_goes_out_of_it_as_a_line_or_with_its_reason() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        due.gives(2, 10, 100, OCTOBER, 10_000);
        due.gives(1, 10, 100, NOVEMBER, 39_900);
        due.gives(3, 11, 101, NOVEMBER, 20_000);
        due.gives(4, 12, 102, NOVEMBER, 20_000);
        due.gives(5, 13, 103, NOVEMBER, 20_000);
        due.hold(3, "suspended");
        due.account(102, null);
        due.account(103, "KZ00125KZT0000000103");
        int list = Due.list(admin, NOVEMBER);
        run.goOn();
        assertThat(state(list)).isEqualTo("draft");
        assertThat(outs(list)).containsExactly("held 3", "no_account 4", "wrong_account 5");
        assertThat(admin.sql("""
                        select concat_ws(' ', gathered, lines, outs, orders, tenge_gathered, tenge, tenge_out) from financing.pay_list where id = :list
                        """).param("list", list).query(String.class).single())
                .isEqualTo("6 3 3 1 149800 89800 60000");
        assertThat(stages(1, NOVEMBER)).as("a draft moves nothing").isEqualTo("39900 0 0 0 0 0 0");
        due.hold(3, null);
        Due.step(admin, list, "locking");
        run.goOn();
        assertThat(state(list)).isEqualTo("locked");
        assertThat(outs(list)).containsExactly("no_account 4", "wrong_account 5");
        assertThat(stages(1, NOVEMBER)).isEqualTo("0 39900 0 0 0 0 0");
        sound();
        Due.step(admin, list, "dropping");
        run.goOn();
        assertThat(state(list)).isEqualTo("dropped");
        assertThat(stages(1, NOVEMBER)).isEqualTo("39900 0 0 0 0 0 0");
        sound();
    }

    @Test
    void what_changed_after_the_list_was_locked_is_taken_out_of_it_before_it_is_sent() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        due.gives(2, 11, 101, OCTOBER, 20_000);
        due.gives(3, 12, 102, OCTOBER, 30_000);
        int list = Due.list(admin, OCTOBER);
        run.goOn();
        for (String step : List.of("locking", "approved", "authorised")) {
            Due.step(admin, list, step);
            run.goOn();
        }
        due.gives(1, 10, 100, OCTOBER, 10_000);
        due.account(101, Iban.of("125", "KZT9999999999").number());
        Due.step(admin, list, "releasing");
        run.goOn();
        assertThat(admin.sql(
                                "select concat_ws(' ', payee_id, state, reason_code) from financing.payment_order order by payee_id")
                        .query(String.class)
                        .list())
                .containsExactly("100 withdrawn too_much", "101 withdrawn changed_account", "102 sent");
        assertThat(stages(1, OCTOBER)).isEqualTo("39900 0 0 0 0 0 0");
        run.accrue(OCTOBER);
        assertThat(stages(1, OCTOBER)).isEqualTo("10000 0 0 0 0 0 0");
        sound();
    }

    @Test
    void a_refused_payment_is_due_again_and_goes_to_the_new_account_when_there_is_one() throws Exception {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        due.gives(2, 11, 101, OCTOBER, 20_000);
        Files.writeString(Files.createDirectories(bank).resolve("rules"), Due.account(100) + " reject AC04\n");
        int list = paid(OCTOBER);
        assertThat(state(list)).isEqualTo("answered");
        assertThat(stages(1, OCTOBER)).isEqualTo("39900 0 0 0 0 0 0");
        assertThat(stages(2, OCTOBER)).isEqualTo("0 0 0 20000 0 0 0");
        assertThat(run.untold()).hasSize(1).first().satisfies(untold -> {
            assertThat(untold.news().family()).isEqualTo(10);
            assertThat(untold.news().reason()).isEqualTo("AC04");
            assertThat(untold.awards()).containsExactly(1L);
            assertThat(untold.ofAccount()).isTrue();
            run.told(untold.news());
        });
        assertThat(run.untold()).isEmpty();
        assertThat(differences(OCTOBER)).containsExactly("waiting refused_account 1 39900");
        int next = Due.list(admin, NOVEMBER);
        run.goOn();
        assertThat(outs(next)).containsExactly("refused_account 1");
        due.account(100, Iban.of("125", "KZT7777777777").number());
        Due.step(admin, next, "gathering");
        run.goOn();
        assertThat(outs(next)).isEmpty();
        for (String step : List.of("locking", "approved", "authorised", "releasing")) {
            Due.step(admin, next, step);
            run.goOn();
        }
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            simulator.look();
            simulator.closeDay();
        }
        run.goOn();
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 39900 0 0 0");
        assertThat(differences(NOVEMBER)).isEmpty();
        sound();
    }

    @Test
    void money_that_comes_back_is_due_again_and_what_the_bank_says_twice_counts_once() throws Exception {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        Files.writeString(Files.createDirectories(bank).resolve("rules"), Due.account(100) + " return 1 AC06\n");
        int list = released(OCTOBER);
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            simulator.look();
            simulator.closeDay();
            run.goOn();
            assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 39900 0 0 0");
            simulator.look();
            simulator.closeDay();
        }
        run.goOn();
        assertThat(run.sendAgain(list)).isEqualTo(1);
        try (var simulator = new BankSimulator(bank, Due.today(), told -> {})) {
            simulator.look();
        }
        run.goOn();
        assertThat(stages(1, OCTOBER)).isEqualTo("39900 0 0 0 0 0 0");
        assertThat(admin.sql("select state || ' ' || reason_code from financing.payment_order")
                        .query(String.class)
                        .single())
                .isEqualTo("returned AC06");
        assertThat(admin.sql("select count(*) from financing.bank_line where state = 'open'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(differences(OCTOBER)).containsExactly("waiting refused_account 1 39900");
        sound();
    }

    @Test
    void what_the_bank_says_of_no_known_order_and_what_cannot_be_read_is_listed() throws Exception {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        paid(OCTOBER);
        Path out = bank.resolve("out");
        Path notice;
        try (Stream<Path> files = Files.list(out)) {
            notice = files.filter(file -> file.toString().contains("camt.054"))
                    .findFirst()
                    .orElseThrow();
        }
        String said = Files.readString(notice);
        Files.writeString(
                out.resolve("strange.camt.054.xml"),
                said.replaceAll("SHQ\\d+<", "SHQ999999<").replaceAll("(<AcctSvcrRef>)[^<]*", "$1other"));
        Files.writeString(out.resolve("broken.xml"), "<Document><half");
        run.goOn();
        assertThat(differences(OCTOBER))
                .containsExactlyInAnyOrder("bank_line unknown_order 39900", "unread unreadable 0", "day sums 39900");
        sound();
    }

    @Test
    void at_most_a_fifth_of_a_payment_is_kept_back_and_the_family_keeps_the_poverty_line() throws Exception {
        due.gives(1, 10, 100, OCTOBER, 100_000);
        paid(OCTOBER);
        due.gives(1, 10, 100, OCTOBER, 70_000);
        due.gives(1, 10, 100, NOVEMBER, 100_000);
        paid(NOVEMBER);
        assertThat(stages(1, NOVEMBER)).isEqualTo("0 0 0 80000 20000 0 0");
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 70000 0 10000 0");
        sound();
        member(10, 20);
        due.gives(1, 10, 100, NOVEMBER.plusMonths(1), 40_000);
        paid(NOVEMBER.plusMonths(1));
        assertThat(stages(1, NOVEMBER.plusMonths(1)))
                .as("forty thousand are less than the line of twenty heads")
                .isEqualTo("0 0 0 40000 0 0 0");
        sound();
    }

    private void member(long family, int heads) {
        admin.sql("insert into registry.intake (kind, state) values ('households', 'done')")
                .update();
        admin.sql("insert into registry.family (id, kato, intake) values (:id, 354800000, 1)")
                .param("id", family)
                .update();
        admin.sql("""
                        insert into registry.person (family_id, kato, intake) select :id, 354800000, 1 from generate_series(1, :heads)
                        """).param("id", family).param("heads", heads).update();
    }

    @Test
    void an_overpayment_is_written_off_by_two_persons_and_never_more_than_is_owed() throws Exception {
        member(10, 1);
        due.gives(1, 10, 100, OCTOBER, 40_000);
        paid(OCTOBER);
        due.gives(1, 10, 100, OCTOBER, 30_000);
        run.accrue(OCTOBER);
        admin.sql("""
                insert into financing.write_off (family_id, award_id, month, amount, reason, asked_by)
                values (10, 1, '2025-10-01', 50000, 'the office counted a wage twice', '00000000-0000-0000-0000-000000000001')
                """).update();
        run.goOn();
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 30000 0 10000 0");
        assertThatThrownBy(() -> answer("00000000-0000-0000-0000-000000000001")).hasMessageContaining("two_pairs");
        answer("00000000-0000-0000-0000-000000000002");
        run.goOn();
        assertThat(stages(1, OCTOBER)).isEqualTo("0 0 0 30000 0 0 10000");
        assertThat(differences(OCTOBER)).isEmpty();
        sound();
    }

    private void answer(String officer) {
        admin.sql("update financing.write_off set answer = 'approved', answered_by = cast(:officer as uuid)")
                .param("officer", officer)
                .update();
    }

    @Test
    void the_database_refuses_what_would_make_or_lose_money() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        run.accrue(OCTOBER);
        admin.sql("insert into financing.entry (kind, day) values ('correct', access.today())")
                .update();
        assertThatThrownBy(() -> post("(2, 1, '2025-10-01', 'accrued', -100)")).hasMessageContaining("instead of zero");
        assertThatThrownBy(
                        () -> post("(2, 1, '2025-10-01', 'confirmed', -100), (2, 1, '2025-10-01', 'receivable', 100)"))
                .hasMessageContaining("balance");
        assertThatThrownBy(() -> post("(99, 2, '2025-10-01', 'accrued', 100), (99, 2, '2025-10-01', 'budget', -100)"))
                .hasMessageContaining("no entry 99");
        for (String change : List.of(
                "update financing.posting set amount = 1",
                "delete from financing.posting",
                "truncate financing.posting",
                "delete from financing.entry")) {
            assertThatThrownBy(() -> admin.sql(change).update()).hasMessageContaining("neither changed nor deleted");
        }
        sound();
    }

    private void post(@Nullable String rows) {
        admin.sql("""
                insert into financing.posting (entry, award_id, month, stage, amount, family_id, topic, kato, budget_line)
                select v.*, 10, 12, 354800000, 'x' from (values %s) as v (entry, award, month, stage, amount)
                """.formatted(rows).replace("v.*", "v.entry, v.award, v.month::date, v.stage, v.amount"))
                .update();
    }

    @Test
    void one_person_does_not_approve_what_the_same_person_drafted() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        int list = Due.list(admin, OCTOBER);
        run.goOn();
        Due.step(admin, list, "locking");
        run.goOn();
        for (String by : List.of("approved", "authorised")) {
            assertThatThrownBy(() -> admin.sql("""
                            update financing.pay_list set state = '%s', approved_by = '00000000-0000-0000-0000-00000000000%d',
                                authorised_by = '00000000-0000-0000-0000-000000000001' where id = :list
                            """.formatted(by, by.equals("approved") ? 1 : 2))
                            .param("list", list)
                            .update())
                    .hasMessageContaining("pair_of_eyes");
        }
    }

    @Test
    void without_the_account_from_which_is_paid_nothing_is_released_and_the_list_says_why() {
        due.gives(1, 10, 100, OCTOBER, 39_900);
        run = new PayRun(database.intake(), null, bank, null, told -> {});
        int list = released(OCTOBER);
        assertThat(state(list)).isEqualTo("authorised");
        assertThat(admin.sql("select message from financing.pay_list")
                        .query(String.class)
                        .single())
                .isEqualTo("no_payer");
        assertThat(stages(1, OCTOBER)).isEqualTo("0 39900 0 0 0 0 0");
    }
}
