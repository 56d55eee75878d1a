package kz.shanyraq.nation.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// A column of one row group of a Parquet file, decoded page by page.
final class ParquetColumn {

    private final ColumnDescriptor column;
    private final PrimitiveType type;
    private final PageReader pages;
    private final Path file;
    private final @Nullable Dictionary dictionary;
    private final boolean optional;
    private final int scale;
    private ValuesReader values;
    private @Nullable RunLengthBitPackingHybridDecoder levels;
    private int leftInPage;

    ParquetColumn(ColumnDescriptor column, PageReader pages, Path file) throws IOException {
        this.column = column;
        this.type = column.getPrimitiveType();
        this.pages = pages;
        this.file = file;
        this.optional = column.getMaxDefinitionLevel() > 0;
        this.scale = type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? decimal.getScale()
                : 0;
        DictionaryPage page = pages.readDictionaryPage();
        this.dictionary = page == null ? null : page.getEncoding().initDictionary(column, page);
        this.values = nextPage();
    }

    /// What cells of a type are for us.
    static Vector.Kind kind(PrimitiveType type, Path file) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        boolean date = logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation;
        if (isFine(type)) {
            return Vector.Kind.TEXT;
        }
        boolean decimal = logical instanceof DecimalLogicalTypeAnnotation;
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> Vector.Kind.BOOLEAN;
            case INT32 -> date ? Vector.Kind.DATE : decimal ? Vector.Kind.DECIMAL : Vector.Kind.LONG;
            case INT64 ->
                decimal
                        ? Vector.Kind.DECIMAL
                        : logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation
                                ? Vector.Kind.DATE
                                : Vector.Kind.LONG;
            case FLOAT, DOUBLE -> Vector.Kind.DOUBLE;
            case BINARY -> Vector.Kind.TEXT;
            case INT96, FIXED_LEN_BYTE_ARRAY -> throw new Unreadable("""
                    The column %s of %s is of the type %s, which is not read here.
                    Maybe write it as text or as a whole number.""".formatted(type.getName(), file, type));
        };
    }

    /// Whether a type has more decimals than hundredths hold: its numbers are read as texts, exactly.
    private static boolean isFine(PrimitiveType type) {
        boolean whole = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT32
                || type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT64;
        return whole
                && type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                && decimal.getScale() > 2;
    }

    private ValuesReader nextPage() throws IOException {
        DataPage page = pages.readPage();
        if (page == null) {
            leftInPage = 0;
            return values;
        }
        int count = page.getValueCount();
        leftInPage = count;
        Encoding encoding;
        ByteBufferInputStream in;
        switch (page) {
            case DataPageV1 v1 -> {
                in = v1.getBytes().toInputStream();
                encoding = v1.getValueEncoding();
                levels = optional ? levelsOf(in) : null;
            }
            case DataPageV2 v2 -> {
                in = v2.getData().toInputStream();
                encoding = v2.getDataEncoding();
                levels = optional ? decoder(v2.getDefinitionLevels().toInputStream()) : null;
            }
            default -> throw new Unreadable("The file %s has pages of an unknown kind.".formatted(file));
        }
        ValuesReader reader = encoding.usesDictionary()
                ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
                : encoding.getValuesReader(column, ValuesType.VALUES);
        reader.initFromPage(count, in);
        return reader;
    }

    /// The definition levels of a page of the first version: their length, then runs.
    private RunLengthBitPackingHybridDecoder levelsOf(ByteBufferInputStream in) throws IOException {
        int length = BytesUtils.readIntLittleEndian(in);
        return decoder(in.sliceStream(length));
    }

    private RunLengthBitPackingHybridDecoder decoder(ByteBufferInputStream in) {
        int width = BytesUtils.getWidthFromMaxInt(column.getMaxDefinitionLevel());
        return new RunLengthBitPackingHybridDecoder(width, in);
    }

    /// Reads the next cells.
    void read(Vector into, int rows) throws IOException {
        into.clear(kind(type, file));
        into.reserve(rows);
        int read = 0;
        while (read < rows) {
            if (leftInPage == 0) {
                values = nextPage();
                if (leftInPage == 0) {
                    throw Unreadable.cutOff(file, "the column %s ends early".formatted(type.getName()));
                }
            }
            int now = Math.min(leftInPage, rows - read);
            readPage(into, now);
            leftInPage -= now;
            read += now;
        }
    }

    private void readPage(Vector into, int cells) throws IOException {
        int from = into.size;
        if (isFine(type)) {
            readFine(into, cells);
            return;
        }
        switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> {
                for (int i = from; i < from + cells; i++) {
                    into.empty[i] = isEmpty();
                    into.longs[i] = into.empty[i] ? 0 : values.readBoolean() ? 1 : 0;
                }
            }
            case INT32 -> {
                for (int i = from; i < from + cells; i++) {
                    into.empty[i] = isEmpty();
                    into.longs[i] = into.empty[i] ? 0 : scaled(values.readInteger());
                }
            }
            case INT64 -> {
                for (int i = from; i < from + cells; i++) {
                    into.empty[i] = isEmpty();
                    into.longs[i] = into.empty[i] ? 0 : scaled(dayOf(values.readLong()));
                }
            }
            case FLOAT -> {
                for (int i = from; i < from + cells; i++) {
                    double value = isEmpty() ? Double.NaN : values.readFloat();
                    into.empty[i] = Double.isNaN(value);
                    into.doubles[i] = value;
                }
            }
            case DOUBLE -> {
                for (int i = from; i < from + cells; i++) {
                    double value = isEmpty() ? Double.NaN : values.readDouble();
                    into.empty[i] = Double.isNaN(value);
                    into.doubles[i] = value;
                }
            }
            case BINARY -> {
                for (int i = 0; i < cells; i++) {
                    if (isEmpty()) {
                        into.addEmpty();
                    } else {
                        Binary binary = values.readBytes();
                        ByteBuffer buffer = binary.toByteBuffer();
                        if (buffer.hasArray()) {
                            into.add(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
                        } else {
                            into.add(binary.getBytes());
                        }
                    }
                }
                return;
            }
            case INT96, FIXED_LEN_BYTE_ARRAY -> throw new IllegalStateException(type.toString());
        }
        into.size = from + cells;
    }

    private void readFine(Vector into, int cells) throws IOException {
        for (int i = 0; i < cells; i++) {
            if (isEmpty()) {
                into.addEmpty();
            } else {
                boolean wide = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT64;
                long unscaled = wide ? values.readLong() : values.readInteger();
                into.add(
                        BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString());
            }
        }
    }

    private boolean isEmpty() throws IOException {
        return levels != null && levels.readInt() == 0;
    }

    /// A decimal in hundredths.
    private long scaled(long unscaled) {
        if (scale == 2 || type.getLogicalTypeAnnotation() == null) {
            return unscaled;
        }
        if (!(type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation)) {
            return unscaled;
        }
        long value = unscaled;
        for (int i = scale; i < 2; i++) {
            value *= 10;
        }
        return value;
    }

    /// A moment as the day in which it lies.
    private long dayOf(long value) {
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation moment) {
            long second = switch (moment.getUnit()) {
                case MILLIS -> Math.floorDiv(value, 1_000L);
                case MICROS -> Math.floorDiv(value, 1_000_000L);
                case NANOS -> Math.floorDiv(value, 1_000_000_000L);
            };
            return Math.floorDiv(second, 86_400L);
        }
        return value;
    }
}
