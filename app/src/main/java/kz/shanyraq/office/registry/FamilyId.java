package kz.shanyraq.office.registry;

/// The number of a legal family in the registry. Pages show it as [#number()].
public record FamilyId(long value) {

    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    /// The number as people say and write it: the digits, a hyphen, and a check digit by Damm's algorithm, which
    /// notices
    /// every wrong digit and every exchange of neighbours.
    public String number() {
        return value + "-" + check(Long.toString(value));
    }

    /// The family of a number as people write it, with or without the hyphen.
    ///
    /// @throws IllegalArgumentException if it is no such number or its check digit is wrong
    public static FamilyId parse(String number) {
        String digits = number.replace("-", "").strip();
        if (digits.length() < 2 || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "'%s' is not a family number such as %s.".formatted(number, new FamilyId(1042).number()));
        }
        String value = digits.substring(0, digits.length() - 1);
        if (check(value) != digits.charAt(digits.length() - 1) - '0') {
            throw new IllegalArgumentException("""
                    The family number '%s' has a wrong check digit.
                    Maybe a digit is mistyped.""".formatted(number));
        }
        return new FamilyId(Long.parseLong(value));
    }

    private static int check(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = DAMM[state][digits.charAt(i) - '0'];
        }
        return state;
    }
}
