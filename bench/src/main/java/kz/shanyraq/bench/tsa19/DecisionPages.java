package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.parquet.schema.PrimitiveType;

/// Decisions as Parquet pages, encoded with parquet-java's packers: ids as differences, amounts plain, reasons and
/// types
/// as two bits into a dictionary of themselves.
final class DecisionPages implements AutoCloseable {

    /// The columns.
    static final MessageType SCHEMA = MessageTypeParser.parseMessageType("""
            message decisions {
              required int32 family_id;
              required boolean eligible;
              required int32 reason (INTEGER(8,false));
              required int32 amount;
              required int32 type (INTEGER(8,false));
            }""");

    private static final int PAGE = 1 << 16;
    private static final int CODE_BITS = 2;
    private static final int CODES = 1 << CODE_BITS;

    private final int[] values = new int[PAGE];
    private final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    private final DeltaBinaryPackingValuesWriterForInteger differences = new DeltaBinaryPackingValuesWriterForInteger(
            PAGE, Integer.BYTES * PAGE, HeapByteBufferAllocator.getInstance());

    /// Encodes the decisions `from` to `to - 1` as a row group.
    void encode(int[] familyId, Decisions d, int from, int to, PageWriteStore into) throws IOException {
        PageWriter[] columns =
                SCHEMA.getColumns().stream().map(into::getPageWriter).toArray(PageWriter[]::new);
        columns[2].writeDictionaryPage(codes());
        columns[4].writeDictionaryPage(codes());
        for (int page = from; page < to; page += PAGE) {
            int count = Math.min(PAGE, to - page);
            System.arraycopy(familyId, page, values, 0, count);
            write(columns[0], 0, count, differences(count), Encoding.DELTA_BINARY_PACKED);
            for (int i = 0; i < count; i++) {
                values[i] = d.reason[page + i] == 0 ? 1 : 0;
            }
            write(columns[1], 1, count, packed(count, 1), Encoding.PLAIN);
            for (int i = 0; i < count; i++) {
                values[i] = d.reason[page + i];
            }
            write(columns[2], 2, count, codes(count), Encoding.RLE_DICTIONARY);
            System.arraycopy(d.amount, page, values, 0, count);
            write(columns[3], 3, count, plain(count), Encoding.PLAIN);
            for (int i = 0; i < count; i++) {
                values[i] = d.type[page + i];
            }
            write(columns[4], 4, count, codes(count), Encoding.RLE_DICTIONARY);
        }
    }

    private void write(PageWriter to, int column, int count, BytesInput page, Encoding encoding) throws IOException {
        to.writePage(page, count, count, statistics(column, count), Encoding.RLE, Encoding.RLE, encoding);
    }

    private Statistics<?> statistics(int column, int count) {
        int least = values[0];
        int most = values[0];
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        PrimitiveType type = SCHEMA.getColumns().get(column).getPrimitiveType();
        var statistics = Statistics.createStats(type);
        if (type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BOOLEAN) {
            statistics.updateStats(least == 1);
            statistics.updateStats(most == 1);
        } else {
            statistics.updateStats(least);
            statistics.updateStats(most);
        }
        return statistics;
    }

    private BytesInput differences(int count) {
        differences.reset();
        for (int i = 0; i < count; i++) {
            differences.writeInteger(values[i]);
        }
        return differences.getBytes();
    }

    private BytesInput plain(int count) {
        bytes.asIntBuffer().put(values, 0, count);
        return BytesInput.from(bytes.array(), 0, Integer.BYTES * count);
    }

    /// The width in bits, then one run of groups of eight.
    private BytesInput codes(int count) throws IOException {
        BytesInput groups = packed(count, CODE_BITS);
        return BytesInput.concat(
                BytesInput.from(new byte[] {CODE_BITS}),
                BytesInput.fromUnsignedVarInt(BytesUtils.paddedByteCountFromBits(count) << 1 | 1),
                groups);
    }

    private BytesInput packed(int count, int width) {
        BytePacker packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
        int groups = BytesUtils.paddedByteCountFromBits(count);
        for (int i = count; i < 8 * groups; i++) {
            values[i] = 0;
        }
        for (int group = 0; group < groups; group++) {
            packer.pack8Values(values, 8 * group, bytes.array(), width * group);
        }
        return BytesInput.from(bytes.array(), 0, width * groups);
    }

    private static DictionaryPage codes() {
        ByteBuffer codes = ByteBuffer.allocate(Integer.BYTES * CODES).order(ByteOrder.LITTLE_ENDIAN);
        for (int code = 0; code < CODES; code++) {
            codes.putInt(code);
        }
        return new DictionaryPage(BytesInput.from(codes.array()), CODES, Encoding.PLAIN);
    }

    @Override
    public void close() {
        differences.close();
    }
}
