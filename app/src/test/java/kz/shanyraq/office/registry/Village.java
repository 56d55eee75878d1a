package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A registry of its own, and files written by hand that flow into it.
final class Village {

    private static final List<AutoCloseable> POOLS = new ArrayList<>();

    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource administrators = database.admin();
    private final JdbcClient admin = JdbcClient.create(administrators);
    private final DataSource pool = database.intake();
    private final Path folder;
    private final List<String> told = new ArrayList<>();
    private int portion = 65_536;
    private long large = Long.MAX_VALUE;
    private int number;

    Village(Path folder) {
        this.folder = folder;
        POOLS.add((AutoCloseable) administrators);
        POOLS.add((AutoCloseable) pool);
    }

    /// Closes the connections of all villages of a test.
    static void leave() throws Exception {
        for (AutoCloseable pool : POOLS) {
            pool.close();
        }
        POOLS.clear();
    }

    /// Portions of some rows.
    Village inPortionsOf(int rows) {
        portion = rows;
        return this;
    }

    /// The first load takes the constraints away.
    Village takingConstraintsAway() {
        large = 0;
        return this;
    }

    JdbcClient db() {
        return admin;
    }

    Intake intake() {
        return new Intake(pool, Progress.silent(), told::add).sized(portion, large);
    }

    /// The intake of a command that is called again: its connections are its own.
    Intake calledAgain() {
        DataSource fresh = database.intake();
        POOLS.add((AutoCloseable) fresh);
        return new Intake(fresh, Progress.silent(), told::add).sized(portion, large);
    }

    /// What the loads said.
    List<String> told() {
        return told;
    }

    /// A folder with files: name, then lines.
    Path files(String... namesAndTexts) {
        Path data = folder.resolve("delivery-" + ++number);
        try {
            Files.createDirectories(data);
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                Files.writeString(data.resolve(namesAndTexts[i] + ".csv"), namesAndTexts[i + 1]);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return data;
    }

    List<Loaded> load(String day, String... namesAndTexts) {
        return intake().households(new Intake.Wanted(files(namesAndTexts), LocalDate.parse(day), null));
    }

    Loaded single(String source, String day, String text) {
        Path file = files("single", text).resolve("single.csv");
        return intake().single(source, file, LocalDate.parse(day), null).orElseThrow();
    }

    /// The rows of a statement as text, cells separated by a space.
    List<String> rows(String sql) {
        return rows(admin, sql);
    }

    private static List<String> rows(JdbcClient db, String sql) {
        return db.sql(sql)
                .query((row, n) -> {
                    var line = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        line.append(i == 1 ? "" : " ").append(row.getString(i));
                    }
                    return line.toString();
                })
                .list();
    }

    /// How many of each: read, new, changed, unchanged, merged, disputed, rejected.
    static String counts(Loaded loaded) {
        return "%d read: %d new, %d changed, %d unchanged, %d merged, %d disputed, %d rejected"
                .formatted(
                        loaded.read(),
                        loaded.added(),
                        loaded.changed(),
                        loaded.unchanged(),
                        loaded.merged(),
                        loaded.disputed(),
                        loaded.rejected());
    }

    /// The whole registry as text, without numbers that differ from run to run: to compare two ways of loading.
    List<String> everything() {
        return everything(admin);
    }

    static List<String> everything(JdbcClient db) {
        var all = new ArrayList<String>();
        String intake =
                "(select coalesce(format, kind) || coalesce(' ' || source, '') || ' ' || file from registry.intake i where i.id = x.%s)";
        all.addAll(rows(db, """
                select 'person', x.source_key, f.source_key, x.kato, l.folded, n.folded, x.birth_date, x.iin, x.phone, x.restricted, %s
                from registry.person x left join registry.family f on f.id = x.family_id left join registry.name l on l.id = x.last_name
                left join registry.name n on n.id = x.first_name order by x.source_key
                """.formatted(intake.formatted("intake"))));
        all.addAll(rows(
                db,
                "select 'family', source_key, kato, restricted, closed, %s from registry.family x order by source_key"
                        .formatted(intake.formatted("intake"))));
        for (Sheet sheet : Sheet.values()) {
            String values = String.join(
                    ", ",
                    sheet.cells().stream()
                            .map(cell -> switch (cell.column()) {
                                case "mother_id", "father_id", "guardian_id" ->
                                    "(select source_key from registry.person p where p.id = x.%s)"
                                            .formatted(cell.column());
                                case "family_id" ->
                                    "(select source_key from registry.family f where f.id = x.family_id)";
                                default -> "x." + cell.column();
                            })
                            .toList());
            all.addAll(rows(
                    db,
                    "select '%s', s.source_key, x.valid, %s %s, %s, %s, %s from %s x join registry.%s s on s.id = x.%s order by 1, 2, 3, 4, 5, 6"
                            .formatted(
                                    sheet.code(),
                                    sheet.byKind() ? "x.kind, " : "",
                                    values,
                                    intake.formatted("intake"),
                                    intake.formatted("superseded_by"),
                                    intake.formatted("origin"),
                                    sheet.table(),
                                    sheet.ofPersons() ? "person" : "family",
                                    sheet.subject())));
        }
        all.addAll(rows(db, """
                select 'intake', kind, source, file, format, state, rows_read, rows_new, rows_changed, rows_unchanged, rows_merged, rows_disputed, rows_rejected, message
                from registry.intake order by id
                """));
        all.addAll(rows(
                db, "select 'reject', line, \"column\", value, reason from registry.reject order by intake, line, 3"));
        all.addAll(rows(db, """
                select 'disagreement', sheet, "column", valid, held, held_source, other, other_source, rule from registry.disagreement order by 2, 3, 4, 5, 7, person_id, family_id
                """));
        return all;
    }
}
