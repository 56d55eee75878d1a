package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// Pages decoded by ourselves, a run of values at a time: plain numbers and truth values, and dictionaries with their
/// hybrid of runs and bit-packed groups (Parquet's encodings PLAIN, PLAIN_DICTIONARY and RLE_DICTIONARY).
final class BulkPages implements PageReading {

    private final ColumnDescriptor column;
    private final PageReader pages;

    /// @param into where the column's dictionary is kept
    BulkPages(ColumnDescriptor column, PageReader pages, Page into) throws IOException {
        this.column = column;
        this.pages = pages;
        DictionaryPage page = pages.readDictionaryPage();
        if (page != null) {
            int size = page.getDictionarySize();
            into.dictionary = into.dictionary.length < size ? new int[size + size / 4] : into.dictionary;
            numbers(Zstandard.buffer(page.getBytes()), into.dictionary, size);
        }
    }

    @Override
    public int next(Page into) throws IOException {
        var page = (DataPageV1) pages.readPage();
        if (page == null) {
            return 0;
        }
        int count = page.getValueCount();
        int[] values = into.reserve(count);
        ByteBuffer bytes = Zstandard.buffer(page.getBytes());
        Encoding encoding = page.getValueEncoding();
        if (encoding.usesDictionary()) {
            new Runs(bytes, bytes.get()).read(values, count);
            int[] dictionary = into.dictionary;
            for (int i = 0; i < count; i++) {
                values[i] = dictionary[values[i]];
            }
        } else if (encoding != Encoding.PLAIN) {
            throw new IOException(
                    "The column %s is encoded as %s, which is not read here.".formatted(column, encoding));
        } else if (column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN) {
            new Runs(bytes, 1).unpack(values, 0, (count + 7) / 8);
        } else {
            numbers(bytes, values, count);
        }
        return count;
    }

    private static void numbers(ByteBuffer bytes, int[] into, int count) {
        bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(into, 0, count);
    }

    /// Numbers of a fixed width in bits, as runs of one number or groups of eight packed ones.
    private static final class Runs {
        private final ByteBuffer bytes;
        private final int width;
        private final BytePacker packer;

        Runs(ByteBuffer bytes, int width) {
            this.bytes = bytes;
            this.width = width;
            this.packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
        }

        void read(int[] into, int count) {
            int done = 0;
            if (width == 0) {
                Arrays.fill(into, 0, count, 0);
                return;
            }
            while (done < count) {
                int header = header();
                int run = header >>> 1;
                if ((header & 1) == 0) {
                    Arrays.fill(into, done, done + run, repeated());
                    done += run;
                } else {
                    unpack(into, done, run);
                    done += 8 * run;
                }
            }
        }

        private int header() {
            int header = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes.get();
                header |= (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return header;
        }

        private int repeated() {
            int number = 0;
            for (int shift = 0; shift < width; shift += 8) {
                number |= (bytes.get() & 0xFF) << shift;
            }
            return number;
        }

        void unpack(int[] into, int from, int groups) {
            int at = bytes.position();
            int group = 0;
            for (; group + 4 <= groups; group += 4) {
                packer.unpack32Values(bytes, at + group * width, into, from + 8 * group);
            }
            for (; group < groups; group++) {
                packer.unpack8Values(bytes, at + group * width, into, from + 8 * group);
            }
            bytes.position(at + groups * width);
        }
    }
}
