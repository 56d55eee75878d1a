package kz.shanyraq.office.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// The way back from a copy: into an empty database, in one transaction, compared table by table before it counts.
public final class Restore {

    /// What was brought back.
    public record Done(int tables, long rows) {}

    /// What stands in the way of filling tables quickly and in any order, and is put back afterwards, which checks
    /// every row: foreign keys, exclusion constraints, and indexes that are no constraint's.
    private static final String AFTERWARDS = """
            select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
                   format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)),
                   format('comment on constraint %I on %s is %L', c.conname, c.conrelid::regclass, obj_description(c.oid, 'pg_constraint')),
                   case c.contype when 'f' then 1 else 2 end as turn
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            where t.relnamespace = any (?::text[]::regnamespace[]) and c.conparentid = 0
              and (c.contype = 'f' or c.contype = 'x' and t.relkind = 'r' and not t.relispartition)
            union all
            select format('drop index %s', i.indexrelid::regclass),
                   pg_get_indexdef(i.indexrelid),
                   format('comment on index %s is %L', i.indexrelid::regclass, obj_description(i.indexrelid, 'pg_class')),
                   3
            from pg_index i
            join pg_class t on t.oid = i.indrelid
            where t.relnamespace = any (?::text[]::regnamespace[]) and t.relkind = 'r' and not t.relispartition
              and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            order by turn, 1
            """;

    private static final String TRIGGERS = """
            select t.tgrelid::regclass::text, quote_ident(t.tgname), t.tgenabled::text
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0
              and c.relnamespace = any (?::text[]::regnamespace[])
            """;

    private static final String USED =
            "select name from database.milestone where name not in ('restored', 'schemas') limit 1";

    private static final String RESTORED = """
            insert into database.milestone (name, detail) values ('restored', ?)
            on conflict (name) do update set reached_at = now(), detail = excluded.detail
            """;

    private record Afterwards(String drop, String create, String comment) {}

    private final Connection connection;
    private final Object[] schemas = Migrations.modules().toArray();
    private final Consumer<String> tell;

    private Restore(Connection connection, Consumer<String> tell) {
        this.connection = connection;
        this.tell = tell;
    }

    /// Checks the copy, then the emptiness of the database, and only then writes.
    ///
    /// @param data the data folder of the office that is to come; its database must not have been used
    /// @param url the address of somebody else's server; null for a server of our own
    /// @param tell hears how far it is
    public static Done run(DataFolder data, @Nullable String url, Path file, Consumer<String> tell) {
        tell.accept("Checking the copy …");
        BackupFile copy = BackupFile.read(file);
        tell.accept("  %,d rows of %d tables, made %s"
                .formatted(
                        copy.manifest().rows(),
                        copy.manifest().tables().size(),
                        copy.manifest().made()));
        try (OfficeDatabase database = OfficeDatabase.forRestore(data, url, tell);
                Connection connection = database.server().admin()) {
            new Restore(connection, tell).run(copy, data.anchors());
            return new Done(copy.manifest().tables().size(), copy.manifest().rows());
        } catch (SQLException broken) {
            throw new BackupRefused("""
                    The copy in %s does not fit the database, and nothing of it was kept: %s
                    Maybe it was made by another release.""".formatted(file, broken.getMessage()), broken);
        } catch (IOException broken) {
            throw new BackupRefused("""
                    The copy in %s cannot be read: %s.""".formatted(file, broken.getMessage()), broken);
        }
    }

    private void run(BackupFile copy, Path anchors) throws SQLException, IOException {
        var catalogue = new Catalogue(connection, Migrations.modules());
        refuseUsed();
        if (Files.exists(anchors)) {
            throw new BackupRefused("""
                    The folder has a file %s already: its log was another.
                    Maybe choose an empty folder with --data.""".formatted(anchors));
        }
        connection.setAutoCommit(false);
        catalogue.readEverything();
        List<Manifest.Table> tables = matching(catalogue, copy.manifest());
        List<String> triggers = switchTriggersOff();
        List<Afterwards> afterwards = clearTheWay();
        if (!tables.isEmpty()) {
            execute("truncate %s"
                    .formatted(String.join(
                            ", ", tables.stream().map(Manifest.Table::sqlName).toList())));
        }
        try (var zip = new ZipFile(copy.path().toFile())) {
            for (Manifest.Table table : tables) {
                fill(zip, table);
            }
            if (copy.manifest().anchors() != null) {
                Files.write(anchors, BackupFile.anchors(zip));
            }
        }
        if (!afterwards.isEmpty()) {
            tell.accept("Checking constraints and making indexes …");
        }
        for (int i = afterwards.size() - 1; i >= 0; i--) {
            execute(afterwards.get(i).create());
            execute(afterwards.get(i).comment());
        }
        for (Manifest.Sequence sequence : copy.manifest().sequences()) {
            execute("select setval('%s', %d, %b)"
                    .formatted(sequence.sqlName().replace("'", "''"), sequence.value(), sequence.used()));
        }
        for (String trigger : triggers) {
            execute(trigger);
        }
        compare(catalogue, tables);
        try (PreparedStatement note = connection.prepareStatement(RESTORED)) {
            note.setString(1, copy.sha256());
            note.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute("analyze");
    }

    private void refuseUsed() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet used = statement.executeQuery(USED)) {
            if (used.next()) {
                throw new BackupRefused("""
                        The database has been used by an office; a copy is brought back into an empty one only.
                        Maybe choose an empty folder with --data.""");
            }
        }
    }

    /// The tables of the copy, when this release has the same.
    private static List<Manifest.Table> matching(Catalogue catalogue, Manifest copy) throws SQLException {
        List<Manifest.Schema> migrated = catalogue.migrations();
        if (!migrated.equals(copy.schemas())) {
            for (int i = 0; i < migrated.size(); i++) {
                if (i >= copy.schemas().size()
                        || !migrated.get(i).equals(copy.schemas().get(i))) {
                    throw new BackupRefused("""
                            The copy was made by another release: its schema %s had other migrations.
                            Maybe restore it with the release that made it, then start this one on its data.""".formatted(migrated.get(i).name()));
                }
            }
            throw new BackupRefused("The copy was made by another release, which had more schemas.");
        }
        List<String> here = catalogue.tables().stream().map(Restore::shape).toList();
        List<String> there = copy.tables().stream().map(Restore::shape).toList();
        if (!here.equals(there)) {
            String differs = Stream.concat(here.stream(), there.stream())
                    .filter(shape -> !here.contains(shape) || !there.contains(shape))
                    .findFirst()
                    .orElse("their order");
            throw new BackupRefused("""
                    The copy holds other tables or columns than this database has: %s.
                    Maybe it was made by another release.""".formatted(differs));
        }
        return copy.tables();
    }

    private static String shape(Manifest.Table table) {
        return "%s (%s)".formatted(table.sqlName(), table.sqlColumns());
    }

    /// Derived rows are in the copy: no trigger shall make them a second time.
    private List<String> switchTriggersOff() throws SQLException {
        var again = new ArrayList<String>();
        var off = new ArrayList<String>();
        try (PreparedStatement statement = connection.prepareStatement(TRIGGERS)) {
            statement.setArray(1, connection.createArrayOf("text", schemas));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String table = result.getString(1);
                    String trigger = result.getString(2);
                    off.add("alter table %s disable trigger %s".formatted(table, trigger));
                    again.add("alter table %s enable %s trigger %s"
                            .formatted(
                                    table,
                                    switch (result.getString(3)) {
                                        case "A" -> "always";
                                        case "R" -> "replica";
                                        default -> "";
                                    },
                                    trigger));
                }
            }
        }
        for (String statement : off) {
            execute(statement);
        }
        return again;
    }

    private List<Afterwards> clearTheWay() throws SQLException {
        var afterwards = new ArrayList<Afterwards>();
        try (PreparedStatement statement = connection.prepareStatement(AFTERWARDS)) {
            statement.setArray(1, connection.createArrayOf("text", schemas));
            statement.setArray(2, connection.createArrayOf("text", schemas));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    afterwards.add(new Afterwards(result.getString(1), result.getString(2), result.getString(3)));
                }
            }
        }
        for (Afterwards each : afterwards) {
            execute(each.drop());
        }
        return afterwards;
    }

    private void fill(ZipFile zip, Manifest.Table table) throws SQLException, IOException {
        if (table.rows() == 0) {
            return;
        }
        try (InputStream rows = BackupFile.rows(zip, table)) {
            long written = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.sqlName(), table.sqlColumns()), rows, 1 << 16);
            tell.accept("  %s.%s: %,d rows".formatted(table.schema(), table.name(), written));
        }
    }

    /// Reads every table again: what is in the database now must be what the copy was made of.
    private void compare(Catalogue catalogue, List<Manifest.Table> tables) throws SQLException, IOException {
        tell.accept("Comparing table by table …");
        for (Manifest.Table table : tables) {
            Manifest.Table found = catalogue.read(table, null);
            if (found.rows() != table.rows() || !found.sum().equals(table.sum())) {
                throw new BackupRefused("""
                        The table %s.%s differs from the copy after it was filled; nothing was kept.""".formatted(table.schema(), table.name()));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
