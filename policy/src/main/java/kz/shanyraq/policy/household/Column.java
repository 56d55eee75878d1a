package kz.shanyraq.policy.household;

import static kz.shanyraq.policy.household.Column.Type.AREA;
import static kz.shanyraq.policy.household.Column.Type.BENEFITS;
import static kz.shanyraq.policy.household.Column.Type.BOOLEAN;
import static kz.shanyraq.policy.household.Column.Type.CODE;
import static kz.shanyraq.policy.household.Column.Type.COUNT;
import static kz.shanyraq.policy.household.Column.Type.DATE;
import static kz.shanyraq.policy.household.Column.Type.EVENT;
import static kz.shanyraq.policy.household.Column.Type.MONEY;
import static kz.shanyraq.policy.household.Column.Type.MONTH;
import static kz.shanyraq.policy.household.Column.Type.TEXT;
import static kz.shanyraq.policy.household.HouseholdFile.FACTS;
import static kz.shanyraq.policy.household.HouseholdFile.FAMILIES;
import static kz.shanyraq.policy.household.HouseholdFile.INCOMES;
import static kz.shanyraq.policy.household.HouseholdFile.LIVESTOCK;
import static kz.shanyraq.policy.household.HouseholdFile.PERSONS;
import static kz.shanyraq.policy.household.HouseholdFile.PLOTS;
import static kz.shanyraq.policy.household.HouseholdFile.SOURCES;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Code;
import org.jspecify.annotations.Nullable;

/// A column of the household format, version 1: its file, its name, the form of its cells, and the array of
/// [Households] that holds it. Columns without an array are text that the law does not read (names,
/// addresses, keys).
///
/// One list serves the readers, the writers, the search for "unless" and the documents.
public enum Column {
    FAMILY_ID(FAMILIES, TEXT, true),
    REGION(FAMILIES, "region", COUNT, true, h -> h.region),
    DISTRICT(FAMILIES, TEXT, false),
    SETTLEMENT(FAMILIES, TEXT, false),
    ADDRESS(FAMILIES, TEXT, false),
    FAMILY_DWELLING_ID(FAMILIES, "dwelling_id"),
    SETTLEMENT_TYPE(FAMILIES, SettlementType.values(), h -> h.settlementType),
    DWELLINGS(FAMILIES, COUNT, h -> h.dwellings),
    DWELLING_AREA_M2(FAMILIES, AREA, h -> h.dwellingArea),
    UNSAFE_DWELLINGS(FAMILIES, COUNT, h -> h.unsafeDwellings),
    DWELLING_SOLD_ON(FAMILIES, EVENT, h -> h.dwellingSoldOn),
    WATER(FAMILIES, BOOLEAN, h -> h.water),
    HEATING(FAMILIES, BOOLEAN, h -> h.heating),
    SEWER(FAMILIES, BOOLEAN, h -> h.sewer),
    PREMISES_FOR_PROFIT(FAMILIES, BOOLEAN, h -> h.premisesForProfit),
    BUILDING_PLOT(FAMILIES, BOOLEAN, h -> h.buildingPlot),
    CARS(FAMILIES, COUNT, h -> h.cars),
    HEAVY_VEHICLES(FAMILIES, BOOLEAN, h -> h.heavyVehicles),
    CONTRACT_BROKEN_ON(FAMILIES, EVENT, h -> h.contractBrokenOn),
    REFUSED_WORK_ON(FAMILIES, EVENT, h -> h.refusedWorkOn),
    FALSE_DATA_ON(FAMILIES, EVENT, h -> h.falseDataOn),
    SURVEY_REFUSED(FAMILIES, BOOLEAN, h -> h.surveyRefused),
    OVERDUE_DEBT(FAMILIES, BOOLEAN, h -> h.overdueDebt),
    LOANS_QUARTER(FAMILIES, MONEY, h -> h.loansQuarter),
    OUTFLOWS_QUARTER(FAMILIES, MONEY, h -> h.outflowsQuarter),
    DEPOSITS(FAMILIES, MONEY, h -> h.deposits),
    HOUSING_COSTS(FAMILIES, MONEY, h -> h.housingCosts),
    ONLY_DWELLING(FAMILIES, BOOLEAN, h -> h.onlyDwelling),

    PERSON_ID(PERSONS, TEXT, true),
    PERSON_FAMILY_ID(PERSONS, "family_id", TEXT, true, null),
    IIN(PERSONS, TEXT, false),
    LAST_NAME(PERSONS, TEXT, false),
    FIRST_NAME(PERSONS, TEXT, false),
    PATRONYMIC(PERSONS, TEXT, false),
    PHONE(PERSONS, TEXT, false),
    LANGUAGE(PERSONS, TEXT, false),
    MOTHER_ID(PERSONS, TEXT, false),
    FATHER_ID(PERSONS, TEXT, false),
    GUARDIAN_ID(PERSONS, TEXT, false),
    PERSON_DWELLING_ID(PERSONS, "dwelling_id"),
    BIRTH_DATE(PERSONS, DATE, h -> h.birthDate),
    SEX(PERSONS, Sex.values(), h -> h.sex),
    RELATION(PERSONS, Relation.values(), h -> h.relation),
    STATUS(PERSONS, Status.values(), h -> h.status),
    ABSENCE(PERSONS, Absence.values(), h -> h.absence),
    DISABILITY(PERSONS, Disability.values(), h -> h.disability),
    DISABILITY_GROUP_CHILD(PERSONS, DisabilityGroup.values(), h -> h.disabilityGroupChild),
    DISABILITY_CAUSE(PERSONS, DisabilityCause.values(), h -> h.disabilityCause),
    STUDY(PERSONS, Study.values(), h -> h.study),
    WORK(PERSONS, Work.values(), h -> h.work),
    CARES_FOR(PERSONS, CaresFor.values(), h -> h.caresFor),
    LONG_ILLNESS(PERSONS, BOOLEAN, h -> h.longIllness),
    NEEDS_CARE(PERSONS, BOOLEAN, h -> h.needsCare),
    EDUCATION_LEVEL(PERSONS, EducationLevel.values(), h -> h.educationLevel),
    OCCUPATION(PERSONS, TEXT, false),
    GRADUATED_ON(PERSONS, EVENT, h -> h.graduatedOn),
    REGISTERED_ON(PERSONS, EVENT, h -> h.registeredOn),
    RELEASED_ON(PERSONS, EVENT, h -> h.releasedOn),
    PROBATION(PERSONS, BOOLEAN, h -> h.probation),
    HOMELESS(PERSONS, BOOLEAN, h -> h.homeless),
    REHAB_PROGRAMME(PERSONS, BOOLEAN, h -> h.rehabProgramme),
    JOB_LOSS_MONTHS_PAID(PERSONS, COUNT, h -> h.jobLossMonthsPaid),
    INSURED_MONTHS(PERSONS, COUNT, h -> h.insuredMonths),
    INSURED_INCOME_24M(PERSONS, MONEY, h -> h.insuredIncome24m),
    AWARD(PERSONS, Award.values(), h -> h.award),
    JOB_LOST_ON(PERSONS, EVENT, h -> h.jobLostOn),
    BREADWINNER_LOST(PERSONS, BreadwinnerLost.values(), h -> h.breadwinnerLost),
    RECEIVES(PERSONS, BENEFITS, h -> h.receives),

    INCOME_PERSON_ID(INCOMES, "person_id", TEXT, true, null),
    INCOME_MONTH(INCOMES, "month", MONTH, true, h -> h.incomeMonth),
    INCOME_KIND(INCOMES, "kind", true, IncomeKind.values(), h -> h.incomeKind),
    INCOME_AMOUNT(INCOMES, "amount", MONEY, true, h -> h.incomeAmount),
    TERM_MONTHS(INCOMES, COUNT, h -> h.termMonths),

    LIVESTOCK_FAMILY_ID(LIVESTOCK, "family_id", TEXT, true, null),
    LIVESTOCK_KIND(LIVESTOCK, "kind", true, LivestockKind.values(), h -> h.livestockKind),
    HEADS(LIVESTOCK, COUNT, h -> h.heads),

    PLOT_FAMILY_ID(PLOTS, "family_id", TEXT, true, null),
    PLOT_KIND(PLOTS, "kind", true, PlotKind.values(), h -> h.plotKind),
    AREA_M2(PLOTS, AREA, h -> h.plotArea),

    SOURCE_KIND(SOURCES, "kind", TEXT, true, null),
    ASKED_FROM(SOURCES, TEXT, true),
    ASKED_TO(SOURCES, TEXT, true),
    SOURCE_RECEIVED_ON(SOURCES, "received_on"),

    FACT_PERSON_ID(FACTS, "person_id"),
    FACT_FAMILY_ID(FACTS, "family_id"),
    FACT_COLUMN(FACTS, "column", TEXT, true, null),
    FACT_VALUE(FACTS, "value", TEXT, true, null),
    FACT_SOURCE(FACTS, "source", TEXT, true, null),
    VALID_FROM(FACTS, TEXT, false),
    VALID_TO(FACTS, TEXT, false),
    FACT_RECEIVED_ON(FACTS, "received_on");

    /// The form of a column's cells, and the raw value that stands for "not known" in its array.
    public enum Type {
        /// Any text; not held in [Households].
        TEXT(-1),
        /// A whole number, not negative, in an `int` (the region in a `byte`).
        COUNT(-1),
        /// Square metres with decimals, held in hundredths in a `long`.
        AREA(-1),
        /// `true` or `false`, held as 1 or 0 in a `byte`.
        BOOLEAN(-1),
        /// A day, held as days since 1970-01-01 in an `int`.
        DATE(Households.UNKNOWN_DATE),
        /// The day of an event, held like a [#DATE]; an empty cell of a column that is present means that it
        /// never happened.
        EVENT(Households.UNKNOWN_DATE),
        /// A month, held as year × 12 + month − 1 in a `short`.
        MONTH(-1),
        /// Whole tenge, not negative, in a `long`.
        MONEY(-1),
        /// A code of a closed list, held as its ordinal in a `byte`.
        CODE(-1),
        /// Codes of benefits joined by `|`, held as bits in an `int`; an empty cell of a column that is
        /// present means none.
        BENEFITS(-1);

        private final int unknown;

        Type(int unknown) {
            this.unknown = unknown;
        }

        /// The raw value that stands for "not known".
        public int unknown() {
            return unknown;
        }
    }

    /// The bit of `receives` for a benefit that this library does not know.
    public static final int OTHER_BENEFIT = 1 << 30;

    private static final int MOST_DECIMALS = 9;

    /// Digits of a sum: ten trillion tenge, so that no sum of a family can overflow.
    private static final int MOST_DIGITS = 13;

    private static final long MOST_SUM = 9_999_999_999_999L;

    private final HouseholdFile file;
    private final String header;
    private final Type type;
    private final boolean required;
    private final List<Code> codes;
    private final @Nullable Function<Households, Object> array;

    Column(HouseholdFile file, Type type, boolean required) {
        this(file, null, type, required, new Code[0], null);
    }

    Column(HouseholdFile file, String header) {
        this(file, header, TEXT, false, new Code[0], null);
    }

    Column(HouseholdFile file, Type type, Function<Households, Object> array) {
        this(file, null, type, false, new Code[0], array);
    }

    Column(
            HouseholdFile file,
            String header,
            Type type,
            boolean required,
            @Nullable Function<Households, Object> array) {
        this(file, header, type, required, new Code[0], array);
    }

    Column(HouseholdFile file, Code[] codes, Function<Households, Object> array) {
        this(file, null, CODE, false, codes, array);
    }

    Column(HouseholdFile file, String header, boolean required, Code[] codes, Function<Households, Object> array) {
        this(file, header, CODE, required, codes, array);
    }

    Column(
            HouseholdFile file,
            @Nullable String header,
            Type type,
            boolean required,
            Code[] codes,
            @Nullable Function<Households, Object> array) {
        this.file = file;
        this.header = header == null ? name().toLowerCase(Locale.ROOT) : header;
        this.type = type;
        this.required = required;
        this.codes = List.of(codes);
        this.array = array;
    }

    /// The file that holds the column.
    public HouseholdFile file() {
        return file;
    }

    /// The column's name in the file's header.
    public String header() {
        return header;
    }

    /// The form of its cells.
    public Type type() {
        return type;
    }

    /// Whether the file must have the column and every row a value in it.
    public boolean required() {
        return required;
    }

    /// The codes that its cells may hold; empty unless it is a [Type#CODE].
    public List<Code> codes() {
        return codes;
    }

    /// Whether the law reads it, that is, whether [Households] holds it.
    public boolean held() {
        return array != null;
    }

    /// The columns of a file, in the order of the format.
    public static List<Column> of(HouseholdFile file) {
        return Arrays.stream(values()).filter(column -> column.file == file).toList();
    }

    /// The array that holds the column: `byte[]`, `short[]`, `int[]` or `long[]`.
    ///
    /// @throws IllegalStateException if the column is not [#held()]
    public Object array(Households households) {
        if (array == null) {
            throw new IllegalStateException("The column %s of %s is not held.".formatted(header, file.code()));
        }
        return array.apply(households);
    }

    /// The raw value of a row.
    public long get(Households households, int row) {
        return switch (array(households)) {
            case byte[] bytes -> bytes[row];
            case short[] shorts -> shorts[row];
            case int[] ints -> ints[row];
            case long[] longs -> longs[row];
            default -> throw new IllegalStateException(name());
        };
    }

    /// Sets the raw value of a row.
    public void set(Households households, int row, long value) {
        switch (array(households)) {
            case byte[] bytes -> bytes[row] = (byte) value;
            case short[] shorts -> shorts[row] = (short) value;
            case int[] ints -> ints[row] = (int) value;
            case long[] longs -> longs[row] = value;
            default -> throw new IllegalStateException(name());
        }
    }

    /// The raw value of a cell's text, which is not empty.
    ///
    /// @throws IllegalArgumentException with a sentence that says what was seen and what is expected
    public long parse(String text) {
        return switch (type) {
            case TEXT -> throw new IllegalStateException(name());
            case COUNT -> this == REGION ? region(text) : count(text);
            case AREA -> area(text);
            case BOOLEAN ->
                switch (text) {
                    case "true" -> 1;
                    case "false" -> 0;
                    default -> throw new IllegalArgumentException("'%s' is not true or false".formatted(text));
                };
            case DATE, EVENT -> date(text);
            case MONTH -> month(text);
            case MONEY -> money(text, most());
            case CODE -> code(text);
            case BENEFITS -> benefits(text);
        };
    }

    /// The raw value of an empty cell in a column that is present: not known, or for events and benefits that
    /// there is none.
    public long empty() {
        return switch (type) {
            case EVENT -> Households.NEVER;
            case BENEFITS -> 0;
            default -> type.unknown();
        };
    }

    /// A raw value as the text of a cell: the reverse of [#parse]; empty where the value is not known or
    /// there is none.
    public String format(long raw) {
        if (raw == type.unknown()) {
            return "";
        }
        return switch (type) {
            case TEXT -> throw new IllegalStateException(name());
            case COUNT, MONEY -> this == REGION ? (raw < 10 ? "0" + raw : "" + raw) : "" + raw;
            case AREA -> raw % 100 == 0 ? "" + raw / 100 : "%d.%02d".formatted(raw / 100, raw % 100);
            case BOOLEAN -> raw == 1 ? "true" : "false";
            case DATE, EVENT ->
                raw == Households.NEVER ? "" : LocalDate.ofEpochDay(raw).toString();
            case MONTH -> "%04d-%02d".formatted(raw / 12, raw % 12 + 1);
            case CODE -> codes.get((int) raw).code();
            case BENEFITS -> benefits(raw);
        };
    }

    private static long region(String text) {
        if (text.length() != 2 || !digits(text)) {
            throw new IllegalArgumentException("'%s' is not a region code of two digits".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static long count(String text) {
        if (text.length() > 9 || !digits(text)) {
            throw new IllegalArgumentException("'%s' is not a whole number from 0 to 999999999".formatted(text));
        }
        return Integer.parseInt(text);
    }

    /// The largest sum that a cell of money may hold: ten trillion tenge; less where a payment follows from the
    /// cell itself, which must be a sum that can be paid.
    public long most() {
        return switch (this) {
            case HOUSING_COSTS -> 2_000_000_000L;
            case INSURED_INCOME_24M -> 80_000_000_000L;
            default -> MOST_SUM;
        };
    }

    private static long money(String text, long most) {
        if (text.length() > MOST_DIGITS || !digits(text)) {
            throw new IllegalArgumentException(
                    text.startsWith("-") && text.length() > 1 && digits(text.substring(1))
                            ? "'%s' is negative".formatted(text)
                            : "'%s' is not a sum of whole tenge".formatted(text));
        }
        long sum = Long.parseLong(text);
        if (sum > most) {
            throw new IllegalArgumentException("'%s' is more than %d tenge".formatted(text, most));
        }
        return sum;
    }

    private static long area(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String decimals = point < 0 ? "" : text.substring(point + 1);
        boolean wellFormed = whole.length() <= 9
                && digits(whole)
                && (point < 0 || (!decimals.isEmpty() && decimals.length() <= MOST_DECIMALS && digits(decimals)));
        if (!wellFormed) {
            throw new IllegalArgumentException("'%s' is not an area in square metres".formatted(text));
        }
        long thousandths = Long.parseLong(whole) * 1000 + Long.parseLong((decimals + "000").substring(0, 3));
        return (thousandths + 5) / 10;
    }

    private static long date(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).toEpochDay();
            }
        } catch (DateTimeException wrong) {
            // Said below, in our words.
        }
        throw new IllegalArgumentException("'%s' is not a date as YYYY-MM-DD".formatted(text));
    }

    private static long month(String text) {
        if (text.length() == 7 && text.charAt(4) == '-' && digits(text.substring(0, 4)) && digits(text.substring(5))) {
            int month = Integer.parseInt(text.substring(5));
            int year = Integer.parseInt(text.substring(0, 4));
            if (month >= 1 && month <= 12 && year >= 1900 && year < 2700) {
                return year * 12L + month - 1;
            }
        }
        throw new IllegalArgumentException("'%s' is not a month as YYYY-MM".formatted(text));
    }

    private long code(String text) {
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).code().equals(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException("'%s' is not one of %s"
                .formatted(
                        text, String.join(", ", codes.stream().map(Code::code).toList())));
    }

    private static long benefits(String text) {
        int bits = 0;
        for (String code : text.split("\\|", -1)) {
            if (code.isEmpty()
                    || !code.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                throw new IllegalArgumentException("'%s' is not a list of benefit codes joined by |".formatted(text));
            }
            int bit = OTHER_BENEFIT;
            for (Benefit benefit : Benefit.values()) {
                if (benefit.code().equals(code)) {
                    bit = benefit.bit();
                }
            }
            bits |= bit;
        }
        return bits;
    }

    private static String benefits(long raw) {
        return String.join(
                "|",
                Arrays.stream(Benefit.values())
                        .filter(benefit -> (raw & benefit.bit()) != 0)
                        .map(Benefit::code)
                        .toList());
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
