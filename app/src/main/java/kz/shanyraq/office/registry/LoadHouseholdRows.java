package kz.shanyraq.office.registry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.nation.reading.Rejected;
import kz.shanyraq.nation.reading.TableOfColumns;
import kz.shanyraq.nation.reading.Warnings;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// A file of the household format but that of incomes: its rows go to the staging table as they are, cell by cell.
final class LoadHouseholdRows implements LoadRows {

    private static final int FIRST_KATO = 100_000_000;

    private final HouseholdFile kind;
    private final TableOfColumns table;
    private final List<Column> columns;
    private final byte[][][] codes;
    private final @Nullable Column key;
    private final @Nullable LoadSeen seen;
    private int row;
    private int rows;
    private boolean ended;

    /// Opens a file.
    LoadHouseholdRows(Path file, HouseholdFile kind, Warnings warnings) {
        this.kind = kind;
        this.table = new TableOfColumns(file, kind, warnings);
        this.columns = Column.of(kind);
        this.codes = new byte[columns.size()][][];
        for (int i = 0; i < codes.length; i++) {
            List<Code> list = columns.get(i).codes();
            codes[i] = list.stream()
                    .map(code -> code.code().getBytes(StandardCharsets.US_ASCII))
                    .toArray(byte[][]::new);
        }
        this.key = switch (kind) {
            case FAMILIES -> Column.FAMILY_ID;
            case PERSONS -> Column.PERSON_ID;
            default -> null;
        };
        this.seen = key == null ? null : new LoadSeen();
    }

    /// The name of a column in the staging table.
    static String staged(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String columns() {
        return "line bigint, "
                + columns.stream()
                        .map(column -> staged(column) + " " + type(column))
                        .collect(Collectors.joining(", "));
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT, CODE, BENEFITS -> "text";
            case COUNT -> "integer";
            case AREA, MONEY -> "bigint";
            case BOOLEAN -> "boolean";
            case DATE, EVENT, MONTH -> "date";
        };
    }

    @Override
    public long total() {
        return table.rowsIfKnown();
    }

    @Override
    public void skip(long passed) {
        for (long i = 0; i < passed && advance(); i++) {
            note();
            row++;
        }
    }

    /// Moves to the next row, in the next batch if this one is done.
    private boolean advance() {
        if (ended) {
            return false;
        }
        while (row >= rows) {
            if (!table.next()) {
                ended = true;
                return false;
            }
            row = 0;
            rows = table.rows();
        }
        return true;
    }

    /// Notes the id of the row.
    ///
    /// @return whether it has none yet or this is the first row with it
    private boolean note() {
        if (key == null || seen == null) {
            return true;
        }
        Vector ids = table.vector(key);
        return ids.empty[row] || TableOfColumns.isTooLong(ids, row) || seen.add(ids, row);
    }

    @Override
    public long read(LoadCopy out, int most, List<LoadReject> rejects) throws SQLException {
        long read = 0;
        Rejected told = (source, line, column, value, reason) ->
                rejects.add(new LoadReject(line, column, value, reason, family(), person()));
        while (read < most && advance()) {
            boolean first = note();
            boolean readable = table.check(row, told) && fits(told);
            if (readable && !first && key != null) {
                table.reject(row, told, key.header(), table.vector(key).text(row), "a second row with the same id");
                readable = false;
            }
            if (readable) {
                write(out);
            }
            read++;
            row++;
        }
        return read;
    }

    private String family() {
        return switch (kind) {
            case FAMILIES -> table.text(Column.FAMILY_ID, row);
            case PERSONS -> table.text(Column.PERSON_FAMILY_ID, row);
            case LIVESTOCK -> table.text(Column.LIVESTOCK_FAMILY_ID, row);
            case PLOTS -> table.text(Column.PLOT_FAMILY_ID, row);
            case FACTS -> table.text(Column.FACT_FAMILY_ID, row);
            case INCOMES, SOURCES -> "";
        };
    }

    private String person() {
        return kind == HouseholdFile.FACTS ? table.text(Column.FACT_PERSON_ID, row) : "";
    }

    /// What the database asks beyond the household format: no NUL in a text, and codes of places that can be.
    private boolean fits(Rejected told) {
        for (Column column : columns) {
            if (!table.has(column)) {
                continue;
            }
            if (column == Column.REGION) {
                long region = table.value(column, row);
                if (region < 10) {
                    String text = table.text(column, row);
                    table.reject(
                            row, told, "region", text, "'%s' is no region: their codes begin with 10".formatted(text));
                    return false;
                }
            } else if (!column.held()) {
                Vector cells = table.vector(column);
                if (cells.empty[row]) {
                    continue;
                }
                if (column == Column.DISTRICT || column == Column.SETTLEMENT) {
                    String text = cells.text(row);
                    if (Integer.parseInt(text) < FIRST_KATO) {
                        table.reject(
                                row,
                                told,
                                column.header(),
                                text,
                                "'%s' is no place: KATO codes begin with 10".formatted(text));
                        return false;
                    }
                }
                if (hasNul(cells)) {
                    table.reject(
                            row,
                            told,
                            column.header(),
                            cells.text(row).replace('\0', '�'),
                            "the text has a character that cannot be kept (NUL)");
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hasNul(Vector cells) {
        if (cells.kind == Vector.Kind.TEXT) {
            for (int i = cells.start(row); i < cells.end[row]; i++) {
                if (cells.bytes[i] == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void write(LoadCopy out) throws SQLException {
        out.row(columns.size() + 1);
        out.bigint(table.line(row));
        for (int i = 0; i < codes.length; i++) {
            Column column = columns.get(i);
            if (!table.has(column)) {
                out.none();
            } else if (!column.held()) {
                out.text(table.vector(column), row);
            } else {
                write(out, column, codes[i], table.value(column, row));
            }
        }
    }

    private void write(LoadCopy out, Column column, byte[][] list, long value) {
        if (column.type() == Column.Type.BENEFITS) {
            Vector cells = table.vector(column);
            if (cells.empty[row]) {
                out.text("");
            } else {
                out.text(cells, row);
            }
        } else if (value == column.type().unknown()) {
            out.none();
        } else {
            switch (column.type()) {
                case COUNT -> out.integer((int) value);
                case AREA, MONEY -> out.bigint(value);
                case BOOLEAN -> out.truth(value == 1);
                case DATE -> out.date((int) value);
                case EVENT -> {
                    if (value == Households.NEVER) {
                        out.never();
                    } else {
                        out.date((int) value);
                    }
                }
                case CODE -> out.text(list[(int) value]);
                case TEXT, BENEFITS, MONTH -> throw new IllegalStateException(column.name());
            }
        }
    }

    /// The columns of the format that the file has, by name.
    List<Column> found() {
        return new ArrayList<>(table.found());
    }

    @Override
    public void close() {
        table.close();
    }
}
