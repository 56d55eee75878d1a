package kz.shanyraq.office.registry;

import static kz.shanyraq.policy.household.Column.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.shanyraq.policy.household.Column;

/// A group of facts that change together: a table of the registry, and the columns of the household format that fill
/// it.
enum Sheet {
    IDENTITY(
            true,
            values(BIRTH_DATE, IIN, LAST_NAME, FIRST_NAME, PATRONYMIC, SEX, STATUS),
            new SheetValue("died_on", "date", null)),
    CONTACT(true, values(PHONE, LANGUAGE)),
    MEMBERSHIP(true, values(RELATION, ABSENCE), new SheetValue("family_id", "bigint", null)),
    KINSHIP(
            true,
            List.of(),
            new SheetValue("mother_id", "bigint", null),
            new SheetValue("father_id", "bigint", null),
            new SheetValue("guardian_id", "bigint", null)),
    HEALTH(
            true,
            values(DISABILITY, DISABILITY_GROUP_CHILD, DISABILITY_CAUSE, LONG_ILLNESS, NEEDS_CARE, REHAB_PROGRAMME)),
    ACTIVITY(
            true,
            values(GRADUATED_ON, REGISTERED_ON, JOB_LOST_ON, STUDY, WORK, CARES_FOR, EDUCATION_LEVEL, OCCUPATION)),
    STANDING(
            true,
            values(
                    INSURED_INCOME_24M,
                    INSURED_MONTHS,
                    JOB_LOSS_MONTHS_PAID,
                    RELEASED_ON,
                    PROBATION,
                    HOMELESS,
                    AWARD,
                    BREADWINNER_LOST,
                    RECEIVES)),
    LODGING(true, List.of(new SheetValue("dwelling_key", "text", PERSON_DWELLING_ID))),
    INCOME(true, List.of(new SheetValue("amount", "bigint", null), new SheetValue("term_months", "smallint", null))),
    HOME(
            false,
            values(SETTLEMENT_TYPE, ADDRESS, WATER, HEATING, SEWER, ONLY_DWELLING, HOUSING_COSTS),
            new SheetValue("kato", "registry.kato", null),
            new SheetValue("dwelling_key", "text", FAMILY_DWELLING_ID)),
    PROPERTY(
            false,
            values(
                    DWELLINGS,
                    DWELLING_AREA_M2,
                    UNSAFE_DWELLINGS,
                    DWELLING_SOLD_ON,
                    PREMISES_FOR_PROFIT,
                    BUILDING_PLOT)),
    VEHICLES(false, values(CARS, HEAVY_VEHICLES)),
    CONDUCT(false, values(CONTRACT_BROKEN_ON, REFUSED_WORK_ON, FALSE_DATA_ON, SURVEY_REFUSED)),
    FINANCE(false, values(LOANS_QUARTER, OUTFLOWS_QUARTER, DEPOSITS, OVERDUE_DEBT)),
    LIVESTOCK(false, values(HEADS)),
    PLOTS(false, values(AREA_M2));

    private final boolean ofPersons;
    private final List<SheetValue> cells;

    Sheet(boolean ofPersons, List<SheetValue> values, SheetValue... more) {
        this.ofPersons = ofPersons;
        this.cells = Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    private static List<SheetValue> values(Column... columns) {
        return Arrays.stream(columns).map(SheetValue::of).toList();
    }

    /// The code of the sheet, which is the name of its table.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The table, with its schema.
    String table() {
        return "registry." + code();
    }

    /// Whether it tells of persons; else of families.
    boolean ofPersons() {
        return ofPersons;
    }

    /// The column that names whom it tells of.
    String subject() {
        return ofPersons ? "person_id" : "family_id";
    }

    /// Whether a person or family has a row for each kind of something on one day.
    boolean byKind() {
        return this == INCOME || this == LIVESTOCK || this == PLOTS;
    }

    /// Its values.
    List<SheetValue> cells() {
        return cells;
    }

    /// The sheet that holds a column of the household format; null if none does.
    static @org.jspecify.annotations.Nullable Sheet holding(Column column) {
        return Arrays.stream(values())
                .filter(sheet -> !sheet.byKind() && sheet.cells.stream().anyMatch(value -> column == value.told()))
                .findFirst()
                .orElse(null);
    }
}
