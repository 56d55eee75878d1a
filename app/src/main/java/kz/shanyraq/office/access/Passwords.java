package kz.shanyraq.office.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords: Argon2id with 19 MiB and two passes, and never more than a few at once, so that sign-ins cannot take
/// the memory of the pages.
@Component
class Passwords {

    /// The shortest password that is taken.
    static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 << 10, 2);
    private final Semaphore turn = new Semaphore(AT_ONCE);
    private final String nobodys = argon2.encode("the password of nobody");

    String hash(String password) {
        turn.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            turn.release();
        }
    }

    /// Whether a password is right. Without a hash the same work is done, so that the time does not tell whether
    /// the login exists.
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        turn.acquireUninterruptibly();
        try {
            boolean same = argon2.matches(password, hash == null ? nobodys : hash);
            return same && hash != null;
        } finally {
            turn.release();
        }
    }

    /// Why a new password is not taken, as the end of a message key; null when it is.
    static @Nullable String fault(String password, String login) {
        if (password.length() < SHORTEST) {
            return "short";
        }
        if (password.length() > LONGEST) {
            return "long";
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(login)
                || password.chars().distinct().count() < 5) {
            return "easy";
        }
        return null;
    }
}
