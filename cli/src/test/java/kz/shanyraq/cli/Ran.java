package kz.shanyraq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A command that was run in this process: its exit code and what it printed.
record Ran(int code, String out, String err) {

    /// Runs a command.
    static Ran shanyraq(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var progress = new ByteArrayOutputStream();
        var console = new Console(
                new PrintWriter(out),
                new PrintWriter(err),
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                false,
                Path.of(System.getProperty("shanyraq.root", "..")));
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        int code = Shanyraq.run(arguments, console);
        return new Ran(code, out.toString(), err + progress.toString(StandardCharsets.UTF_8));
    }

    /// It did what was asked, without a word on standard error.
    Ran isDone() {
        assertThat(err).isEmpty();
        assertThat(code).as(out).isZero();
        return this;
    }

    /// It says in a sentence or two what was wrong, and never shows the insides.
    Ran refuses(int expected, String... words) {
        assertThat(err).contains(words);
        assertThat(code).as(err).isEqualTo(expected);
        assertThat(out).isEmpty();
        return saysItPlainly();
    }

    /// Standard error is for people.
    Ran saysItPlainly() {
        assertThat(err)
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("java.")
                .doesNotContain("kz.shanyraq")
                .doesNotContain("null")
                .doesNotContain("A fault of ours");
        assertThat(err.lines().count()).as(err).isBetween(1L, 3L);
        assertThat(err.lines().findFirst().orElseThrow()).as("a sentence").matches("(?s)\\P{Ll}.*");
        return this;
    }

    /// A value of the JSON that it printed, by DuckDB's path; null where there is none.
    String json(String path) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement statement =
                        connection.prepareStatement("select json_valid(?), cast(? as json)->>?")) {
            statement.setString(1, out);
            statement.setString(2, out);
            statement.setString(3, path);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                assertThat(result.getBoolean(1)).as("JSON: %s", out).isTrue();
                return result.getString(2);
            }
        } catch (SQLException wrong) {
            throw new AssertionError(out, wrong);
        }
    }
}
