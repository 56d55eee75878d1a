package kz.shanyraq.bench.tsa19;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The nation as a file of plain columns, mapped into memory: a head of 64 bytes (a magic number, the numbers of
/// families and of persons), then each column of [Households] in its own order, each beginning at a multiple of 64
/// bytes, in the machine's byte order.
final class Snapshot implements AutoCloseable {

    private static final long MAGIC = 0x3931_4153_5453_4E41L;
    private static final int ALIGNED = 64;
    private static final int BLOCK = 100_000;

    /// How many families there are.
    final int families;

    /// How many persons there are.
    final int persons;

    private final Arena arena;
    private final MemorySegment file;
    private final long familyId;
    private final long region;
    private final long cattle;
    private final long sheep;
    private final long land;
    private final long firstPerson;
    private final long age;
    private final long status;
    private final long wage;
    private final long pension;
    private final long alimony;
    private final long end;

    private Snapshot(Path path, int families, int persons, MapMode mode, StandardOpenOption... options)
            throws IOException {
        this.families = families;
        this.persons = persons;
        this.familyId = ALIGNED;
        this.region = after(familyId, 4L * families);
        this.cattle = after(region, families);
        this.sheep = after(cattle, families);
        this.land = after(sheep, families);
        this.firstPerson = after(land, 2L * families);
        this.age = after(firstPerson, 4L * (families + 1));
        this.status = after(age, 2L * persons);
        this.wage = after(status, persons);
        this.pension = after(wage, 4L * persons);
        this.alimony = after(pension, 4L * persons);
        this.end = after(alimony, 4L * persons);
        this.arena = Arena.ofShared();
        try (var channel = FileChannel.open(path, options)) {
            this.file = channel.map(mode, 0, end, arena);
        }
    }

    private static long after(long column, long length) {
        return (column + length + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    /// Opens a snapshot.
    static Snapshot map(Path path) throws IOException {
        int[] counts = new int[2];
        try (var arena = Arena.ofConfined();
                var channel = FileChannel.open(path)) {
            MemorySegment head = channel.map(MapMode.READ_ONLY, 0, ALIGNED, arena);
            if (head.get(ValueLayout.JAVA_LONG, 0) != MAGIC) {
                throw new IOException(
                        "The file %s is no snapshot. Maybe it was not written to its end.".formatted(path));
            }
            MemorySegment.copy(head, ValueLayout.JAVA_INT, 8, counts, 0, 2);
        }
        return new Snapshot(path, counts[0], counts[1], MapMode.READ_ONLY, StandardOpenOption.READ);
    }

    /// Writes the snapshot of the first families of the nation.
    static void write(int families, Path path) throws IOException {
        Files.deleteIfExists(path);
        int persons = Nation.persons(families);
        try (var snapshot = new Snapshot(
                path,
                families,
                persons,
                MapMode.READ_WRITE,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            var nation = new Nation(Math.min(BLOCK, families));
            int person = 0;
            for (int from = 0; from < families; from += BLOCK) {
                nation.make(from, Math.min(families, from + BLOCK));
                snapshot.put(nation.block, from, person);
                person += nation.block.persons();
            }
            snapshot.file.set(ValueLayout.JAVA_INT, 8, families);
            snapshot.file.set(ValueLayout.JAVA_INT, 12, persons);
            snapshot.file.set(ValueLayout.JAVA_LONG, 0, MAGIC);
            snapshot.file.force();
        }
    }

    private void put(Households h, int family, int person) {
        int n = h.families;
        int p = h.persons();
        int[] first = new int[n + 1];
        for (int f = 0; f <= n; f++) {
            first[f] = h.firstPerson[f] + person;
        }
        MemorySegment.copy(h.familyId, 0, file, ValueLayout.JAVA_INT, familyId + 4L * family, n);
        MemorySegment.copy(h.region, 0, file, ValueLayout.JAVA_BYTE, region + family, n);
        MemorySegment.copy(h.cattle, 0, file, ValueLayout.JAVA_BYTE, cattle + family, n);
        MemorySegment.copy(h.sheep, 0, file, ValueLayout.JAVA_BYTE, sheep + family, n);
        MemorySegment.copy(h.land, 0, file, ValueLayout.JAVA_CHAR, land + 2L * family, n);
        MemorySegment.copy(first, 0, file, ValueLayout.JAVA_INT, firstPerson + 4L * family, n + 1);
        MemorySegment.copy(h.age, 0, file, ValueLayout.JAVA_SHORT, age + 2L * person, p);
        MemorySegment.copy(h.status, 0, file, ValueLayout.JAVA_BYTE, status + person, p);
        MemorySegment.copy(h.wage, 0, file, ValueLayout.JAVA_INT, wage + 4L * person, p);
        MemorySegment.copy(h.pension, 0, file, ValueLayout.JAVA_INT, pension + 4L * person, p);
        MemorySegment.copy(h.alimony, 0, file, ValueLayout.JAVA_INT, alimony + 4L * person, p);
    }

    /// Fills a block with the families `from` to `to - 1`.
    void read(int from, int to, Households into) {
        int n = to - from;
        into.families = n;
        MemorySegment.copy(file, ValueLayout.JAVA_INT, familyId + 4L * from, into.familyId, 0, n);
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, region + from, into.region, 0, n);
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, cattle + from, into.cattle, 0, n);
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, sheep + from, into.sheep, 0, n);
        MemorySegment.copy(file, ValueLayout.JAVA_CHAR, land + 2L * from, into.land, 0, n);
        MemorySegment.copy(file, ValueLayout.JAVA_INT, firstPerson + 4L * from, into.firstPerson, 0, n + 1);
        int first = into.firstPerson[0];
        for (int f = 0; f <= n; f++) {
            into.firstPerson[f] -= first;
        }
        int p = into.persons();
        into.reservePersons(p);
        MemorySegment.copy(file, ValueLayout.JAVA_SHORT, age + 2L * first, into.age, 0, p);
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, status + first, into.status, 0, p);
        MemorySegment.copy(file, ValueLayout.JAVA_INT, wage + 4L * first, into.wage, 0, p);
        MemorySegment.copy(file, ValueLayout.JAVA_INT, pension + 4L * first, into.pension, 0, p);
        MemorySegment.copy(file, ValueLayout.JAVA_INT, alimony + 4L * first, into.alimony, 0, p);
    }

    /// The ids of all families.
    int[] familyIds() {
        int[] ids = new int[families];
        MemorySegment.copy(file, ValueLayout.JAVA_INT, familyId, ids, 0, families);
        return ids;
    }

    @Override
    public void close() {
        arena.close();
    }
}
