package kz.shanyraq.nation.synthetic;

import java.time.LocalDate;
import java.util.Arrays;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.Territory.District;
import kz.shanyraq.nation.Territory.Region;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.household.Households;

/// The level of wages of each region, so that its cash income a head comes out as published for 2024: learnt
/// from a pilot of fixed seed.
final class WageLevels {

    private static final long PILOT_SEED = 20_240_401;
    private static final int PILOT = 1_500;

    /// Wages raised to a livelihood answer less than in proportion to their level, so it is found in steps.
    private static final int ROUNDS = 5;

    /// The share of benefits in cash income, which the pilot does not make: our assumption by the published
    /// 21 % of social transfers less pensions.
    private static final double BENEFITS = 0.08;

    static double[] of(Demography demography, Ages ages, Levels levels, Names names) {
        LocalDate on = LocalDate.of(2024, 7, 1);
        double[] level = new double[100];
        Arrays.fill(level, 1);
        for (Region region : Territory.regions()) {
            var people = new People(PILOT_SEED, on, demography, ages, levels, names);
            var earnings = new Earnings(PILOT_SEED, on, 3, level);
            District district = Territory.districts().stream()
                    .filter(candidate -> candidate.region() == region.code())
                    .findFirst()
                    .orElseThrow();
            var chunk = new Chunk(0, PILOT, 3);
            Households h = chunk.truth;
            for (int i = 0; i < PILOT; i++) {
                boolean rural = i * 10_000.0 < region.rural() * (double) PILOT;
                h.region[i] = (byte) region.code();
                h.settlementType[i] = (byte) (rural ? 1 : 0);
                chunk.roomForFamily();
                people.make(chunk, i, new Plan.Cell(district, rural, 0, PILOT));
                h.families++;
                h.firstPerson[h.families] = h.persons;
            }
            double target = levels.incomePerHead(region.code()) * (1 - BENEFITS) * 3 * h.persons;
            for (int round = 0; round < ROUNDS; round++) {
                h.incomes = 0;
                earnings.make(chunk, new Assessments(), new int[0]);
                double earned = 0;
                double others = 0;
                for (int row = 0; row < h.incomes; row++) {
                    if (Earnings.earned(h.incomeKind[row])) {
                        earned += h.incomeAmount[row];
                    } else if (!Earnings.once(h.incomeKind[row])) {
                        others += h.incomeAmount[row];
                    }
                }
                level[region.code()] *= Math.max(0.1, (target - others) / earned);
            }
        }
        return level;
    }

    private WageLevels() {}
}
