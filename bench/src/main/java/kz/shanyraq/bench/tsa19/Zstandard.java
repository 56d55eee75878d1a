package kz.shanyraq.bench.tsa19;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Zstandard for parquet-java's pages, without Hadoop's codecs; for one thread, which is done with a page before it
/// asks
/// for the next.
final class Zstandard implements CompressionCodecFactory {

    private static final int LEVEL = 3;

    private final Decompressor decompressor = new Decompressor();

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("The benchmark's files are compressed with ZSTD, not " + codec);
        }
        return decompressor;
    }

    @Override
    public void release() {
        decompressor.release();
    }

    /// Bytes as one buffer, without copying them if they are one already.
    static ByteBuffer buffer(BytesInput bytes) throws IOException {
        return bytes.toInputStream().slice(Math.toIntExact(bytes.size()));
    }

    private static final class Compressor implements BytesInputCompressor {
        private final ZstdCompressCtx context = new ZstdCompressCtx();
        private byte[] page = {};

        Compressor() {
            context.setLevel(LEVEL);
        }

        /// The page is valid until the next one.
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteBuffer in = buffer(bytes);
            int bound = Math.toIntExact(Zstd.compressBound(in.remaining()));
            if (page.length < bound) {
                page = new byte[bound];
            }
            int size = context.compressByteArray(
                    page, 0, page.length, in.array(), in.arrayOffset() + in.position(), in.remaining());
            return BytesInput.from(page, 0, size);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            context.close();
        }
    }

    private static final class Decompressor implements BytesInputDecompressor {
        private final ZstdDecompressCtx context = new ZstdDecompressCtx();
        private byte[] page = {};

        /// The page is valid until the next one.
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            ByteBuffer in = buffer(bytes);
            if (page.length < size) {
                page = new byte[size + size / 4];
            }
            context.decompressByteArray(page, 0, size, in.array(), in.arrayOffset() + in.position(), in.remaining());
            return BytesInput.from(page, 0, size);
        }

        @Override
        public void decompress(ByteBuffer in, int packed, ByteBuffer out, int size) {
            throw new UnsupportedOperationException("Pages are read into the heap.");
        }

        @Override
        public void release() {
            context.close();
        }
    }
}
