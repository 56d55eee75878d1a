package kz.shanyraq.office.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The restore drill: a database is filled, copied, brought back elsewhere, and compared.
class BackupTest {

    /// How constraints, indexes, triggers and comments look: all that a copy does not hold and the way back touches.
    private static final String DEFINITIONS = """
            select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || coalesce(obj_description(oid, 'pg_constraint'), '')
            from pg_constraint where connamespace::regnamespace::text = any (:schemas)
            union all
            select 'index ' || pg_get_indexdef(indexrelid) || indisvalid || coalesce(obj_description(indexrelid, 'pg_class'), '')
            from pg_index join pg_class c on c.oid = indexrelid where c.relnamespace::regnamespace::text = any (:schemas)
            union all
            select 'trigger ' || pg_get_triggerdef(t.oid) || tgenabled::text
            from pg_trigger t join pg_class c on c.oid = tgrelid
            where not tgisinternal and c.relnamespace::regnamespace::text = any (:schemas)
            order by 1
            """;

    /// Tables of every kind that a migration may make, in a schema that has one.
    private static final String TABLES = """
            create table monitoring.town (
                id bigint generated always as identity primary key,
                name text not null unique,
                folded text generated always as (lower(name)) stored,
                capital bigint references monitoring.town
            );
            create index town_name on monitoring.town using gin (name gin_trgm_ops);
            comment on index monitoring.town_name is 'Found by parts';
            create table monitoring.mayor (
                town bigint not null constraint mayor_of references monitoring.town on delete cascade deferrable,
                name text,
                valid daterange not null,
                constraint one_mayor exclude using gist (town with =, valid with &&)
            );
            comment on constraint mayor_of on monitoring.mayor is 'Of what';
            alter table monitoring.mayor enable row level security;
            alter table monitoring.mayor force row level security;
            create table monitoring.note (lane integer, words text, at timestamptz, primary key (lane, at)) partition by list (lane);
            create table monitoring.note_0 partition of monitoring.note for values in (0);
            create table monitoring.note_1 partition of monitoring.note for values in (1);
            create index note_words on monitoring.note (words);
            create table monitoring.derived (name text);
            create function monitoring.derive() returns trigger language plpgsql as $$
            begin
                insert into monitoring.derived values (new.name);
                return new;
            end $$;
            create function monitoring.keep() returns trigger language plpgsql as $$
            begin
                raise exception 'kept';
            end $$;
            create trigger derive after insert on monitoring.town for each row execute function monitoring.derive();
            create trigger kept before truncate on monitoring.note for each statement execute function monitoring.keep();
            create trigger asleep before truncate on monitoring.note_1 for each statement execute function monitoring.keep();
            alter table monitoring.note_1 disable trigger asleep;
            create unlogged table monitoring.passing (x integer);
            create view monitoring.towns as select name from monitoring.town;
            """;

    private static final String ROWS = """
            insert into monitoring.town (name, capital) values ('Астана', null), ('Шымкент', 1), ('Өскемен', 1);
            update monitoring.town set capital = 1 where id = 1;
            insert into monitoring.mayor values (1, 'Айгүл', '[2020-01-01,2021-01-01)'), (1, null, '[2021-01-01,)'), (3, '', 'empty');
            insert into monitoring.note select n % 2, 'w' || n, timestamptz '2025-01-01 00:00:00.123456+05' + n * interval '1 hour' from generate_series(1, 100) n;
            insert into monitoring.passing values (1);
            """;

    private static final List<String> SCHEMAS = Migrations.modules();

    @TempDir
    private Path folder;

    private final TestDatabase from = TestDatabase.fresh();
    private JdbcClient db;

    /// An office with rows of the awkward kind: line ends, tabs, backslashes, nothing, every letter, numbers to come.
    @BeforeEach
    void an_office_that_was_used() {
        db = withTables(from).asAdmin();
        db.sql(ROWS).update();
        db.sql("insert into database.milestone (name, detail) values ('opened', '')")
                .update();
        db.sql("insert into database.milestone (name, detail) values (:name, :detail)")
                .param("name", "line\nend, tab\t, \\N and \\. and 'quotes'")
                .param("detail", "Ә Ғ Қ Ң Ө Ұ Ү Һ І 👩‍👧")
                .update();
        db.sql("""
                insert into database.event_publication (id, listener_id, event_type, serialized_event, publication_date)
                select gen_random_uuid(), 'l' || n, 'e', repeat('x', n % 3000), now() - n * interval '1 second'
                from generate_series(1, 2000) n
                """).update();
        db.sql("delete from database.event_publication where listener_id like '%7'")
                .update();
        db.sql("""
                insert into database.event_publication (id, listener_id, event_type, serialized_event, publication_date)
                select gen_random_uuid(), 'late', 'e', 'x', now() from generate_series(1, 100)
                """).update();
        db.sql("insert into database.backup (file, bytes, tables, rows, sha256) values ('f', 1, 1, 1, 's')")
                .update();
    }

    private static TestDatabase withTables(TestDatabase database) {
        JdbcClient.create(database.owner()).sql(TABLES).update();
        return database;
    }

    private OfficeDatabase office() {
        return OfficeDatabase.forCommand(DataFolder.of(folder.resolve("data")), from.url(), told -> {});
    }

    private Path copied() {
        Path file = folder.resolve("copy.zip");
        Backup.write(office(), file, told -> {});
        return file;
    }

    private static Map<String, String> contents(JdbcClient db, List<String> without) {
        var contents = new TreeMap<String, String>();
        List<String> tables = db.sql("""
                select format('%I.%I', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname = any (:schemas)
                """)
                .param("schemas", SCHEMAS.toArray(String[]::new))
                .query(String.class)
                .list();
        for (String table : tables) {
            if (!without.contains(table)) {
                contents.put(
                        table,
                        db.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t"
                                                .formatted(table))
                                .query(String.class)
                                .single());
            }
        }
        return contents;
    }

    private static List<String> definitions(JdbcClient db) {
        return db.sql(DEFINITIONS)
                .param("schemas", SCHEMAS.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Test
    void every_table_comes_back_as_it_was_and_nothing_else_changes() {
        List<String> noted = List.of(
                "database.backup",
                "database.milestone",
                "database.flyway_schema_history",
                "access.flyway_schema_history",
                "registry.flyway_schema_history",
                "monitoring.flyway_schema_history");
        Map<String, String> before = contents(db, noted);
        List<String> definitions = definitions(db);
        Path file = copied();
        TestDatabase to = withTables(TestDatabase.fresh());
        var told = new ArrayList<String>();
        Restore.Done done = Restore.run(DataFolder.of(folder.resolve("to")), to.url(), file, told::add);
        JdbcClient back = to.asAdmin();
        before.put("monitoring.passing", "0 "); // what does not outlast the server is in no copy
        assertThat(contents(back, noted)).isEqualTo(before);
        assertThat(definitions(back)).isEqualTo(definitions);
        assertThat(done.rows()).isGreaterThan(1_900);
        assertThat(before)
                .containsEntry("monitoring.derived", contents(back, List.of()).get("monitoring.derived"));
        assertThat(back.sql("select count(*) from monitoring.derived")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(back.sql("select folded from monitoring.town where id = 3")
                        .query(String.class)
                        .single())
                .isEqualTo("өскемен");
        assertThat(back.sql("select detail from database.milestone where name like 'line%'")
                        .query(String.class)
                        .single())
                .isEqualTo("Ә Ғ Қ Ң Ө Ұ Ү Һ І 👩‍👧");
        assertThat(back.sql("select name from database.milestone where name in ('opened', 'restored') order by name")
                        .query(String.class)
                        .list())
                .containsExactly("opened", "restored");
        back.sql("insert into database.backup (file, bytes, tables, rows, sha256) values ('g', 1, 1, 1, 's')")
                .update();
        assertThat(back.sql("select id from database.backup order by id")
                        .query(Long.class)
                        .list())
                .as("numbers go on after the last")
                .containsExactly(1L, 2L);
        assertThat(told).anyMatch(line -> line.contains("Comparing table by table"));
    }

    @Test
    void the_file_of_anchors_comes_back_and_an_office_that_has_made_none_yet_needs_none() throws IOException {
        Path file = copied();
        assertThat(BackupFile.read(file).manifest().anchors()).isNull();
        Restore.run(
                DataFolder.of(folder.resolve("none")),
                withTables(TestDatabase.fresh()).url(),
                file,
                told -> {});
        assertThat(folder.resolve("none/anchors")).doesNotExist();

        Files.writeString(folder.resolve("data/anchors"), "1 2025-01-01T00:00:00Z 00ff\n");
        Path anchored = folder.resolve("anchored.zip");
        Backup.write(office(), anchored, told -> {});
        Restore.run(
                DataFolder.of(folder.resolve("to")),
                withTables(TestDatabase.fresh()).url(),
                anchored,
                told -> {});
        assertThat(folder.resolve("to/anchors")).hasContent("1 2025-01-01T00:00:00Z 00ff");
        assertThatThrownBy(() -> Restore.run(
                        DataFolder.of(folder.resolve("to")),
                        withTables(TestDatabase.fresh()).url(),
                        anchored,
                        told -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("anchors");
    }

    @Test
    void a_copy_of_the_form_without_anchors_is_read_and_one_of_a_later_form_is_refused() throws IOException {
        Path file = copied();
        assertThat(BackupFile.read(inForm(file, 1)).manifest().format()).isEqualTo(1);
        Path later = inForm(file, 3);
        assertThatThrownBy(() -> BackupFile.read(later))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("it is of form 3, this release reads up to 2");
    }

    /// The same copy, whose manifest says another form and knows nothing of anchors.
    private Path inForm(Path file, int form) throws IOException {
        Path other = folder.resolve("form-" + form + ".zip");
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(other))) {
            byte[] manifest = new byte[0];
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(BackupFile.MANIFEST)) {
                    part = new String(part, StandardCharsets.UTF_8)
                            .replaceFirst("\"format\" : \\d", "\"format\" : " + form)
                            .replaceFirst(",\\s*\"anchors\" : null", "")
                            .getBytes(StandardCharsets.UTF_8);
                    manifest = part;
                } else if (entry.getName().equals(BackupFile.SEAL)) {
                    part = BackupFile.seal(manifest).getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(part);
                out.closeEntry();
            }
        }
        return other;
    }

    @Test
    void a_copy_is_of_one_moment_and_is_noted() {
        Path file = copied();
        assertThat(file).isNotEmptyFile();
        assertThat(folder.resolve("copy.zip.unfinished")).doesNotExist();
        assertThat(db.sql("select file from database.backup order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(file.toString());
        assertThatThrownBy(() -> Backup.write(office(), file, told -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("never written over another");
    }

    @Test
    void an_office_that_was_used_is_not_overwritten() {
        Path file = copied();
        assertThatThrownBy(() -> Restore.run(DataFolder.of(folder.resolve("to")), from.url(), file, told -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("has been used");
        assertThat(contents(db, List.of())).containsKey("database.milestone");
    }

    @Test
    void a_file_that_is_cut_off_or_altered_anywhere_is_refused_before_anything_is_written() throws IOException {
        byte[] whole = Files.readAllBytes(copied());
        TestDatabase to = withTables(TestDatabase.fresh());
        Path file = folder.resolve("altered.zip");
        int refused = 0;
        int tried = 0;
        for (int place = 0; place < whole.length; place += Math.max(1, whole.length / 60)) {
            byte[] cut = java.util.Arrays.copyOf(whole, place);
            byte[] altered = whole.clone();
            altered[place] ^= 0x10;
            for (byte[] bytes : List.of(cut, altered)) {
                Files.write(file, bytes);
                tried++;
                try {
                    BackupFile copy = BackupFile.read(file);
                    // A byte of the archive's own book-keeping that changes nothing of what it holds.
                    assertThat(copy.manifest())
                            .isEqualTo(
                                    BackupFile.read(folder.resolve("copy.zip")).manifest());
                } catch (BackupRefused wanted) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(tried * 9 / 10);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Restore.run(DataFolder.of(folder.resolve("to")), to.url(), file, told -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not whole")
                .hasMessageContaining("Maybe");
        assertThat(to.asAdmin()
                        .sql("select count(*) from database.milestone where name <> 'schemas'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_copy_of_other_migrations_is_refused() {
        db.sql("update database.flyway_schema_history set checksum = checksum + 1 where version = '1'")
                .update();
        OfficeDatabase changed = OfficeDatabase.attached(from.server(), DataFolder.of(folder.resolve("data")));
        Path file = folder.resolve("other.zip");
        Backup.write(changed, file, told -> {});
        TestDatabase to = withTables(TestDatabase.fresh());
        assertThatThrownBy(() -> Restore.run(DataFolder.of(folder.resolve("to")), to.url(), file, told -> {}))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("another release");
    }
}
