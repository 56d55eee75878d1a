package kz.shanyraq.bench.tsa19;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.ByteBufferAllocator;

/// Buffers for one row group after the other, so that reading a file leaves little garbage; for one thread.
final class ReusedBuffers implements ByteBufferAllocator {

    private static final int STEP = 1 << 20;

    private final List<ByteBuffer> free = new ArrayList<>();

    @Override
    public ByteBuffer allocate(int size) {
        for (int i = 0; i < free.size(); i++) {
            if (free.get(i).capacity() >= size) {
                return free.remove(i).clear().limit(size);
            }
        }
        return ByteBuffer.allocate((size + STEP - 1) / STEP * STEP).limit(size);
    }

    @Override
    public void release(ByteBuffer buffer) {
        free.add(buffer);
    }

    @Override
    public boolean isDirect() {
        return false;
    }
}
