package kz.shanyraq.nation.survey;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Tenge;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.IncomeKind;

/// A row of the household format on its way: cells by column. A cell that is not set is not known.
class Draft {

    private final boolean presuming;
    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final Map<Column, String> presumed = new EnumMap<>(Column.class);

    Draft(Move move) {
        presuming = move.presume();
    }

    void set(Column column, String value) {
        cells.put(column, value);
    }

    void set(Column column, Code value) {
        set(column, value.code());
    }

    /// Presumes a value where none is known, if that is wanted at all.
    void presume(Column column, String value) {
        if (presuming && !cells.containsKey(column)) {
            cells.put(column, value);
            presumed.put(column, value);
        }
    }

    void presume(Column column, Code value) {
        presume(column, value.code());
    }

    boolean has(Column column) {
        return cells.containsKey(column);
    }

    /// A cell; empty if it is not known.
    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    /// What was presumed, by column.
    Map<Column, String> presumed() {
        return presumed;
    }

    /// A family and its persons.
    static final class Family extends Draft {

        final List<Person> persons = new ArrayList<>();
        private final Move move;

        /// A family in a dwelling of the chosen region.
        Family(Move move, String id, String dwelling) {
            super(move);
            this.move = move;
            set(Column.FAMILY_ID, id);
            set(Column.FAMILY_DWELLING_ID, dwelling);
            set(Column.REGION, Column.REGION.format(move.region()));
        }

        /// A further person.
        Person person(String id) {
            var person = new Person(move, id, cell(Column.FAMILY_ID));
            persons.add(person);
            return person;
        }
    }

    /// A person and the incomes of the months before the move.
    static final class Person extends Draft {

        private static final int MONTHS_OF_YEAR = 12;

        private final Move move;
        private final Map<IncomeKind, SortedMap<YearMonth, Long>> incomes = new EnumMap<>(IncomeKind.class);

        private Person(Move move, String id, String family) {
            super(move);
            this.move = move;
            set(Column.PERSON_ID, id);
            set(Column.PERSON_FAMILY_ID, family);
        }

        void bornAt(LocalDate date) {
            set(Column.BIRTH_DATE, date.toString());
        }

        /// An income of a month, in hundredths of the survey's currency.
        ///
        /// @param monthsBefore 1 for the latest month before the move
        void received(IncomeKind kind, long hundredths, int monthsBefore) {
            add(kind, move.month().minusMonths(monthsBefore), move.factor().tenge(hundredths));
        }

        /// An income of the year before the move: a twelfth each month, so that the months add up to the year.
        void receivedInYear(IncomeKind kind, long hundredths) {
            long year = move.factor().tenge(hundredths);
            long before = 0;
            for (int month = 1; month <= MONTHS_OF_YEAR; month++) {
                long until = Tenge.round(year * month, MONTHS_OF_YEAR);
                add(kind, move.month().minusMonths(MONTHS_OF_YEAR + 1L - month), until - before);
                before = until;
            }
        }

        private void add(IncomeKind kind, YearMonth month, long tenge) {
            if (tenge > 0) {
                incomes.computeIfAbsent(kind, none -> new TreeMap<>()).merge(month, tenge, Long::sum);
            }
        }

        /// The incomes, by kind and month.
        Map<IncomeKind, SortedMap<YearMonth, Long>> incomes() {
            return incomes;
        }
    }
}
