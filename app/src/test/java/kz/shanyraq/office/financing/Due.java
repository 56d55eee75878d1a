package kz.shanyraq.office.financing;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What decisions give, as a test says it: `benefits.payable` over rows of the test.
public final class Due {

    public static final YearMonth OCTOBER = YearMonth.of(2025, 10);
    public static final YearMonth NOVEMBER = YearMonth.of(2025, 11);
    static final int HERE = 354_800_000;

    private static final int TARGETED_ASSISTANCE = 12;

    private final JdbcClient admin;

    /// @param admin statements that no right stops
    public Due(JdbcClient admin) {
        this.admin = admin;
        admin.sql("drop function if exists benefits.payable(date) cascade").update();
        admin.sql("""
                create table if not exists public.due (award_id bigint, family_id bigint, person_id bigint, payee_id bigint, payee_iin text, payee_name text,
                    iban text, topic smallint, month date, amount bigint, decision_id bigint, kato integer, held text, primary key (award_id, month))
                """).update();
        admin.sql("grant select on public.due to shanyraq_intake, shanyraq_office")
                .update();
        admin.sql("""
                create function benefits.payable(upto date) returns table (award_id bigint, family_id bigint, person_id bigint, payee_id bigint, payee_iin text,
                    payee_name text, iban text, topic smallint, month date, amount bigint, decision_id bigint, kato integer, held text)
                    language sql stable as $$ select * from public.due d where d.month <= upto $$
                """).update();
        admin.sql("grant execute on function benefits.payable(date) to shanyraq_intake, shanyraq_office")
                .update();
    }

    /// An award of a family gives so much for a month.
    public void gives(long award, long family, long payee, YearMonth month, long tenge) {
        admin.sql("""
                        insert into public.due values (:award, :family, null, :payee, :iin, 'Серікова Айгүл', :iban, :topic, :month, :tenge, :award, :kato, null)
                        on conflict (award_id, month) do update set amount = excluded.amount
                        """)
                .param("award", award)
                .param("family", family)
                .param("payee", payee)
                .param("iin", iin(payee))
                .param("iban", account(payee))
                .param("topic", TARGETED_ASSISTANCE)
                .param("month", month.atDay(1))
                .param("tenge", tenge)
                .param("kato", HERE)
                .update();
    }

    /// Another account of a payee; null for none.
    public void account(long payee, @Nullable String iban) {
        admin.sql("update public.due set iban = cast(:iban as text) where payee_id = :payee")
                .param("iban", iban)
                .param("payee", payee)
                .update();
    }

    /// An award must not be paid now.
    public void hold(long award, @Nullable String why) {
        admin.sql("update public.due set held = cast(:why as text) where award_id = :award")
                .param("why", why)
                .param("award", award)
                .update();
    }

    /// The account of a payee.
    public static String account(long payee) {
        return Iban.of("125", "KZT%010d".formatted(payee)).number();
    }

    /// An individual identification number with the right check digit.
    static String iin(long payee) {
        String head = "870304400";
        for (long serial = payee; ; serial += 50) {
            String eleven = head + "%02d".formatted(serial % 100);
            int check = sum(eleven, 0);
            if (check == 10) {
                check = sum(eleven, 2);
            }
            if (check < 10) {
                return eleven + check;
            }
        }
    }

    private static int sum(String digits, int shift) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (digits.charAt(i) - '0') * ((i + shift) % 11 + 1);
        }
        return sum % 11;
    }

    /// A pay list that the steps of people have brought to a state; who does them is invented.
    static int list(JdbcClient admin, YearMonth month) {
        return admin.sql("""
                        insert into financing.pay_list (kato, month, drafted_by) values (350000000, :month, '00000000-0000-0000-0000-000000000001') returning id
                        """)
                .param("month", month.atDay(1))
                .query(Integer.class)
                .single();
    }

    static void step(JdbcClient admin, int list, String state) {
        String by = switch (state) {
            case "locking" -> "locked_by = '00000000-0000-0000-0000-000000000001'";
            case "approved" -> "approved_by = '00000000-0000-0000-0000-000000000002'";
            case "authorised" -> "authorised_by = '00000000-0000-0000-0000-000000000003'";
            case "releasing" -> "released_by = '00000000-0000-0000-0000-000000000001'";
            case "dropping" -> "dropped_by = '00000000-0000-0000-0000-000000000001', reason = 'a wrong month'";
            default -> "message = null";
        };
        admin.sql("update financing.pay_list set state = :state, %s where id = :list".formatted(by))
                .param("state", state)
                .param("list", list)
                .update();
    }

    /// The payer of the tests.
    static Payer payer() {
        return new Payer(
                "Жұмыспен қамту басқармасы",
                bin(),
                Iban.of("070", "KK1KZ00000001").number(),
                "KKMFKZ2A",
                "12");
    }

    private static String bin() {
        String head = "0503400000";
        for (int serial = 1; ; serial++) {
            String eleven = head + serial % 10;
            int check = sum(eleven, 0);
            if (check == 10) {
                check = sum(eleven, 2);
            }
            if (check < 10) {
                return eleven + check;
            }
        }
    }

    /// The day of the tests.
    static LocalDate today() {
        return Books.today();
    }
}
