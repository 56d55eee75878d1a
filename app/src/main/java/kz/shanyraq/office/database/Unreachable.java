package kz.shanyraq.office.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/// The database cannot be reached or used: a sentence, with a second one that begins with "Maybe" where a likely
/// cause is known.
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 20;

    Unreachable(String message) {
        super(message);
    }

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }

    /// A failure of work with the database, as what it is: when the database ended meanwhile, said in these words; else
    /// the failure itself.
    public static RuntimeException orItself(RuntimeException failure, String words) {
        return ended(failure, 0) ? new Unreachable(words, failure) : failure;
    }

    private static boolean ended(@Nullable Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST) {
            return false;
        }
        if (failure instanceof SQLException sql && isEnd(sql)) {
            return true;
        }
        // Of a transaction that could not be taken back either, the cause is the second failure.
        if (failure instanceof TransactionSystemException transaction
                && ended(transaction.getApplicationException(), depth + 1)) {
            return true;
        }
        return ended(failure.getCause(), depth + 1);
    }

    /// A lost connection (class 08), a server that ends or starts (57P), a connection that the pool gave up.
    private static boolean isEnd(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? failure instanceof SQLTransientConnectionException
                        || String.valueOf(failure.getMessage()).equals("Connection is closed")
                : state.startsWith("08") || state.startsWith("57P");
    }
}
