package kz.shanyraq.office.access;

/// A territory of the classifier of administrative units: nine digits, of which a region uses two, a district four,
/// a rural district six. 0 is the
/// republic. A territory is a range of codes.
///
/// @param kato its code
public record Territory(int kato) {

    /// The whole country.
    public static final Territory REPUBLIC = new Territory(0);

    private static final int REGION = 10_000_000;
    private static final int DISTRICT = 100_000;
    private static final int RURAL_DISTRICT = 1_000;
    private static final int FIRST = 100_000_000;
    private static final int LAST = 999_999_999;

    /// Refuses what is not nine digits.
    public Territory {
        if (kato != 0 && (kato < FIRST || kato > LAST)) {
            throw new IllegalArgumentException("A territory has nine digits, or is 0 for the republic; seen: " + kato);
        }
    }

    /// The first code.
    public int lo() {
        return Math.max(kato, FIRST);
    }

    /// The last code.
    public int hi() {
        if (kato == 0) {
            return LAST;
        }
        return kato + width() - 1;
    }

    /// Whether a code lies inside.
    public boolean contains(int code) {
        return lo() <= code && code <= hi();
    }

    private int width() {
        if (kato % REGION == 0) {
            return REGION;
        }
        if (kato % DISTRICT == 0) {
            return DISTRICT;
        }
        return kato % RURAL_DISTRICT == 0 ? RURAL_DISTRICT : 1;
    }
}
