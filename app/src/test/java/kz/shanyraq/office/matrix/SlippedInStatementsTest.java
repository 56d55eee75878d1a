package kz.shanyraq.office.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What somebody gains who finds a hole in a page and slips a statement of their own into its transaction: nothing that
/// the officer before the page could not see
/// and do anyway. One test for each trick.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlippedInStatementsTest {

    private RunningOffice office;
    private TransactionTemplate transaction;
    private JdbcClient db;
    private JdbcTemplate statements;
    private Acting worker;
    private Acting specialist;
    private Acting analyst;

    @BeforeAll
    void open() {
        office = RunningOffice.shared();
        transaction = new TransactionTemplate(office.bean(PlatformTransactionManager.class));
        db = office.bean(JdbcClient.class);
        statements = new JdbcTemplate(office.bean(DataSource.class));
        worker = office.officers().socialWorker(Village.DISTRICT);
        specialist = office.officers().officer(Role.CAREER_SPECIALIST, Village.DISTRICT);
        analyst = office.officers().officer(Role.MINISTRY_ANALYST, 0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "set role shanyraq_owner",
                "set role shanyraq_intake",
                "set role shanyraq_search",
                "set role shanyraq_log",
                "set session authorization shanyraq_intake",
                "reset session authorization",
                "reset role",
                "set row_security = off",
                "set local row_security = off",
                "set search_path = access, registry, public",
                "set session_replication_role = replica",
                "select set_config('office.ticket', '', true)",
                "select set_config('office.ticket', replace(current_setting('office.ticket'), '114500000', '100000000'), true)",
                "select set_config('office.ticket', replace(current_setting('office.ticket'), '114599999', '999999999'), true)",
                "select set_config('office.ticket', replace(current_setting('office.ticket'), 'social_worker', 'operator'), true)",
                "select set_config('office.ticket', regexp_replace(current_setting('office.ticket'), '[^|]*$', repeat('0', 64)), true)",
                "select set_config('office.lo', '100000000', true), set_config('office.hi', '999999999', true)",
                "select access.enter('a', null, 'audit')",
                "select access.signature('x')",
                "create or replace function access.lo() returns integer language sql as 'select 100000000'",
                "create function public.lo() returns integer language sql as 'select 1'",
                "create temp table look (a integer)",
                "create table public.mine as select 1",
                "alter table registry.person disable row level security",
                "drop policy office_reads on registry.person",
                "grant shanyraq_intake to shanyraq_office",
                "alter role shanyraq_office bypassrls",
                "truncate access.look",
                "delete from access.look",
                "update access.look set role = 'x'",
                "insert into access.permit (officer, kind, family, number, reason, answer, until) select access.officer(), 'outside_territory', 1, '1', 'because I say so', 'approved', now() + interval '1 hour'",
                "update access.permit set until = now() + interval '1 year'",
                "insert into access.post (officer, role, kato) select access.officer(), 'social_worker', 0",
                "update access.post set valid = daterange('2000-01-01', null)",
                "select access.write(0, null, null, 'x', null, 'x', 'x', 'x', 'x', '{}', '{}', '{}')",
                "copy registry.person to program 'cat'",
                "copy (select 1) to '/tmp/mine'",
                "select pg_read_file('/etc/hostname')",
                "select lo_import('/etc/hostname')",
                "do $$ begin execute 'set role shanyraq_owner'; end $$",
                "declare everything cursor with hold for select * from registry.person",
                "update registry.family set kato = 114500000",
                "update registry.person set kato = 114500000",
                "update registry.person set family_id = null",
                "update registry.duplicate set state = 'same'",
                "update registry.question set answer = 'x'",
                "update registry.membership set superseded_by = intake",
                "commit",
                "rollback",
                "rollback and chain",
                "discard all"
            })
    void no_statement_opens_a_family_that_was_closed(String trick) {
        for (Acting acting : List.of(worker, specialist, analyst)) {
            assertThat(seenAfter(acting, trick))
                    .as("%s after %s", acting, trick)
                    .isEmpty();
        }
        assertThat(changed())
                .as("what %s changed of families that may not be seen", trick)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "registry.family set closed = false",
                "registry.person set phone = null",
                "registry.question set answer = 'x'",
                "registry.disagreement set settled_by = null",
                "registry.duplicate set note = 'x'",
                "registry.intake set beat_at = now()",
                "registry.identity set superseded_by = intake",
                "registry.contact set superseded_by = intake",
                "registry.membership set superseded_by = intake",
                "registry.kinship set superseded_by = intake",
                "registry.health set superseded_by = intake",
                "registry.activity set superseded_by = intake",
                "registry.standing set superseded_by = intake",
                "registry.lodging set superseded_by = intake",
                "registry.income set superseded_by = intake",
                "registry.home set superseded_by = intake",
                "registry.property set superseded_by = intake",
                "registry.vehicles set superseded_by = intake",
                "registry.conduct set superseded_by = intake",
                "registry.finance set superseded_by = intake",
                "registry.livestock set superseded_by = intake",
                "registry.plots set superseded_by = intake",
                "access.account set email = 'x'",
                "access.officer set office = 'x'",
                "access.post set valid = daterange('2000-01-01', null)"
            })
    void an_update_without_a_condition_touches_no_row_that_may_not_be_seen(String update) {
        String table = update.substring(0, update.indexOf(' '));
        for (Acting acting : List.of(worker, specialist, analyst)) {
            long seen = as(
                    acting,
                    () -> db.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
            int touched = as(acting, () -> db.sql("update " + update).update());
            assertThat(touched)
                    .as("rows of %s that %s changes of %d seen", table, acting, seen)
                    .isLessThanOrEqualTo((int) seen);
        }
    }

    @Test
    void no_running_statement_of_another_connection_shows_a_proof_or_a_name() {
        String said = as(
                worker,
                () -> String.join(
                        "\n",
                        db.sql("select coalesce(query, '') from pg_stat_activity")
                                .query(String.class)
                                .list()));
        for (Household family : Household.values()) {
            assertThat(Sight.of(said, family, office.village(), true, java.util.Set.of()))
                    .isEmpty();
        }
        assertThat(said).doesNotContain("enter('");
    }

    @Test
    void statistics_of_the_planner_show_no_value_of_a_column_with_rights_by_row() {
        office.admin().sql("analyze").update();
        String said = as(
                worker, () -> String.join("\n", db.sql("""
                        select concat_ws(' ', most_common_vals::text, histogram_bounds::text) from pg_stats where schemaname !~ '^pg_'
                        """).query(String.class).list()));
        for (Household family : Household.values()) {
            assertThat(Sight.of(said, family, office.village(), true, java.util.Set.of()))
                    .isEmpty();
        }
    }

    @Test
    void a_condition_that_fails_loudly_on_a_hidden_row_is_never_asked_about_it() {
        Household hidden = Household.RESTRICTED;
        String trap = "select count(*) from registry.person where 1 / (case when iin = '%s' then 0 else 1 end) = 1"
                .formatted(hidden.head().iin());
        assertThat(as(worker, () -> db.sql(trap).query(Long.class).single())).isPositive();
    }

    @Test
    void a_restricted_family_cannot_be_told_from_none_by_what_is_refused() {
        long restricted = office.village().id(Household.RESTRICTED).value();
        String insert = """
                insert into registry.question (family_id, sheet, "column", words, source, asked_by, due_on)
                values (%d, 'home', 'address', 'x', 'address', access.officer(), current_date)
                """;
        assertThat(refusal(worker, insert.formatted(restricted)))
                .isEqualTo(refusal(worker, insert.formatted(99_999_999_999L)));
    }

    private String refusal(Acting acting, String statement) {
        try {
            as(acting, () -> db.sql(statement).update());
            return "done";
        } catch (DataAccessException refused) {
            return String.valueOf(refused.getMostSpecificCause().getMessage());
        }
    }

    /// Marks of families outside the officer's rights that every readable sheet shows after the trick, in the same
    /// transaction and in the next one.
    private List<String> seenAfter(Acting acting, String trick) {
        var seen = new ArrayList<String>();
        try {
            as(acting, () -> {
                statements.execute(trick);
                look(seen);
                return true;
            });
        } catch (RuntimeException refused) {
            // It was refused, as it should be; what it left behind is looked at below.
        }
        try {
            as(acting, () -> {
                look(seen);
                return true;
            });
        } catch (RuntimeException broken) {
            seen.add("The next transaction fails: " + broken.getMessage());
        }
        return seen;
    }

    private void look(List<String> seen) {
        for (String sheet : List.of("person", "identity", "contact", "home", "family", "question", "disagreement")) {
            List<String> rows = db.sql("select t::text from registry.%s t".formatted(sheet))
                    .query(String.class)
                    .list();
            for (Household family :
                    List.of(Household.NEXT_DISTRICT, Household.FAR, Household.RESTRICTED, Household.EXPIRED)) {
                for (String row : rows) {
                    Sight.of(row, family, office.village(), true, java.util.Set.of())
                            .ifPresent(mark -> seen.add(sheet + ": " + mark));
                }
            }
        }
    }

    /// What a trick changed for good in rows that its officer may not see; it is put back.
    private List<String> changed() {
        var changed = new ArrayList<String>();
        for (Household family : Household.values()) {
            long id = office.village().id(family).value();
            Integer kato = office.admin()
                    .sql("select kato from registry.family where id = ?")
                    .param(id)
                    .query(Integer.class)
                    .single();
            Long moved = office.admin()
                    .sql(
                            "select count(*) from registry.person where source_key like 'village-%' and (family_id is null or kato <> (select kato from registry.family f where f.source_key = 'village-' || ?) and family_id = ?)")
                    .params(family.name(), id)
                    .query(Long.class)
                    .single();
            if (kato != family.kato() || moved > 0) {
                changed.add(family + ": " + kato + ", " + moved + " persons moved");
            }
        }
        return changed;
    }

    private <T> T as(Acting acting, Supplier<T> work) {
        return Access.as(
                acting,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return work.get();
                }));
    }
}
