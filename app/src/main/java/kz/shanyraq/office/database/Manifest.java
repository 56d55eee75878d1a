package kz.shanyraq.office.database;

import java.util.List;

/// What a copy of the database holds, so that it can be checked without a database, and compared with one.
///
/// @param format the version of this form
/// @param made when the copy was made
/// @param server the version of the server
/// @param schemas the migrations that the copied database had
/// @param tables what each table held
/// @param sequences where each sequence stood
record Manifest(
        int format, String made, String server, List<Schema> schemas, List<Table> tables, List<Sequence> sequences) {

    /// The form of copies that this release writes and reads.
    static final int FORMAT = 1;

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

    /// How many rows all tables hold.
    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
