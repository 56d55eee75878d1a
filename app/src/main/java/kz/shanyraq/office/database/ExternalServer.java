package kz.shanyraq.office.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// Somebody else's PostgreSQL, named by an address with an administrator who may make roles.
final class ExternalServer implements Server {

    private final String urlWithAdmin;
    private final Properties parts;

    private ExternalServer(String urlWithAdmin, Properties parts) {
        this.urlWithAdmin = urlWithAdmin;
        this.parts = parts;
    }

    /// The server at an address, after a first look at it.
    static ExternalServer at(String url) {
        Properties parts = Driver.parseURL(url, null);
        if (parts == null || part(parts, "user") == null || part(parts, "password") == null) {
            throw new Unreachable("""
                    SHANYRAQ_DB_URL is not an address of a PostgreSQL with user and password.
                    Maybe write it like jdbc:postgresql://HOST:5432/shanyraq?user=NAME&password=WORD""");
        }
        var server = new ExternalServer(url, parts);
        try (Connection connection = server.admin()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < Programs.MAJOR) {
                throw new Unreachable("""
                        The database at %s is PostgreSQL %d; the office needs %d or newer.
                        Maybe another server of yours is newer.""".formatted(server.place(), major, Programs.MAJOR));
            }
        } catch (SQLException broken) {
            throw new Unreachable("""
                    The database at %s cannot be reached: %s
                    Maybe the host, the port or the password in SHANYRAQ_DB_URL is wrong, or the database is not there yet.""".formatted(server.place(), broken.getMessage()), broken);
        }
        return server;
    }

    private static @Nullable String part(Properties parts, String name) {
        return parts.getProperty(name);
    }

    @Override
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(urlWithAdmin);
    }

    @Override
    public String url() {
        int question = urlWithAdmin.indexOf('?');
        String words = Arrays.stream(urlWithAdmin.substring(question + 1).split("&"))
                .filter(word -> !word.startsWith("user=") && !word.startsWith("password="))
                .collect(Collectors.joining("&"));
        return urlWithAdmin.substring(0, question) + (words.isEmpty() ? "" : "?" + words);
    }

    /// Every office at the same server finds the same password, and nobody else without the administrator's.
    @Override
    public String password(DatabaseRole role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    String.valueOf(part(parts, "password")).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.sqlName().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String place() {
        return "%s:%s/%s".formatted(part(parts, "PGHOST"), part(parts, "PGPORT"), part(parts, "PGDBNAME"));
    }

    @Override
    public void close() {
        // It was there before us and stays.
    }
}
