package kz.shanyraq.nation.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import kz.shanyraq.nation.snapshot.Snapshot;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.signals.Signals;
import kz.shanyraq.policy.wellbeing.Wellbeing;

/// The results of a range of blocks, kept on disk until all ranges are done: written to the end and then
/// renamed, so that a part that is there is whole. A run that was killed does not do it again.
final class PartFile {

    /// Blocks of a part.
    static final int BLOCKS = 64;

    private static final int ROW = 8 + 8 + 8 + 4 * Integer.BYTES + 2 + 2;
    private static final int BUFFER = 1 << 18;

    private final Path file;

    PartFile(Path work, int part) {
        this.file = work.resolve("part-%05d".formatted(part));
    }

    boolean isDone() {
        return Files.exists(file);
    }

    /// Assesses the blocks from `from` to below `to` and keeps their results.
    Tally make(Snapshot snapshot, int from, int to, Households h, BlockRun run) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        var tally = new Tally();
        try (FileChannel channel = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER))) {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (int block = from; block < to; block++) {
                snapshot.read(block, h);
                run.run(h);
                tally.count(h, run.rows);
                tally.wellbeing += run.wellbeing.size;
                tally.signals += run.signals.size;
                buffer = write(h, run, buffer, out);
            }
            tally.write(out);
            out.flush();
            channel.force(false);
        } catch (IOException broken) {
            throw failed(broken);
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw failed(broken);
        }
        return tally;
    }

    private UncheckedIOException failed(IOException broken) {
        return new UncheckedIOException("The part %s cannot be used.".formatted(file), broken);
    }

    private static ByteBuffer write(Households h, BlockRun run, ByteBuffer reused, DataOutputStream out)
            throws IOException {
        Assessments rows = run.rows;
        Wellbeing wellbeing = run.wellbeing;
        Signals signals = run.signals;
        int size = 3 * Integer.BYTES + rows.size * ROW + wellbeing.size * 15 + signals.size * 15;
        ByteBuffer buffer = reused.capacity() < size ? ByteBuffer.allocate(2 * size) : reused.clear();
        int[] order = run.order(h);
        buffer.putInt(rows.size);
        for (int i = 0; i < rows.size; i++) {
            int row = order[i];
            buffer.putInt(rows.family[row]);
            buffer.putShort(rows.person[row]);
            buffer.put(rows.benefit[row]);
            buffer.put(rows.kind[row]);
            buffer.putInt(rows.unmet[row]);
            buffer.putLong(rows.missing[row]);
            buffer.putInt(rows.monthly[row]);
            buffer.putInt(rows.once[row]);
            buffer.putLong(rows.incomePerHead[row]);
            buffer.putLong(rows.povertyLine[row]);
        }
        buffer.putInt(wellbeing.size);
        for (int row = 0; row < wellbeing.size; row++) {
            buffer.putInt(wellbeing.family[row]);
            buffer.put((byte) wellbeing.model(row).model().ordinal());
            buffer.put(wellbeing.dimension[row]);
            buffer.put(wellbeing.points[row]);
            buffer.putLong(wellbeing.missing[row]);
        }
        buffer.putInt(signals.size);
        for (int row = 0; row < signals.size; row++) {
            buffer.putInt(signals.family[row]);
            buffer.putShort(signals.person[row]);
            buffer.put(signals.signal[row]);
            buffer.putLong(signals.missing[row]);
        }
        out.write(buffer.array(), 0, buffer.position());
        return buffer;
    }

    /// What takes the results of one block, in the order in which they were made.
    interface Results {
        void block(int block, DataInputStream in) throws IOException;
    }

    /// Gives the results of the blocks back, and the tally of the part.
    Tally read(int from, int to, Results results) {
        var tally = new Tally();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (int block = from; block < to; block++) {
                results.block(block, in);
            }
            tally.read(in);
        } catch (IOException broken) {
            throw failed(broken);
        }
        return tally;
    }
}
