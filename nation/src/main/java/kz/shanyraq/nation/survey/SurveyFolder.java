package kz.shanyraq.nation.survey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;

/// The folder of a survey: its files, read whole.
final class SurveyFolder {

    private final SurveySet set;
    private final Path folder;

    /// @throws Unreadable if there is no such folder
    SurveyFolder(SurveySet set, Path folder) {
        this.set = set;
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new Unreadable("""
                    There is no folder %s.
                    Maybe the microdata have not been copied there.""".formatted(folder));
        }
    }

    /// The rows of a file.
    ///
    /// @throws Unreadable if it is missing, damaged, or has not all columns that the mapping names
    List<SurveyRow> rows(String name) {
        Path file = Table.find(folder, name);
        if (file == null) {
            throw new Unreadable("There is no file %s.csv in %s.%n%s".formatted(name, folder, maybe()));
        }
        List<String> wanted = set.mapping().lines().stream()
                .filter(line -> line.file().equals(name))
                .map(Mapping.Line::variable)
                .toList();
        try (Table table = Table.open(file)) {
            for (String column : wanted) {
                if (!table.columns().contains(column)) {
                    throw new Unreadable("""
                            The file %s has no column '%s', which %s has. Its columns are: %s.
                            Maybe it is of another set.""".formatted(file, column, set.code(), String.join(", ", table.columns())));
                }
            }
            return rows(table, wanted);
        }
    }

    private String maybe() {
        return Files.isDirectory(folder.resolve(set.code()))
                ? "Maybe %s is meant.".formatted(folder.resolve(set.code()))
                : "Maybe it is the folder of another set.";
    }

    private static List<SurveyRow> rows(Table table, List<String> columns) {
        var rows = new ArrayList<SurveyRow>();
        Batch batch = table.choose(columns);
        while (table.read(batch)) {
            for (int row = 0; row < batch.rows; row++) {
                var cells = new HashMap<String, String>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i), batch.column(i).text(row).strip());
                }
                String fault = batch.oddCells[row] == 0
                        ? null
                        : "the line has %d cells, the header has %d"
                                .formatted(batch.oddCells[row], table.columns().size());
                rows.add(new SurveyRow(table.file(), batch.lines[row], cells, fault));
            }
        }
        return rows;
    }
}
