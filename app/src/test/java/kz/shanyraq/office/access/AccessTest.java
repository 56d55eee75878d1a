package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who acts and what they may: in code, and in the database beneath it.
@OfficeTest
class AccessTest {

    private static final FamilyRef HERE = new FamilyRef(1, "3-0001", 114_530_100, false);
    private static final FamilyRef ELSEWHERE = new FamilyRef(2, "3-0002", 116_430_100, false);
    private static final FamilyRef PROTECTED = new FamilyRef(3, "3-0003", 114_530_100, true);

    @Autowired
    private Access access;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private Permits permits;

    @Autowired
    private Looks looks;

    @Autowired
    private JdbcClient db;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient intakeDb;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void the_rights_of_a_transaction_are_those_of_the_post() {
        var worker = officers.socialWorker(114_500_000);
        assertThat(inTransaction(
                        worker,
                        "select access.role() || ' ' || access.lo() || ' ' || access.hi() || ' ' || access.purpose()"))
                .isEqualTo("social_worker 114500000 114599999 case_work");
        assertThat(inTransaction(
                        new Acting.Nobody(), "select access.role() || ' ' || access.lo() || ' ' || access.hi()"))
                .isEqualTo(" 1 0");
        for (Role role :
                List.of(Role.MINISTRY_ANALYST, Role.AUDITOR, Role.OPERATOR, Role.AKIMAT_PLANNER, Role.PROVIDER_STAFF)) {
            assertThat(inTransaction(officers.officer(role, 0), "select access.lo() || ' ' || access.hi()"))
                    .as(role.word())
                    .isEqualTo("1 0");
        }
        assertThat(
                        inTransaction(
                                officers.citizen(700, 70L),
                                "select access.role() || ' ' || access.person() || ' ' || access.family() || ' ' || access.lo() || ' ' || access.hi()"))
                .isEqualTo("citizen 700 70 1 0");
    }

    @Test
    void what_a_role_sees_of_incomes_and_disability_is_the_same_in_code_and_in_the_database() {
        for (Role role : Role.values()) {
            Acting acting =
                    role == Role.CITIZEN ? officers.citizen(role.ordinal() + 800L, null) : officers.officer(role, 0);
            boolean citizen = role == Role.CITIZEN;
            assertThat(inTransaction(acting, "select access.sees_incomes()::text"))
                    .as(role.word())
                    .isEqualTo(Boolean.toString(citizen || acting.may(Right.SEE_INCOME)));
            assertThat(inTransaction(acting, "select access.sees_disability()::text"))
                    .as(role.word())
                    .isEqualTo(Boolean.toString(citizen || acting.may(Right.SEE_DISABILITY)));
            assertThat(inTransaction(acting, "select (access.hi() > 0)::text"))
                    .as(role.word())
                    .isEqualTo(Boolean.toString(role.named()));
            assertThat(role.named()).as(role.word()).isEqualTo(acting.may(Right.SEE_FAMILY));
        }
    }

    @Test
    void a_ticket_cannot_be_written_by_hand_copied_to_another_transaction_or_changed() {
        var worker = officers.socialWorker(114_500_000);
        String copied = inTransaction(worker, "select current_setting('office.ticket')");
        assertThat(inTransaction(
                        new Acting.Nobody(),
                        "select set_config('office.ticket', '%s', true) is null or access.lo() = 1".formatted(copied)))
                .isEqualTo("t");
        assertThat(inTransaction(
                        worker,
                        "select access.lo() || ' ' || length(set_config('office.ticket', replace(current_setting('office.ticket'), '114500000', '100000000'), true)) || ' '"
                                + " || access.lo()"))
                .startsWith("114500000 ")
                .endsWith(" 1");
    }

    @Test
    void another_officers_post_and_a_token_that_is_not_there_are_refused() {
        var worker = officers.socialWorker(114_500_000);
        var other = officers.officer(Role.SECOND_APPROVER, 0);
        assertThatThrownBy(() -> inTransaction(
                        new Acting.Nobody(),
                        "select access.enter('%s', '%s', 'case_work')::text"
                                .formatted(worker.proof().token(), other.post().id())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not held");
        assertThatThrownBy(() -> inTransaction(
                        new Acting.Nobody(),
                        "select access.enter('guess', '%s', 'case_work')::text"
                                .formatted(other.post().id())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("no such session");
    }

    @Test
    void the_office_s_role_reads_no_secret_and_opens_no_session_without_the_door_key() {
        for (String sql : List.of(
                "select password from access.account limit 1",
                "select second_factor::text from access.account limit 1",
                "select value::text from access.secret",
                "select token::text from access.session",
                "select code::text from access.recovery",
                "select access.signature('x')",
                "select (access.proven('x')).id::text",
                "select access.write(1, null, null, 'x', 1, 'a', 'a', 'a', 'a', '{}', '{}', '{}')::text",
                "insert into access.look select * from access.look",
                "delete from access.look",
                "update access.head set seq = 1",
                "truncate access.look",
                "update access.permit set until = now()",
                "insert into access.permit (officer) values (uuidv7())")) {
            assertThatThrownBy(() -> db.sql(sql).query(String.class).optional())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> db.sql("select access.open_session('guess', 't', uuidv7(), null, '')::text")
                        .query(String.class)
                        .optional())
                .rootCause()
                .hasMessageContaining("door key");
    }

    @Test
    void only_an_operator_who_has_just_signed_in_gives_posts_and_never_to_the_own_account() {
        var worker = officers.socialWorker(114_500_000);
        var operator = officers.officer(Role.OPERATOR, 0);
        String give =
                "insert into access.post (officer, role, kato, given_by) values ('%s', 'auditor', 0, '%s') returning role::text";
        assertThatThrownBy(() -> inTransaction(worker, give.formatted(worker.id(), worker.id())))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> inTransaction(operator, give.formatted(operator.id(), operator.id())))
                .rootCause()
                .hasMessageContaining("post_check");
        assertThat(inTransaction(operator, give.formatted(worker.id(), operator.id())))
                .isEqualTo("auditor");
    }

    @Test
    void a_family_is_open_in_the_territory_and_else_as_if_it_were_not_there() {
        var worker = officers.socialWorker(114_500_000);
        as(worker, () -> {
            access.require(Right.SEE_FAMILY, HERE);
            assertThatThrownBy(() -> access.require(Right.SEE_FAMILY, ELSEWHERE))
                    .isInstanceOf(NotThere.class);
            assertThatThrownBy(() -> access.require(Right.SEE_FAMILY, PROTECTED))
                    .isInstanceOf(NotThere.class);
            assertThatThrownBy(() -> access.require(Right.READ_LOG)).isInstanceOf(Denied.class);
            return true;
        });
    }

    @Test
    void a_reason_opens_a_family_elsewhere_for_eight_hours_and_never_a_protected_one() {
        var worker = officers.socialWorker(114_500_000);
        as(worker, () -> {
            permits.ask(
                    Purpose.OUTSIDE_TERRITORY,
                    ELSEWHERE.id(),
                    ELSEWHERE.number(),
                    "The family has moved, its file follows");
            permits.ask(
                    Purpose.OUTSIDE_TERRITORY,
                    PROTECTED.id(),
                    PROTECTED.number(),
                    "The family has moved, its file follows");
            access.require(Right.SEE_FAMILY, ELSEWHERE);
            assertThatThrownBy(() -> access.require(Right.SEE_FAMILY, PROTECTED))
                    .isInstanceOf(NotThere.class);
            access.looked(Look.at(ELSEWHERE, "card"));
            return true;
        });
        assertThat(intakeDb.sql(
                                "select purpose || ': ' || reason from access.look where actor = :a and action = 'look'")
                        .param("a", worker.id())
                        .query(String.class)
                        .single())
                .isEqualTo("outside_territory: The family has moved, its file follows");
    }

    @Test
    void break_glass_opens_only_after_another_officer_has_approved_it() {
        var worker = officers.socialWorker(114_500_000);
        var second = officers.officer(Role.SECOND_APPROVER, 110_000_000);
        var permit = as(
                worker,
                () -> permits.ask(
                        Purpose.BREAK_GLASS, PROTECTED.id(), PROTECTED.number(), "A child is in danger tonight"));
        as(worker, () -> {
            assertThat(access.may(Right.SEE_FAMILY, PROTECTED)).isFalse();
            assertThatThrownBy(() -> permits.answer(permit, true)).isInstanceOf(NotThere.class);
            return true;
        });
        as(second, () -> {
            assertThat(permits.waiting()).extracting(Permits.Permit::id).contains(permit);
            permits.answer(permit, true);
            return true;
        });
        as(worker, () -> {
            access.require(Right.SEE_FAMILY, PROTECTED);
            return true;
        });
        assertThat(inTransaction(worker, "select access.opened()::text")).isEqualTo("{3}");
        var own = as(
                second,
                () -> permits.ask(
                        Purpose.BREAK_GLASS, PROTECTED.id(), PROTECTED.number(), "A child is in danger tonight"));
        assertThatThrownBy(() -> as(second, () -> {
                    permits.answer(own, true);
                    return true;
                }))
                .isInstanceOf(NotThere.class);
    }

    @Test
    void a_citizen_sees_who_looked_at_the_own_family_and_no_other() {
        var worker = officers.socialWorker(114_500_000);
        var citizen = officers.citizen(900, 90L);
        var family = new FamilyRef(90, "3-0090", 114_530_100, false);
        as(worker, () -> {
            access.looked(Look.at(family, "card"));
            access.looked(Look.at(family, 900, "person"));
            return true;
        });
        LocalDate today = LocalDate.now(Looks.ZONE);
        as(citizen, () -> {
            assertThat(looks.whoLooked(900L, 90L, today, today, 10))
                    .extracting(Looks.Seen::detail, Looks.Seen::role, Looks.Seen::purpose)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("person", "social_worker", "case_work"),
                            org.assertj.core.groups.Tuple.tuple("card", "social_worker", "case_work"));
            assertThatThrownBy(() -> looks.whoLooked(null, 91L, today, today, 10))
                    .isInstanceOf(DataAccessException.class);
            return true;
        });
    }

    @Test
    void who_looked_is_the_latest_of_a_person_and_of_the_family_together_and_no_more_than_were_asked_for() {
        var worker = officers.socialWorker(114_500_000);
        var citizen = officers.citizen(910, 95L);
        var family = new FamilyRef(95, "3-0095", 114_530_100, false);
        for (int i = 1; i <= 4; i++) {
            String which = Integer.toString(i);
            as(worker, () -> {
                access.looked(Look.at(family, "card " + which));
                access.looked(Look.at(family, 910, "person " + which));
                return true;
            });
        }
        LocalDate today = LocalDate.now(Looks.ZONE);
        as(citizen, () -> {
            assertThat(looks.whoLooked(910L, 95L, today, today, 3))
                    .extracting(Looks.Seen::detail)
                    .containsExactly("person 4", "card 4", "person 3");
            assertThat(looks.whoLooked(910L, 95L, today, today, Looks.MOST))
                    .as("a look at the person of the family counts once")
                    .hasSize(8)
                    .isSortedAccordingTo(
                            java.util.Comparator.comparing(Looks.Seen::at).reversed());
            assertThat(looks.whoLooked(910L, null, today, today, 2))
                    .extracting(Looks.Seen::detail)
                    .containsExactly("person 4", "person 3");
            assertThat(looks.whoLooked(910L, 95L, today, today, 0)).isEmpty();
            assertThat(looks.whoLooked(910L, 95L, today.plusDays(1), today.plusDays(1), 10))
                    .isEmpty();
            return true;
        });
    }

    @Test
    void who_looked_is_asked_by_the_office_alone() {
        assertThat(intakeDb.sql("""
                                select r.rolname from pg_proc p cross join pg_roles r
                                where p.pronamespace = 'access'::regnamespace and p.proname = 'who_looked' and r.rolname like 'shanyraq%'
                                    and has_function_privilege(r.rolname, p.oid, 'execute') and not pg_has_role(r.rolname, 'shanyraq_log', 'usage')
                                """).query(String.class).list()).containsExactly("shanyraq_office");
    }

    private String inTransaction(Acting acting, String sql) {
        return as(
                acting,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> db.sql(sql)
                                .query((row, number) -> row.getString(1))
                                .single()));
    }

    private static <T> T as(Acting acting, Supplier<T> work) {
        return Access.as(acting, work);
    }
}
