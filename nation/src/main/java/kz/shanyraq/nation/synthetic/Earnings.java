package kz.shanyraq.nation.synthetic;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.EducationLevel;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// Makes the incomes of the months before the day, as registers see them: steady wages with a bonus in
/// December, work for some months only, harvests in autumn, pensions, benefits by the law's own amounts, and
/// what comes once.
final class Earnings {

    private static final int EARNINGS = 7;

    /// A mean wage of a month in 2024 before the region's level is applied, tenge.
    private static final double WAGE = 210_000;

    private static final double PENSION = 128_000;
    private static final double SCHOLARSHIP = 41_000;

    /// Twice the mean in autumn and half of it in winter, for work in villages.
    private static final double[] SEASON = {0.5, 0.5, 0.6, 0.8, 1, 1.1, 1.2, 1.5, 1.8, 1.6, 0.9, 0.5};

    /// Outside hardship a family lives on at least about so many subsistence minima of the republic a head
    /// and month: about one person in twenty has less than one, BNS. Our assumption.
    private static final double LIVELIHOOD = 1.06;

    private final long seed;
    private final int lastMonth;
    private final int months;
    private final double[] wageLevel;
    private final Dice dice = new Dice();
    private final double[] index;
    private final double[] subsistence;

    /// @param wageLevel by region, see [WageLevels]
    Earnings(long seed, LocalDate on, int months, double[] wageLevel) {
        this.seed = seed;
        this.months = months;
        this.lastMonth = Day.count(YearMonth.from(on)) - 1;
        this.wageLevel = wageLevel;
        this.index = new double[months];
        this.subsistence = new double[months];
        for (int i = 0; i < months; i++) {
            YearMonth month = Day.month(month(i));
            index[i] = Levels.index(month);
            subsistence[i] = Figures.shipped()
                            .subsistenceMinimum(Figures.REPUBLIC, month.atDay(1))
                            .figure()
                            .hundredths()
                    / 100.0;
        }
    }

    /// Makes the incomes of all families of a chunk.
    ///
    /// @param due what the law grants them without looking at incomes, in the order of families
    void make(Chunk chunk, Assessments due, int[] order) {
        Households h = chunk.truth;
        int row = 0;
        for (int f = 0; f < h.families; f++) {
            dice.reset(seed, chunk.firstFamily + f, EARNINGS);
            int from = row;
            int firstIncome = h.incomes;
            while (row < due.size && due.family[order[row]] == f) {
                row++;
            }
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                h.firstIncome[p] = h.incomes;
                earn(chunk, f, p);
                for (int i = from; i < row; i++) {
                    benefit(chunk, due, order[i], f, p);
                }
            }
            if (!chunk.hardship[f]) {
                livelihood(h, f, firstIncome);
            }
        }
        h.firstIncome[h.persons] = h.incomes;
    }

    /// Raises the earnings of a family that would have less than a livelihood.
    private void livelihood(Households h, int f, int firstIncome) {
        double earned = 0;
        double other = 0;
        for (int i = firstIncome; i < h.incomes; i++) {
            if (earned(h.incomeKind[i])) {
                earned += h.incomeAmount[i];
            } else if (!once(h.incomeKind[i])) {
                other += h.incomeAmount[i];
            }
        }
        int size = h.firstPerson[f + 1] - h.firstPerson[f];
        double wanted = LIVELIHOOD
                        * dice.lognormal(0.2)
                        * size
                        * Arrays.stream(subsistence).sum()
                - other;
        if (earned <= 0 || earned >= wanted) {
            return;
        }
        for (int i = firstIncome; i < h.incomes; i++) {
            if (earned(h.incomeKind[i])) {
                h.incomeAmount[i] = Math.round(h.incomeAmount[i] * (wanted / earned));
            }
        }
    }

    /// Whether a kind of income is from work.
    static boolean earned(byte kind) {
        return IncomeKind.WAGE.is(kind) || IncomeKind.SELF_EMPLOYMENT.is(kind);
    }

    /// Whether a kind of income comes once and does not belong to what a family lives on.
    static boolean once(byte kind) {
        return IncomeKind.LOAN.is(kind) || IncomeKind.PROPERTY_SALE.is(kind) || IncomeKind.GIFT.is(kind);
    }

    private int month(int i) {
        return lastMonth - months + 1 + i;
    }

    private void earn(Chunk chunk, int f, int p) {
        Households h = chunk.truth;
        boolean rural = h.settlementType[f] == 1;
        double level = wageLevel[h.region[f]]
                * WAGE
                * chunk.earning[f]
                * (h.sex[p] == Sex.M.ordinal() ? 1.12 : 0.88)
                * (h.educationLevel[p] == EducationLevel.UNIVERSITY.ordinal() ? 1.3 : 0.9)
                * dice.lognormal(0.3);
        boolean hardship = chunk.hardship[f];
        h.insuredIncome24m[p] = h.insuredMonths[p] == 0
                ? 0
                : Math.round(24
                        * index[months - 1]
                        * level
                        * Math.min(1, h.insuredMonths[p] / 24.0)
                        * (hardship ? 0.45 : 0.9));
        switch (Work.values()[h.work[p]]) {
            case PERMANENT -> {
                if (h.caresFor[p] == CaresFor.CHILD_UNDER_3.ordinal()) {
                    break; // on leave
                }
                wages(chunk, level * (hardship ? 0.35 : 1));
            }
            case TEMPORARY -> sometimes(chunk, IncomeKind.WAGE, level * (hardship ? 0.30 : 0.8), 0.65, rural);
            case SELF_EMPLOYED ->
                sometimes(
                        chunk,
                        IncomeKind.SELF_EMPLOYMENT,
                        level * (hardship ? 0.15 : 0.75),
                        hardship ? 0.5 : 0.9,
                        rural);
            case PENSIONER -> everyMonth(chunk, IncomeKind.PENSION, PENSION * dice.between(0.62, 1.45));
            case REGISTERED_UNEMPLOYED -> {
                if (dice.chance(0.12)) {
                    sometimes(chunk, IncomeKind.MEASURE_WAGE, 70_000, 0.7, false);
                }
            }
            case NONE -> {
                // Nothing is earned.
            }
        }
        if (h.study[p] >= Study.COLLEGE_FULL_TIME.ordinal()
                && h.study[p] <= Study.UNIVERSITY_FULL_TIME.ordinal()
                && dice.chance(0.42)) {
            everyMonth(chunk, IncomeKind.SCHOLARSHIP, SCHOLARSHIP);
        }
        once(chunk, f, p, hardship);
    }

    private void wages(Chunk chunk, double level) {
        for (int i = 0; i < months; i++) {
            double bonus = month(i) % 12 == 11 && dice.chance(0.3) ? 1.7 : 1;
            chunk.income(
                    month(i), IncomeKind.WAGE, Math.round(index[i] * level * bonus * dice.between(0.97, 1.03)), -1);
        }
    }

    private void sometimes(Chunk chunk, IncomeKind kind, double level, double chance, boolean rural) {
        for (int i = 0; i < months; i++) {
            if (dice.chance(chance)) {
                double season = rural ? SEASON[month(i) % 12] : 1;
                chunk.income(month(i), kind, Math.round(index[i] * level * season * dice.lognormal(0.35)), -1);
            }
        }
    }

    private void everyMonth(Chunk chunk, IncomeKind kind, double level) {
        for (int i = 0; i < months; i++) {
            chunk.income(month(i), kind, Math.round(index[i] * level), -1);
        }
    }

    /// What comes once or to few: alimony, rent, transfers, gifts, interest, sales, loans.
    private void once(Chunk chunk, int f, int p, boolean hardship) {
        Households h = chunk.truth;
        boolean couple = h.relation[p] <= Relation.PARTNER.ordinal();
        if (!couple) {
            return;
        }
        boolean alone = h.relation[p] == Relation.HEAD.ordinal() && h.sex[p] == Sex.F.ordinal();
        if (alone && hasChildren(h, f) && dice.chance(0.3)) {
            everyMonth(chunk, IncomeKind.ALIMONY, dice.between(18_000, 60_000));
        }
        double turn = dice.unit();
        int i = dice.below(Math.max(1, months));
        double size = index[i] * chunk.earning[f] * (hardship ? 0.3 : 1);
        if (turn < 0.010) {
            everyMonth(chunk, IncomeKind.RENT, dice.between(40_000, 160_000));
        } else if (turn < 0.040 && !hardship) {
            chunk.income(
                    month(i),
                    IncomeKind.LOAN,
                    Math.round(size * 1000 * dice.between(100, 1_800)),
                    6 * (1 + dice.below(10)));
        } else if (turn < 0.048) {
            chunk.income(month(i), IncomeKind.TRANSFER, Math.round(size * 1000 * dice.between(10, 120)), -1);
        } else if (turn < 0.052) {
            chunk.income(month(i), IncomeKind.GIFT, Math.round(size * 1000 * dice.between(20, 600)), -1);
        } else if (turn < 0.072 && !hardship) {
            chunk.income(month(i), IncomeKind.INTEREST, Math.round(size * dice.between(2_000, 60_000)), -1);
        } else if (turn < 0.0730) {
            chunk.income(month(i), IncomeKind.PROPERTY_SALE, Math.round(size * 1000 * dice.between(400, 16_000)), -1);
        } else if (turn < 0.0735) {
            chunk.income(month(i), IncomeKind.BURIAL_BENEFIT, Math.round(index[i] * 120_000), -1);
        }
    }

    private static boolean hasChildren(Households h, int f) {
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (h.relation[p] == Relation.CHILD.ordinal()) {
                return true;
            }
        }
        return false;
    }

    /// A benefit that the law grants, received each month by whom it is paid to, if the family has applied.
    private void benefit(Chunk chunk, Assessments due, int row, int f, int p) {
        Households h = chunk.truth;
        Benefit benefit = Benefit.values()[due.benefit[row]];
        int concerned = due.person[row] < 0 ? h.firstPerson[f] : h.firstPerson[f] + due.person[row];
        if (due.outcome(row) != Outcome.GRANTED || recipient(h, f, benefit, concerned) != p) {
            return;
        }
        if (!dice.chance(TakeUp.of(benefit))) {
            return;
        }
        if (benefit == Benefit.BIRTH_GRANT) {
            h.receives[concerned] |= benefit.bit();
            int born = Day.count(YearMonth.from(LocalDate.ofEpochDay(h.birthDate[concerned])));
            if (born + 1 > lastMonth - months && born + 1 <= lastMonth) {
                chunk.income(born + 1, IncomeKind.BIRTH_GRANT, due.once[row], -1);
            }
            return;
        }
        h.receives[concerned] |= benefit.bit();
        IncomeKind kind = kind(benefit, h, concerned);
        for (int i = 0; i < months; i++) {
            chunk.income(month(i), kind, due.monthly[row], -1);
        }
    }

    private static IncomeKind kind(Benefit benefit, Households h, int concerned) {
        return switch (benefit) {
            case AWARDED_MOTHER -> IncomeKind.AWARDED_MOTHER_BENEFIT;
            case CHILD_DISABILITY_CARE, GROUP1_CARE -> IncomeKind.CAREGIVER_BENEFIT;
            case CHILDCARE, CHILDCARE_INSURED -> IncomeKind.CHILDCARE_BENEFIT;
            case DISABILITY_BENEFIT ->
                h.disability[concerned] == 4 ? IncomeKind.CHILD_DISABILITY_BENEFIT : IncomeKind.DISABILITY_BENEFIT;
            case LARGE_FAMILY -> IncomeKind.LARGE_FAMILY_BENEFIT;
            case SURVIVOR -> IncomeKind.SURVIVOR_BENEFIT;
            case BIRTH_GRANT, HOUSING_ASSISTANCE, JOB_LOSS, TARGETED_ASSISTANCE -> IncomeKind.OTHER;
        };
    }

    /// To whom a benefit is paid: to the person, to a carer, or for children to their mother.
    private static int recipient(Households h, int f, Benefit benefit, int concerned) {
        int first = h.firstPerson[f];
        return switch (benefit) {
            case AWARDED_MOTHER, DISABILITY_BENEFIT, JOB_LOSS -> concerned;
            case GROUP1_CARE -> carer(h, f, concerned);
            default -> h.mother[concerned] >= 0 ? first + h.mother[concerned] : woman(h, f);
        };
    }

    private static int carer(Households h, int f, int concerned) {
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (h.caresFor[p] == CaresFor.DISABLED_GROUP1.ordinal()) {
                return p;
            }
        }
        return concerned;
    }

    private static int woman(Households h, int f) {
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (h.relation[p] <= Relation.PARTNER.ordinal() && h.sex[p] == Sex.F.ordinal()) {
                return p;
            }
        }
        return h.firstPerson[f];
    }
}
