package kz.shanyraq.nation.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.nation.snapshot.SnapshotWriter;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdFile;
import org.jspecify.annotations.Nullable;

/// Reads household data (`docs/household-data.md`) into a snapshot: every row checked, rejects told, families
/// put in the order of their ids. The rows of persons, incomes and farms are set aside on disk by
/// ranges of families, so that the heap holds the ids and one range at a time.
public final class HouseholdReader {

    /// Families of a block of the snapshot.
    static final int BLOCK = 4096;

    /// Families of a range that is put in order at once.
    static final int RANGE = 64 * BLOCK;

    /// Persons of a family; more come from a file whose ids of families are wrong.
    private static final int MOST_MEMBERS = 999;

    private final Path data;
    private final Path work;
    private final Rejects rejects;
    private final Warnings warnings;
    private final Progress progress;
    private final PlausibilityChecks plausible;
    private final @Nullable String onlyFamily;

    private final Set<Column> columns = EnumSet.noneOf(Column.class);
    private final IdTable families = new IdTable();
    private final IdTable persons = new IdTable();
    private int[] members = new int[1024];
    private int[] familyOfPerson = new int[1024];
    private byte[] rejectedFiles = new byte[1024];
    private boolean[] rejectedPersons = new boolean[1024];

    /// What was read.
    ///
    /// @param families families of the snapshot; those with rejected rows too
    /// @param rows rows read in all files, with the rejected ones
    public record Counts(long families, long persons, long incomes, long familiesWithRejects, long rows) {}

    private final Map<String, String> names = new HashMap<>();
    private long rows;
    private long incomeRows;

    /// A reader of a directory.
    ///
    /// @param work a directory for rows set aside
    /// @param month the month of the assessment, for what is unlikely in it
    /// @param onlyFamily the one family to read; null for all
    public HouseholdReader(
            Path data,
            Path work,
            Rejects rejects,
            Warnings warnings,
            Progress progress,
            YearMonth month,
            @Nullable String onlyFamily) {
        this.data = data;
        this.work = work;
        this.rejects = rejects;
        this.warnings = warnings;
        this.progress = progress;
        this.plausible = new PlausibilityChecks(warnings, month);
        this.onlyFamily = onlyFamily;
    }

    /// Reads the data into a snapshot.
    ///
    /// @throws Unreadable if a required file or column is missing, or a file is not UTF-8 or is cut off; no
    ///     snapshot is left then
    public Counts read(Path snapshot) {
        if (!Files.isDirectory(data)) {
            throw new Unreadable("""
                    There is no directory %s.
                    Maybe the path is relative to another folder.""".formatted(data));
        }
        Path familyFile = required("families");
        Path personFile = required("persons");
        Path rowsOfFamilies = work.resolve("spill-families");
        try {
            Files.createDirectories(work);
            readFamilies(familyFile, rowsOfFamilies);
            int[] order = families.order();
            int ranges = (order.length + RANGE - 1) / RANGE;
            int[] rank = new int[order.length];
            for (int i = 0; i < order.length; i++) {
                rank[order[i]] = i;
            }
            try (var personRows = new Spill(work, "persons", ranges);
                    var incomeRows = new Spill(work, "incomes", ranges);
                    var livestockRows = new Spill(work, "livestock", ranges);
                    var plotRows = new Spill(work, "plots", ranges)) {
                readPersons(personFile, rank, personRows);
                boolean incomes = readIncomes(rank, incomeRows);
                readFarm(HouseholdFile.LIVESTOCK, Column.LIVESTOCK_FAMILY_ID, rank, livestockRows);
                readFarm(HouseholdFile.PLOTS, Column.PLOT_FAMILY_ID, rank, plotRows);
                Coverage coverage = new Coverage(columns, incomes, Sources.read(data, warnings, rejects, columns));
                try (var writer = new SnapshotWriter(snapshot);
                        var familyRows = new FamilyRows(rowsOfFamilies)) {
                    var assembly = new Assembly(families, order, rejectedFiles, plausible, writer, progress);
                    assembly.assemble(coverage, familyRows, personRows, incomeRows, livestockRows, plotRows);
                    writer.finish(coverage);
                }
            }
            return new Counts(families.size(), acceptedPersons(), incomeRows, familiesWithRejects(), rows);
        } catch (IOException broken) {
            throw new UncheckedIOException("The working directory %s cannot be used.".formatted(work), broken);
        } finally {
            delete(rowsOfFamilies);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path required(String name) {
        Path file = Table.find(data, name);
        if (file == null) {
            throw new Unreadable("""
                    There is neither %s.csv nor %s.parquet in %s.
                    Maybe this is not a directory of household data.""".formatted(name, name, data));
        }
        return file;
    }

    private long acceptedPersons() {
        long accepted = 0;
        for (int person = 0; person < persons.size(); person++) {
            accepted += rejectedPersons[person] ? 0 : 1;
        }
        return accepted;
    }

    private long familiesWithRejects() {
        long count = 0;
        for (int family = 0; family < families.size(); family++) {
            count += rejectedFiles[family] == 0 ? 0 : 1;
        }
        return count;
    }

    private void readFamilies(Path file, Path rowsOfFamilies) throws IOException {
        var format = new RowFormat(HouseholdFile.FAMILIES);
        try (var table = new TableOfColumns(file, HouseholdFile.FAMILIES, warnings);
                var out = FileChannel.open(
                        rowsOfFamilies,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            columns.addAll(table.found());
            ByteBuffer buffer = ByteBuffer.allocate((format.width() + Long.BYTES) * Table.BATCH);
            progress.begin("Reading families", "rows", table.rowsIfKnown());
            while (table.next()) {
                for (int row = 0; row < table.rows(); row++) {
                    readFamily(table, row, format, buffer);
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
                progress.done(table.rows());
            }
            progress.end();
        }
    }

    private void readFamily(TableOfColumns table, int row, RowFormat format, ByteBuffer buffer) {
        Vector ids = table.vector(Column.FAMILY_ID);
        if (onlyFamily != null && !onlyFamily.equals(ids.text(row))) {
            return;
        }
        rows++;
        boolean readable = table.check(row, rejects);
        if (ids.empty[row] || TableOfColumns.isTooLong(ids, row)) {
            return; // rejected; there is no family to flag
        }
        int family = add(families, ids, row);
        if (family < 0) {
            if (readable) {
                table.reject(row, rejects, "family_id", ids.text(row), "a second row with the same id");
            }
            flag(~family, HouseholdFile.FAMILIES);
            return;
        }
        rejectedFiles = room(rejectedFiles, family);
        rejectedFiles[family] = 0;
        members = room(members, family);
        format.write(table, row, readable, buffer);
        buffer.putLong(table.has(Column.FAMILY_DWELLING_ID) ? hash(table.vector(Column.FAMILY_DWELLING_ID), row) : 0);
        if (readable) {
            plausible.family(table, row);
        } else {
            flag(family, HouseholdFile.FAMILIES);
        }
    }

    private static int add(IdTable ids, Vector cells, int row) {
        if (cells.kind == Vector.Kind.TEXT) {
            return ids.add(cells, row);
        }
        byte[] id = cells.text(row).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return ids.add(id, 0, id.length);
    }

    private static int find(IdTable ids, Vector cells, int row) {
        if (cells.empty[row]) {
            return IdTable.NONE;
        }
        if (cells.kind == Vector.Kind.TEXT) {
            return ids.find(cells, row);
        }
        var text = new Vector(Vector.Kind.TEXT);
        text.add(cells.text(row));
        return ids.find(text, 0);
    }

    private void flag(int family, HouseholdFile file) {
        rejectedFiles[family] |= (byte) (1 << file.ordinal());
    }

    private void readPersons(Path file, int[] rank, Spill spill) {
        var format = new RowFormat(HouseholdFile.PERSONS);
        try (var table = new TableOfColumns(file, HouseholdFile.PERSONS, warnings)) {
            columns.addAll(table.found());
            progress.begin("Reading persons", "rows", table.rowsIfKnown());
            while (table.next()) {
                for (int row = 0; row < table.rows(); row++) {
                    readPerson(table, row, rank, format, spill);
                }
                progress.done(table.rows());
            }
            progress.end();
        }
    }

    private void readPerson(TableOfColumns table, int row, int[] rank, RowFormat format, Spill spill) {
        int family = find(families, table.vector(Column.PERSON_FAMILY_ID), row);
        if (family == IdTable.NONE && onlyFamily != null) {
            return;
        }
        rows++;
        boolean readable = table.check(row, rejects);
        Vector ids = table.vector(Column.PERSON_ID);
        if (readable && family == IdTable.NONE) {
            String id = table.text(Column.PERSON_FAMILY_ID, row);
            table.reject(row, rejects, "family_id", id, "there is no family '%s'".formatted(id));
            readable = false;
        }
        if (readable && ++members[family] > MOST_MEMBERS) {
            String id = table.text(Column.PERSON_FAMILY_ID, row);
            table.reject(row, rejects, "family_id", id, "the family has more than %d persons".formatted(MOST_MEMBERS));
            readable = false;
        }
        boolean named = !ids.empty[row] && !TableOfColumns.isTooLong(ids, row);
        int person = named ? add(persons, ids, row) : IdTable.NONE;
        if (named && person < 0) {
            if (readable) {
                table.reject(row, rejects, "person_id", ids.text(row), "a second row with the same id");
            }
            if (family != IdTable.NONE) {
                flag(family, HouseholdFile.PERSONS);
            }
            return;
        }
        if (person >= 0) {
            familyOfPerson = room(familyOfPerson, person);
            rejectedPersons = room(rejectedPersons, person);
            familyOfPerson[person] = family;
            rejectedPersons[person] = !readable;
        }
        if (!readable) {
            if (family != IdTable.NONE) {
                flag(family, HouseholdFile.PERSONS);
            }
            return;
        }
        plausible.person(table, row);
        if (onlyFamily != null) {
            names.put(table.text(Column.PERSON_ID, row), name(table, row));
        }
        ByteBuffer out = spill.row();
        out.putInt(rank[family]);
        out.putInt(person);
        out.putLong(table.has(Column.PERSON_DWELLING_ID) ? hash(table.vector(Column.PERSON_DWELLING_ID), row) : 0);
        format.write(table, row, true, out);
        putId(out, table, Column.PERSON_ID, row);
        putId(out, table, Column.MOTHER_ID, row);
        putId(out, table, Column.FATHER_ID, row);
        putId(out, table, Column.GUARDIAN_ID, row);
        spill.add(rank[family] / RANGE);
    }

    private static String name(TableOfColumns table, int row) {
        return Stream.of(Column.LAST_NAME, Column.FIRST_NAME, Column.PATRONYMIC)
                .map(column -> table.text(column, row))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /// The names of the persons of the one family that was read, by person_id; empty where the file has none.
    public Map<String, String> names() {
        return Map.copyOf(names);
    }

    private static void putId(ByteBuffer out, TableOfColumns table, Column column, int row) {
        if (!table.has(column) || table.vector(column).empty[row]) {
            out.putShort((short) 0);
            return;
        }
        Vector cells = table.vector(column);
        if (cells.kind == Vector.Kind.TEXT) {
            out.putShort((short) cells.length(row));
            out.put(cells.bytes, cells.start(row), cells.length(row));
        } else {
            byte[] id = cells.text(row).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.putShort((short) id.length);
            out.put(id);
        }
    }

    private boolean readIncomes(int[] rank, Spill spill) {
        Path file = Table.find(data, "incomes");
        if (file == null) {
            return false;
        }
        var format = new RowFormat(HouseholdFile.INCOMES);
        try (var table = new TableOfColumns(file, HouseholdFile.INCOMES, warnings)) {
            columns.addAll(table.found());
            progress.begin("Reading incomes", "rows", table.rowsIfKnown());
            while (table.next()) {
                for (int row = 0; row < table.rows(); row++) {
                    readIncome(table, row, rank, format, spill);
                }
                progress.done(table.rows());
            }
            progress.end();
        }
        return true;
    }

    private void readIncome(TableOfColumns table, int row, int[] rank, RowFormat format, Spill spill) {
        int person = find(persons, table.vector(Column.INCOME_PERSON_ID), row);
        if (person == IdTable.NONE && onlyFamily != null) {
            return;
        }
        rows++;
        boolean readable = table.check(row, rejects);
        int family = person == IdTable.NONE ? IdTable.NONE : familyOfPerson[person];
        if (readable && person == IdTable.NONE) {
            String id = table.text(Column.INCOME_PERSON_ID, row);
            table.reject(row, rejects, "person_id", id, "there is no person '%s'".formatted(id));
            return;
        }
        if (readable && rejectedPersons[person]) {
            String id = table.text(Column.INCOME_PERSON_ID, row);
            table.reject(row, rejects, "person_id", id, "the row of the person '%s' was rejected".formatted(id));
            readable = false;
        }
        if (!readable) {
            if (family != IdTable.NONE) {
                flag(family, HouseholdFile.INCOMES);
            }
            return;
        }
        incomeRows++;
        ByteBuffer out = spill.row();
        out.putInt(person);
        format.write(table, row, true, out);
        spill.add(rank[family] / RANGE);
    }

    private void readFarm(HouseholdFile kind, Column idColumn, int[] rank, Spill spill) {
        Path file = Table.find(data, kind.code());
        if (file == null) {
            return;
        }
        var format = new RowFormat(kind);
        try (var table = new TableOfColumns(file, kind, warnings)) {
            columns.addAll(table.found());
            progress.begin("Reading " + kind.code(), "rows", table.rowsIfKnown());
            while (table.next()) {
                for (int row = 0; row < table.rows(); row++) {
                    int family = find(families, table.vector(idColumn), row);
                    if (family == IdTable.NONE && onlyFamily != null) {
                        continue;
                    }
                    rows++;
                    boolean readable = table.check(row, rejects);
                    if (family == IdTable.NONE) {
                        if (readable) {
                            String id = table.text(idColumn, row);
                            table.reject(row, rejects, "family_id", id, "there is no family '%s'".formatted(id));
                        }
                    } else if (readable) {
                        ByteBuffer out = spill.row();
                        out.putInt(rank[family]);
                        format.write(table, row, true, out);
                        spill.add(rank[family] / RANGE);
                    } else {
                        flag(family, kind);
                    }
                }
                progress.done(table.rows());
            }
            progress.end();
        }
    }

    /// Sixty-four bits of a text, 0 for an empty one: enough to tell whether two dwellings of one family are
    /// the same.
    private static long hash(Vector cells, int row) {
        if (cells.empty[row]) {
            return 0;
        }
        byte[] bytes = cells.kind == Vector.Kind.TEXT
                ? cells.bytes
                : cells.text(row).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int from = cells.kind == Vector.Kind.TEXT ? cells.start(row) : 0;
        int to = cells.kind == Vector.Kind.TEXT ? cells.end[row] : bytes.length;
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x0000_0100_0000_01B3L;
        }
        hash = (hash ^ hash >>> 31) * 0x9E37_79B9_7F4A_7C15L;
        return hash == 0 ? 1 : hash;
    }

    private static byte[] room(byte[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, 2 * array.length));
    }

    private static int[] room(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, 2 * array.length));
    }

    private static boolean[] room(boolean[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, 2 * array.length));
    }

    /// The file names of a data set, in the order of the format, as far as they exist: what a run's identity
    /// rests on.
    public static List<Path> filesOf(Path data) {
        var files = new ArrayList<Path>();
        for (HouseholdFile kind : HouseholdFile.values()) {
            Path file = Table.find(data, kind.code());
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }
}
