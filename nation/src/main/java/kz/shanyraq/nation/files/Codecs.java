package kz.shanyraq.nation.files;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/// Compression of Parquet pages by the libraries that parquet-java brings, without Hadoop's codecs: reads
/// what others write (uncompressed, Snappy, gzip, LZ4, Zstandard), writes Zstandard.
final class Codecs implements CompressionCodecFactory {

    private static final int LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("We write Zstandard, not " + codec);
        }
        var context = new ZstdCompressCtx();
        context.setLevel(LEVEL);
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput bytes) throws IOException {
                return BytesInput.from(context.compress(array(bytes)));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return CompressionCodecName.ZSTD;
            }

            @Override
            public void release() {
                context.close();
            }
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Plain((in, out) -> System.arraycopy(in, 0, out, 0, out.length));
            case SNAPPY -> new Plain((in, out) -> Snappy.uncompress(in, 0, in.length, out, 0));
            case GZIP ->
                new Plain((in, out) -> {
                    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(in))) {
                        gzip.readNBytes(out, 0, out.length);
                    }
                });
            case LZ4_RAW ->
                new Plain((in, out) -> new Lz4Decompressor().decompress(in, 0, in.length, out, 0, out.length));
            case ZSTD -> new Zstandard();
            default -> throw new Unreadable("""
                    The file is compressed with %s, which is not read here.
                    Maybe write it again with Zstandard or Snappy.""".formatted(codec));
        };
    }

    @Override
    public void release() {
        // Every compressor releases itself.
    }

    private static byte[] array(BytesInput bytes) throws IOException {
        byte[] array = new byte[Math.toIntExact(bytes.size())];
        try (var in = bytes.toInputStream()) {
            in.readNBytes(array, 0, array.length);
        }
        return array;
    }

    private interface Unpack {
        void unpack(byte[] in, byte[] out) throws IOException;
    }

    private record Plain(Unpack unpack) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            byte[] out = new byte[size];
            unpack.unpack(array(bytes), out);
            return BytesInput.from(out);
        }

        @Override
        public void decompress(ByteBuffer in, int packed, ByteBuffer out, int size) throws IOException {
            byte[] bytes = new byte[packed];
            in.get(bytes);
            byte[] unpacked = new byte[size];
            unpack.unpack(bytes, unpacked);
            out.put(unpacked);
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }

    private static final class Zstandard implements BytesInputDecompressor {
        private final ZstdDecompressCtx context = new ZstdDecompressCtx();

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            byte[] in = array(bytes);
            byte[] out = new byte[size];
            context.decompressByteArray(out, 0, size, in, 0, in.length);
            return BytesInput.from(out);
        }

        @Override
        public void decompress(ByteBuffer in, int packed, ByteBuffer out, int size) throws IOException {
            byte[] bytes = new byte[packed];
            in.get(bytes);
            out.put(Zstd.decompress(bytes, size));
        }

        @Override
        public void release() {
            context.close();
        }
    }
}
