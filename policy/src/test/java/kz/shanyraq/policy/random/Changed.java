package kz.shanyraq.policy.random;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.SplittableRandom;
import kz.shanyraq.policy.household.CaresFor;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;
import kz.shanyraq.policy.household.Sex;

/// Families that differ from others in one known way.
public final class Changed {

    /// The places of a family's members in another order.
    public static int[] shuffled(int members, SplittableRandom dice) {
        int[] order = new int[members];
        for (int k = 0; k < members; k++) {
            int other = dice.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }

    /// A block of one family with its members in another order.
    ///
    /// @param order the place in `one` of each member
    public static Households reordered(Households one, int[] order) {
        Households h = sized(one, order.length);
        short[] placeOf = new short[one.persons];
        for (short k = 0; k < order.length; k++) {
            placeOf[order[k]] = k;
        }
        int income = 0;
        for (int k = 0; k < order.length; k++) {
            int p = order[k];
            copy(one, p, h, k, HouseholdFile.PERSONS);
            h.livesWithFamily[k] = one.livesWithFamily[p];
            h.mother[k] = place(one.mother[p], placeOf);
            h.father[k] = place(one.father[p], placeOf);
            h.guardian[k] = place(one.guardian[p], placeOf);
            for (int i = one.firstIncome[p]; i < one.firstIncome[p + 1]; i++) {
                copy(one, i, h, income++, HouseholdFile.INCOMES);
            }
            h.firstIncome[k + 1] = income;
        }
        return h;
    }

    private static short place(short parent, short[] placeOf) {
        return parent < 0 ? parent : placeOf[parent];
    }

    /// A block of one family with one more child of head and spouse, born on a day, without income, of whom
    /// all is known.
    public static Households withChild(Households one, LocalDate born) {
        int child = one.persons;
        Households h = sized(one, child + 1);
        for (int p = 0; p < child; p++) {
            copy(one, p, h, p, HouseholdFile.PERSONS);
            h.livesWithFamily[p] = one.livesWithFamily[p];
            h.mother[p] = one.mother[p];
            h.father[p] = one.father[p];
            h.guardian[p] = one.guardian[p];
            h.firstIncome[p + 1] = one.firstIncome[p + 1];
        }
        for (int i = 0; i < one.incomes; i++) {
            copy(one, i, h, i, HouseholdFile.INCOMES);
        }
        for (Column column : Column.of(HouseholdFile.PERSONS)) {
            if (column.held()) {
                column.set(h, child, ordinary(column));
            }
        }
        h.relation[child] = (byte) Relation.CHILD.ordinal();
        h.birthDate[child] = Math.toIntExact(born.toEpochDay());
        h.livesWithFamily[child] = 1;
        h.mother[child] = Households.NOT_TOLD;
        h.father[child] = Households.NOT_TOLD;
        h.guardian[child] = Households.NOT_TOLD;
        h.firstIncome[child + 1] = one.incomes;
        return h;
    }

    /// The first code of each list is the ordinary one: a citizen, at home, without disability.
    private static long ordinary(Column column) {
        return switch (column.type()) {
            case CODE, COUNT, MONEY, BOOLEAN -> 0;
            default -> column.empty();
        };
    }

    /// Lets nothing hang on the order of the rows: no two members of a family are born on one day, head and
    /// spouse are not of one sex, and at most one member cares for a child under 3. Twins and two carers are
    /// told apart by their numbers, which are the order of the rows.
    public static void untie(Households h) {
        for (int f = 0; f < h.families; f++) {
            var days = new HashSet<Integer>();
            boolean cared = false;
            for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                while (h.birthDate[p] != Households.UNKNOWN_DATE && !days.add(h.birthDate[p])) {
                    h.birthDate[p]--;
                }
                if (CaresFor.CHILD_UNDER_3.is(h.caresFor[p]) || h.caresFor[p] < 0) {
                    h.caresFor[p] = cared ? (byte) CaresFor.NONE.ordinal() : h.caresFor[p];
                    cared = true;
                }
                if (p == h.firstPerson[f]) {
                    h.sex[p] = (byte) Sex.F.ordinal();
                } else if (p == h.firstPerson[f] + 1) {
                    h.sex[p] = (byte) Sex.M.ordinal();
                }
            }
        }
    }

    private static Households sized(Households one, int persons) {
        var h = new Households();
        h.coverage = one.coverage;
        h.resize(1, persons, one.incomes, one.livestock, one.plots);
        h.rejected[0] = one.rejected[0];
        copy(one, 0, h, 0, HouseholdFile.FAMILIES);
        for (int row = 0; row < one.livestock; row++) {
            copy(one, row, h, row, HouseholdFile.LIVESTOCK);
        }
        for (int row = 0; row < one.plots; row++) {
            copy(one, row, h, row, HouseholdFile.PLOTS);
        }
        h.firstPerson[1] = persons;
        h.firstLivestock[1] = one.livestock;
        h.firstPlot[1] = one.plots;
        return h;
    }

    private static void copy(Households from, int row, Households to, int place, HouseholdFile file) {
        for (Column column : Column.of(file)) {
            if (column.held()) {
                column.set(to, place, column.get(from, row));
            }
        }
    }

    private Changed() {}
}
