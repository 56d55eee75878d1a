package kz.shanyraq.office.registry;

import java.util.Locale;
import kz.shanyraq.policy.household.Column;
import org.jspecify.annotations.Nullable;

/// A value of a sheet.
///
/// @param column its column in the sheet's table
/// @param type the type of that column
/// @param told the column of the household format that fills it; null if the load itself works it out
record SheetValue(String column, String type, @Nullable Column told) {

    /// A value that has the name of its column in the household format.
    static SheetValue of(Column column) {
        return new SheetValue(column.header(), type(column), column);
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case TEXT, MONTH, BENEFITS -> "text";
            case COUNT -> "integer";
            case AREA -> "numeric";
            case BOOLEAN -> "boolean";
            case DATE, EVENT -> "date";
            case MONEY -> "bigint";
            case CODE ->
                column == Column.DISABILITY_GROUP_CHILD
                        ? "registry.disability_group"
                        : "registry." + column.name().toLowerCase(Locale.ROOT);
        };
    }
}
