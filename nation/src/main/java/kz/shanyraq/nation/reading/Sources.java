package kz.shanyraq.nation.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.Coverage.Asked;
import kz.shanyraq.policy.household.HouseholdFile;

/// Reads which registers were asked for which months. A row that cannot be read is an answer for no month: its
/// kind (every kind, where that cannot be told) was asked for the months of its other rows only.
final class Sources {

    private static final int MONTH = "YYYY-MM".length();
    private static final int NO_MONTH = -1;

    static List<Asked> read(Path data, Warnings warnings, Rejects rejects, Set<Column> columns) {
        Path file = Table.find(data, HouseholdFile.SOURCES.code());
        var asked = new ArrayList<Asked>();
        if (file == null) {
            return asked;
        }
        try (var table = new TableOfColumns(file, HouseholdFile.SOURCES, warnings)) {
            columns.addAll(table.found());
            while (table.next()) {
                for (int row = 0; row < table.rows(); row++) {
                    if (!table.check(row, rejects) || !add(table, row, rejects, asked)) {
                        String kind = table.text(Column.SOURCE_KIND, row);
                        asked.add(new Asked(Coverage.isKind(kind) ? kind : Coverage.EVERY_KIND, NO_MONTH, NO_MONTH));
                    }
                }
            }
        }
        return asked;
    }

    /// Adds what a row tells.
    ///
    /// @return whether it can be read
    private static boolean add(TableOfColumns table, int row, Rejects rejects, List<Asked> asked) {
        String kind = table.text(Column.SOURCE_KIND, row);
        if (!Coverage.isKind(kind)) {
            table.reject(
                    row,
                    rejects,
                    "kind",
                    kind,
                    "'%s' is no kind of income, livestock, plots, property or *".formatted(kind));
            return false;
        }
        int from = month(table, row, Column.ASKED_FROM, rejects);
        int to = from < 0 ? NO_MONTH : month(table, row, Column.ASKED_TO, rejects);
        return to >= 0 && asked.add(new Asked(kind, from, to));
    }

    /// A month as `YYYY-MM`, or the month of a day.
    private static int month(TableOfColumns table, int row, Column column, Rejects rejects) {
        String text = table.text(column, row);
        try {
            if (text.length() > MONTH) {
                Column.BIRTH_DATE.parse(text); // a day must be one
            }
            return (int) Column.INCOME_MONTH.parse(text.substring(0, Math.min(MONTH, text.length())));
        } catch (IllegalArgumentException wrong) {
            table.reject(row, rejects, column.header(), text, String.valueOf(wrong.getMessage()));
            return NO_MONTH;
        }
    }

    private Sources() {}
}
