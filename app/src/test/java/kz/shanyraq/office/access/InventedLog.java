package kz.shanyraq.office.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Makes a log of many days at once, as it would have been written row by row: for tests and for the benchmark.
/// Works with an administrator's connection.
final class InventedLog {

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final String[] ROLES = {"social_worker", "career_specialist", "second_approver"};
    private static final String[] DETAILS = {"card", "person", "incomes", "families of my area"};
    private static final UUID[] OFFICERS = new UUID[500];

    static {
        var random = new SplittableRandom(1);
        for (int i = 0; i < OFFICERS.length; i++) {
            OFFICERS[i] = new UUID(random.nextLong(), random.nextLong());
        }
    }

    private final Connection connection;
    private final SplittableRandom random = new SplittableRandom(7);
    private final byte[][] last = new byte[16][32];

    InventedLog(DataSource admin) throws SQLException {
        this.connection = admin.getConnection();
    }

    /// So many rows in each lane on each of so many days, with an anchor at the end of each day.
    void write(LocalDate first, int days, int rowsALane) throws SQLException, IOException {
        for (int d = 0; d < days; d++) {
            LocalDate day = first.plusDays(d);
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy access.look (lane, day, seq, at, actor, post, role, kato, action, purpose, person, family, number, detail, reason, prev, hash)"
                                    + " from stdin (format binary)");
            copy.writeToCopy(HEADER, 0, 19);
            for (int lane = 0; lane < 16; lane++) {
                lane(copy, lane, day, rowsALane);
            }
            copy.writeToCopy(new byte[] {(byte) 0xff, (byte) 0xff}, 0, 2);
            copy.endCopy();
            try (PreparedStatement head = connection.prepareStatement("insert into access.head values (?, ?, ?, ?)");
                    Statement seal = connection.createStatement()) {
                for (int lane = 0; lane < 16; lane++) {
                    head.setObject(1, day);
                    head.setInt(2, lane);
                    head.setLong(3, rowsALane);
                    head.setBytes(4, last[lane]);
                    head.addBatch();
                }
                head.executeBatch();
                seal.execute("select access.seal()");
            }
        }
    }

    void close() throws SQLException {
        connection.close();
    }

    private void lane(CopyIn copy, int lane, LocalDate day, int rows) throws SQLException, IOException {
        MessageDigest sha = sha256();
        var out = new ByteArrayOutputStream(1 << 16);
        long at = (day.toEpochDay() - EPOCH.toEpochDay()) * 86_400_000_000L;
        for (int seq = 1; seq <= rows; seq++) {
            var fields = new ByteArrayOutputStream(300);
            var data = new DataOutputStream(fields);
            data.writeInt(2);
            data.writeShort(lane);
            data.writeInt(4);
            data.writeInt((int) (day.toEpochDay() - EPOCH.toEpochDay()));
            data.writeInt(8);
            data.writeLong(seq);
            data.writeInt(8);
            data.writeLong(at += random.nextInt(50_000));
            uuid(data, OFFICERS[random.nextInt(OFFICERS.length)]);
            uuid(data, OFFICERS[random.nextInt(OFFICERS.length)]);
            text(data, ROLES[random.nextInt(ROLES.length)]);
            data.writeInt(4);
            data.writeInt(114_500_000);
            text(data, "look");
            text(data, "case_work");
            long family = random.nextInt(6_000_000);
            if (random.nextInt(3) == 0) {
                data.writeInt(8);
                data.writeLong(family * 3);
            } else {
                data.writeInt(-1);
            }
            data.writeInt(8);
            data.writeLong(family);
            text(data, "3-" + family);
            text(data, DETAILS[random.nextInt(DETAILS.length)]);
            if (random.nextInt(50) == 0) {
                text(data, "The family has moved, its file follows");
            } else {
                data.writeInt(-1);
            }
            data.writeInt(32);
            data.write(last[lane]);
            byte[] content = fields.toByteArray();
            last[lane] = sha.digest(content);
            out.write(0);
            out.write(17);
            out.write(content);
            out.write(new byte[] {0, 0, 0, 32});
            out.write(last[lane]);
            if (out.size() > 60_000 || seq == rows) {
                byte[] block = out.toByteArray();
                copy.writeToCopy(block, 0, block.length);
                out.reset();
            }
        }
    }

    private static void uuid(DataOutputStream data, UUID id) throws IOException {
        data.writeInt(16);
        data.writeLong(id.getMostSignificantBits());
        data.writeLong(id.getLeastSignificantBits());
    }

    private static void text(DataOutputStream data, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
