package kz.shanyraq.policy.assessment;

import java.util.Arrays;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;

/// The answers for a block of families, in columns: a row for each family or person that a benefit concerns.
/// A row names its family by its index in the block and its person by the index among the family's members.
///
/// A family with a rejected row in any file is not assessed: its rows are undecided, with the rejected file
/// as the missing fact, whatever the rule said.
public final class Assessments {

    /// The person of a row that concerns the family as a whole.
    public static final short WHOLE_FAMILY = -1;

    /// The number of rows; the arrays may be longer.
    public int size;

    public int[] family = {};
    public short[] person = {};
    public byte[] benefit = {};
    public byte[] kind = {};
    public int[] unmet = {};
    public long[] missing = {};
    public int[] monthly = {};
    public int[] once = {};

    /// Targeted assistance: the two sides of the income test in tiyn a head and month; -1 elsewhere.
    public long[] incomePerHead = {};

    public long[] povertyLine = {};

    /// Empties the block.
    public void clear() {
        size = 0;
    }

    /// Adds the answer for a whole family.
    public void add(Households h, int f, Benefit benefit, Assessment decision) {
        add(h, f, WHOLE_FAMILY, benefit, decision.unmet(), decision.missing(), decision.monthly(), decision.once());
    }

    /// Adds the answer for a person.
    public void add(Households h, int f, int p, Benefit benefit, Assessment decision) {
        add(
                h,
                f,
                (short) (p - h.firstPerson[f]),
                benefit,
                decision.unmet(),
                decision.missing(),
                decision.monthly(),
                decision.once());
    }

    /// Adds the answer of targeted assistance, which has a kind and the two sides of the income test.
    public void add(Households h, int f, Assessment decision, long incomePerHead, long povertyLine) {
        add(h, f, Benefit.TARGETED_ASSISTANCE, decision);
        int row = size - 1;
        if (h.rejected[f] == 0) {
            this.kind[row] = (byte) decision.kindOrdinal();
            this.incomePerHead[row] = incomePerHead;
            this.povertyLine[row] = povertyLine;
        }
    }

    private void add(
            Households h, int f, short person, Benefit benefit, int unmet, long missing, long monthly, long once) {
        int row = size++;
        if (row == family.length) {
            grow(Math.max(64, 2 * row));
        }
        byte rejected = h.rejected[f];
        boolean assessed = rejected == 0;
        this.family[row] = f;
        this.person[row] = person;
        this.benefit[row] = (byte) benefit.ordinal();
        this.kind[row] = 0;
        this.unmet[row] = assessed ? unmet : 0;
        this.missing[row] = assessed ? missing : rejectedFacts(rejected);
        this.monthly[row] = assessed ? Math.toIntExact(monthly) : 0;
        this.once[row] = assessed ? Math.toIntExact(once) : 0;
        this.incomePerHead[row] = -1;
        this.povertyLine[row] = -1;
    }

    /// Adds a row of another block.
    public void copy(Assessments from, int row) {
        int to = size++;
        if (to == family.length) {
            grow(Math.max(64, 2 * to));
        }
        family[to] = from.family[row];
        person[to] = from.person[row];
        benefit[to] = from.benefit[row];
        kind[to] = from.kind[row];
        unmet[to] = from.unmet[row];
        missing[to] = from.missing[row];
        monthly[to] = from.monthly[row];
        once[to] = from.once[row];
        incomePerHead[to] = from.incomePerHead[row];
        povertyLine[to] = from.povertyLine[row];
    }

    /// The missing facts of a family with rejected rows: the files in which they were.
    public static long rejectedFacts(byte rejected) {
        return fact(rejected, HouseholdFile.FAMILIES, Fact.FAMILY)
                | fact(rejected, HouseholdFile.PERSONS, Fact.PERSON)
                | fact(rejected, HouseholdFile.INCOMES, Fact.INCOME)
                | fact(rejected, HouseholdFile.LIVESTOCK, Fact.LIVESTOCK)
                | fact(rejected, HouseholdFile.PLOTS, Fact.PLOTS);
    }

    private static long fact(byte rejected, HouseholdFile file, Fact fact) {
        return (rejected >> file.ordinal() & 1) == 0 ? 0 : fact.bit();
    }

    /// The answer of a row.
    public Outcome outcome(int row) {
        return Outcome.of(unmet[row], missing[row]);
    }

    private void grow(int length) {
        family = Arrays.copyOf(family, length);
        person = Arrays.copyOf(person, length);
        benefit = Arrays.copyOf(benefit, length);
        kind = Arrays.copyOf(kind, length);
        unmet = Arrays.copyOf(unmet, length);
        missing = Arrays.copyOf(missing, length);
        monthly = Arrays.copyOf(monthly, length);
        once = Arrays.copyOf(once, length);
        incomePerHead = Arrays.copyOf(incomePerHead, length);
        povertyLine = Arrays.copyOf(povertyLine, length);
    }
}
