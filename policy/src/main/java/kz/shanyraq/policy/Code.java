package kz.shanyraq.policy;

import java.util.Locale;

/// A value of a closed list. Its code, as files and pages know it, is its name in lower case.
///
/// A column holds the ordinal in a `byte`; [#UNKNOWN] stands for "not known".
public interface Code {

    /// What a column of codes holds where the value is not known.
    byte UNKNOWN = -1;

    /// The name of the constant, as [Enum#name()].
    String name();

    /// The place of the constant in its list, as [Enum#ordinal()].
    int ordinal();

    /// The code in files: lower-case ASCII.
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a column's cell holds this value; an unknown cell holds none.
    default boolean is(byte cell) {
        return cell == ordinal();
    }

    /// A set of values as bits, for [#in].
    static long set(Code... values) {
        long bits = 0;
        for (Code value : values) {
            bits |= 1L << value.ordinal();
        }
        return bits;
    }

    /// Whether a column's cell holds one of a set of values; an unknown cell is in no set (no list has 63
    /// values).
    static boolean in(byte cell, long set) {
        return (set >>> cell & 1) != 0;
    }
}
