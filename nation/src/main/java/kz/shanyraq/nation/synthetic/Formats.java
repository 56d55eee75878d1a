package kz.shanyraq.nation.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.shanyraq.policy.household.Column;

/// The texts of raw values as bytes, each made once.
final class Formats {

    private static final Map<Column, Map<Long, byte[]>> KNOWN = known();

    private static Map<Column, Map<Long, byte[]>> known() {
        var known = new EnumMap<Column, Map<Long, byte[]>>(Column.class);
        for (Column column : Column.values()) {
            known.put(column, new ConcurrentHashMap<>());
        }
        return known;
    }

    static byte[] of(Column column, long raw) {
        return KNOWN.getOrDefault(column, Map.of())
                .computeIfAbsent(raw, value -> column.format(value).getBytes(StandardCharsets.UTF_8));
    }

    private Formats() {}
}
