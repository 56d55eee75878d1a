package kz.shanyraq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.shanyraq.nation.files.Batch;
import kz.shanyraq.nation.files.Table;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.figures.Figure;
import kz.shanyraq.policy.figures.Figures;
import org.jspecify.annotations.Nullable;

/// How the words of a call are read, the same for every command.
final class Options {

    /// A month as `YYYY-MM`.
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw new Usage("""
                    The month '%s' is not of the form YYYY-MM.
                    Maybe it is a day: leave out its last part.""".formatted(text));
        }
    }

    /// Benefits by their codes, separated by commas; `all` for every one.
    static Set<Benefit> acts(String text) {
        if (text.equals("all")) {
            return EnumSet.allOf(Benefit.class);
        }
        var benefits = EnumSet.noneOf(Benefit.class);
        for (String code : text.split(",", -1)) {
            benefits.add(Arrays.stream(Benefit.values())
                    .filter(benefit -> benefit.code().equals(code.strip()))
                    .findFirst()
                    .orElseThrow(() -> new Usage("""
                            There is no act '%s'.
                            Maybe one of: all, %s.""".formatted(code, codes(Benefit.values())))));
        }
        return benefits;
    }

    static String codes(Code[] codes) {
        return String.join(", ", Arrays.stream(codes).map(Code::code).toList());
    }

    /// A file that is to be written, whose ending says its format.
    static Path table(String text) {
        if (!text.endsWith(".csv") && !text.endsWith(".parquet")) {
            throw new Usage("""
                    The file '%s' ends neither with .csv nor with .parquet.
                    Maybe add the ending of the format that you want.""".formatted(text));
        }
        Path file = Path.of(text).toAbsolutePath();
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new Usage("""
                    There is no folder %s to write %s to.
                    Maybe make it first.""".formatted(parent, file.getFileName()));
        }
        return file;
    }

    /// The shipped figures, with those of a file laid over them.
    static Figures figures(@Nullable Path file) {
        if (file == null) {
            return Figures.shipped();
        }
        List<String> columns = List.of(Figures.HEADER.split(",", -1));
        try (Table table = Table.open(file)) {
            for (String column : columns) {
                if (!table.columns().contains(column) && !column.equals("source") && !column.equals("until")) {
                    throw new Unreadable("""
                            The file %s has no column '%s', which figures need.
                            Maybe it is not a file of figures: %s.""".formatted(file, column, Figures.HEADER));
                }
            }
            List<String> found =
                    columns.stream().filter(table.columns()::contains).toList();
            Batch batch = table.choose(found);
            var figures = new ArrayList<Figure>();
            while (table.read(batch)) {
                for (int row = 0; row < batch.rows; row++) {
                    var cells = new ArrayList<String>();
                    for (String column : columns) {
                        int place = batch.place(column);
                        cells.add(place < 0 ? "" : batch.column(place).text(row));
                    }
                    figures.add(Figures.figure(cells, Math.toIntExact(batch.lines[row])));
                }
            }
            return Figures.shipped().overlaidBy(Figures.of(figures));
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable(
                    "The file of figures %s cannot be read. %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    /// Makes a folder to write to.
    static Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            return folder;
        } catch (IOException broken) {
            throw new Usage("The folder %s cannot be made: %s".formatted(folder, broken.getMessage()));
        }
    }

    private Options() {}
}
