package kz.shanyraq.nation.synthetic;

import kz.shanyraq.nation.files.Vector;
import kz.shanyraq.nation.files.Vector.Kind;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;

/// Some consecutive families of the nation being made: the true facts, what the registers say of them, the
/// texts, and the true entitlements.
final class Chunk {

    /// Families of a chunk.
    static final int FAMILIES = 4096;

    private static final int MOST_PERSONS = 24;
    private static final int MOST_FARM = 8;

    final long firstFamily;
    final int months;
    final Households truth = new Households();
    final Households reported = new Households();
    final Assessments entitlements = new Assessments();

    final Vector familyId = new Vector(Kind.TEXT);
    final Vector district = new Vector(Kind.TEXT);
    final Vector settlement = new Vector(Kind.TEXT);
    final Vector address = new Vector(Kind.TEXT);
    final Vector dwelling = new Vector(Kind.TEXT);
    final Vector lastName = new Vector(Kind.TEXT);
    final Vector firstName = new Vector(Kind.TEXT);
    final Vector patronymic = new Vector(Kind.TEXT);
    final Vector language = new Vector(Kind.TEXT);
    final Vector phone = new Vector(Kind.TEXT);
    final Vector occupation = new Vector(Kind.TEXT);
    final Vector iin = new Vector(Kind.TEXT);
    final ErrorRows errors = new ErrorRows();

    /// Whether a family is in hardship: registered incomes far below the others'.
    boolean[] hardship = new boolean[FAMILIES];

    /// How well a family earns, as a factor.
    double[] earning = new double[FAMILIES];

    /// @param months months of income before the day
    Chunk(long firstFamily, int families, int months) {
        this.firstFamily = firstFamily;
        this.months = months;
        truth.resize(families, 4 * families, 4 * families * months, families, families);
        truth.families = 0;
        truth.persons = 0;
        truth.incomes = 0;
        truth.livestock = 0;
        truth.plots = 0;
    }

    /// Makes room for one more family of the largest size.
    void roomForFamily() {
        if (truth.persons + MOST_PERSONS > truth.birthDate.length
                || truth.livestock + MOST_FARM > truth.heads.length
                || truth.plots + MOST_FARM > truth.plotArea.length) {
            Households h = truth;
            int families = h.families;
            int persons = h.persons;
            int livestock = h.livestock;
            int plots = h.plots;
            h.resize(
                    h.region.length,
                    2 * persons + MOST_PERSONS,
                    h.incomes,
                    2 * livestock + MOST_FARM,
                    2 * plots + MOST_FARM);
            h.families = families;
            h.persons = persons;
            h.livestock = livestock;
            h.plots = plots;
        }
    }

    /// Adds an income of the person who is being told about.
    void income(int month, IncomeKind kind, long amount, int term) {
        if (amount <= 0) {
            return;
        }
        int row = truth.incomes;
        if (row == truth.incomeMonth.length) {
            truth.resize(truth.families, truth.persons, 2 * row + 64, truth.livestock, truth.plots);
        }
        truth.incomes = row + 1;
        truth.incomeMonth[row] = (short) month;
        truth.incomeKind[row] = (byte) kind.ordinal();
        truth.incomeAmount[row] = amount;
        truth.termMonths[row] = term;
    }

    /// Copies the truth to what is reported, before errors are planted.
    void report() {
        reported.resize(truth.families, truth.persons, truth.incomes, truth.livestock, truth.plots);
        reported.coverage = truth.coverage;
        for (Column column : Column.values()) {
            if (column.held()) {
                System.arraycopy(column.array(truth), 0, column.array(reported), 0, truth.rows(column.file()));
            }
        }
        System.arraycopy(truth.firstPerson, 0, reported.firstPerson, 0, truth.families + 1);
        System.arraycopy(truth.firstIncome, 0, reported.firstIncome, 0, truth.persons + 1);
        System.arraycopy(truth.firstLivestock, 0, reported.firstLivestock, 0, truth.families + 1);
        System.arraycopy(truth.firstPlot, 0, reported.firstPlot, 0, truth.families + 1);
        System.arraycopy(truth.livesWithFamily, 0, reported.livesWithFamily, 0, truth.persons);
        System.arraycopy(truth.mother, 0, reported.mother, 0, truth.persons);
        System.arraycopy(truth.father, 0, reported.father, 0, truth.persons);
        System.arraycopy(truth.guardian, 0, reported.guardian, 0, truth.persons);
    }
}
