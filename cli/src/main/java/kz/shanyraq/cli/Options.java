package kz.shanyraq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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

    private static final int MOST_THREADS = 1_024;

    /// A month as `YYYY-MM`.
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            String maybe = text.matches("[0-9]{4}-[0-9]{2}-.*")
                    ? "Maybe it is a day: leave out its last part."
                    : text.matches("[0-9]{4}-[0-9]{2}")
                            ? "Maybe two numbers were exchanged: months are 01 to 12."
                            : "Maybe write it like 2025-03.";
            throw new Usage("The month '%s' is not of the form YYYY-MM.%n%s".formatted(text, maybe));
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
        if (Files.isDirectory(file)) {
            throw new Usage("""
                    %s is a folder; a file is to be written.
                    Maybe name a file in it.""".formatted(file));
        }
        if (!Files.isWritable(parent)) {
            throw new Usage("""
                    The folder %s cannot be written to.
                    Maybe it belongs to another user, or its disk is mounted to be read only.""".formatted(parent));
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
            throw new Usage("""
                    The folder %s cannot be made: %s.
                    Maybe choose another.""".formatted(folder, reason(broken)));
        }
    }

    /// Checks a folder that a command writes whole: what holds something else is never replaced.
    ///
    /// @param ours whether the folder holds what the command writes
    /// @param kind what such a folder is, with its article
    static void whole(Path folder, boolean ours, String kind) {
        if (Files.isRegularFile(folder)) {
            throw new Usage("%s is a file; a folder is to be written.".formatted(folder));
        }
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent() && !ours) {
                    throw new Usage("""
                            The folder %s holds something else than %s, and is not replaced.
                            Maybe choose another --out.""".formatted(folder, kind));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException("The folder %s cannot be read.".formatted(folder), broken);
            }
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        folder(parent == null ? folder : parent);
    }

    /// The ending of the files of a format.
    static String ending(String format) {
        if (!format.equals("parquet") && !format.equals("csv")) {
            throw new Usage("""
                    The format '%s' is not known.
                    Maybe parquet or csv.""".formatted(format));
        }
        return "." + format;
    }

    /// How many workers: as many as cores for 0.
    static int threads(int wanted) {
        if (wanted < 0 || wanted > MOST_THREADS) {
            throw new Usage("""
                    %d workers cannot be set to work; 1 to %d can.
                    Maybe leave out --threads: then there are as many as cores.""".formatted(wanted, MOST_THREADS));
        }
        return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
    }

    /// Why a file cannot be used, in words: the exceptions of the file system often say a path only.
    static String reason(IOException broken) {
        return switch (broken) {
            case NoSuchFileException missing -> "there is no %s".formatted(missing.getFile());
            case AccessDeniedException denied -> "%s is closed to this user".formatted(denied.getFile());
            case FileAlreadyExistsException there -> "%s is there already".formatted(there.getFile());
            case NotDirectoryException file -> "%s is not a folder".formatted(file.getFile());
            case DirectoryNotEmptyException full -> "the folder %s is not empty".formatted(full.getFile());
            default -> String.valueOf(broken.getMessage());
        };
    }

    private Options() {}
}
