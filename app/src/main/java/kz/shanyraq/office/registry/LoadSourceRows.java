package kz.shanyraq.office.registry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.nation.reading.TextForm;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.IncomeKind;
import org.jspecify.annotations.Nullable;

/// The file of a single source: one value of one person a row (`docs/household-data.md`, "single-source files").
final class LoadSourceRows implements LoadRows {

    private static final List<String> REQUIRED = List.of("column", "value");
    private static final List<String> KNOWN = List.of(
            "source_record_id",
            "iin",
            "last_name",
            "first_name",
            "patronymic",
            "birth_date",
            "sex",
            "mother_iin",
            "column",
            "value",
            "valid_from",
            "valid_to");

    /// What a row tells of: a column of a sheet, an income, a birth or a death.
    ///
    /// @param sheet the sheet; empty for births and deaths
    /// @param column its column in that sheet
    /// @param form the column of the household format whose rules its value follows
    record Topic(String sheet, String column, @Nullable Column form, int kind) {}

    private static final Map<String, Topic> TOPICS = topics();

    private final Table table;
    private final Batch batch;
    private final Map<String, Integer> places = new HashMap<>();
    private final LocalDate validOn;
    private int row;
    private boolean ended;

    /// Opens a file.
    ///
    /// @param validOn from when a value holds whose row does not say
    LoadSourceRows(Path file, LocalDate validOn) {
        this.table = Table.open(file);
        this.validOn = validOn;
        List<String> header = table.columns();
        for (String name : REQUIRED) {
            if (!header.contains(name)) {
                table.close();
                throw new Unreadable("""
                        The file %s has no column '%s', which is required. Its columns are: %s.
                        Maybe it is a file of households: load its folder, without --source.""".formatted(file, name, String.join(", ", header)));
            }
        }
        List<String> found = KNOWN.stream().filter(header::contains).toList();
        this.batch = table.choose(found);
        for (int i = 0; i < found.size(); i++) {
            places.put(found.get(i), i);
        }
    }

    private static Map<String, Topic> topics() {
        var topics = new HashMap<String, Topic>();
        for (HouseholdFile file : List.of(HouseholdFile.PERSONS, HouseholdFile.FAMILIES)) {
            for (Column column : Column.of(file)) {
                Sheet sheet = Sheet.holding(column);
                if (sheet != null) {
                    sheet.cells().stream()
                            .filter(cell -> cell.told() == column)
                            .forEach(cell ->
                                    topics.put(column.header(), new Topic(sheet.code(), cell.column(), column, -1)));
                }
            }
        }
        for (Column place : List.of(Column.DISTRICT, Column.SETTLEMENT)) {
            topics.put(place.header(), new Topic(Sheet.HOME.code(), "kato", place, -1));
        }
        for (IncomeKind kind : IncomeKind.values()) {
            topics.put(kind.code(), new Topic(Sheet.INCOME.code(), "amount", Column.INCOME_AMOUNT, kind.ordinal()));
        }
        topics.put("birth", new Topic("", "birth", Column.BIRTH_DATE, -1));
        topics.put("death", new Topic("", "death", Column.BIRTH_DATE, -1));
        return topics;
    }

    @Override
    public String columns() {
        return "line bigint, record text, iin text, last_name text, first_name text, patronymic text, birth_date date, sex text, mother_iin text, "
                + "sheet text, name text, kind smallint, value text, since date, until date";
    }

    @Override
    public long total() {
        return table.rowsIfKnown();
    }

    @Override
    public void skip(long passed) {
        for (long i = 0; i < passed && advance(); i++) {
            row++;
        }
    }

    private boolean advance() {
        if (ended) {
            return false;
        }
        if (row >= batch.rows || batch.names().isEmpty()) {
            if (!table.read(batch)) {
                ended = true;
                return false;
            }
            row = 0;
        }
        return true;
    }

    @Override
    public long read(LoadCopy out, int most, List<LoadReject> rejects) throws SQLException {
        long read = 0;
        while (read < most && advance()) {
            try {
                write(out);
            } catch (Wrong wrong) {
                rejects.add(new LoadReject(batch.lines[row], wrong.column, cell(wrong.column), wrong.reason(), "", ""));
            }
            read++;
            row++;
        }
        return read;
    }

    /// A cell that cannot be read.
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final String column;

        Wrong(String column, String reason) {
            super(reason, null, false, false);
            this.column = column;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private String cell(String name) {
        Integer place = places.get(name);
        return place == null ? "" : batch.column(place).text(row);
    }

    private void write(LoadCopy out) throws SQLException, Wrong {
        if (batch.oddCells[row] != 0) {
            throw new Wrong(
                    "",
                    "the line has %d cells, the header has %d"
                            .formatted(batch.oddCells[row], table.columns().size()));
        }
        Topic topic = TOPICS.get(required("column"));
        if (topic == null) {
            throw new Wrong(
                    "column",
                    "'%s' is no column of families or persons, no kind of income, nor birth or death"
                            .formatted(cell("column")));
        }
        String value = value(topic, topic.form == Column.RECEIVES ? cell("value") : required("value"));
        var texts = new ArrayList<String>();
        for (String name : List.of("source_record_id", "iin", "last_name", "first_name", "patronymic")) {
            texts.add(cell(name));
        }
        for (String name : List.of("iin", "mother_iin")) {
            String iin = cell(name);
            if (!iin.isEmpty() && !TextForm.IIN.fits(iin)) {
                throw new Wrong(name, "'%s' is not %s".formatted(iin, TextForm.IIN.words()));
            }
        }
        if (texts.stream().anyMatch(text -> text.indexOf('\0') >= 0) || value.indexOf('\0') >= 0) {
            throw new Wrong("", "the text has a character that cannot be kept (NUL)");
        }
        Integer birth = date("birth_date");
        boolean named = !cell("last_name").isEmpty() && !cell("first_name").isEmpty() && birth != null;
        if (cell("iin").isEmpty() && !named && !topic.column.equals("birth")) {
            throw new Wrong("iin", "there is neither an IIN nor a whole name with a birth date");
        }
        String sex = cell("sex");
        if (!sex.isEmpty()) {
            parsed(Column.SEX, "sex", sex);
        }
        Integer since = date("valid_from");
        Integer until = date("valid_to");
        int day = Math.toIntExact(validOn.toEpochDay());
        boolean income = topic.kind >= 0;
        if (income && since == null) {
            throw new Wrong("valid_from", "an income needs the month in which it was received");
        }
        if (until != null && until < (since == null ? day : since)) {
            throw new Wrong("valid_to", "'%s' is before the first day".formatted(cell("valid_to")));
        }
        if (income && since != null) {
            LocalDate first = LocalDate.ofEpochDay(since).withDayOfMonth(1);
            LocalDate last = LocalDate.ofEpochDay(until == null ? since : until);
            since = Math.toIntExact(first.toEpochDay());
            until = Math.toIntExact(last.withDayOfMonth(1).plusMonths(1).toEpochDay()) - 1;
        }
        out.row(15);
        out.bigint(batch.lines[row]);
        for (String text : texts) {
            textOrNone(out, text);
        }
        dateOrNone(out, birth);
        textOrNone(out, sex);
        textOrNone(out, cell("mother_iin"));
        out.text(topic.sheet);
        out.text(topic.column);
        if (income) {
            out.smallint(topic.kind);
        } else {
            out.none();
        }
        out.text(value);
        out.date(since == null ? day : since);
        dateOrNone(out, until == null ? null : until + 1);
    }

    private String required(String name) throws Wrong {
        String text = cell(name);
        if (text.isEmpty()) {
            throw new Wrong(name, "a value is required");
        }
        return text;
    }

    private String value(Topic topic, String text) throws Wrong {
        Column form = topic.form;
        if (form == null) {
            return text;
        }
        TextForm textual = TextForm.of(form);
        if (textual != TextForm.ANY) {
            if (!textual.fits(text) || (textual == TextForm.KATO && text.startsWith("0"))) {
                throw new Wrong("value", "'%s' is not %s".formatted(text, textual.words()));
            }
        } else if (form.held() && !text.isEmpty()) {
            long raw = parsed(form, "value", text);
            return form.type() == Column.Type.AREA ? form.format(raw) : text;
        }
        return text;
    }

    private static long parsed(Column column, String name, String text) throws Wrong {
        try {
            return column.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new Wrong(name, String.valueOf(wrong.getMessage()));
        }
    }

    private @Nullable Integer date(String name) throws Wrong {
        String text = cell(name);
        return text.isEmpty() ? null : (Integer) (int) parsed(Column.BIRTH_DATE, name, text);
    }

    private static void textOrNone(LoadCopy out, String text) {
        if (text.isEmpty()) {
            out.none();
        } else {
            out.text(text);
        }
    }

    private static void dateOrNone(LoadCopy out, @Nullable Integer day) {
        if (day == null) {
            out.none();
        } else {
            out.date(day);
        }
    }

    /// The columns that a single-source file may name, for help texts.
    static List<String> topicNames() {
        return Arrays.asList(TOPICS.keySet().stream().sorted().toArray(String[]::new));
    }

    @Override
    public void close() {
        table.close();
    }
}
