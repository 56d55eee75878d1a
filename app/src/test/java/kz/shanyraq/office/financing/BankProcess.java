package kz.shanyraq.office.financing;

import java.nio.file.Path;

/// A bank as a process of its own, which a test may kill.
final class BankProcess {

    /// Takes what waits.
    ///
    /// @param arguments the bank's folder
    public static void main(String[] arguments) throws Exception {
        try (var bank = new BankSimulator(Path.of(arguments[0]), Orders.DAY, line -> {})) {
            bank.look();
        }
    }

    private BankProcess() {}
}
