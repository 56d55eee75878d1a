package kz.shanyraq.office.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A checksum of rows that does not depend on their order: the sum of the SHA-256 of each, in 256 bits. Two tables
/// with the same sum and the same number of rows hold the same rows.
final class RowSum {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 32;

    private final MessageDigest digest = sha256();
    private final byte[] hash = new byte[BYTES];
    private final long[] sum = new long[BYTES / Long.BYTES];
    private long rows;

    /// A new digest.
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Adds a row, with its end of line.
    void add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        try {
            digest.digest(hash, 0, BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
        boolean carry = false;
        for (int i = 0; i < sum.length; i++) {
            long part = (long) LONGS.get(hash, i * Long.BYTES);
            long added = sum[i] + part;
            boolean next = Long.compareUnsigned(added, part) < 0;
            if (carry) {
                added++;
                next |= added == 0;
            }
            sum[i] = added;
            carry = next;
        }
        rows++;
    }

    /// How many rows were added.
    long rows() {
        return rows;
    }

    /// The sum, in hexadecimal digits.
    String text() {
        var text = new StringBuilder();
        for (int i = sum.length - 1; i >= 0; i--) {
            text.append("%016x".formatted(sum[i]));
        }
        return text.toString();
    }
}
