package kz.shanyraq.nation.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// A table in a CSV file (RFC 4180): UTF-8 with or without a byte-order mark, `,` or `;` detected from the
/// header, LF or CRLF.
final class CsvTable implements Table {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private final boolean endsWithLine;
    private int[] places = {};

    CsvTable(Path file) {
        this.file = file;
        if (!Files.isReadable(file)) {
            throw new Unreadable("There is no readable file %s.".formatted(file));
        }
        try {
            endsWithLine = endsWithLine(file);
            reader = CsvReader.builder()
                    .fieldSeparator(separator(file))
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .build(CsvRecordHandler.of(), open(file));
            records = reader.iterator();
            columns = header();
        } catch (IOException broken) {
            throw new Unreadable("The file %s cannot be read: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    private List<String> header() {
        if (!hasNext()) {
            throw new Unreadable("""
                    The file %s is empty; a header line is expected.
                    Maybe the export failed.""".formatted(file));
        }
        List<String> names = next().getFields().stream().map(String::strip).toList();
        for (String name : names) {
            if (Collections.frequency(names, name) > 1) {
                throw new Unreadable("The header of %s names the column '%s' twice.".formatted(file, name));
            }
        }
        return names;
    }

    private static Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(3);
        if (!(in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF)) {
            in.reset();
        }
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /// `;` if the header line has more of them than of `,`.
    private static char separator(Path file) throws IOException {
        try (var lines = new BufferedReader(open(file))) {
            String header = lines.readLine();
            long semicolons =
                    header == null ? 0 : header.chars().filter(c -> c == ';').count();
            long commas =
                    header == null ? 0 : header.chars().filter(c -> c == ',').count();
            return semicolons > commas ? ';' : ',';
        } catch (CharacterCodingException notUtf8) {
            throw notUtf8(file, notUtf8);
        }
    }

    private static boolean endsWithLine(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return true;
            }
            bytes.seek(bytes.length() - 1);
            int last = bytes.read();
            return last == '\n' || last == '\r';
        }
    }

    private static Unreadable notUtf8(Path file, Exception cause) {
        return new Unreadable("""
                The file %s is not UTF-8.
                Maybe it was saved as Windows-1251 or UTF-16, or is packed: save it again as UTF-8.""".formatted(file), cause);
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw notUtf8(file, broken);
            }
            throw new Unreadable("The file %s cannot be read: %s".formatted(file, broken.getMessage()), broken);
        } catch (CsvParseException broken) {
            throw Unreadable.cutOff(file, String.valueOf(broken.getMessage()));
        }
    }

    private CsvRecord next() {
        return records.next();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long rowsIfKnown() {
        return -1;
    }

    @Override
    public Batch choose(List<String> names) {
        places = names.stream().mapToInt(columns::indexOf).toArray();
        return new Batch(names, Collections.nCopies(names.size(), Vector.Kind.TEXT));
    }

    @Override
    public boolean read(Batch batch) {
        batch.clear();
        batch.reserve(BATCH);
        while (batch.rows < BATCH && hasNext()) {
            CsvRecord cells = next();
            int count = cells.getFieldCount();
            if (count < columns.size() && !endsWithLine && !hasNext()) {
                throw Unreadable.cutOff(
                        file,
                        "its last line %d has %d cells, not %d"
                                .formatted(cells.getStartingLineNumber(), count, columns.size()));
            }
            if (!hasNext()) {
                checkLastQuote(cells);
            }
            for (int i = 0; i < places.length; i++) {
                if (places[i] < count) {
                    batch.column(i).add(cells.getField(places[i]));
                } else {
                    batch.column(i).addEmpty();
                }
            }
            batch.lines[batch.rows] = cells.getStartingLineNumber();
            batch.oddCells[batch.rows] = count == columns.size() ? 0 : count;
            batch.rows++;
        }
        return batch.rows > 0;
    }

    /// A quote that nobody closes takes all that follows into one cell: the file then ends with that cell.
    private void checkLastQuote(CsvRecord last) {
        String cell = last.getField(last.getFieldCount() - 1);
        String open = "\"" + cell.replace("\"", "\"\"");
        byte[] tail = open.getBytes(StandardCharsets.UTF_8);
        if (endsWith(tail) && !endsWith((open + "\"").getBytes(StandardCharsets.UTF_8))) {
            throw Unreadable.cutOff(
                    file,
                    "a quote of the record that begins in line %d is never closed"
                            .formatted(last.getStartingLineNumber()));
        }
    }

    private boolean endsWith(byte[] tail) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < tail.length) {
                return false;
            }
            bytes.seek(bytes.length() - tail.length);
            byte[] end = new byte[tail.length];
            bytes.readFully(end);
            return Arrays.equals(end, tail);
        } catch (IOException broken) {
            throw new Unreadable("The file %s cannot be read: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException ignored) {
            // A file that was only read loses nothing.
        }
    }
}
