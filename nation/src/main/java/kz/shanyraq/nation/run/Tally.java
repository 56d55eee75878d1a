package kz.shanyraq.nation.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Kind;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;

/// What a run counted: families and persons in, rows out by benefit and outcome, sums; by region, for the
/// figures that had to stand in.
public final class Tally {

    private static final int BENEFITS = Benefit.values().length;
    private static final int OUTCOMES = Outcome.values().length;

    /// Families and persons looked at.
    public long families;

    public long persons;

    /// Families that were not assessed, because a row of theirs was rejected.
    public long notAssessed;

    /// Rows by benefit and outcome.
    public final long[][] rows = new long[BENEFITS][OUTCOMES];

    /// Whole tenge a month, and once, by benefit.
    public final long[] monthly = new long[BENEFITS];

    public final long[] once = new long[BENEFITS];

    /// Persons of the families (or concerned persons) to whom a benefit was granted.
    public final long[] personsGranted = new long[BENEFITS];

    /// Families of targeted assistance that were granted, by kind.
    public final long[] kinds = new long[Kind.values().length];

    /// Families that were assessed, by region.
    public final long[] byRegion = new long[Figures.REGIONS];

    /// Rows of wellbeing and of signals.
    public long wellbeing;

    public long signals;

    void count(Households h, Assessments rows) {
        families += h.families;
        persons += h.persons;
        for (int f = 0; f < h.families; f++) {
            boolean assessed = h.rejected[f] == 0;
            byRegion[h.region[f]] += assessed ? 1 : 0;
            notAssessed += assessed ? 0 : 1;
        }
        for (int row = 0; row < rows.size; row++) {
            int benefit = rows.benefit[row];
            Outcome outcome = rows.outcome(row);
            this.rows[benefit][outcome.ordinal()]++;
            monthly[benefit] += rows.monthly[row];
            once[benefit] += rows.once[row];
            if (outcome == Outcome.GRANTED) {
                int f = rows.family[row];
                personsGranted[benefit] += rows.person[row] < 0 ? h.firstPerson[f + 1] - h.firstPerson[f] : 1;
                kinds[rows.kind[row]] += rows.person[row] < 0 ? 1 : 0;
            }
        }
    }

    /// Adds another tally.
    public void add(Tally other) {
        families += other.families;
        persons += other.persons;
        notAssessed += other.notAssessed;
        wellbeing += other.wellbeing;
        signals += other.signals;
        for (int benefit = 0; benefit < BENEFITS; benefit++) {
            for (int outcome = 0; outcome < OUTCOMES; outcome++) {
                rows[benefit][outcome] += other.rows[benefit][outcome];
            }
        }
        sum(monthly, other.monthly);
        sum(once, other.once);
        sum(personsGranted, other.personsGranted);
        sum(kinds, other.kinds);
        sum(byRegion, other.byRegion);
    }

    private static void sum(long[] into, long[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] += other[i];
        }
    }

    /// All rows of a benefit.
    public long rows(Benefit benefit) {
        long sum = 0;
        for (long outcome : rows[benefit.ordinal()]) {
            sum += outcome;
        }
        return sum;
    }

    /// Rows of a benefit with an outcome.
    public long rows(Benefit benefit, Outcome outcome) {
        return rows[benefit.ordinal()][outcome.ordinal()];
    }

    /// All rows.
    public long rows() {
        long sum = 0;
        for (Benefit benefit : Benefit.values()) {
            sum += rows(benefit);
        }
        return sum;
    }

    void write(DataOutputStream out) throws IOException {
        for (long[] array : arrays()) {
            for (long value : array) {
                out.writeLong(value);
            }
        }
        for (long value : new long[] {families, persons, notAssessed, wellbeing, signals}) {
            out.writeLong(value);
        }
    }

    void read(DataInputStream in) throws IOException {
        for (long[] array : arrays()) {
            for (int i = 0; i < array.length; i++) {
                array[i] = in.readLong();
            }
        }
        families = in.readLong();
        persons = in.readLong();
        notAssessed = in.readLong();
        wellbeing = in.readLong();
        signals = in.readLong();
    }

    private long[][] arrays() {
        long[][] arrays = new long[BENEFITS + 5][];
        System.arraycopy(rows, 0, arrays, 0, BENEFITS);
        arrays[BENEFITS] = monthly;
        arrays[BENEFITS + 1] = once;
        arrays[BENEFITS + 2] = personsGranted;
        arrays[BENEFITS + 3] = kinds;
        arrays[BENEFITS + 4] = byRegion;
        return arrays;
    }
}
