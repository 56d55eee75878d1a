package kz.shanyraq.nation.synthetic;

import java.time.LocalDate;
import kz.shanyraq.nation.synthetic.ErrorRows.Civil;
import kz.shanyraq.nation.synthetic.ErrorRows.Planted;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.IncomeKind;
import kz.shanyraq.policy.household.Study;
import kz.shanyraq.policy.household.Work;

/// Plants what registers get wrong: about two families in a hundred have a wrong fact (not every try finds a
/// fact to spoil); half of these are told rightly by another source. What was planted is kept beside the
/// nation.
final class Errors {

    private static final int PLANT = 8;
    private static final double FAMILIES = 0.032;
    private static final double CONFLICTS = 0.5;
    private static final double CIVIL_RECORDS = 0.005;
    private static final double COPIES = 0.12;

    private final long seed;
    private final Dice dice = new Dice();

    Errors(long seed) {
        this.seed = seed;
    }

    /// Plants the errors of a chunk in what is reported.
    void plant(Chunk chunk) {
        Households h = chunk.reported;
        for (int f = 0; f < h.families; f++) {
            dice.reset(seed, chunk.firstFamily + f, PLANT);
            if (dice.chance(FAMILIES)) {
                plant(chunk, f);
            }
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                if (dice.chance(CIVIL_RECORDS)) {
                    chunk.errors.civil.add(new Civil(p, 0));
                    if (dice.chance(COPIES)) {
                        chunk.errors.civil.add(new Civil(p, 1));
                    }
                }
            }
        }
    }

    private void plant(Chunk chunk, int f) {
        Households h = chunk.reported;
        int p = h.firstPerson[f] + dice.below(h.firstPerson[f + 1] - h.firstPerson[f]);
        switch (dice.below(10)) {
            case 0 -> income(chunk, f, p, true);
            case 1 -> income(chunk, f, p, false);
            case 2 -> birth(chunk, f, p);
            case 3 -> fact(chunk, f, p, Column.SEX, 1 - h.sex[p], "civil", "slip");
            case 4 -> fact(chunk, f, -1, Column.CARS, h.cars[f] + 1, "vehicles", "sold, still registered");
            case 5 -> fact(chunk, f, -1, Column.DWELLINGS, h.dwellings[f] + 1, "property", "sold, still registered");
            case 6 -> work(chunk, f, p);
            case 7 -> disability(chunk, f, p);
            case 8 -> study(chunk, f, p);
            default -> fact(chunk, f, p, Column.STATUS, Column.STATUS.type().unknown(), "migration", "missing");
        }
    }

    /// A wage with a digit too many, or not delivered.
    private void income(Chunk chunk, int f, int p, boolean digit) {
        Households h = chunk.reported;
        for (int row = h.firstIncome[p]; row < h.firstIncome[p + 1]; row++) {
            if (h.incomeKind[row] == IncomeKind.WAGE.ordinal()) {
                long truth = h.incomeAmount[row];
                long wrong = digit ? 10 * truth : 0;
                h.incomeAmount[row] = wrong;
                String key = Day.month(h.incomeMonth[row]) + "|wage";
                chunk.errors.planted.add(new Planted(
                        f,
                        p,
                        "tax",
                        "incomes",
                        key,
                        "amount",
                        Long.toString(truth),
                        Long.toString(wrong),
                        digit ? "a digit too many" : "not delivered",
                        dice.chance(CONFLICTS)));
                return;
            }
        }
    }

    /// Day and month exchanged, or the next day.
    private void birth(Chunk chunk, int f, int p) {
        LocalDate birth = LocalDate.ofEpochDay(chunk.reported.birthDate[p]);
        LocalDate wrong = birth.getDayOfMonth() <= 12 && birth.getDayOfMonth() != birth.getMonthValue()
                ? LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue())
                : birth.minusDays(1);
        fact(chunk, f, p, Column.BIRTH_DATE, wrong.toEpochDay(), "civil", "day and month");
    }

    private void work(Chunk chunk, int f, int p) {
        byte work = chunk.reported.work[p];
        boolean works = work == Work.PERMANENT.ordinal() || work == Work.TEMPORARY.ordinal();
        if (works || work == Work.NONE.ordinal()) {
            int wrong = works ? Work.NONE.ordinal() : Work.REGISTERED_UNEMPLOYED.ordinal();
            fact(chunk, f, p, Column.WORK, wrong, "labour", "stale");
        }
    }

    private void disability(Chunk chunk, int f, int p) {
        byte disability = chunk.reported.disability[p];
        if (disability == Disability.GROUP2.ordinal() || disability == Disability.GROUP3.ordinal()) {
            int wrong = disability == Disability.GROUP2.ordinal()
                    ? Disability.GROUP3.ordinal()
                    : Disability.GROUP2.ordinal();
            fact(chunk, f, p, Column.DISABILITY, wrong, "health", "stale");
        }
    }

    private void study(Chunk chunk, int f, int p) {
        byte study = chunk.reported.study[p];
        if (study == Study.COLLEGE_FULL_TIME.ordinal() || study == Study.UNIVERSITY_FULL_TIME.ordinal()) {
            fact(chunk, f, p, Column.STUDY, Study.NONE.ordinal(), "education", "stale");
        }
    }

    private void fact(Chunk chunk, int f, int p, Column column, long wrong, String source, String kind) {
        int row = column.file() == HouseholdFile.FAMILIES ? f : p;
        long truth = column.get(chunk.truth, row);
        column.set(chunk.reported, row, wrong);
        chunk.errors.planted.add(new Planted(
                f,
                p,
                source,
                column.file().code(),
                "",
                column.header(),
                column.format(truth),
                column.format(wrong),
                kind,
                dice.chance(CONFLICTS)));
    }

    /// The name with a slip: two letters exchanged.
    static String slip(String name) {
        if (name.length() < 3) {
            return name + name;
        }
        return name.charAt(0) + "" + name.charAt(2) + name.charAt(1) + name.substring(3);
    }
}
