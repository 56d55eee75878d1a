package kz.shanyraq.bench.tsa19;

/// The synthetic nation: every family follows from its number alone, by splitmix64, so that any part of it can be made
/// again, in any order, on any machine. Family `i` (from 0) has the id `i + 1`; persons are numbered in the same order.
///
/// - **Members**: 1 to 10 with 155, 202, 220, 195, 118, 66, 27, 10, 4 and 3 in a thousand; 3.32 on average.
/// - **Region**: 1 to 20, all alike. **Farm**: cattle 1–6 in 30 % of families, sheep 1–30 in 20 %, land 0.05–3.00 ha
///   in 40 %.
/// - **Ages**, even in their range: the first member is 18–84 years old, a second one in 80 % of families 18–69; others
///   are children (75 %), 18–22 (15 %) or 58–89 (10 %).
/// - **Disability**: 7 % of adults, 2 % of children; groups 1, 2, 3 as 2 : 4 : 4.
/// - **Able** to work: 95 % at 16–62 years, unless of group 1 or 2. **Studying**: 95 % at 6–17 years, 40 % at 18–22, 1
/// %
///   later. **Employed**: 65 % of the able, 15 % of those who study; nobody below 16. **Registered** unemployed: 70 %
/// of
///   the able who neither work nor study.
/// - **Wage** of the employed: 42 500 tenge and the product of two even draws of up to 1.5 and 200 thousand, whole
/// tenge
///   and as good as all different, as a quarter's average is; 5 % have none. **Pension**: 40–140 thousand from 63
/// years,
///   30–60 thousand for the disabled. **Alimony**: 10–50 thousand for 6 % of children. **State benefit**: 5–25 thousand
///   for 15 % of persons, **one-off aid**: 10–100 thousand for 2 %; the rule counts neither.
final class Nation {

    private static final int YEAR = 12;
    private static final int[] MEMBERS_UP_TO = {155, 357, 577, 772, 890, 956, 983, 993, 997, 1000};
    private static final int[] DISABILITY_UP_TO = {2, 6, 10};
    private static final long SEED = 0x5348_414E_5952_4151L;
    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

    /// The families made last, with what the rule reads.
    final Households block;

    /// Their persons' state benefits, which no decision depends on.
    int[] benefit = {};

    /// Their persons' one-off aid, which no decision depends on.
    int[] aid = {};

    private long state;

    /// A maker of so many families at a time.
    Nation(int families) {
        block = new Households(families, 4 * families);
    }

    /// How many persons there are in the first families of the nation.
    static int persons(int families) {
        long persons = 0;
        var nation = new Nation(0);
        for (int number = 0; number < families; number++) {
            nation.state = mix(number + SEED);
            persons += nation.members();
        }
        return Math.toIntExact(persons);
    }

    /// Makes the families `from` to `to - 1` into [#block].
    void make(int from, int to) {
        block.families = to - from;
        for (int f = 0; f < to - from; f++) {
            family(from + f, f);
        }
    }

    private void family(int number, int f) {
        state = mix(number + SEED);
        int members = members();
        int first = block.firstPerson[f];
        block.firstPerson[f + 1] = first + members;
        block.familyId[f] = number + 1;
        block.region[f] = (byte) (1 + below(Rates.REGIONS));
        block.cattle[f] = (byte) (chance(30) ? 1 + below(6) : 0);
        block.sheep[f] = (byte) (chance(20) ? 1 + below(30) : 0);
        block.land[f] = (char) (chance(40) ? 5 + below(296) : 0);
        block.reservePersons(first + members);
        if (benefit.length < block.age.length) {
            benefit = java.util.Arrays.copyOf(benefit, block.age.length);
            aid = java.util.Arrays.copyOf(aid, block.age.length);
        }
        for (int m = 0; m < members; m++) {
            person(first + m, age(m));
        }
    }

    private int members() {
        return upTo(MEMBERS_UP_TO);
    }

    private int age(int member) {
        if (member == 0) {
            return between(18, 85);
        }
        if (member == 1 && chance(80)) {
            return between(18, 70);
        }
        int kind = below(100);
        return kind < 75 ? below(18 * YEAR) : kind < 90 ? between(18, 23) : between(58, 90);
    }

    private void person(int p, int age) {
        boolean adult = age >= 18 * YEAR;
        int disability = chance(adult ? 7 : 2) ? upTo(DISABILITY_UP_TO) : 0;
        boolean able = age >= 16 * YEAR && age < 63 * YEAR && disability != 1 && disability != 2 && chance(95);
        boolean studying = age >= 6 * YEAR && chance(!adult ? 95 : age < 23 * YEAR ? 40 : 1);
        boolean employed = able && chance(studying ? 15 : 65);
        boolean registered = able && !employed && !studying && chance(70);
        boolean pensioner = age >= 63 * YEAR;
        block.age[p] = (short) age;
        block.status[p] = (byte) (bit(able, Households.ABLE)
                | bit(employed, Households.EMPLOYED)
                | bit(studying, Households.STUDYING)
                | bit(registered, Households.REGISTERED)
                | disability << Households.DISABILITY);
        block.wage[p] = employed && chance(95) ? 42_500 + (int) ((long) below(1_501) * below(200_001) / 1_000) : 0;
        block.pension[p] = pensioner ? 40_000 + below(100_001) : disability > 0 ? 30_000 + below(30_001) : 0;
        block.alimony[p] = !adult && chance(6) ? 10_000 + below(40_001) : 0;
        benefit[p] = chance(15) ? 5_000 + below(20_001) : 0;
        aid[p] = chance(2) ? 10_000 + below(90_001) : 0;
    }

    private static int bit(boolean fact, int place) {
        return fact ? 1 << place : 0;
    }

    private int between(int fromYear, int toYear) {
        return fromYear * YEAR + below((toYear - fromYear) * YEAR);
    }

    private int upTo(int[] shares) {
        int draw = below(shares[shares.length - 1]);
        int kind = 0;
        while (draw >= shares[kind]) {
            kind++;
        }
        return kind + 1;
    }

    private boolean chance(int percent) {
        return below(100) < percent;
    }

    /// An even draw from 0 to `bound - 1`.
    private int below(int bound) {
        state += GAMMA;
        return (int) ((mix(state) >>> 32) * bound >>> 32);
    }

    /// The mixing of splitmix64.
    static long mix(long z) {
        long once = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D0_49BB_1331_11EBL;
        return twice ^ twice >>> 31;
    }
}
