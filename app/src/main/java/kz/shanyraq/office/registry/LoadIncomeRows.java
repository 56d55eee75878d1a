package kz.shanyraq.office.registry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.nation.reading.Rejected;
import kz.shanyraq.nation.reading.TableOfColumns;
import kz.shanyraq.nation.reading.Warnings;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;

/// The file of incomes: the rows of a person that stand together are told together. Several sums of one kind and
/// month add up, and equal consecutive months become one row with a range.
final class LoadIncomeRows implements LoadRows {

    private static final int MOST_OF_ONE = 100_000;
    private static final int LONGEST_TERM = Short.MAX_VALUE;

    private final TableOfColumns table;
    private final LoadSeen seen = new LoadSeen();
    private int row;
    private int rows;
    private boolean ended;
    private byte[] person = {};
    private int personLength = -1;
    private boolean again;

    private int size;
    private long[] order = new long[64];
    private long[] amounts = new long[64];
    private long[] lines = new long[64];
    private int[] counts = new int[64];

    LoadIncomeRows(Path file, Warnings warnings) {
        this.table = new TableOfColumns(file, HouseholdFile.INCOMES, warnings);
    }

    @Override
    public String columns() {
        return "line bigint, person_key text, kind smallint, since date, until date, amount bigint, term_months smallint, rows integer, again boolean";
    }

    @Override
    public long total() {
        return table.rowsIfKnown();
    }

    @Override
    public void skip(long passed) {
        for (long i = 0; i < passed && advance(); i++) {
            Vector ids = table.vector(Column.INCOME_PERSON_ID);
            if (!ids.empty[row] && !samePerson(ids)) {
                begin(ids);
            }
            row++;
        }
        personLength = -1;
    }

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

    private boolean samePerson(Vector ids) {
        if (ids.kind != Vector.Kind.TEXT) {
            byte[] text = ids.text(row).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return personLength == text.length && Arrays.equals(person, 0, personLength, text, 0, text.length);
        }
        return personLength == ids.length(row)
                && Arrays.equals(person, 0, personLength, ids.bytes, ids.start(row), ids.end[row]);
    }

    private void begin(Vector ids) {
        if (ids.kind == Vector.Kind.TEXT) {
            personLength = ids.length(row);
            if (person.length < personLength) {
                person = new byte[2 * personLength];
            }
            System.arraycopy(ids.bytes, ids.start(row), person, 0, personLength);
        } else {
            person = ids.text(row).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            personLength = person.length;
        }
        again = !seen.add(ids, row);
    }

    @Override
    public long read(LoadCopy out, int most, List<LoadReject> rejects) throws SQLException {
        long read = 0;
        Rejected told = (source, line, column, value, reason) ->
                rejects.add(new LoadReject(line, column, value, reason, "", table.text(Column.INCOME_PERSON_ID, row)));
        personLength = -1;
        while (advance()) {
            Vector ids = table.vector(Column.INCOME_PERSON_ID);
            if (!samePerson(ids) || size >= MOST_OF_ONE) {
                write(out);
                if (read >= most) {
                    return read;
                }
                begin(ids);
            }
            if (table.check(row, told) && fits(told)) {
                add();
            }
            read++;
            row++;
        }
        write(out);
        return read;
    }

    private boolean fits(Rejected told) {
        long term = table.value(Column.TERM_MONTHS, row);
        if (term > LONGEST_TERM) {
            String text = table.text(Column.TERM_MONTHS, row);
            table.reject(row, told, "term_months", text, "'%s' is more than %d months".formatted(text, LONGEST_TERM));
            return false;
        }
        for (int i = 0; i < personLength; i++) {
            if (person[i] == 0) {
                table.reject(row, told, "person_id", "", "the text has a character that cannot be kept (NUL)");
                return false;
            }
        }
        return true;
    }

    /// Adds the row to what its person received: kind, term and month in one number, by which it is ordered.
    private void add() {
        if (size == order.length) {
            order = Arrays.copyOf(order, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        long kind = table.value(Column.INCOME_KIND, row);
        long term = table.value(Column.TERM_MONTHS, row) + 1;
        long month = table.value(Column.INCOME_MONTH, row);
        long key = kind << 40 | month << 20 | term;
        int at = size;
        while (at > 0 && order[at - 1] > key) {
            at--;
        }
        if (at > 0 && order[at - 1] == key) {
            amounts[at - 1] += table.value(Column.INCOME_AMOUNT, row);
            counts[at - 1]++;
            return;
        }
        System.arraycopy(order, at, order, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        System.arraycopy(lines, at, lines, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        order[at] = key;
        amounts[at] = table.value(Column.INCOME_AMOUNT, row);
        lines[at] = table.line(row);
        counts[at] = 1;
        size++;
    }

    private void write(LoadCopy out) throws SQLException {
        int from = 0;
        while (from < size) {
            int to = from + 1;
            int told = counts[from];
            while (to < size && amounts[to] == amounts[from] && order[to] == order[from] + ((long) (to - from) << 20)) {
                told += counts[to++];
            }
            write(out, from, to, told);
            from = to;
        }
        size = 0;
    }

    private void write(LoadCopy out, int from, int to, int told) throws SQLException {
        int term = (int) (order[from] & 0xFFFFF) - 1;
        out.row(9);
        out.bigint(lines[from]);
        out.text(person, 0, personLength);
        out.smallint((int) (order[from] >> 40));
        out.date(day(order[from]));
        out.date(day(order[to - 1] + (1 << 20)));
        out.bigint(amounts[from]);
        if (term < 0) {
            out.none();
        } else {
            out.smallint(term);
        }
        out.integer(told);
        out.truth(again);
    }

    private static int day(long key) {
        int month = (int) (key >> 20 & 0xFFFFF);
        return Math.toIntExact(
                java.time.LocalDate.of(month / 12, month % 12 + 1, 1).toEpochDay());
    }

    @Override
    public void close() {
        table.close();
    }
}
