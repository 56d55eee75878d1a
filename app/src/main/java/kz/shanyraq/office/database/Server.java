package kz.shanyraq.office.database;

import java.sql.Connection;
import java.sql.SQLException;

/// The server that holds the office's database.
sealed interface Server extends AutoCloseable permits EmbeddedServer, ExternalServer {

    /// The name of the office's database on a server of our own.
    String DATABASE = "shanyraq";

    /// A connection to the office's database with the rights of an administrator.
    Connection admin() throws SQLException;

    /// The address of the office's database, without a user.
    String url();

    /// The password of a login role.
    String password(DatabaseRole role);

    /// Where the server is, in words for people.
    String place();

    /// Stops the server, if it is ours to stop.
    @Override
    void close();
}
