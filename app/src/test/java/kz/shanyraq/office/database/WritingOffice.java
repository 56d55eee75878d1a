package kz.shanyraq.office.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

/// An office in a process of its own that writes without end, and says of each row that it is committed. It is there
/// to be killed.
final class WritingOffice {

    /// Writes into the office of the data folder that is the only argument.
    public static void main(String[] arguments) throws Exception {
        OfficeDatabase database = OfficeDatabase.forOffice(DataFolder.of(Path.of(arguments[0])), null, told -> {});
        try (Connection connection = database.server().admin();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into database.milestone (name, detail) values (?, repeat('x', 500))")) {
            for (int i = 1; ; i++) {
                insert.setString(1, "row " + i);
                insert.executeUpdate();
                System.out.println(i);
            }
        }
    }

    private WritingOffice() {}
}
