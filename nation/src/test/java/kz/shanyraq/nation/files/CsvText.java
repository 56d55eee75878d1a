package kz.shanyraq.nation.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All cells of a table as texts, for tests: the header, then the rows.
public final class CsvText {

    /// The cells of a file.
    public static List<List<String>> of(Path file) {
        try (Table table = Table.open(file)) {
            var rows = new ArrayList<List<String>>();
            rows.add(table.columns());
            Batch batch = table.choose(table.columns());
            while (table.read(batch)) {
                for (int row = 0; row < batch.rows; row++) {
                    var cells = new ArrayList<String>();
                    for (int column = 0; column < batch.names().size(); column++) {
                        cells.add(batch.column(column).text(row));
                    }
                    rows.add(cells);
                }
            }
            return rows;
        }
    }

    /// The cells of one column, without its header.
    public static List<String> column(Path file, String name) {
        List<List<String>> rows = of(file);
        int place = rows.getFirst().indexOf(name);
        return rows.stream().skip(1).map(row -> row.get(place)).toList();
    }

    private CsvText() {}
}
