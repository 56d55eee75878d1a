package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import kz.shanyraq.office.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever changes the log, even as the administrator of the database, is found out.
class LogVerifierTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 3;
    private static final int ROWS = 8;

    private static final String[] COLUMNS = {
        "at = at + interval '1 second'",
        "actor = gen_random_uuid()",
        "actor = null",
        "post = null",
        "role = 'auditor'",
        "kato = kato + 1",
        "kato = null",
        "action = 'list'",
        "purpose = 'audit'",
        "person = coalesce(person, 0) + 1",
        "family = family + 1",
        "family = null",
        "number = number || ' '",
        "number = null",
        "detail = detail || '.'",
        "detail = ''",
        "reason = coalesce(reason, '') || '.'",
        "prev = hash",
        "prev = '\\x00'",
        "hash = prev",
        "hash = sha256(hash)",
        "day = day + 100"
    };

    private static TestDatabase database;
    private static DataSource admin;
    private static Path file;
    private static LogVerifier verifier;

    @BeforeAll
    static void writes_a_small_log(@TempDir Path folder) throws Exception {
        database = TestDatabase.fresh();
        admin = database.admin();
        var log = new InventedLog(admin);
        log.write(FIRST, DAYS, ROWS);
        log.close();
        file = Files.createTempDirectory("anchors").resolve("anchors");
        Files.write(
                file,
                database.asAdmin()
                        .sql("select number || ' x ' || encode(hash, 'hex') from access.anchor order by number")
                        .query(String.class)
                        .list());
        verifier = new LogVerifier(database.intake(), file);
        run(
                "create table public.look_kept as table access.look",
                "create table public.head_kept as table access.head",
                "create table public.anchor_kept as table access.anchor");
    }

    @Test
    void a_log_as_it_was_written_is_sound() {
        LogVerification.Report report = verifier.verify(rows -> {});
        assertThat(report.faults()).isEmpty();
        assertThat(report.rows()).isEqualTo(16L * DAYS * ROWS);
        assertThat(report.anchors()).isEqualTo(DAYS);
    }

    @Test
    void the_function_that_appends_writes_the_same_hash_as_the_verifier_reads() throws SQLException {
        run(
                "select access.write(lane % 16, gen_random_uuid(), null, 'социальный', 114500000, 'look', 'case_work', 'Себебі бар', 'card',"
                        + " array[null, 5]::bigint[], array[1, 2]::bigint[], array['3-1', 'Ә'] ) from generate_series(0, 99) lane");
        assertThat(verifier.verify(rows -> {}).faults()).isEmpty();
        restore();
    }

    @Test
    void a_hundred_random_manipulations_are_all_found() throws SQLException {
        manipulate(100, 42);
    }

    @Test
    @Tag("slow")
    void a_thousand_random_manipulations_are_all_found() throws SQLException {
        manipulate(1_000, 4_242);
    }

    @Test
    @Tag("slow")
    void a_million_rows_are_verified_in_constant_memory() throws Exception {
        TestDatabase large = TestDatabase.fresh();
        var log = new InventedLog(large.admin());
        log.write(FIRST, 5, 12_500);
        log.close();
        LogVerification.Report report =
                new LogVerifier(large.intake(), Path.of("no-file-of-anchors")).verify(rows -> {});
        assertThat(report.faults()).isEmpty();
        assertThat(report.rows()).isEqualTo(1_000_000);
    }

    private static void manipulate(int times, long seed) throws SQLException {
        var random = new SplittableRandom(seed);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            List<String> statements = manipulation(random);
            run(statements.toArray(String[]::new));
            if (verifier.verify(rows -> {}).sound()) {
                missed.add(String.join("; ", statements));
            }
            restore();
        }
        assertThat(missed).isEmpty();
        assertThat(verifier.verify(rows -> {}).faults()).isEmpty();
    }

    private static List<String> manipulation(SplittableRandom random) {
        int lane = random.nextInt(16);
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        int seq = 1 + random.nextInt(ROWS);
        String row = "lane = %d and day = '%s' and seq = %d".formatted(lane, day, seq);
        int other = 1 + (seq + random.nextInt(ROWS - 1)) % ROWS;
        String head = "lane = %d and day = '%s'".formatted(lane, day);
        int anchor = 1 + random.nextInt(DAYS);
        String rehash = "update access.look l set hash = access.hash_of(l) where " + row;
        return switch (random.nextInt(14)) {
            case 0, 1, 2 ->
                List.of("update access.look set %s where %s".formatted(COLUMNS[random.nextInt(COLUMNS.length)], row));
            case 3 -> List.of("delete from access.look where " + row);
            case 4 -> // swap two rows
                List.of(
                        "update access.look set seq = -1 where " + row,
                        "update access.look set seq = %d where lane = %d and day = '%s' and seq = %d"
                                .formatted(seq, lane, day, other),
                        "update access.look set seq = %d where lane = %d and day = '%s' and seq = -1"
                                .formatted(other, lane, day));
            case 5 -> // a row twice
                List.of(
                        "insert into access.look select lane, day, %d, at, actor, post, role, kato, action, purpose, person, family, number, detail, reason, prev, hash from access.look where %s"
                                .formatted(ROWS + 1 + random.nextInt(3), row));
            case 6 -> // a row edited, with a hash that is right for it
                List.of("update access.look set detail = 'nothing' where " + row, rehash);
            case 7 -> { // a row added to a day that is over, with a right hash, and the head moved to it
                LocalDate over = FIRST.plusDays(random.nextInt(DAYS - 1));
                yield List.of(
                        "insert into access.look select (access.shift(l, %d)).* from access.look l where lane = %d and day = '%s' and seq = %d"
                                .formatted(ROWS + 1, lane, over, ROWS),
                        "update access.head h set seq = %d, hash = (select hash from access.look l where l.lane = h.lane and l.day = h.day and l.seq = %d) where lane = %d and day = '%s'"
                                .formatted(ROWS + 1, ROWS + 1, lane, over));
            }
            case 8 -> // the tail cut off, and the head with it
                List.of(
                        "delete from access.look where lane = %d and day = '%s' and seq >= %d"
                                .formatted(lane, day, Math.max(2, seq)),
                        "update access.head h set (seq, hash) = (select seq, hash from access.look l where l.lane = h.lane and l.day = h.day order by seq desc limit 1) where "
                                + head);
            case 9 -> // a day of a lane, with its head
                List.of("delete from access.look where " + head, "delete from access.head where " + head);
            case 10 -> // an edited row, and every row after it hashed anew, and the heads
                List.of("update access.look set family = 1 where " + row, "select access.rewrite(%d)".formatted(lane));
            case 11 ->
                List.of("update access.anchor set hashes[%d] = sha256('x') where number = %d"
                        .formatted(lane + 1, anchor));
            case 12 -> List.of("delete from access.anchor where number = " + anchor);
            default -> List.of("delete from access.head where " + head);
        };
    }

    private static void restore() throws SQLException {
        run(
                "truncate access.look, access.head, access.anchor",
                "insert into access.look table public.look_kept",
                "insert into access.head table public.head_kept",
                "insert into access.anchor table public.anchor_kept");
    }

    /// As the administrator who switches off what forbids it.
    private static void run(String... statements) throws SQLException {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(FORGERS_TOOLS);
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("set session_replication_role = origin");
        }
    }

    private static final String FORGERS_TOOLS = """
            create or replace function access.shift(l access.look, to_seq bigint) returns access.look language plpgsql as $f$
            begin
                l.prev := l.hash; l.seq := to_seq; l.family := 99; l.hash := access.hash_of(l);
                return l;
            end $f$;
            create or replace function access.rewrite(of_lane integer) returns void language plpgsql as $f$
            declare l access.look; before bytea := decode(repeat('00', 32), 'hex');
            begin
                for l in select * from access.look where lane = of_lane order by day, seq loop
                    l.prev := before; l.hash := access.hash_of(l); before := l.hash;
                    update access.look x set prev = l.prev, hash = l.hash where x.lane = l.lane and x.day = l.day and x.seq = l.seq;
                    update access.head h set hash = l.hash where h.lane = l.lane and h.day = l.day and h.seq = l.seq;
                end loop;
            end $f$;
            """;
}
