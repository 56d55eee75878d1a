package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/// Columns of a Parquet file, read by row groups and pages; for one thread.
final class ParquetColumns implements AutoCloseable {

    /// Who decodes the pages.
    enum Decoder {
        /// [LibraryPages].
        LIBRARY,
        /// [BulkPages].
        BULK
    }

    /// Takes the values of a page, of which the first is that of a row of the row group.
    interface Sink {
        void accept(int[] values, int count, int row);
    }

    private final MappedInput file;
    private final boolean own;
    private final Decoder decoder;
    private final MessageType schema;
    private final ParquetFileReader reader;
    private final List<BlockMetaData> groups;
    private final PageReading.Page page = new PageReading.Page();

    /// Opens a file to read some of its columns.
    ParquetColumns(Path path, Decoder decoder, List<String> columns) throws IOException {
        this.file = new MappedInput(path);
        this.own = true;
        this.decoder = decoder;
        this.reader = ParquetFileReader.open(file, options());
        this.groups = reader.getRowGroups();
        MessageType all = reader.getFileMetaData().getSchema();
        this.schema = new MessageType(
                all.getName(), columns.stream().map(all::getType).toArray(Type[]::new));
        reader.setRequestedSchema(schema);
    }

    private ParquetColumns(ParquetColumns same) throws IOException {
        this.file = same.file;
        this.own = false;
        this.decoder = same.decoder;
        this.schema = same.schema;
        this.groups = same.groups;
        ParquetMetadata footer = same.reader.getFooter();
        this.reader = ParquetFileReader.open(file, footer, options(), file.newStream());
        reader.setRequestedSchema(schema);
    }

    private static ParquetReadOptions options() {
        return ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Zstandard())
                .withAllocator(new ReusedBuffers())
                .build();
    }

    /// The same columns for another thread.
    ParquetColumns again() throws IOException {
        return new ParquetColumns(this);
    }

    /// How many row groups there are.
    int groups() {
        return groups.size();
    }

    /// How many rows a row group has.
    int rows(int group) {
        return Math.toIntExact(groups.get(group).getRowCount());
    }

    /// How many rows there are before a row group.
    int rowsBefore(int group) {
        return Math.toIntExact(groups.stream()
                .limit(group)
                .mapToLong(BlockMetaData::getRowCount)
                .sum());
    }

    /// Reads the columns of a row group, one after the other, in the order in which they were named.
    ///
    /// @param sinks one for each column
    void read(int group, List<Sink> sinks) throws IOException {
        try (PageReadStore columns = reader.readRowGroup(group)) {
            for (int i = 0; i < sinks.size(); i++) {
                ColumnDescriptor column = schema.getColumns().get(i);
                PageReading pages = decode(columns, column);
                int row = 0;
                for (int count = pages.next(page); count > 0; count = pages.next(page)) {
                    sinks.get(i).accept(page.values, count, row);
                    row += count;
                }
            }
        }
    }

    private PageReading decode(PageReadStore columns, ColumnDescriptor column) throws IOException {
        return switch (decoder) {
            case LIBRARY -> new LibraryPages(column, columns.getPageReader(column));
            case BULK -> new BulkPages(column, columns.getPageReader(column), page);
        };
    }

    /// Puts numbers into a column of bytes.
    static void narrow(int[] values, int count, byte[] into, int at) {
        for (int i = 0; i < count; i++) {
            into[at + i] = (byte) values[i];
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        if (own) {
            file.close();
        }
    }
}
