package kz.shanyraq.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.shanyraq.office.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/// The type check of our SQL: every statement that stands in a class is prepared against the migrated schema, and
/// names no schema to the right of its module.
class SqlTest {

    private static final List<String> ORDER =
            List.of("database", "access", "registry", "employment", "benefits", "monitoring");
    private static final Path CLASSES = Path.of("target/classes/kz/shanyraq/office");

    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)\\s*(select\\s.+|insert\\s+into\\s.+|update\\s+\\w+[.]\\w+.*\\sset\\s.+|delete\\s+from\\s.+"
                    + "|merge\\s+into\\s.+|with\\s+\\w+.*\\sas\\s.+)");

    private static final Pattern SCHEMA =
            Pattern.compile("\\b(database|access|registry|employment|benefits|monitoring)[.]\\w+");

    /// What cannot be prepared: a pattern with holes, a table that only lives in a session, or a part of a statement.
    private static final Pattern NOT_WHOLE = Pattern.compile("(?s).*(%s|%d|%[0-9]\\$s|\\{\\w*\\}|\\bpg_temp[.]).*");

    /// A statement of a class.
    private record Statement(String type, String module, String sql) {}

    private static List<Statement> statements() throws IOException {
        var found = new ArrayList<Statement>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                Path below = CLASSES.relativize(file);
                String module = below.getNameCount() > 1 ? below.getName(0).toString() : "";
                for (PoolEntry entry : ClassFile.of().parse(file).constantPool()) {
                    if (entry instanceof StringEntry text
                            && STATEMENT.matcher(text.stringValue()).matches()) {
                        found.add(new Statement(below.toString().replace(".class", ""), module, text.stringValue()));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void every_statement_fits_the_schema() throws IOException, SQLException {
        var wrong = new ArrayList<String>();
        int prepared = 0;
        try (Connection connection = TestDatabase.fresh().admin().getConnection()) {
            for (Statement statement : statements()) {
                if (NOT_WHOLE.matcher(statement.sql()).matches()) {
                    continue;
                }
                String sql = NamedParameterUtils.parseSqlStatementIntoString(statement.sql());
                try (PreparedStatement check = connection.prepareStatement(sql)) {
                    check.getParameterMetaData();
                    prepared++;
                } catch (SQLException broken) {
                    if (namesTableOfSession(broken)) {
                        continue;
                    }
                    wrong.add("%s: %s%n%s"
                            .formatted(
                                    statement.type(),
                                    broken.getMessage(),
                                    statement.sql().strip()));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(prepared).isGreaterThan(5);
    }

    /// Mass work makes tables that live as long as its session: they alone are named without a schema. Its own tests
    /// run these statements.
    private static boolean namesTableOfSession(SQLException broken) {
        return "42P01".equals(broken.getSQLState())
                && String.valueOf(broken.getMessage()).matches("(?s).*relation \"\\w+\" does not exist.*");
    }

    @Test
    void no_statement_names_a_schema_to_the_right_of_its_module() throws IOException {
        for (Statement statement : statements()) {
            if (!ORDER.contains(statement.module())) {
                continue;
            }
            Matcher named = SCHEMA.matcher(statement.sql());
            while (named.find()) {
                assertThat(ORDER.indexOf(named.group(1)))
                        .as("%s names %s", statement.type(), named.group())
                        .isLessThanOrEqualTo(ORDER.indexOf(statement.module()));
            }
        }
    }
}
