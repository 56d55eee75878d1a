package kz.shanyraq.office.registry.web;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/// Reads all of a page in one transaction, so that its parts agree and rights are entered once.
final class Reading {

    static <T> T in(TransactionOperations reading, Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }

    private Reading() {}
}
