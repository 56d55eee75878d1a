package kz.shanyraq.office.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kz.shanyraq.office.database.OfficeDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One-time codes of a telephone (RFC 6238: SHA-1, 30 seconds, six digits) and recovery codes. The secret of an
/// account is stored encrypted, with a key that
/// is not in the database.
@Component
class OneTimeCodes {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_BYTES = 20;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final long STEP = 30;
    private static final int RECOVERY_CODES = 8;
    private static final int RECOVERY_BYTES = 10;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock = Clock.systemUTC();

    OneTimeCodes(OfficeDatabase database) {
        this.key = new SecretKeySpec(
                Arrays.copyOf(sha256(database.data().secret("second-factor-key").getBytes(StandardCharsets.UTF_8)), 32),
                "AES");
    }

    /// A new secret, encrypted for an account.
    byte[] newSecret(UUID account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
        byte[] stored = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, stored, NONCE, sealed.length);
        return stored;
    }

    /// The secret as a telephone takes it.
    String base32(UUID account, byte[] stored) {
        return base32(opened(account, stored));
    }

    /// The address that a QR code carries.
    String address(UUID account, byte[] stored, String login) {
        return "otpauth://totp/Shanyraq:%s?secret=%s&issuer=Shanyraq"
                .formatted(
                        URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20"), base32(account, stored));
    }

    /// The time step of a code that is right now, or was half a minute ago, or will be.
    OptionalLong step(UUID account, byte @Nullable [] stored, String code) {
        if (stored == null || !code.matches("\\d{6}")) {
            return OptionalLong.empty();
        }
        byte[] secret = opened(account, stored);
        long now = clock.instant().getEpochSecond() / STEP;
        OptionalLong found = OptionalLong.empty();
        for (long step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// New recovery codes, to be shown once.
    List<String> newRecoveryCodes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            String code = base32(bytes).toLowerCase(Locale.ROOT);
            codes.add(code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8, 12) + "-"
                    + code.substring(12));
        }
        return codes;
    }

    /// A recovery code as the database keeps it.
    static byte[] recovery(UUID account, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return sha256((account + ":" + plain).getBytes(StandardCharsets.UTF_8));
    }

    /// The code of a time step (RFC 4226).
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[hash.length - 1] & 15;
            int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] opened(UUID account, byte[] stored) {
        return cipher(
                Cipher.DECRYPT_MODE,
                account,
                Arrays.copyOf(stored, NONCE),
                Arrays.copyOfRange(stored, NONCE, stored.length));
    }

    private byte[] cipher(int mode, UUID account, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("""
                    The secret of a second factor cannot be read.
                    Maybe secrets/second-factor-key of the data folder is not the one with which it was written.""", broken);
        }
    }

    private static String base32(byte[] bytes) {
        var out = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 255;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(LETTERS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            out.append(LETTERS.charAt(held << 5 - bits & 31));
        }
        return out.toString();
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
