package kz.shanyraq.office.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The second wall alone: whatever statement reaches the database, it shows each role no row of a family that the role
/// may not see. Every table, view and
/// function that the role of the pages may use is asked; a new one is asked by itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsLeakNothingTest {

    /// Tables in which numbers of families, never names, may stand for roles that work with them.
    private static final Map<String, Set<Role>> NUMBERS_ALLOWED = Map.of(
            "access.permit", Set.of(Role.SOCIAL_WORKER, Role.CAREER_SPECIALIST, Role.SECOND_APPROVER, Role.AUDITOR),
            "access.look", Set.of(Role.AUDITOR));

    /// An exact number is answered with "elsewhere", so that a reason can be given; not of a family under protection.
    private static final Set<String> SAYS_ELSEWHERE = Set.of("registry.find_iin", "registry.find_family");

    private RunningOffice office;
    private TransactionTemplate transaction;
    private JdbcClient db;
    private List<Actor> actors;

    @BeforeAll
    void open() {
        office = RunningOffice.shared();
        transaction = new TransactionTemplate(office.bean(PlatformTransactionManager.class));
        db = office.bean(JdbcClient.class);
        actors = Actor.all(office);
    }

    Stream<Actor> actors() {
        return actors.stream();
    }

    record Column(String table, String columns) {}

    record Function(String name, String types, List<String> names) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void no_table_or_view_shows_a_row_of_another_family(Actor actor) {
        var leaks = new ArrayList<String>();
        int rows = 0;
        for (Column table : tables()) {
            List<String> seen = as(
                    actor,
                    () -> db.sql("select concat_ws(' | ', %s) from %s".formatted(table.columns(), table.table()))
                            .query(String.class)
                            .list());
            rows += seen.size();
            for (String row : seen) {
                for (Household family : actor.mustNotSee()) {
                    boolean numbers = !NUMBERS_ALLOWED
                            .getOrDefault(table.table(), Set.of())
                            .contains(actor.role());
                    Sight.of(row, family, office.village(), numbers, Set.of())
                            .ifPresent(mark -> leaks.add(
                                    "%s sees %s of %s in %s: %s".formatted(actor, mark, family, table.table(), row)));
                }
            }
        }
        assertThat(leaks).isEmpty();
        System.out.printf("%s: %,d rows of %d tables and views looked at%n", actor, rows, tables().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void no_function_tells_of_another_family(Actor actor) {
        var leaks = new ArrayList<String>();
        var called = new AtomicInteger();
        List<Function> functions = functions();
        for (Household family : actor.mustNotSee()) {
            as(actor, () -> {
                for (Function function : functions) {
                    for (List<Object> arguments :
                            Arguments.of(function.types(), function.names(), family, office.village())) {
                        String answer = call(function, arguments);
                        called.incrementAndGet();
                        boolean elsewhere = SAYS_ELSEWHERE.contains(function.name())
                                && !family.restricted()
                                && actor.role().named();
                        Sight.of(answer, family, office.village(), !elsewhere, said(arguments))
                                .ifPresent(mark -> leaks.add("%s sees %s of %s by %s%s: %s"
                                        .formatted(actor, mark, family, function.name(), arguments, answer)));
                    }
                }
                return true;
            });
        }
        assertThat(leaks).isEmpty();
        System.out.printf("%s: %,d calls of %d functions looked at%n", actor, called.get(), functions.size());
    }

    @Test
    void a_career_specialist_sees_neither_incomes_nor_disability_of_the_own_district() {
        Actor specialist = actors.get(1);
        for (String sheet : List.of("income", "standing", "finance", "health")) {
            assertThat(as(
                            specialist,
                            () -> db.sql("select count(*) from registry." + sheet)
                                    .query(Long.class)
                                    .single()))
                    .as(sheet)
                    .isZero();
        }
        assertThat(as(
                        specialist,
                        () -> db.sql("select count(*) from registry.person")
                                .query(Long.class)
                                .single()))
                .isPositive();
    }

    @Test
    void each_actor_sees_all_families_that_are_theirs() {
        for (Actor actor : actors) {
            List<Long> seen = as(
                    actor,
                    () -> db.sql("select id from registry.family")
                            .query(Long.class)
                            .list());
            assertThat(seen).as(actor.called()).containsExactlyInAnyOrderElementsOf(numbers(actor));
        }
    }

    private List<Long> numbers(Actor actor) {
        return actor.sees().stream()
                .map(family -> office.village().id(family).value())
                .toList();
    }

    private String call(Function function, List<Object> arguments) {
        String marks = Stream.of(function.types().split(", "))
                .filter(type -> !type.isEmpty())
                .map(type -> "?::" + type)
                .collect(Collectors.joining(", "));
        try {
            db.sql("savepoint before_call").update();
            var statement = db.sql("select f::text from %s(%s) f".formatted(function.name(), marks));
            for (int i = 0; i < arguments.size(); i++) {
                statement = statement.param(i + 1, arguments.get(i));
            }
            return String.join(
                    "\n",
                    statement
                            .query((row, number) -> String.valueOf(row.getString(1)))
                            .list());
        } catch (DataAccessException refused) {
            return String.valueOf(refused.getMostSpecificCause().getMessage());
        } finally {
            db.sql("rollback to savepoint before_call").update();
        }
    }

    private static Set<String> said(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof Object[] array ? Arrays.toString(array) : String.valueOf(argument))
                .collect(Collectors.toSet());
    }

    /// Tables and views of the office with the columns that its role may read.
    private List<Column> tables() {
        return db.sql("""
                        select format('%I.%I', n.nspname, c.relname) as "table", string_agg(format('%I::text', a.attname), ', ' order by a.attnum) as columns
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                        where n.nspname !~ '^(pg_|information_schema)' and has_schema_privilege(n.oid, 'usage') and c.relkind in ('r', 'v', 'm', 'p', 'f')
                            and a.attnum > 0 and not a.attisdropped and has_column_privilege(c.oid, a.attnum, 'select')
                        group by 1 order by 1
                        """).query(Column.class).list();
    }

    /// Functions of the office that its role may call.
    private List<Function> functions() {
        return db.sql("""
                        select format('%I.%I', n.nspname, p.proname) as name, coalesce((select string_agg(format_type(t, null), ', ' order by o)
                            from unnest(p.proargtypes) with ordinality as a (t, o)), '') as types, coalesce(p.proargnames, '{}') as names
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname !~ '^(pg_|information_schema)' and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')
                            and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
                            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                        order by 1, 2
                        """)
                .query((row, number) -> new Function(row.getString("name"), row.getString("types"), List.of((String[])
                        row.getArray("names").getArray())))
                .list();
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Access.as(
                actor.acting(),
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return work.get();
                }));
    }
}
