package kz.shanyraq.policy.household;

import java.util.Arrays;

/// Families in columns: a block of one for a page, blocks of thousands for the nation; the law reads both
/// with the same code.
///
/// An array is named like its column of the household format and holds raw values as [Column.Type] says: -1
/// or [#UNKNOWN_DATE] where the value is not known. Rows of families are indexed by `f`, persons by `p`,
/// incomes by `i`, and the members of family `f` are the persons `firstPerson[f]` to `firstPerson[f + 1] -
/// 1`. Persons lie in the order of their ids.
///
/// The arrays are as long as the largest block so far, so that a worker reuses one block for the nation; only
/// the counted part is valid.
public final class Households {

    /// A date that is not known.
    public static final int UNKNOWN_DATE = Integer.MIN_VALUE;

    /// The date of an event that never happened: before every day.
    public static final int NEVER = Integer.MIN_VALUE + 1;

    /// A parent or guardian who is not told by the data.
    public static final short NOT_TOLD = -1;

    /// A parent or guardian who is named, but is not of this family.
    public static final short ELSEWHERE = -2;

    /// What the data set as a whole covers.
    public Coverage coverage = Coverage.FULL;

    /// How many families, persons, incomes and farm rows the block holds.
    public int families;

    public int persons;
    public int incomes;
    public int livestock;
    public int plots;

    // --- families ---
    public int[] firstPerson = {0};
    public int[] firstLivestock = {0};
    public int[] firstPlot = {0};

    /// Bits of [HouseholdFile]: files in which a row of the family was rejected; such a family is not
    /// assessed.
    public byte[] rejected = {};

    public byte[] region = {};
    public byte[] settlementType = {};
    public int[] dwellings = {};
    public long[] dwellingArea = {};
    public int[] unsafeDwellings = {};
    public int[] dwellingSoldOn = {};
    public byte[] water = {};
    public byte[] heating = {};
    public byte[] sewer = {};
    public byte[] premisesForProfit = {};
    public byte[] buildingPlot = {};
    public int[] cars = {};
    public byte[] heavyVehicles = {};
    public int[] contractBrokenOn = {};
    public int[] refusedWorkOn = {};
    public int[] falseDataOn = {};
    public byte[] surveyRefused = {};
    public byte[] overdueDebt = {};
    public long[] loansQuarter = {};
    public long[] outflowsQuarter = {};
    public long[] deposits = {};
    public long[] housingCosts = {};
    public byte[] onlyDwelling = {};

    // --- persons ---
    public int[] firstIncome = {0};
    public int[] birthDate = {};
    public byte[] sex = {};
    public byte[] relation = {};
    public byte[] status = {};
    public byte[] absence = {};

    /// 1 if the person lives in the family's dwelling, 0 if in another, -1 if the data do not tell.
    public byte[] livesWithFamily = {};

    /// Index of mother, father, guardian among the family's members, or [#NOT_TOLD] or [#ELSEWHERE].
    public short[] mother = {};

    public short[] father = {};
    public short[] guardian = {};
    public byte[] disability = {};
    public byte[] disabilityGroupChild = {};
    public byte[] disabilityCause = {};
    public byte[] study = {};
    public byte[] work = {};
    public byte[] caresFor = {};
    public byte[] longIllness = {};
    public byte[] needsCare = {};
    public byte[] educationLevel = {};
    public int[] graduatedOn = {};
    public int[] registeredOn = {};
    public int[] releasedOn = {};
    public byte[] probation = {};
    public byte[] homeless = {};
    public byte[] rehabProgramme = {};
    public int[] jobLossMonthsPaid = {};
    public int[] insuredMonths = {};
    public long[] insuredIncome24m = {};
    public byte[] award = {};
    public int[] jobLostOn = {};
    public byte[] breadwinnerLost = {};
    public int[] receives = {};

    // --- incomes, livestock, plots ---
    public short[] incomeMonth = {};
    public byte[] incomeKind = {};
    public long[] incomeAmount = {};
    public int[] termMonths = {};
    public byte[] livestockKind = {};
    public int[] heads = {};
    public byte[] plotKind = {};
    public long[] plotArea = {};

    /// Sets the size of the block; arrays grow where they are too short, and what they held is then kept.
    public void resize(int families, int persons, int incomes, int livestock, int plots) {
        this.families = families;
        this.persons = persons;
        this.incomes = incomes;
        this.livestock = livestock;
        this.plots = plots;
        if (region.length < families) {
            growFamilies(families);
        }
        if (birthDate.length < persons) {
            growPersons(persons);
        }
        if (incomeMonth.length < incomes) {
            incomeMonth = Arrays.copyOf(incomeMonth, incomes);
            incomeKind = Arrays.copyOf(incomeKind, incomes);
            incomeAmount = Arrays.copyOf(incomeAmount, incomes);
            termMonths = Arrays.copyOf(termMonths, incomes);
        }
        if (livestockKind.length < livestock) {
            livestockKind = Arrays.copyOf(livestockKind, livestock);
            heads = Arrays.copyOf(heads, livestock);
        }
        if (plotKind.length < plots) {
            plotKind = Arrays.copyOf(plotKind, plots);
            plotArea = Arrays.copyOf(plotArea, plots);
        }
    }

    /// One family of the block as a block of its own.
    public Households only(int f) {
        int person = firstPerson[f];
        int income = firstIncome[person];
        var one = new Households();
        one.coverage = coverage;
        one.resize(
                1,
                firstPerson[f + 1] - person,
                firstIncome[firstPerson[f + 1]] - income,
                firstLivestock[f + 1] - firstLivestock[f],
                firstPlot[f + 1] - firstPlot[f]);
        for (Column column : Column.values()) {
            if (column.held()) {
                int from = switch (column.file()) {
                    case FAMILIES -> f;
                    case PERSONS -> person;
                    case INCOMES -> income;
                    case LIVESTOCK -> firstLivestock[f];
                    case PLOTS -> firstPlot[f];
                    case SOURCES, FACTS -> throw new IllegalStateException(column.name());
                };
                System.arraycopy(column.array(this), from, column.array(one), 0, one.rows(column.file()));
            }
        }
        one.rejected[0] = rejected[f];
        System.arraycopy(livesWithFamily, person, one.livesWithFamily, 0, one.persons);
        System.arraycopy(mother, person, one.mother, 0, one.persons);
        System.arraycopy(father, person, one.father, 0, one.persons);
        System.arraycopy(guardian, person, one.guardian, 0, one.persons);
        for (int p = 0; p <= one.persons; p++) {
            one.firstIncome[p] = firstIncome[person + p] - income;
        }
        one.firstPerson[1] = one.persons;
        one.firstLivestock[1] = one.livestock;
        one.firstPlot[1] = one.plots;
        return one;
    }

    /// How many rows the block holds of a file.
    public int rows(HouseholdFile file) {
        return switch (file) {
            case FAMILIES -> families;
            case PERSONS -> persons;
            case INCOMES -> incomes;
            case LIVESTOCK -> livestock;
            case PLOTS -> plots;
            case SOURCES, FACTS -> 0;
        };
    }

    private void growFamilies(int size) {
        firstPerson = Arrays.copyOf(firstPerson, size + 1);
        firstLivestock = Arrays.copyOf(firstLivestock, size + 1);
        firstPlot = Arrays.copyOf(firstPlot, size + 1);
        rejected = Arrays.copyOf(rejected, size);
        region = Arrays.copyOf(region, size);
        settlementType = Arrays.copyOf(settlementType, size);
        dwellings = Arrays.copyOf(dwellings, size);
        dwellingArea = Arrays.copyOf(dwellingArea, size);
        unsafeDwellings = Arrays.copyOf(unsafeDwellings, size);
        dwellingSoldOn = Arrays.copyOf(dwellingSoldOn, size);
        water = Arrays.copyOf(water, size);
        heating = Arrays.copyOf(heating, size);
        sewer = Arrays.copyOf(sewer, size);
        premisesForProfit = Arrays.copyOf(premisesForProfit, size);
        buildingPlot = Arrays.copyOf(buildingPlot, size);
        cars = Arrays.copyOf(cars, size);
        heavyVehicles = Arrays.copyOf(heavyVehicles, size);
        contractBrokenOn = Arrays.copyOf(contractBrokenOn, size);
        refusedWorkOn = Arrays.copyOf(refusedWorkOn, size);
        falseDataOn = Arrays.copyOf(falseDataOn, size);
        surveyRefused = Arrays.copyOf(surveyRefused, size);
        overdueDebt = Arrays.copyOf(overdueDebt, size);
        loansQuarter = Arrays.copyOf(loansQuarter, size);
        outflowsQuarter = Arrays.copyOf(outflowsQuarter, size);
        deposits = Arrays.copyOf(deposits, size);
        housingCosts = Arrays.copyOf(housingCosts, size);
        onlyDwelling = Arrays.copyOf(onlyDwelling, size);
    }

    private void growPersons(int size) {
        firstIncome = Arrays.copyOf(firstIncome, size + 1);
        birthDate = Arrays.copyOf(birthDate, size);
        sex = Arrays.copyOf(sex, size);
        relation = Arrays.copyOf(relation, size);
        status = Arrays.copyOf(status, size);
        absence = Arrays.copyOf(absence, size);
        livesWithFamily = Arrays.copyOf(livesWithFamily, size);
        mother = Arrays.copyOf(mother, size);
        father = Arrays.copyOf(father, size);
        guardian = Arrays.copyOf(guardian, size);
        disability = Arrays.copyOf(disability, size);
        disabilityGroupChild = Arrays.copyOf(disabilityGroupChild, size);
        disabilityCause = Arrays.copyOf(disabilityCause, size);
        study = Arrays.copyOf(study, size);
        work = Arrays.copyOf(work, size);
        caresFor = Arrays.copyOf(caresFor, size);
        longIllness = Arrays.copyOf(longIllness, size);
        needsCare = Arrays.copyOf(needsCare, size);
        educationLevel = Arrays.copyOf(educationLevel, size);
        graduatedOn = Arrays.copyOf(graduatedOn, size);
        registeredOn = Arrays.copyOf(registeredOn, size);
        releasedOn = Arrays.copyOf(releasedOn, size);
        probation = Arrays.copyOf(probation, size);
        homeless = Arrays.copyOf(homeless, size);
        rehabProgramme = Arrays.copyOf(rehabProgramme, size);
        jobLossMonthsPaid = Arrays.copyOf(jobLossMonthsPaid, size);
        insuredMonths = Arrays.copyOf(insuredMonths, size);
        insuredIncome24m = Arrays.copyOf(insuredIncome24m, size);
        award = Arrays.copyOf(award, size);
        jobLostOn = Arrays.copyOf(jobLostOn, size);
        breadwinnerLost = Arrays.copyOf(breadwinnerLost, size);
        receives = Arrays.copyOf(receives, size);
    }
}
