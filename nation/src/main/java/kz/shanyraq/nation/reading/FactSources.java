package kz.shanyraq.nation.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;

/// Who told which fact about a family and its persons, from the file of facts, where there is one.
public final class FactSources {

    private final Map<String, TreeSet<String>> byColumn = new HashMap<>();

    /// Reads the sources of a family's facts.
    ///
    /// @throws kz.shanyraq.nation.files.Unreadable if there is a file of facts that cannot be read
    public static FactSources read(Path data, String family, List<String> persons) {
        var sources = new FactSources();
        Path file = Table.find(data, HouseholdFile.FACTS.code());
        if (file == null) {
            return sources;
        }
        try (Table table = Table.open(file)) {
            List<String> columns = Column.of(HouseholdFile.FACTS).stream()
                    .map(Column::header)
                    .filter(table.columns()::contains)
                    .toList();
            Batch batch = table.choose(columns);
            while (table.read(batch)) {
                for (int row = 0; row < batch.rows; row++) {
                    if (family.equals(cell(batch, "family_id", row))
                            || persons.contains(cell(batch, "person_id", row))) {
                        sources.add(
                                cell(batch, "column", row),
                                cell(batch, "source", row),
                                cell(batch, "received_on", row));
                    }
                }
            }
        }
        return sources;
    }

    private static String cell(Batch batch, String column, int row) {
        int place = batch.place(column);
        return place < 0 ? "" : batch.column(place).text(row);
    }

    private void add(String column, String source, String received) {
        if (!source.isEmpty()) {
            byColumn.computeIfAbsent(column, name -> new TreeSet<>())
                    .add(received.isEmpty() ? source : source + ", " + received);
        }
    }

    /// The sources of some columns, each with the day on which it was received; empty if nobody is told.
    public List<String> of(List<Column> columns) {
        var sources = new ArrayList<String>();
        for (Column column : columns) {
            for (String source : byColumn.getOrDefault(column.header(), new TreeSet<>())) {
                if (!sources.contains(source)) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }
}
