package kz.shanyraq.nation.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.TableWriter;
import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.nation.synthetic.HouseholdTables;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.IncomeKind;

/// The files of the household format being written family by family, with no column that the survey cannot
/// fill: an absent column is not known.
final class FamilyFiles implements AutoCloseable {

    private static final int FULL = 4096;

    private final Move move;
    private final TableBeingWritten families;
    private final TableBeingWritten persons;
    private final TableBeingWritten incomes;
    private final TableBeingWritten sources;
    private final TableBeingWritten facts;
    private long incomeRows;

    /// @param columns the columns of families and persons that are filled
    FamilyFiles(Path folder, String ending, Set<Column> columns, Move move) {
        this.move = move;
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder %s cannot be made.".formatted(folder), broken);
        }
        families = table(folder, ending, HouseholdFile.FAMILIES, columns);
        persons = table(folder, ending, HouseholdFile.PERSONS, columns);
        incomes = table(folder, ending, HouseholdFile.INCOMES, Set.of(Column.values()));
        sources = table(folder, ending, HouseholdFile.SOURCES, Set.of(Column.values()));
        facts = table(folder, ending, HouseholdFile.FACTS, Set.of(Column.values()));
    }

    private static TableBeingWritten table(Path folder, String ending, HouseholdFile file, Set<Column> columns) {
        List<Column> filled = Column.of(file).stream().filter(columns::contains).toList();
        return new TableBeingWritten(folder.resolve(file.code() + ending), filled);
    }

    /// Writes a family with its persons and their incomes, and which values were presumed.
    void write(Draft.Family family) {
        families.add(family::cell);
        writeFacts(family, Column.FACT_FAMILY_ID, family.cell(Column.FAMILY_ID));
        for (Draft.Person person : family.persons) {
            persons.add(person::cell);
            writeIncomes(person);
            writeFacts(person, Column.FACT_PERSON_ID, person.cell(Column.PERSON_ID));
        }
    }

    private void writeIncomes(Draft.Person person) {
        for (Map.Entry<IncomeKind, SortedMap<YearMonth, Long>> kind :
                person.incomes().entrySet()) {
            kind.getValue().forEach((month, tenge) -> {
                var row = new EnumMap<Column, String>(Column.class);
                row.put(Column.INCOME_PERSON_ID, person.cell(Column.PERSON_ID));
                row.put(Column.INCOME_MONTH, month.toString());
                row.put(Column.INCOME_KIND, kind.getKey().code());
                row.put(Column.INCOME_AMOUNT, Long.toString(tenge));
                incomes.add(row);
                incomeRows++;
            });
        }
    }

    private void writeFacts(Draft draft, Column owner, String id) {
        String day = move.day().toString();
        draft.presumed().forEach((column, value) -> {
            var row = new EnumMap<Column, String>(Column.class);
            row.put(owner, id);
            row.put(Column.FACT_COLUMN, column.header());
            row.put(Column.FACT_VALUE, value);
            row.put(Column.FACT_SOURCE, Presumption.SOURCE);
            row.put(Column.VALID_FROM, day);
            row.put(Column.FACT_RECEIVED_ON, day);
            facts.add(row);
        });
    }

    /// Writes for which months which kinds were asked. Where it is presumed that there is nothing of what was not
    /// asked, everything was.
    ///
    /// The format has no word for "never asked": such a kind gets a span that ends before it begins.
    void writeSources(int months, Set<IncomeKind> notAsked) {
        YearMonth first = move.month().minusMonths(months);
        YearMonth last = move.month().minusMonths(1);
        if (move.presume()) {
            asked(Coverage.EVERY_KIND, first, last);
            return;
        }
        for (IncomeKind kind : IncomeKind.values()) {
            asked(kind.code(), first, notAsked.contains(kind) ? first.minusMonths(1) : last);
        }
        for (String farm : List.of(HouseholdFile.LIVESTOCK.code(), HouseholdFile.PLOTS.code())) {
            asked(farm, first, first.minusMonths(1));
        }
    }

    private void asked(String kind, YearMonth from, YearMonth to) {
        var row = new EnumMap<Column, String>(Column.class);
        row.put(Column.SOURCE_KIND, kind);
        row.put(Column.ASKED_FROM, from.toString());
        row.put(Column.ASKED_TO, to.toString());
        row.put(Column.SOURCE_RECEIVED_ON, move.day().toString());
        sources.add(row);
    }

    /// How many incomes were written.
    long incomeRows() {
        return incomeRows;
    }

    @Override
    public void close() {
        for (TableBeingWritten table : Arrays.asList(families, persons, incomes, sources, facts)) {
            table.close();
        }
    }

    /// One table of the format.
    private static final class TableBeingWritten implements AutoCloseable {

        /// The text of a row's cell; empty if it is not known.
        private interface Cells {
            String of(Column column);
        }

        private final List<Column> columns;
        private final TableWriter writer;
        private final Batch batch;

        TableBeingWritten(Path file, List<Column> columns) {
            this.columns = columns;
            this.writer = TableWriter.create(
                    file, columns.stream().map(HouseholdTables::written).toList());
            this.batch = writer.batch();
        }

        void add(Map<Column, String> row) {
            add(column -> row.getOrDefault(column, ""));
        }

        void add(Cells row) {
            for (int i = 0; i < columns.size(); i++) {
                add(columns.get(i), row.of(columns.get(i)), batch.column(i));
            }
            batch.rows++;
            if (batch.rows == FULL) {
                flush();
            }
        }

        private static void add(Column column, String text, Vector cells) {
            if (text.isEmpty()) {
                cells.addEmpty();
                return;
            }
            long raw = column.held() ? column.parse(text) : 0; // a code that the format does not know must not pass
            if (cells.kind == Vector.Kind.TEXT) {
                cells.add(text);
            } else {
                cells.add(raw);
            }
        }

        private void flush() {
            writer.write(batch);
            batch.clear();
        }

        @Override
        public void close() {
            flush();
            writer.close();
        }
    }
}
