package kz.shanyraq.office.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.shanyraq.office.Approved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The data dictionary, `docs/data`: what every table and column means, in the words of its comment.
class DataDictionaryTest {

    private static final String COLUMNS = """
            select c.relname as table_name, c.relkind::text as kind, c.relrowsecurity as secured,
                   coalesce(obj_description(c.oid, 'pg_class'), '') as meaning, a.attname as column_name,
                   format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed,
                   coalesce(col_description(c.oid, a.attnum), '') as column_meaning,
                   coalesce((select string_agg(f.confrelid::regclass::text, ', ' order by 1) from pg_constraint f
                             where f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]), '') as refers
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = :schema and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
              and c.relname <> 'flyway_schema_history'
            order by c.relname, a.attnum
            """;

    private static final String FUNCTIONS = """
            select format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) as name, p.prosecdef as definer,
                   pg_get_userbyid(p.proowner) as owner, coalesce(obj_description(p.oid, 'pg_proc'), '') as meaning
            from pg_proc p
            where p.pronamespace = cast(:schema as regnamespace) and p.prorettype <> 'trigger'::regtype
            order by 1
            """;

    private static final JdbcClient DB = TestDatabase.fresh().asAdmin();

    static Stream<String> schemas() {
        return Migrations.modules().stream().filter(schema -> !columns(schema).isEmpty());
    }

    private static List<Map<String, Object>> columns(String schema) {
        return DB.sql(COLUMNS).param("schema", schema).query().listOfRows();
    }

    @Test
    void every_folder_of_migrations_is_in_the_list_of_modules() throws IOException {
        try (var folders = java.nio.file.Files.list(java.nio.file.Path.of("src/main/resources/db/migration"))) {
            assertThat(folders.filter(java.nio.file.Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .isSubsetOf(Migrations.modules());
        }
    }

    @ParameterizedTest(name = "schema {0}")
    @MethodSource("schemas")
    void every_table_and_every_column_has_a_comment(String schema) {
        assertThat(columns(schema).stream()
                        .filter(row -> row.get("column_meaning").equals("")
                                || row.get("meaning").equals(""))
                        .map(row -> row.get("table_name") + "." + row.get("column_name")))
                .isEmpty();
    }

    @ParameterizedTest(name = "schema {0}")
    @MethodSource("schemas")
    void the_dictionary_is_as_it_was_approved(String schema) throws IOException {
        String meaning = DB.sql("select coalesce(obj_description(cast(:schema as regnamespace), 'pg_namespace'), '')")
                .param("schema", schema)
                .query(String.class)
                .single();
        var text = new StringBuilder(
                "# Schema `%s`%n%n%s%n%nMade from the comments of the migrated database by `DataDictionaryTest`.%n"
                        .formatted(schema, cell(meaning)));
        String table = "";
        for (Map<String, Object> row : columns(schema)) {
            if (!row.get("table_name").equals(table)) {
                table = (String) row.get("table_name");
                text.append("%n## %s%n%n%s%s%n%n| column | type | | meaning |%n|---|---|---|---|%n"
                        .formatted(
                                table,
                                cell(row.get("meaning")),
                                (boolean) row.get("secured") ? " Rows are shown by right (row-level security)." : ""));
            }
            String refers = (String) row.get("refers");
            text.append("| `%s` | %s | %s | %s%s |%n"
                    .formatted(
                            row.get("column_name"),
                            row.get("type"),
                            (boolean) row.get("needed") ? "" : "may be empty",
                            cell(row.get("column_meaning")),
                            refers.isEmpty() ? "" : " → `%s`".formatted(refers)));
        }
        List<Map<String, Object>> functions =
                DB.sql(FUNCTIONS).param("schema", schema).query().listOfRows();
        if (!functions.isEmpty()) {
            text.append("%n## Functions%n%n| function | runs as | meaning |%n|---|---|---|%n".formatted());
            for (Map<String, Object> row : functions) {
                text.append("| `%s` | %s | %s |%n"
                        .formatted(
                                cell(row.get("name")),
                                (boolean) row.get("definer") ? row.get("owner") : "the caller",
                                cell(row.get("meaning"))));
            }
        }
        Approved.page("docs/data/%s.md".formatted(schema), text.toString());
    }

    private static String cell(Object words) {
        return words.toString().replace("|", "\\|").replace("\n", " ");
    }
}
