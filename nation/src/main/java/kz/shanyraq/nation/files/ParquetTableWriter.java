package kz.shanyraq.nation.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// A Parquet file being written through parquet-java: Zstandard, dictionaries, every column optional.
final class ParquetTableWriter implements TableWriter {

    private static final long ROW_GROUP = 64L << 20;
    private static final int DECIMAL_DIGITS = 18;

    private final List<Column> columns;
    private final ParquetWriter<Cursor> writer;
    private final Cursor cursor = new Cursor();

    /// A row of a batch.
    private static final class Cursor {
        private Batch batch = new Batch(List.of(), List.of());
        private int row;
    }

    ParquetTableWriter(Path file, List<Column> columns) {
        this(file, columns, ROW_GROUP);
    }

    /// @param rowGroup bytes that a row group holds in memory
    ParquetTableWriter(Path file, List<Column> columns, long rowGroup) {
        this.columns = columns;
        var schema = new MessageType(
                "row", // not the name of the file: the bytes depend on the rows alone
                columns.stream().map(ParquetTableWriter::type).toList());
        try {
            Files.deleteIfExists(file);
            writer = new Builder(new LocalOutputFile(file), schema, columns)
                    .withConf(new PlainParquetConfiguration())
                    .withCodecFactory(new Codecs())
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withRowGroupSize(rowGroup)
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(file), broken);
        }
    }

    private static Type type(Column column) {
        return switch (column.kind()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case LONG ->
                Types.optional(column.wide() ? PrimitiveTypeName.INT64 : PrimitiveTypeName.INT32)
                        .named(column.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case DECIMAL ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.decimalType(2, DECIMAL_DIGITS))
                        .named(column.name());
            case DOUBLE -> throw new IllegalArgumentException("We write no floating point: " + column.name());
        };
    }

    private static final class Builder extends ParquetWriter.Builder<Cursor, Builder> {
        private final MessageType schema;
        private final List<Column> columns;

        private Builder(OutputFile file, MessageType schema, List<Column> columns) {
            super(file);
            this.schema = schema;
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in its parent; never called with a plain configuration
        protected WriteSupport<Cursor> getWriteSupport(Configuration configuration) {
            return new Support(schema, columns);
        }

        @Override
        protected WriteSupport<Cursor> getWriteSupport(ParquetConfiguration configuration) {
            return new Support(schema, columns);
        }
    }

    private static final class Support extends WriteSupport<Cursor> {
        private final MessageType schema;
        private final List<Column> columns;
        private @Nullable RecordConsumer consumer;

        private Support(MessageType schema, List<Column> columns) {
            this.schema = schema;
            this.columns = columns;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in its parent; never called with a plain configuration
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        /// Each row group has a consumer of its own.
        @Override
        public void prepareForWrite(RecordConsumer ofRowGroup) {
            consumer = ofRowGroup;
        }

        @Override
        public void write(Cursor cursor) {
            RecordConsumer out = Objects.requireNonNull(consumer);
            int row = cursor.row;
            out.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                Vector cells = cursor.batch.column(i);
                if (!cells.empty[row]) {
                    Column column = columns.get(i);
                    out.startField(column.name(), i);
                    switch (column.kind()) {
                        case TEXT ->
                            out.addBinary(Binary.fromReusedByteArray(cells.bytes, cells.start(row), cells.length(row)));
                        case BOOLEAN -> out.addBoolean(cells.longs[row] == 1);
                        case DATE -> out.addInteger((int) cells.longs[row]);
                        case DECIMAL -> out.addLong(cells.longs[row]);
                        case LONG -> {
                            if (column.wide()) {
                                out.addLong(cells.longs[row]);
                            } else {
                                out.addInteger(Math.toIntExact(cells.longs[row]));
                            }
                        }
                        case DOUBLE -> throw new IllegalStateException(column.name());
                    }
                    out.endField(column.name(), i);
                }
            }
            out.endMessage();
        }
    }

    @Override
    public Batch batch() {
        return new Batch(
                columns.stream().map(Column::name).toList(),
                columns.stream().map(Column::kind).toList());
    }

    @Override
    public void write(Batch batch) {
        try {
            cursor.batch = batch;
            for (int row = 0; row < batch.rows; row++) {
                cursor.row = row;
                writer.write(cursor);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("A Parquet file cannot be written.", broken);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("A Parquet file cannot be written to its end.", broken);
        }
    }
}
