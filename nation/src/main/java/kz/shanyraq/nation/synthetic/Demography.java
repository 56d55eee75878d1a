package kz.shanyraq.nation.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.shanyraq.nation.Resource;
import kz.shanyraq.nation.Territory;
import kz.shanyraq.nation.Territory.Region;

/// How families are made up, by region and by town or village: the number of children, of grown-ups, and how
/// old they are. Fitted to the published numbers when the nation is made; see [CalibrationReport] for what
/// came out.
final class Demography {

    /// Numbers of children told apart: 0 to 8.
    static final int CHILDREN = 9;

    /// Numbers of grown-ups told apart: 0 to 6.
    static final int ADULTS = 7;

    private static final int REGIONS = 100;
    private static final int OLDEST = 101;
    private static final int ADULT = 18;
    private static final int FITTING_ROUNDS = 200;
    private static final int NATIONAL_ROUNDS = 12;
    private static final double FAMILIES_OF_2024 = 6_200_000;

    /// Legal families are a little smaller than the households of the statistics, some of which hold two.
    private static final double SMALLER_THAN_HOUSEHOLDS = 0.034;

    /// How much more often villages have one child more than towns of the same region.
    private static final double RURAL_TILT = 0.16;

    private final double[][][] byChildren = new double[2][REGIONS][]; // P(children), rural, region
    private final double[][][] adultsOf = new double[2][CHILDREN][]; // P(adults | children), rural
    private final double[] minorShare = new double[REGIONS];
    private final double[] oldShare = new double[REGIONS]; // of 65 and older among grown-ups
    private final double[][] ages = new double[2][OLDEST]; // persons by sex and year of age
    private final Map<Integer, Double> meanSizes = new TreeMap<>();

    Demography() {
        readAges();
        double[] national = childrenOfFamilies();
        fitAdults(national);
        double[] base = national.clone();
        for (int round = 0; round < NATIONAL_ROUNDS; round++) {
            for (Region region : Territory.regions()) {
                fitChildren(region, base);
            }
            correct(base, national);
        }
    }

    /// Corrects the shares from which the regions start, so that the nation comes out although the regions
    /// differ.
    private void correct(double[] base, double[] national) {
        double[] sum = new double[CHILDREN];
        double all = 0;
        for (Region region : Territory.regions()) {
            for (int rural = 0; rural < 2; rural++) {
                double share = rural == 1 ? region.rural() / 10_000.0 : 1 - region.rural() / 10_000.0;
                double families = region.population() * share / meanSize(region.code(), rural == 1);
                for (int k = 0; k < CHILDREN; k++) {
                    sum[k] += families * byChildren[rural][region.code()][k];
                }
                all += families;
            }
        }
        for (int k = 0; k < CHILDREN; k++) {
            base[k] *= national[k] / (sum[k] / all);
        }
    }

    private void readAges() {
        for (NamedCsvRecord row : Resource.rows("demography/age_sex_2024_model.csv")) {
            int age = Integer.parseInt(row.getField("age"));
            ages[0][age] = Double.parseDouble(row.getField("female"));
            ages[1][age] = Double.parseDouble(row.getField("male"));
        }
        List<NamedCsvRecord> broad = Resource.rows("demography/age_broad_region_2024_model.csv");
        double persons = 0;
        double under16 = 0;
        for (NamedCsvRecord row : broad) {
            double population = population(row.getField("kato"));
            persons += population;
            under16 += population * Double.parseDouble(row.getField("share_0_15"));
        }
        double minors = sum(0, ADULT) / sum(0, OLDEST);
        double ratio = minors / (under16 / persons); // persons under 18 for each under 16
        for (NamedCsvRecord row : broad) {
            int region = Integer.parseInt(row.getField("kato").substring(0, 2));
            minorShare[region] = ratio * Double.parseDouble(row.getField("share_0_15"));
            oldShare[region] = Double.parseDouble(row.getField("share_65p")) / (1 - minorShare[region]);
        }
    }

    private static double population(String kato) {
        int code = Integer.parseInt(kato.substring(0, 2));
        return Territory.regions().stream()
                .filter(region -> region.code() == code)
                .findFirst()
                .orElseThrow()
                .population();
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int age = from; age < to; age++) {
            sum += ages[0][age] + ages[1][age];
        }
        return sum;
    }

    /// The shares of families by number of children under 18.
    private static double[] childrenOfFamilies() {
        double[] shares = new double[CHILDREN];
        double with = 0;
        for (NamedCsvRecord row : Resource.rows("demography/children_per_family_model.csv")) {
            int children = Integer.parseInt(row.getField("children_under_18").replace("+", ""));
            shares[children] = Double.parseDouble(row.getField("families")) / FAMILIES_OF_2024;
            with += shares[children];
        }
        shares[0] = 1 - with;
        return shares;
    }

    /// Fits the grown-ups of families to the sizes of households, by iterative proportional fitting from a
    /// plausible start.
    private void fitAdults(double[] national) {
        for (int rural = 0; rural < 2; rural++) {
            double[] sizes = sizes(rural == 1 ? "rural" : "urban");
            double[] children = tilted(national, rural == 1 ? RURAL_TILT : -RURAL_TILT / 2);
            double[][] joint = new double[CHILDREN][ADULTS];
            for (int k = 0; k < CHILDREN; k++) {
                for (int a = 1; a < ADULTS; a++) {
                    joint[k][a] = children[k] * start(k, a);
                }
            }
            for (int round = 0; round < FITTING_ROUNDS; round++) {
                fitSizes(joint, sizes);
                fitRows(joint, children);
            }
            for (int k = 0; k < CHILDREN; k++) {
                adultsOf[rural][k] = joint[k];
            }
        }
    }

    private static double start(int children, int adults) {
        return switch (adults) {
            case 1 -> children == 0 ? 0.30 : 0.12;
            case 2 -> children == 0 ? 0.40 : 0.68;
            case 3 -> children == 0 ? 0.18 : 0.12;
            case 4 -> children == 0 ? 0.09 : 0.06;
            default -> 0.015;
        };
    }

    private static double[] sizes(String area) {
        double[] sizes = new double[9];
        for (NamedCsvRecord row : Resource.rows("demography/household_size_model.csv")) {
            if (row.getField("area").equals(area)) {
                sizes[Integer.parseInt(row.getField("size").replace("+", ""))] =
                        Double.parseDouble(row.getField("share"))
                                * Math.exp(-SMALLER_THAN_HOUSEHOLDS
                                        * Integer.parseInt(row.getField("size").replace("+", "")));
            }
        }
        double sum = 0;
        for (double share : sizes) {
            sum += share;
        }
        for (int size = 0; size < sizes.length; size++) {
            sizes[size] /= sum;
        }
        return sizes;
    }

    private static void fitSizes(double[][] joint, double[] sizes) {
        double[] now = new double[sizes.length];
        for (int k = 0; k < CHILDREN; k++) {
            for (int a = 1; a < ADULTS; a++) {
                now[Math.min(k + a, sizes.length - 1)] += joint[k][a];
            }
        }
        for (int k = 0; k < CHILDREN; k++) {
            for (int a = 1; a < ADULTS; a++) {
                int size = Math.min(k + a, sizes.length - 1);
                joint[k][a] *= now[size] == 0 ? 1 : sizes[size] / now[size];
            }
        }
    }

    private static void fitRows(double[][] joint, double[] rows) {
        for (int k = 0; k < CHILDREN; k++) {
            double now = 0;
            for (double cell : joint[k]) {
                now += cell;
            }
            for (int a = 1; a < ADULTS; a++) {
                joint[k][a] *= now == 0 ? 1 : rows[k] / now;
            }
        }
    }

    private static double[] tilted(double[] shares, double tilt) {
        double[] tilted = new double[shares.length];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            tilted[k] = shares[k] * Math.exp(tilt * k);
            sum += tilted[k];
        }
        for (int k = 0; k < shares.length; k++) {
            tilted[k] /= sum;
        }
        return tilted;
    }

    /// Tilts the numbers of children of a region so that its share of persons under 18 comes out.
    private void fitChildren(Region region, double[] national) {
        double low = -2;
        double high = 2;
        for (int round = 0; round < 60; round++) {
            double middle = (low + high) / 2;
            if (minors(region, national, middle) < minorShare[region.code()]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        byChildren[0][region.code()] = tilted(national, low);
        byChildren[1][region.code()] = tilted(national, low + RURAL_TILT);
        for (int rural = 0; rural < 2; rural++) {
            meanSizes.put(2 * region.code() + rural, meanSize(rural, byChildren[rural][region.code()]));
        }
    }

    private double minors(Region region, double[] national, double tilt) {
        double rural = region.rural() / 10_000.0;
        double[] urbanChildren = tilted(national, tilt);
        double[] ruralChildren = tilted(national, tilt + RURAL_TILT);
        return (1 - rural) * mean(urbanChildren) / meanSize(0, urbanChildren)
                + rural * mean(ruralChildren) / meanSize(1, ruralChildren);
    }

    private static double mean(double[] shares) {
        double mean = 0;
        for (int k = 0; k < shares.length; k++) {
            mean += k * shares[k];
        }
        return mean;
    }

    private double meanSize(int rural, double[] children) {
        double size = mean(children);
        for (int k = 0; k < CHILDREN; k++) {
            double weights = 0;
            double adults = 0;
            for (int a = 1; a < ADULTS; a++) {
                weights += adultsOf[rural][k][a];
                adults += a * adultsOf[rural][k][a];
            }
            size += children[k] * adults / weights;
        }
        return size;
    }

    /// The mean size of a family.
    double meanSize(int region, boolean rural) {
        return meanSizes.getOrDefault(2 * region + (rural ? 1 : 0), 3.2);
    }

    /// Shares of families by number of children under 18.
    double[] children(int region, boolean rural) {
        return byChildren[rural ? 1 : 0][region];
    }

    /// Weights of the number of grown-ups of a family with some children.
    double[] adults(boolean rural, int children) {
        return adultsOf[rural ? 1 : 0][children];
    }

    /// Persons by year of age, 0 to 17 or 18 to 100: the national shape, for grown-ups with the region's
    /// share of 65 and older.
    double[] ages(int region, boolean male, boolean minor) {
        double[] shape = new double[OLDEST];
        double[] national = ages[male ? 1 : 0];
        if (minor) {
            System.arraycopy(national, 0, shape, 0, ADULT);
            return shape;
        }
        double old = share(65, OLDEST);
        double wanted = oldShare[region];
        for (int age = ADULT; age < OLDEST; age++) {
            shape[age] = national[age] * (age >= 65 ? wanted / old : (1 - wanted) / (1 - old));
        }
        return shape;
    }

    private double share(int from, int to) {
        return sum(from, to) / sum(ADULT, OLDEST);
    }

    /// The mean of something that depends on age over the grown-ups of a region.
    double meanOfAdults(int region, java.util.function.IntToDoubleFunction ofAge) {
        double sum = 0;
        double weights = 0;
        for (boolean male : new boolean[] {false, true}) {
            double[] shape = ages(region, male, false);
            for (int age = ADULT; age < OLDEST; age++) {
                sum += shape[age] * ofAge.applyAsDouble(age);
                weights += shape[age];
            }
        }
        return sum / weights;
    }

    /// The share of persons under 18 that a region should have.
    double minorShare(int region) {
        return minorShare[region];
    }
}
