package kz.shanyraq.office.access;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import kz.shanyraq.office.database.OfficeDatabase;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Verifies the log lane by lane: the rows come as COPY BINARY in their order, and the bytes of a row are the input
/// of its hash as they come. Two lanes at a
/// time, each with a connection of its own, all in one snapshot.
@Component
class LogVerifier implements LogVerification {

    private static final int LANES = 16;
    private static final int WORKERS = 2;
    private static final int MOST_FAULTS = 1_000;
    private static final int TOLD_EVERY = 65_536;
    private static final int HASH = 32;
    private static final byte[] BEFORE_THE_FIRST = new byte[HASH];
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private static final String ROWS = """
            copy (select lane, day, seq, at, actor, post, role, kato, action, purpose, person, family, number, detail, reason, prev, hash
                  from access.look where lane = %d order by lane, day, seq) to stdout (format binary)
            """;

    private static final String ANCHORS = """
            copy (select number, at, days, seqs, hashes, prev, hash from access.anchor order by number) to stdout (format binary)
            """;

    private static final String HEADS = "select day, seq, hash from access.head where lane = ? order by day";

    private static final String ANCHORED = """
            select number, days[?], seqs[?], hashes[?] from access.anchor where days[?] is not null order by number
            """;

    private final DataSource mass;
    private final Path anchorsFile;

    @Autowired
    LogVerifier(@Qualifier("intakeDataSource") DataSource intakeDataSource, OfficeDatabase database) {
        this(intakeDataSource, database.data().anchors());
    }

    LogVerifier(DataSource mass, Path anchorsFile) {
        this.mass = mass;
        this.anchorsFile = anchorsFile;
    }

    @Override
    public Report verify(LongConsumer progress) {
        long began = System.nanoTime();
        var faults = new Faults();
        var rows = new AtomicLong();
        long anchors;
        try (Connection connection = mass.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read, read only");
            String snapshot;
            try (ResultSet result = statement.executeQuery("select pg_export_snapshot()")) {
                result.next();
                snapshot = result.getString(1);
            }
            anchors = anchors(connection, faults);
            lanes(snapshot, faults, rows, progress);
            connection.rollback();
        } catch (SQLException broken) {
            throw new IllegalStateException("The log cannot be read: " + broken.getMessage(), broken);
        }
        progress.accept(rows.get());
        return new Report(rows.get(), anchors, (System.nanoTime() - began) / 1e9, faults.sorted());
    }

    private void lanes(String snapshot, Faults faults, AtomicLong rows, LongConsumer progress) {
        var next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            try (Connection connection = mass.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("set transaction isolation level repeatable read, read only");
                statement.execute("set transaction snapshot '" + snapshot + "'");
                statement.execute("set local enable_sort = off");
                statement.execute("set local enable_seqscan = off");
                statement.execute("set local enable_bitmapscan = off");
                statement.execute("set local max_parallel_workers_per_gather = 0");
                for (int lane = next.getAndIncrement(); lane < LANES; lane = next.getAndIncrement()) {
                    new Lane(lane, connection, faults, rows, progress).verify();
                }
                connection.rollback();
            }
            return true;
        };
        try (var workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(workers.submit(work));
            }
            for (Future<Boolean> each : running) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The log cannot be read: " + broken.getMessage(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The verification was interrupted.", interrupted);
        }
    }

    /// The chain of anchors, and what the file outside the database says of them.
    private long anchors(Connection connection, Faults faults) throws SQLException {
        Map<Long, byte[]> told = AnchorsFile.read(anchorsFile, faults::add);
        MessageDigest sha = sha256();
        byte[] before = BEFORE_THE_FIRST;
        long number = 0;
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ANCHORS);
        for (var row = new Row(); row.read(copy); ) {
            number++;
            String place = "anchor " + number;
            if (row.longAt(0) != number) {
                faults.add(place, "its number is %d".formatted(row.longAt(0)));
                number = row.longAt(0);
            }
            if (!row.is(5, before)) {
                faults.add(place, "it does not follow the anchor before");
            }
            if (!row.is(6, row.hash(sha, 6))) {
                faults.add(place, "its hash is not that of its content");
            }
            before = row.bytes(6);
            byte[] said = told.remove(number);
            if (said != null && !Arrays.equals(said, before)) {
                faults.add(place, "the file of anchors says another hash");
            }
        }
        for (long missing : told.keySet()) {
            faults.add("anchor " + missing, "the file of anchors has it, the database has not");
        }
        return number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What is wrong, gathered from all workers.
    private static final class Faults {
        private final List<Fault> found = new ArrayList<>();

        synchronized void add(String place, String what) {
            if (found.size() < MOST_FAULTS) {
                found.add(new Fault(place, what));
            }
        }

        synchronized List<Fault> sorted() {
            return found.stream().sorted(Comparator.comparing(Fault::place)).toList();
        }
    }

    /// A row as it comes from COPY BINARY: a count of fields, then each with its length before it.
    private static final class Row {
        private static final int SIGNATURE = 19;
        private byte[] bytes = {};
        private int from;
        private final int[] starts = new int[20];
        private final int[] lengths = new int[20];
        private int fields;

        /// Takes a row; false at the end.
        boolean read(CopyOut copy) throws SQLException {
            byte[] message = copy.readFromCopy();
            if (message == null) {
                return false;
            }
            bytes = message;
            int at = message.length > SIGNATURE && message[0] == 'P' && message[1] == 'G' && message[2] == 'C'
                    ? SIGNATURE
                    : 0;
            fields = (short) ((message[at] & 255) << 8 | message[at + 1] & 255);
            if (fields < 0) {
                while (copy.readFromCopy() != null) {
                    // The end is read too, so that the connection is free again.
                }
                return false;
            }
            at += 2;
            from = at;
            for (int i = 0; i < fields; i++) {
                int length = intAt(message, at);
                starts[i] = at + 4;
                lengths[i] = length;
                at += 4 + Math.max(length, 0);
            }
            return true;
        }

        /// The hash of all fields before one, as they stand.
        byte[] hash(MessageDigest sha, int before) {
            sha.update(bytes, from, starts[before] - 4 - from);
            return sha.digest();
        }

        boolean is(int field, byte[] value) {
            return lengths[field] == value.length
                    && Arrays.equals(bytes, starts[field], starts[field] + lengths[field], value, 0, value.length);
        }

        byte[] bytes(int field) {
            return Arrays.copyOfRange(bytes, starts[field], starts[field] + Math.max(lengths[field], 0));
        }

        long longAt(int field) {
            return ByteBuffer.wrap(bytes).getLong(starts[field]);
        }

        int day(int field) {
            return intAt(bytes, starts[field]);
        }

        private static int intAt(byte[] bytes, int at) {
            return bytes[at] << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255;
        }
    }

    /// A place in a lane that must carry a hash.
    private record Mark(long anchor, int day, long seq, byte[] hash) {}

    /// One lane: its rows in order, against its heads and the anchors.
    private static final class Lane {
        private static final int DAY = 1;
        private static final int SEQ = 2;
        private static final int PREV = 15;
        private static final int OWN = 16;

        private final int lane;
        private final Connection connection;
        private final Faults faults;
        private final AtomicLong rows;
        private final LongConsumer progress;
        private final MessageDigest sha = sha256();

        Lane(int lane, Connection connection, Faults faults, AtomicLong rows, LongConsumer progress) {
            this.lane = lane;
            this.connection = connection;
            this.faults = faults;
            this.rows = rows;
            this.progress = progress;
        }

        void verify() throws SQLException {
            Map<Integer, Mark> heads = heads();
            List<Mark> anchored = anchored();
            int nextAnchored = 0;
            int day = Integer.MIN_VALUE;
            long seq = 0;
            byte[] last = BEFORE_THE_FIRST;
            int untold = 0;
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(ROWS.formatted(lane));
            for (var row = new Row(); row.read(copy); ) {
                int rowDay = row.day(DAY);
                long rowSeq = row.longAt(SEQ);
                if (rowDay != day) {
                    endOfDay(heads, day, seq, last);
                    day = rowDay;
                    seq = 0;
                }
                if (rowSeq != seq + 1) {
                    faults.add(
                            place(day, rowSeq),
                            "rows are missing or added before it: number %d was expected".formatted(seq + 1));
                }
                if (!row.is(PREV, last)) {
                    faults.add(place(day, rowSeq), "it does not follow the row before");
                }
                if (!row.is(OWN, row.hash(sha, OWN))) {
                    faults.add(place(day, rowSeq), "its hash is not that of its content");
                }
                last = row.bytes(OWN);
                seq = rowSeq;
                while (nextAnchored < anchored.size() && notAfter(anchored.get(nextAnchored), day, seq)) {
                    check(anchored.get(nextAnchored++), day, seq, last);
                }
                if (++untold == TOLD_EVERY) {
                    progress.accept(rows.addAndGet(untold));
                    untold = 0;
                }
            }
            rows.addAndGet(untold);
            endOfDay(heads, day, seq, last);
            for (Mark head : heads.values()) {
                faults.add(place(head.day(), head.seq()), "the lane's head is here, its row is missing");
            }
            for (; nextAnchored < anchored.size(); nextAnchored++) {
                Mark mark = anchored.get(nextAnchored);
                faults.add(
                        place(mark.day(), mark.seq()),
                        "anchor %d says that it was here, it is missing".formatted(mark.anchor()));
            }
        }

        private static boolean notAfter(Mark mark, int day, long seq) {
            return mark.day() < day || mark.day() == day && mark.seq() <= seq;
        }

        private void check(Mark mark, int day, long seq, byte[] hash) {
            if (mark.day() != day || mark.seq() != seq) {
                faults.add(
                        place(mark.day(), mark.seq()),
                        "anchor %d says that it was here, it is missing".formatted(mark.anchor()));
            } else if (!Arrays.equals(mark.hash(), hash)) {
                faults.add(place(day, seq), "anchor %d says another hash".formatted(mark.anchor()));
            }
        }

        private void endOfDay(Map<Integer, Mark> heads, int day, long seq, byte[] last) {
            if (day == Integer.MIN_VALUE) {
                return;
            }
            Mark head = heads.remove(day);
            if (head == null) {
                faults.add(place(day, seq), "the day has no head in this lane");
            } else if (head.seq() != seq || !Arrays.equals(head.hash(), last)) {
                faults.add(
                        place(day, seq),
                        "the lane's head says number %d, hash %s".formatted(head.seq(), shortly(head.hash())));
            }
        }

        private Map<Integer, Mark> heads() throws SQLException {
            Map<Integer, Mark> heads = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
                statement.setInt(1, lane);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        int day = day(result.getObject(1, LocalDate.class));
                        if (result.getLong(2) > 0) {
                            heads.put(day, new Mark(0, day, result.getLong(2), result.getBytes(3)));
                        }
                    }
                }
            }
            return heads;
        }

        private List<Mark> anchored() throws SQLException {
            List<Mark> marks = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(ANCHORED)) {
                for (int i = 1; i <= 4; i++) {
                    statement.setInt(i, lane + 1);
                }
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        var mark = new Mark(
                                result.getLong(1),
                                day(result.getObject(2, LocalDate.class)),
                                result.getLong(3),
                                result.getBytes(4));
                        Mark before = marks.isEmpty() ? null : marks.getLast();
                        if (mark.seq() > 0
                                && (before == null
                                        || before.day() != mark.day()
                                        || before.seq() != mark.seq()
                                        || !Arrays.equals(before.hash(), mark.hash()))) {
                            marks.add(mark);
                        }
                    }
                }
            }
            return marks;
        }

        private static int day(LocalDate day) {
            return (int) (day.toEpochDay() - EPOCH.toEpochDay());
        }

        private String place(int day, long seq) {
            return "%s, lane %02d, number %d".formatted(EPOCH.plusDays(day), lane, seq);
        }

        private static String shortly(byte[] hash) {
            return HexFormat.of().formatHex(hash, 0, Math.min(4, hash.length)) + "…";
        }
    }
}
