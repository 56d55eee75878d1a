package kz.shanyraq.nation.synthetic;

import java.time.LocalDate;
import kz.shanyraq.nation.Territory.District;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.LivestockKind;
import kz.shanyraq.policy.household.PlotKind;
import kz.shanyraq.policy.household.SettlementType;

/// Makes what a family owns and where it lives: dwellings, cars, farm animals, debts, costs; and the events
/// that bar.
final class Property {

    private static final int PROPERTY = 4;
    private static final int FARM = 5;
    private static final int PLACE = 6;

    /// Dwellings in which two legal families live, for each hundred families: 6.2 million families in 6.0
    /// million dwellings.
    private static final double SHARED_DWELLINGS = 0.034;

    /// Families of a village.
    private static final int VILLAGE = 260;

    private final long seed;
    private final LocalDate on;
    private final Dice dice = new Dice();

    Property(long seed, LocalDate on) {
        this.seed = seed;
        this.on = on;
    }

    void make(Chunk chunk, long family, Plan.Cell cell, int idDigits) {
        Households h = chunk.truth;
        int f = h.families;
        h.region[f] = (byte) cell.region();
        h.settlementType[f] = (byte) (cell.rural() ? SettlementType.RURAL : SettlementType.URBAN).ordinal();
        h.rejected[f] = 0;
        place(chunk, family, cell, idDigits);
        dwellings(chunk, f, family, cell.rural());
        farm(chunk, f, family, cell);
    }

    private void place(Chunk chunk, long family, Plan.Cell cell, int idDigits) {
        dice.reset(seed, family, PLACE);
        District district = cell.district();
        String id = "%0" + idDigits + "d";
        chunk.familyId.add("F" + id.formatted(family));
        chunk.district.add(district.kato());
        boolean shared = family > cell.first() && dice.chance(SHARED_DWELLINGS);
        chunk.dwelling.add("D" + id.formatted(shared ? family - 1 : family));
        if (cell.rural()) {
            int village = (int) ((family - cell.first()) / VILLAGE);
            String kato = district.kato().substring(0, 4) + "%05d".formatted(30_001 + village % 69_999);
            int name = Integer.parseInt(district.kato().substring(0, 4)) * 7 + village;
            chunk.settlement.add(kato);
            chunk.address.add(Names.village(name) + " а., " + Names.street(dice));
        } else {
            chunk.settlement.add(district.kato());
            chunk.address.add(district.kk() + ", " + Names.street(dice) + "-" + (1 + dice.below(80)));
        }
    }

    private static byte yes(boolean yes) {
        return (byte) (yes ? 1 : 0);
    }

    private void dwellings(Chunk chunk, int f, long family, boolean rural) {
        dice.reset(seed, family, PROPERTY);
        Households h = chunk.truth;
        boolean poor = chunk.hardship[f];
        double earning = chunk.earning[f];
        double rich = earning > 1.4 ? 1.8 : 1;
        double turn = dice.unit();
        h.dwellings[f] = turn < (poor ? 0.30 : 0.14)
                ? 0
                : turn < (poor ? 0.995 : 1 - 0.055 * rich) ? 1 : dice.chance(0.85) ? 2 : 3;
        int persons = h.persons - h.firstPerson[f];
        h.dwellingArea[f] = h.dwellings[f] == 0
                ? 0
                : h.dwellings[f]
                        * Math.round(100 * dice.between(28 + 5.0 * persons, 52 + (rural ? 12.0 : 8.0) * persons));
        h.unsafeDwellings[f] = h.dwellings[f] > 0 && dice.chance(0.006) ? 1 : 0;
        h.dwellingSoldOn[f] = dice.chance(0.022) ? (int) on.toEpochDay() - dice.below(3_000) : Households.NEVER;
        h.water[f] = yes(dice.chance(rural ? 0.78 : 0.985));
        h.heating[f] = yes(dice.chance(rural ? 0.93 : 0.99));
        h.sewer[f] = yes(dice.chance(rural ? 0.35 : 0.93));
        h.premisesForProfit[f] = yes(dice.chance(poor ? 0.004 : 0.018 * rich));
        h.buildingPlot[f] = yes(h.dwellings[f] > 0 && dice.chance(poor ? 0.004 : 0.012));
        double car = dice.unit();
        h.cars[f] = poor
                ? car < 0.80 ? 0 : car < 0.985 ? 1 : 2
                : car < 0.44 / Math.sqrt(rich) ? 0 : car < 1 - 0.085 * rich ? 1 : car < 1 - 0.008 * rich ? 2 : 3;
        h.heavyVehicles[f] = yes(dice.chance(poor ? 0.004 : rural ? 0.035 : 0.012));
        h.contractBrokenOn[f] = event(poor ? 0.006 : 0.0005);
        h.refusedWorkOn[f] = event(poor ? 0.006 : 0.0004);
        h.falseDataOn[f] = event(poor ? 0.003 : 0.0002);
        h.surveyRefused[f] = yes(dice.chance(poor ? 0.012 : 0.001));
        h.overdueDebt[f] = yes(dice.chance(poor ? 0.16 : 0.06));
        double level = Levels.index(java.time.YearMonth.from(on));
        h.loansQuarter[f] = dice.chance(0.14) ? Math.round(level * 1000 * dice.between(100, 2_500)) : 0;
        h.outflowsQuarter[f] = Math.round(level * earning * 1000 * dice.between(60, 420) * (poor ? 0.3 : 1));
        h.deposits[f] = dice.chance(poor ? 0.01 : 0.2) ? Math.round(level * rich * 1000 * dice.between(10, 2_000)) : 0;
        h.housingCosts[f] = Math.round(level * dice.between(rural ? 1_500 : 3_000, rural ? 8_000 : 17_000));
        h.onlyDwelling[f] = yes(h.dwellings[f] == 1 && dice.chance(0.93));
    }

    private int event(double chance) {
        return dice.chance(chance) ? (int) on.toEpochDay() - dice.below(540) : Households.NEVER;
    }

    /// Farm animals of villages, so that the household herds of the statistics come out; and gardens.
    private void farm(Chunk chunk, int f, long family, Plan.Cell cell) {
        dice.reset(seed, family, FARM);
        Households h = chunk.truth;
        h.firstLivestock[f] = h.livestock;
        h.firstPlot[f] = h.plots;
        double size = chunk.hardship[f] ? 0.25 : 1;
        boolean south = cell.region() == 61
                || cell.region() == 43
                || cell.region() == 31
                || cell.region() == 19
                || cell.region() == 33;
        if (cell.rural() && dice.chance(0.66)) {
            animals(h, LivestockKind.CATTLE, 0.72, 5.2 * size);
            animals(h, LivestockKind.SHEEP, south ? 0.55 : 0.34, (south ? 25.5 : 18.5) * size);
            animals(h, LivestockKind.GOAT, 0.22, 6.8 * size);
            animals(h, LivestockKind.HORSE, 0.26, 5.2 * size);
            animals(
                    h,
                    LivestockKind.CAMEL,
                    cell.region() == 47 || cell.region() == 23 || cell.region() == 43 ? 0.10 : 0.003,
                    6 * size);
            animals(h, LivestockKind.PIG, south ? 0.01 : 0.2, 5 * size);
            animals(h, LivestockKind.POULTRY, 0.5, 14);
        } else if (!cell.rural() && dice.chance(0.03)) {
            animals(h, LivestockKind.POULTRY, 0.8, 8);
            animals(h, LivestockKind.CATTLE, 0.2, 2);
        }
        if (dice.chance(cell.rural() ? 0.55 : 0.07)) {
            int row = h.plots++;
            h.plotKind[row] = (byte) PlotKind.GARDEN.ordinal();
            h.plotArea[row] = 100L * (200 + dice.below(1_000));
        }
        if (cell.rural() && !chunk.hardship[f] && dice.chance(0.04)) {
            int row = h.plots++;
            h.plotKind[row] = (byte) (dice.chance(0.5) ? PlotKind.ARABLE : PlotKind.HAY).ordinal();
            h.plotArea[row] = 100L * (2_000 + dice.below(30_000));
        }
    }

    private void animals(Households h, LivestockKind kind, double chance, double mean) {
        if (dice.chance(chance)) {
            int heads = 1 + (int) (mean * -Math.log(1 - 0.98 * dice.unit()));
            int row = h.livestock++;
            h.livestockKind[row] = (byte) kind.ordinal();
            h.heads[row] = heads;
        }
    }
}
