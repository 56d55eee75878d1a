package kz.shanyraq.nation.synthetic;

/// Random numbers that depend on nothing but a seed, a family and what is drawn for it, so that the nation is
/// the same on any number of threads. The generator is splitmix64.
final class Dice {

    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    /// Turns to a family and to one of the things drawn for it.
    Dice reset(long seed, long family, int what) {
        state = mix(mix(seed * GAMMA + what) ^ family * 0xD1B5_4A32_D192_ED03L);
        return this;
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        long b = (a ^ a >>> 27) * 0x94D0_49BB_1331_11EBL;
        return b ^ b >>> 31;
    }

    private long next() {
        state += GAMMA;
        return mix(state);
    }

    /// A number from 0 to below 1.
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// A whole number from 0 to below a bound.
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /// Whether something of a probability happens.
    boolean chance(double probability) {
        return unit() < probability;
    }

    /// A number from one bound to below another.
    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /// A number of the normal distribution, cut off at three deviations: the sum of twelve equal ones.
    double normal(double mean, double deviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return mean + deviation * Math.clamp(sum, -3, 3);
    }

    /// A factor of the lognormal distribution with a median of 1.
    double lognormal(double sigma) {
        return Math.exp(normal(0, sigma));
    }

    /// An index by weights that need not sum to 1.
    int pick(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = unit() * total;
        int i = 0;
        while (i < weights.length - 1 && at >= weights[i]) {
            at -= weights[i++];
        }
        return i;
    }
}
