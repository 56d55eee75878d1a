package kz.shanyraq.policy.families;

import static kz.shanyraq.policy.Verdict.MET;
import static kz.shanyraq.policy.Verdict.UNMET;

import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.Fact;
import kz.shanyraq.policy.Provision;
import kz.shanyraq.policy.Verdict;
import kz.shanyraq.policy.assessment.Cites;
import kz.shanyraq.policy.assessment.Cites.Unit;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Disability;
import kz.shanyraq.policy.household.Households;

/// What a family owns, by the criteria of need of article 125; each is a [Verdict], and any one unmet means
/// "no need". The registers of property that were not asked in the reference quarter tell nothing.
public final class Property {

    /// At most one dwelling, counting one sold or given away within five years and not counting unsafe ones;
    /// or all of them together at most 18 m² a member.
    @Cites(
            value = Provision.DWELLINGS,
            as = Unit.CONDITION,
            reads = {Column.DWELLINGS, Column.DWELLING_SOLD_ON, Column.UNSAFE_DWELLINGS, Column.DWELLING_AREA_M2})
    public long oneDwelling;

    /// No separate premises owned, held or used for profit.
    @Cites(
            value = Provision.PREMISES,
            as = Unit.CONDITION,
            reads = {Column.PREMISES_FOR_PROFIT})
    public long noPremises;

    /// No plot for building a dwelling while owning one.
    @Cites(
            value = Provision.BUILDING_PLOT,
            as = Unit.CONDITION,
            reads = {Column.BUILDING_PLOT})
    public long noBuildingPlot;

    /// At most one working passenger car; large families and families with a child with a disability or a
    /// member of group I or II may have more.
    @Cites(
            value = Provision.CARS,
            as = Unit.CONDITION,
            reads = {Column.CARS, Column.DISABILITY})
    public long oneCar;

    /// No tractor, bus, truck, special vehicle or vessel in working order.
    @Cites(
            value = Provision.HEAVY_VEHICLES,
            as = Unit.CONDITION,
            reads = {Column.HEAVY_VEHICLES})
    public long noHeavyVehicles;

    /// Years for which a dwelling that was sold or given away still counts.
    private static final int YEARS_AFTER_SALE = 5;

    /// Useful area a member, in hundredths of a square metre, up to which several dwellings are no wealth.
    private static final long AREA_A_MEMBER = 1_800;

    /// How many dwellings a family may own whose number is not known.
    private static final int MANY = 1_000;

    /// Children from whom a family is large.
    private static final int LARGE_FAMILY = 4;

    private static final long EXCUSED = Code.set(Disability.CHILD, Disability.GROUP1, Disability.GROUP2);

    /// Looks at the property of a family.
    public void of(Households h, int f, Day day, AssistanceFamily family) {
        boolean asked = !h.coverage.notAsked(day.quarter(), Day.QUARTER).property();
        oneDwelling = asked ? dwellings(h, f, day, family) : Fact.DWELLINGS.bit();
        noPremises = not(asked ? h.premisesForProfit[f] : Code.UNKNOWN, Fact.PREMISES_FOR_PROFIT);
        noBuildingPlot = not(asked ? h.buildingPlot[f] : Code.UNKNOWN, Fact.BUILDING_PLOT);
        oneCar = cars(h, f, asked ? h.cars[f] : Code.UNKNOWN, day, family);
        noHeavyVehicles = not(asked ? h.heavyVehicles[f] : Code.UNKNOWN, Fact.HEAVY_VEHICLES);
    }

    private static long not(byte holds, Fact fact) {
        return holds == 0 ? MET : holds < 0 ? fact.bit() : UNMET;
    }

    private static long dwellings(Households h, int f, Day day, AssistanceFamily family) {
        int owned = h.dwellings[f];
        int unsafe = h.unsafeDwellings[f];
        int soldOn = h.dwellingSoldOn[f];
        int sold = day.withinYears(soldOn, YEARS_AFTER_SALE) ? 1 : 0;
        int least = sold + (owned < 0 || unsafe < 0 ? 0 : Math.max(0, owned - unsafe));
        int most = (soldOn == Households.UNKNOWN_DATE ? 1 : sold)
                + (owned < 0 ? MANY : Math.max(0, owned - Math.max(0, unsafe)));
        long area = h.dwellingArea[f];
        if (most <= 1 || area >= 0 && area <= AREA_A_MEMBER * family.members) {
            return MET;
        }
        boolean tooLarge = area > AREA_A_MEMBER * (family.members + family.unsure);
        if (least > 1 && tooLarge) {
            return UNMET;
        }
        long missing = area < 0 ? Fact.DWELLING_AREA_M2.bit() | family.missing : tooLarge ? 0 : family.missing;
        return least > 1
                ? missing
                : missing
                        | (owned < 0 ? Fact.DWELLINGS.bit() : 0)
                        | (unsafe < 0 ? Fact.UNSAFE_DWELLINGS.bit() : 0)
                        | (soldOn == Households.UNKNOWN_DATE ? Fact.DWELLING_SOLD_ON.bit() : 0);
    }

    private static long cars(Households h, int f, int cars, Day day, AssistanceFamily family) {
        return cars == 0 || cars == 1 ? MET : severalCars(h, f, cars < 0 ? Fact.CARS.bit() : 0, day, family);
    }

    /// By way of exception, more than one car (or an unknown number) is no wealth of a large family, or with
    /// a member with a disability.
    private static long severalCars(Households h, int f, long unknown, Day day, AssistanceFamily family) {
        int children = 0;
        int unsure = 0;
        long missing = 0;
        long missingOfChildren = 0;
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            long member = family.verdict(p);
            if (member == UNMET) {
                continue;
            }
            byte disability = h.disability[p];
            boolean excused = Code.in(disability, EXCUSED);
            if (excused && member == MET) {
                return MET;
            }
            missing |= disability < 0 ? Fact.DISABILITY.bit() | member : excused ? member : 0;
            long child = Membership.childOfLargeFamily(h, p, day);
            if (child == MET && member == MET) {
                children++;
            } else if (child != UNMET) {
                unsure++;
                missingOfChildren |= member | child;
            }
        }
        if (children >= LARGE_FAMILY) {
            return MET;
        }
        missing |= children + unsure >= LARGE_FAMILY ? missingOfChildren : 0;
        return unknown != 0 || missing != 0 ? unknown | missing : UNMET;
    }

    /// The facts that are missing to tell the criteria that are not unmet.
    public long missing() {
        return Verdict.missing(oneDwelling)
                | Verdict.missing(noPremises)
                | Verdict.missing(noBuildingPlot)
                | Verdict.missing(oneCar)
                | Verdict.missing(noHeavyVehicles);
    }
}
