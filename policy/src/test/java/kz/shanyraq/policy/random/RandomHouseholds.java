package kz.shanyraq.policy.random;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kz.shanyraq.policy.Code;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;

/// Families of a seed, nothing like real ones: every code, ages and dates close to the thresholds of the law,
/// sums from nothing to riches, parents in the family and out of it, and cells that are not known. What the
/// law says about them is checked against other tellings of it.
public final class RandomHouseholds {

    /// The values that a column takes, each as often as it is written; `~` is a day near a threshold of age,
    /// `-` a day of the last years or none.
    private static final Map<Column, String> VALUES = new EnumMap<>(Column.class);

    static {
        say(Column.REGION, "71 71 71 61 61 79 35 62 10");
        say(Column.SETTLEMENT_TYPE, "urban rural");
        say(Column.DWELLINGS, "0 1 1 1 1 1 1 2 2 3");
        say(Column.DWELLING_AREA_M2, "18 36 54 54.01 72 90 120 200");
        say(Column.UNSAFE_DWELLINGS, "0 0 0 0 0 0 1 2");
        say(Column.DWELLING_SOLD_ON, "-");
        say(Column.PREMISES_FOR_PROFIT, rare("true", "false"));
        say(Column.BUILDING_PLOT, rare("true", "false"));
        say(Column.CARS, "0 0 0 0 1 1 1 2 2 3");
        say(Column.HEAVY_VEHICLES, rare("true", "false"));
        say(Column.CONTRACT_BROKEN_ON, "-");
        say(Column.REFUSED_WORK_ON, "-");
        say(Column.FALSE_DATA_ON, "-");
        say(Column.SURVEY_REFUSED, rare("true", "false"));
        say(Column.OVERDUE_DEBT, "true false");
        say(Column.LOANS_QUARTER, "0 0 100000 400000");
        say(Column.OUTFLOWS_QUARTER, "0 0 100000 400000");
        say(Column.DEPOSITS, "0 0 0 700000 900000");
        say(Column.HOUSING_COSTS, "0 1500 3000 9000 15000 30000");
        say(Column.ONLY_DWELLING, "true true true true true true false");
        for (Column services : List.of(Column.WATER, Column.HEATING, Column.SEWER)) {
            say(services, "true true false");
        }
        say(Column.BIRTH_DATE, "~");
        say(Column.SEX, "f m");
        say(Column.STATUS, rare("other", "citizen citizen kandas refugee resident_foreigner resident_stateless"));
        say(
                Column.ABSENCE,
                rare("state_provision conscript prison compulsory_treatment boarding_school works_away", "none"));
        say(Column.DISABILITY, "none none none none none none none none group1 group2 group3 child child");
        say(Column.DISABILITY_GROUP_CHILD, "group1 group2 group3");
        say(Column.DISABILITY_CAUSE, "general since_childhood since_childhood military nuclear duty work_injury");
        say(
                Column.STUDY,
                "none none none none kindergarten school school college_full_time university_full_time part_time");
        say(Column.WORK, "permanent permanent temporary self_employed registered_unemployed none none none pensioner");
        say(
                Column.CARES_FOR,
                "none none none none none none child_under_3 child_under_3 child_3_to_6 disabled_child "
                        + "disabled_group1 disabled_group1 disabled_group2 over_80 elderly");
        say(Column.LONG_ILLNESS, rare("true", "false"));
        say(Column.NEEDS_CARE, rare("true", "false"));
        say(Column.EDUCATION_LEVEL, "none school college university");
        say(Column.GRADUATED_ON, "-");
        say(Column.REGISTERED_ON, "-");
        say(Column.RELEASED_ON, "-");
        say(Column.PROBATION, rare("true", "false"));
        say(Column.HOMELESS, rare("true", "false"));
        say(Column.REHAB_PROGRAMME, "true false");
        say(Column.JOB_LOSS_MONTHS_PAID, "0 0 0 0 1 3");
        say(Column.INSURED_MONTHS, "0 0 0 3 5 6 11 12 17 23 24 40 75 300");
        say(Column.INSURED_INCOME_24M, "0 0 240000 2400000 2400001 9000000 90000000");
        say(
                Column.AWARD,
                "none none none none none none none none kumis_alka altyn_alka mother_heroine maternal_glory");
        say(Column.JOB_LOST_ON, "-");
        say(Column.BREADWINNER_LOST, "none none none none none none none one one both");
        say(
                Column.RECEIVES,
                "? ? ? ? ? ? ? ? ? birth_grant survivor disability_benefit survivor|disability_benefit unheard_of");
        say(Column.INCOME_AMOUNT, "0 1 5000 20000 60000 60000 90000 200000");
        say(Column.TERM_MONTHS, "1 3 4 12 36");
        say(Column.LIVESTOCK_KIND, "cattle horse camel sheep goat pig poultry");
        say(Column.HEADS, "0 1 2 4");
        say(Column.PLOT_KIND, "garden arable hay");
        say(Column.AREA_M2, "0 100 600 12345.67");
    }

    private static final long GROWN = Code.set(Relation.HEAD, Relation.SPOUSE, Relation.PARTNER, Relation.PARENT);

    private static final int[] THRESHOLDS = {0, 1, 6, 7, 12, 18, 23, 58, 60, 61, 63, 80};
    private static final int LARGEST = 9;

    private final SplittableRandom dice;
    private final Day day;
    private final double unknown;
    private final Map<Column, long[]> parsed = new EnumMap<>(Column.class);

    private static void say(Column column, String values) {
        VALUES.put(column, values);
    }

    private static String rare(String rare, String common) {
        return rare + (" " + common).repeat(common.contains(" ") ? 4 : 24);
    }

    /// For [#RandomHouseholds]: one cell of each family is not known, all others are.
    public static final double ONE_CELL = -1;

    /// @param month of the application, near which the dates lie
    /// @param unknown the share of cells that are not known, or [#ONE_CELL]
    public RandomHouseholds(long seed, YearMonth month, double unknown) {
        this.dice = new SplittableRandom(seed);
        this.day = Day.of(month);
        this.unknown = unknown;
        for (Column column : Column.values()) {
            String values = VALUES.get(column);
            if (column.held() && values != null && !values.equals("~") && !values.equals("-")) {
                String[] words = values.split(" ");
                long[] raw = new long[words.length];
                for (int i = 0; i < raw.length; i++) {
                    raw[i] = words[i].equals("?") ? column.empty() : column.parse(words[i]);
                }
                parsed.put(column, raw);
            }
        }
    }

    /// A block of families.
    public Households make(int families) {
        var h = new Households();
        h.resize(families, families * LARGEST, families * LARGEST * 3, families, families);
        h.persons = 0;
        h.incomes = 0;
        h.livestock = 0;
        h.plots = 0;
        for (int f = 0; f < families; f++) {
            fill(h, HouseholdFile.FAMILIES, f);
            persons(h, f);
            for (int rows = dice.nextInt(6) == 0 ? 1 : 0; rows > 0; rows--) {
                fill(h, HouseholdFile.LIVESTOCK, h.livestock++);
            }
            for (int rows = dice.nextInt(10) == 0 ? 1 : 0; rows > 0; rows--) {
                fill(h, HouseholdFile.PLOTS, h.plots++);
            }
            if (unknown == ONE_CELL) {
                forget(h, f);
            }
            h.firstPerson[f + 1] = h.persons;
            h.firstLivestock[f + 1] = h.livestock;
            h.firstPlot[f + 1] = h.plots;
        }
        h.firstIncome[h.persons] = h.incomes;
        return h;
    }

    /// Forgets one cell of a family: of its own row, of a member's, of an income, of the farm.
    private void forget(Households h, int f) {
        int members = h.persons - h.firstPerson[f];
        int turn = dice.nextInt(members + 2);
        if (turn < members) {
            forget(h, HouseholdFile.PERSONS, h.firstPerson[f] + turn);
        } else if (turn == members) {
            forget(h, HouseholdFile.FAMILIES, f);
        } else if (h.livestock > h.firstLivestock[f]) {
            forget(h, HouseholdFile.LIVESTOCK, h.livestock - 1);
        } else if (h.plots > h.firstPlot[f]) {
            forget(h, HouseholdFile.PLOTS, h.plots - 1);
        } else if (h.incomes > h.firstIncome[h.persons - 1]) {
            forget(h, HouseholdFile.INCOMES, h.incomes - 1);
        }
    }

    private void forget(Households h, HouseholdFile file, int row) {
        List<Column> columns = Column.of(file).stream()
                .filter(column -> column.held() && !column.required())
                .toList();
        Column column = columns.get(dice.nextInt(columns.size()));
        column.set(h, row, column.empty());
    }

    private void fill(Households h, HouseholdFile file, int row) {
        for (Column column : Column.of(file)) {
            if (column.held()) {
                column.set(h, row, draw(column));
            }
        }
    }

    private long draw(Column column) {
        if (!column.required() && dice.nextDouble() < unknown) {
            return column.empty();
        }
        long[] raw = parsed.get(column);
        if (raw != null) {
            return raw[dice.nextInt(raw.length)];
        }
        return switch (column) {
            case BIRTH_DATE -> birth();
            case INCOME_MONTH -> day.quarter() - 1 + dice.nextInt(4);
            case INCOME_KIND -> dice.nextInt(column.codes().size());
            default -> event(column);
        };
    }

    private long birth() {
        long today = day.date().toEpochDay();
        if (dice.nextInt(3) > 0) {
            return today - dice.nextInt(27_000) + 40;
        }
        int age = THRESHOLDS[dice.nextInt(THRESHOLDS.length)];
        return LocalDate.ofEpochDay(today).minusYears(age).toEpochDay() + dice.nextInt(-2, 3);
    }

    /// Mostly never; else of the last six years, often exactly six months, a year or five years ago.
    private long event(Column column) {
        if (dice.nextInt(8) > 0) {
            return column.empty();
        }
        LocalDate date = day.date();
        return switch (dice.nextInt(6)) {
            case 0 -> date.minusMonths(6).toEpochDay() + dice.nextInt(-1, 2);
            case 1 -> date.minusYears(1).toEpochDay() + dice.nextInt(-1, 2);
            case 2 -> date.minusYears(5).toEpochDay() + dice.nextInt(-1, 2);
            default -> date.toEpochDay() + 30 - dice.nextInt(2_200);
        };
    }

    private void persons(Households h, int f) {
        int size = 1 + dice.nextInt(LARGEST - 1);
        int first = h.persons;
        boolean dwellingKnown = dice.nextDouble() >= unknown;
        for (int k = 0; k < size; k++) {
            int p = h.persons++;
            fill(h, HouseholdFile.PERSONS, p);
            h.relation[p] = dice.nextDouble() < unknown ? -1 : (byte) relation(k);
            int home = dice.nextInt(12);
            h.livesWithFamily[p] = (byte) (home == 0 ? dwellingKnown ? 0 : -1 : 1);
            h.firstIncome[p] = h.incomes;
            for (int rows = Math.max(0, dice.nextInt(6) - 2); rows > 0; rows--) {
                fill(h, HouseholdFile.INCOMES, h.incomes++);
            }
        }
        h.firstPerson[f] = first;
        for (int p = first; p < first + size; p++) {
            if (Code.in(h.relation[p], GROWN) && h.birthDate[p] > day.born16()) {
                h.birthDate[p] = Math.toIntExact(
                        LocalDate.ofEpochDay(h.birthDate[p]).minusYears(23).toEpochDay());
            }
        }
        for (int p = first; p < first + size; p++) {
            h.mother[p] = parent(h, p, first, size);
            h.father[p] = parent(h, p, first, size);
            h.guardian[p] = parent(h, p, first, size);
        }
    }

    private int relation(int k) {
        String code = k == 0
                ? "head"
                : k == 1
                        ? dice.nextInt(3) == 0 ? "child" : dice.nextInt(4) == 0 ? "partner" : "spouse"
                        : List.of("child", "child", "child", "child", "foster_child", "parent", "sibling", "other")
                                .get(dice.nextInt(8));
        return (int) Column.RELATION.parse(code);
    }

    /// Mostly nobody; else somebody of another family, or a member who is not the younger one.
    private short parent(Households h, int p, int first, int size) {
        if (dice.nextInt(8) > 0) {
            return Households.NOT_TOLD;
        }
        int place = dice.nextInt(size + 1);
        if (place == size) {
            return Households.ELSEWHERE;
        }
        int birth = h.birthDate[first + place];
        boolean born = birth == Households.UNKNOWN_DATE || birth <= day.born16();
        return born && first + place != p ? (short) place : Households.NOT_TOLD;
    }

    /// Writes a block as the files of the household format.
    ///
    /// @throws IOException if the folder cannot be written
    public static void write(Households h, Path folder) throws IOException {
        for (HouseholdFile file : List.of(
                HouseholdFile.FAMILIES,
                HouseholdFile.PERSONS,
                HouseholdFile.INCOMES,
                HouseholdFile.LIVESTOCK,
                HouseholdFile.PLOTS)) {
            try (Writer out = Files.newBufferedWriter(folder.resolve(file.code() + ".csv"))) {
                var header = new ArrayList<>(ids(file));
                Column.of(file).stream()
                        .filter(Column::held)
                        .map(Column::header)
                        .forEach(header::add);
                out.write(String.join(",", header) + "\n");
                for (int f = 0; f < h.families; f++) {
                    rows(h, file, f, out);
                }
            }
        }
    }

    private static List<String> ids(HouseholdFile file) {
        return switch (file) {
            case FAMILIES -> List.of("family_id", "dwelling_id");
            case PERSONS -> List.of("person_id", "family_id", "dwelling_id", "mother_id", "father_id", "guardian_id");
            case INCOMES -> List.of("person_id");
            default -> List.of("family_id");
        };
    }

    private static void rows(Households h, HouseholdFile file, int f, Writer out) throws IOException {
        switch (file) {
            case FAMILIES -> line(h, file, f, out, family(f), dwelling(h, f));
            case PERSONS -> {
                for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                    line(
                            h,
                            file,
                            p,
                            out,
                            person(h, f, p - h.firstPerson[f]),
                            family(f),
                            h.livesWithFamily[p] == 1 ? "" : "elsewhere",
                            person(h, f, h.mother[p]),
                            person(h, f, h.father[p]),
                            person(h, f, h.guardian[p]));
                }
            }
            case INCOMES -> {
                for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
                    for (int i = h.firstIncome[p]; i < h.firstIncome[p + 1]; i++) {
                        line(h, file, i, out, person(h, f, p - h.firstPerson[f]));
                    }
                }
            }
            case LIVESTOCK -> {
                for (int row = h.firstLivestock[f]; row < h.firstLivestock[f + 1]; row++) {
                    line(h, file, row, out, family(f));
                }
            }
            default -> {
                for (int row = h.firstPlot[f]; row < h.firstPlot[f + 1]; row++) {
                    line(h, file, row, out, family(f));
                }
            }
        }
    }

    private static void line(Households h, HouseholdFile file, int row, Writer out, String... ids) throws IOException {
        var cells = new ArrayList<>(List.of(ids));
        for (Column column : Column.of(file)) {
            if (column.held()) {
                cells.add(column.format(column.get(h, row)));
            }
        }
        out.write(String.join(",", cells) + "\n");
    }

    /// The family_id of a place.
    public static String family(int f) {
        return "F%07d".formatted(f);
    }

    private static String dwelling(Households h, int f) {
        for (int p = h.firstPerson[f]; p < h.firstPerson[f + 1]; p++) {
            if (h.livesWithFamily[p] < 0) {
                return "";
            }
        }
        return "home";
    }

    /// The person_id of a member's place; that of nobody for [Households#NOT_TOLD].
    public static String person(Households h, int f, int place) {
        return place == Households.NOT_TOLD ? "" : place == Households.ELSEWHERE ? "X" : family(f) + "-" + place;
    }
}
