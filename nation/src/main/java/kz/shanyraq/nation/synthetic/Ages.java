package kz.shanyraq.nation.synthetic;

import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.Territory.Region;

/// Brings the rough ages of [Shape] to the ages of each region, sex by sex: the person at some share of the
/// rough ages gets the age at the same share of the region's population. The order of ages stays as it was.
/// The rough ages are learnt from a pilot of fixed seed.
final class Ages {

    private static final int PER_YEAR = 4;
    private static final int BINS = 101 * PER_YEAR;
    private static final int ADULT = 18;
    private static final long PILOT_SEED = 20_240_101;
    private static final int PILOT = 6_000;

    private final double[][][][] map = new double[100][2][2][]; // region, male, minor: age at the upper end of a bin

    Ages(Demography demography) {
        var dice = new Dice();
        var shape = new Shape();
        for (Region region : Territory.regions()) {
            double[][][] counts = new double[2][2][BINS];
            for (int i = 0; i < PILOT; i++) {
                boolean rural = i * 10_000.0 < region.rural() * (double) PILOT;
                dice.reset(PILOT_SEED + region.code(), i, 0);
                int children = dice.pick(demography.children(region.code(), rural));
                int adults = dice.pick(demography.adults(rural, children));
                shape.draw(dice, children, adults);
                for (int p = 0; p < shape.size; p++) {
                    counts[shape.male[p] ? 1 : 0][shape.age[p] < ADULT ? 1 : 0][bin(shape.age[p])]++;
                }
            }
            for (int male = 0; male < 2; male++) {
                for (int minor = 0; minor < 2; minor++) {
                    map[region.code()][male][minor] =
                            fit(counts[male][minor], demography.ages(region.code(), male == 1, minor == 1));
                }
            }
        }
    }

    private static int bin(double age) {
        return Math.clamp((int) (age * PER_YEAR), 0, BINS - 1);
    }

    /// For each bin of rough ages, the age up to which the same share of the population lies.
    private static double[] fit(double[] counts, double[] population) {
        double rough = 0;
        double people = 0;
        for (double count : counts) {
            rough += count;
        }
        for (double count : population) {
            people += count;
        }
        int oldest = population.length - 1;
        while (population[oldest] == 0) {
            oldest--;
        }
        double[] upper = new double[BINS];
        double sumOfRough = 0;
        double sumOfPeople = 0;
        int age = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sumOfRough += counts[bin] / rough;
            while (age < oldest && sumOfPeople + population[age] / people < sumOfRough) {
                sumOfPeople += population[age++] / people;
            }
            double share = population[age] / people;
            upper[bin] = age + (share == 0 ? 0 : Math.clamp((sumOfRough - sumOfPeople) / share, 0, 1));
        }
        return upper;
    }

    /// The age in years of somebody of a rough age.
    double of(int region, boolean male, double rough) {
        boolean minor = rough < ADULT;
        double[] upper = map[region][male ? 1 : 0][minor ? 1 : 0];
        int bin = bin(rough);
        double from = Math.max(bin == 0 ? 0 : upper[bin - 1], minor ? 0 : ADULT);
        double within = rough * PER_YEAR - bin;
        double age = from + (upper[bin] - from) * Math.clamp(within, 0, 1);
        return minor ? Math.min(age, 17.999) : Math.max(age, ADULT);
    }
}
