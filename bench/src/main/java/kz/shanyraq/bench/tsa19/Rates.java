package kz.shanyraq.bench.tsa19;

import kz.shanyraq.policy.Tenge;

/// The numbers of the rule in one region: a versioned set of parameters, as data. Looked up once for a run, never once
/// for a family.
///
/// @param line the poverty line, tenge a head and month
/// @param cattle the norm of income from a head of cattle, tenge a month
/// @param sheep the norm of income from a sheep, tenge a month
/// @param land the norm of income from a hundredth of a hectare, tenge a month
/// @param childAge below it a member is a child, months
/// @param careAge below it a child needs a carer, months
/// @param studentAge below it a student's wage is not counted, months
/// @param childAmount the flat sum for a child, tenge a month
public record Rates(
        long line, long cattle, long sheep, long land, int childAge, int careAge, int studentAge, long childAmount) {

    /// Regions are numbered from 1.
    static final int REGIONS = 20;

    private static final int CHILD_AGE = 216;
    private static final int STUDENT_AGE = 276;

    /// The law: 7/10 of the subsistence minimum, care until 3 years. A row for each region; row 0 is empty of meaning.
    static Rates[] law() {
        return regions(7, 10, 36, 20_789);
    }

    /// The reform, "what if": the whole subsistence minimum, care until 6 years, 24 000 tenge for a child.
    static Rates[] reform() {
        return regions(1, 1, 72, 24_000);
    }

    private static Rates[] regions(int share, int of, int careAge, long childAmount) {
        var rates = new Rates[REGIONS + 1];
        for (int r = 0; r <= REGIONS; r++) {
            long line = Tenge.round(share * subsistenceMinimum(r), of);
            rates[r] = new Rates(
                    line, 5_200 + 35L * r, 640 + 11L * r, 95 + 3L * r, CHILD_AGE, careAge, STUDENT_AGE, childAmount);
        }
        return rates;
    }

    private static long subsistenceMinimum(int region) {
        return 29_698 + 421L * region;
    }
}
