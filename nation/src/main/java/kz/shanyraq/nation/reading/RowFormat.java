package kz.shanyraq.nation.reading;

import java.nio.ByteBuffer;
import java.util.List;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;

/// The held columns of a file as bytes of a row set aside.
final class RowFormat {

    private final List<Column> columns;
    private final int[] widths;
    private final int width;

    RowFormat(HouseholdFile file) {
        columns = Column.of(file).stream().filter(Column::held).toList();
        var sample = new Households();
        widths =
                columns.stream().mapToInt(column -> width(column.array(sample))).toArray();
        width = java.util.Arrays.stream(widths).sum();
    }

    private static int width(Object array) {
        return switch (array) {
            case byte[] bytes -> Byte.BYTES;
            case short[] shorts -> Short.BYTES;
            case int[] ints -> Integer.BYTES;
            case long[] longs -> Long.BYTES;
            default -> throw new IllegalArgumentException(array.getClass().getName());
        };
    }

    /// The bytes of a row.
    int width() {
        return width;
    }

    /// Writes the values of a row; of a row that is rejected, "not known" throughout.
    void write(TableOfColumns table, int row, boolean readable, ByteBuffer out) {
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            long value = readable ? table.value(column, row) : notRead(column);
            switch (widths[i]) {
                case Byte.BYTES -> out.put((byte) value);
                case Short.BYTES -> out.putShort((short) value);
                case Integer.BYTES -> out.putInt((int) value);
                default -> out.putLong(value);
            }
        }
    }

    /// What stands in a row that was rejected: "not known", and for the region the republic, since figures are
    /// found by it even for a family that is not assessed.
    private static long notRead(Column column) {
        return column == Column.REGION ? 0 : column.type().unknown();
    }

    /// Reads the values of a row into a block.
    void read(ByteBuffer in, Households into, int row) {
        for (int i = 0; i < widths.length; i++) {
            long value = switch (widths[i]) {
                case Byte.BYTES -> in.get();
                case Short.BYTES -> in.getShort();
                case Integer.BYTES -> in.getInt();
                default -> in.getLong();
            };
            columns.get(i).set(into, row, value);
        }
    }
}
