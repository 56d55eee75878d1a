package kz.shanyraq.office.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a function of the database is asked with, so that it would tell of a family if it could.
final class Arguments {

    /// What a slipped-in statement does not have.
    private static final List<String> PROOFS = List.of("key", "proof", "token");

    /// Several ways to ask: with what each type can mean of the family.
    static List<List<Object>> of(String types, List<String> names, Household family, Village village) {
        List<List<Object>> ways = List.of(List.of());
        if (types.isEmpty()) {
            return ways;
        }
        String[] each = types.split(", ");
        for (int i = 0; i < each.length; i++) {
            String name = i < names.size() ? names.get(i) : "";
            var longer = new ArrayList<List<Object>>();
            for (List<Object> way : ways) {
                for (Object value : values(each[i], name, family, village)) {
                    var next = new ArrayList<>(way);
                    next.add(value);
                    longer.add(next);
                }
            }
            // A few ways of each are enough where there are many arguments.
            ways = longer.size() > 8 ? longer.subList(0, 8) : longer;
        }
        return ways;
    }

    private static List<Object> values(String type, String name, Household family, Village village) {
        if (PROOFS.contains(name)) {
            return List.of("a-wrong-one");
        }
        return switch (type) {
            case "bigint" -> List.of(village.id(family).value(), village.id(family.head()));
            case "integer" ->
                name.contains("delivery") || name.contains("intake")
                        ? List.of(village.intake())
                        : name.contains("how_many") ? List.of(1000) : List.of(family.kato());
            case "smallint" -> List.of(1);
            case "text", "character varying" ->
                List.of(
                        family.head().iin(),
                        family.head().lastName(),
                        family.head().phone(),
                        family.street());
            case "text[]" ->
                List.of(
                        new String[] {family.head().lastName()},
                        new String[] {family.head().lastName(), family.head().firstName()});
            case "bigint[]" -> List.of((Object) new Long[] {village.id(family).value()});
            case "bytea[]" -> List.of((Object) new byte[][] {new byte[32]});
            case "uuid[]" -> List.of((Object) new UUID[] {new UUID(0, 1)});
            case "integer[]" -> List.of((Object) new Integer[] {family.kato()});
            case "uuid" -> List.of(new UUID(0, 1));
            case "boolean" -> List.of(true);
            case "date" -> List.of("2025-01-01");
            case "daterange" -> List.of("[1900-01-01,2030-01-01)");
            case "timestamp with time zone" -> List.of("2000-01-01", "2100-01-01");
            case "interval" -> List.of("100 years");
            case "bytea" -> List.of(new byte[32]);
            case "jsonb" -> List.of("{}");
            case "access.look", "access.anchor" -> List.of("()");
            default -> throw new AssertionError("""
                        The matrix does not know what to ask a function with for an argument %s of type %s.
                        Maybe a line for the type is missing in Arguments.""".formatted(name, type));
        };
    }

    private Arguments() {}
}
