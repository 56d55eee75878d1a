package kz.shanyraq.office.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a copy of the database holds, so that it can be checked without a database, and compared with one.
///
/// @param format the version of this form
/// @param made when the copy was made
/// @param server the version of the server
/// @param schemas the migrations that the copied database had
/// @param tables what each table held
/// @param sequences where each sequence stood
/// @param anchors the file of the log's anchors; null of an office that has made none yet
record Manifest(
        int format,
        String made,
        String server,
        List<Schema> schemas,
        List<Table> tables,
        List<Sequence> sequences,
        @Nullable Anchors anchors) {

    /// The form of copies that this release writes. Those of form 1 had no file of anchors; they are read too.
    static final int FORMAT = 2;

    /// The file of anchors, by which the log is checked against what stands outside the database.
    record Anchors(long bytes, String sha256) {

        /// The place of the file in the copy.
        static final String ENTRY = "anchors";
    }

    /// The migrations of one module, in their order.
    record Schema(String name, List<String> migrations) {}

    /// One table.
    ///
    /// @param columns the copied columns in their order; generated ones are left out
    /// @param sum a checksum of the rows that does not depend on their order
    /// @param bytes the length of its rows in the copy
    /// @param sha256 the checksum of its rows in the copy
    record Table(String schema, String name, List<String> columns, long rows, String sum, long bytes, String sha256) {

        /// The name to use in a statement.
        String sqlName() {
            return quoted(schema) + "." + quoted(name);
        }

        /// Its columns to use in a statement.
        String sqlColumns() {
            return String.join(", ", columns.stream().map(Manifest::quoted).toList());
        }

        /// The place of its rows in the file.
        String entry() {
            return "tables/%s.%s".formatted(schema, name);
        }
    }

    /// One sequence.
    record Sequence(String schema, String name, long value, boolean used) {

        /// The name to use in a statement.
        String sqlName() {
            return quoted(schema) + "." + quoted(name);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// How many parts the copy has, with this list and its checksum.
    int parts() {
        return tables.size() + (anchors == null ? 2 : 3);
    }

    /// How many rows all tables hold.
    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
