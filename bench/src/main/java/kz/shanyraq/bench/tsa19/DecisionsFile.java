package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.shanyraq.bench.measure.Pieces;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/// The decisions as a Parquet file, encoded by parquet-java: row groups by several threads, then written in order.
final class DecisionsFile {

    private static final int ROW_GROUP = 1_000_000;

    /// Writes the decisions about families.
    static void write(Path file, int[] familyId, Decisions decisions, int threads) throws Exception {
        int rows = familyId.length;
        var groups = new ColumnChunkPageWriteStore[(rows + ROW_GROUP - 1) / ROW_GROUP];
        Pieces.share(threads, groups.length, () -> {
            var codec = new Zstandard().getCompressor(CompressionCodecName.ZSTD);
            var pages = new DecisionPages();
            return new Pieces.Bench() {
                @Override
                public void take(int group) throws IOException {
                    int from = group * ROW_GROUP;
                    int to = Math.min(rows, from + ROW_GROUP);
                    groups[group] = ColumnChunkPageWriteStore.builder()
                            .withSchema(DecisionPages.SCHEMA)
                            .withAllocator(HeapByteBufferAllocator.getInstance())
                            .withCompressorProvider(column -> codec)
                            .build();
                    pages.encode(familyId, decisions, from, to, groups[group]);
                }

                @Override
                public void close() {
                    pages.close();
                    codec.release();
                }
            };
        });
        Files.deleteIfExists(file);
        try (var out = new ParquetFileWriter(
                new LocalOutputFile(file),
                DecisionPages.SCHEMA,
                ParquetFileWriter.Mode.CREATE,
                1L << 30,
                0,
                null,
                ParquetProperties.builder().build())) {
            out.start();
            for (int group = 0; group < groups.length; group++) {
                out.startBlock(Math.min(ROW_GROUP, rows - group * ROW_GROUP));
                groups[group].flushToFileWriter(out);
                out.endBlock();
                groups[group].close();
            }
            out.end(Map.of());
        }
    }

    private DecisionsFile() {}
}
