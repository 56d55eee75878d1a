package kz.shanyraq.office.registry;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import org.jspecify.annotations.Nullable;

/// The families of the register in the columns that the law reads, all of them or some: every sheet is read once, by
/// COPY, in one moment of the database, and each cell goes to the place of its person or family. The columns lie
/// outside the heap, so that a nation needs no more of it than a village.
///
/// What they say of a family is what [Registry#household] says of it; a test holds the two against each other.
public final class RegisterColumns implements AutoCloseable {

    private static final int NEVER_TOLD = 0;
    private static final int CHUNK = 1 << 20;
    private static final int INCOME_BYTES = 24;
    private static final int FARM_BYTES = 24;

    /// What is to be read.
    ///
    /// @param month the month of application
    /// @param on the day on which the facts hold
    /// @param known the last delivery that is known
    public record Wanted(YearMonth month, LocalDate on, int known) {}

    /// Families of a block, and who they are.
    public static final class Block {
        /// The families, in the order of their numbers.
        public final Households households = new Households();

        /// Their numbers.
        public long[] family = {};

        /// The territory of each, a KATO code.
        public int[] kato = {};

        /// The numbers of the persons.
        public long[] person = {};

        private int[] place = {};
    }

    private final Wanted wanted;
    private final Scratch scratch;
    private final Numbering numbering;
    private final Map<Column, MemorySegment> cells = new HashMap<>();
    private final List<MemorySegment> incomes = new ArrayList<>();
    private final List<MemorySegment> livestock = new ArrayList<>();
    private final List<MemorySegment> plots = new ArrayList<>();
    private final MemorySegment kato;
    private final MemorySegment home;
    private final MemorySegment firstMember;
    private final MemorySegment firstAnimal;
    private final MemorySegment firstPlot;
    private final MemorySegment familyOf;
    private final MemorySegment nextMember;
    private final MemorySegment mother;
    private final MemorySegment father;
    private final MemorySegment guardian;
    private final MemorySegment lodging;
    private final MemorySegment diedOn;
    private final MemorySegment diedAsOf;
    private final MemorySegment firstIncome;
    private final Map<Long, Household> odd;
    private final Coverage coverage;
    private final int[] families;

    /// How persons and families are numbered here: each has a place from 1 on; place 0 is nobody's.
    ///
    /// @param personNumbers the number of the person at each place, in their order; null where places are numbers
    record Numbering(int persons, int families, long @Nullable [] personNumbers, long @Nullable [] familyNumbers) {

        long personAt(int place) {
            return personNumbers == null ? place : personNumbers[place];
        }

        long familyAt(int place) {
            return familyNumbers == null ? place : familyNumbers[place];
        }

        int person(long number) {
            return place(personNumbers, number);
        }

        int family(long number) {
            return place(familyNumbers, number);
        }

        private static int place(long @Nullable [] numbers, long number) {
            return numbers == null ? (int) number : Math.max(0, Arrays.binarySearch(numbers, number));
        }
    }

    private RegisterColumns(
            Wanted wanted,
            Scratch scratch,
            Numbering numbering,
            Coverage coverage,
            Map<Long, Household> odd,
            Reader reader)
            throws SQLException {
        this.wanted = wanted;
        this.scratch = scratch;
        this.numbering = numbering;
        this.coverage = coverage;
        this.odd = odd;
        int persons = numbering.persons + 1;
        int places = numbering.families + 1;
        kato = scratch.column(places, 4);
        home = scratch.column(places, 8);
        firstMember = scratch.column(places, 4);
        firstAnimal = scratch.column(places, 4);
        firstPlot = scratch.column(places, 4);
        familyOf = scratch.column(persons, 4);
        nextMember = scratch.column(persons, 4);
        mother = scratch.column(persons, 4, -1);
        father = scratch.column(persons, 4, -1);
        guardian = scratch.column(persons, 4, -1);
        lodging = scratch.column(persons, 8);
        diedOn = scratch.column(persons, 4, Integer.MAX_VALUE);
        diedAsOf = scratch.column(persons, 4, Integer.MIN_VALUE);
        firstIncome = scratch.column(persons, 4);
        for (Column column : Column.values()) {
            boolean ofPerson = column.file() == HouseholdFile.PERSONS;
            if (column.held() && column != Column.REGION && (ofPerson || column.file() == HouseholdFile.FAMILIES)) {
                cells.put(
                        column,
                        scratch.column(
                                ofPerson ? persons : places,
                                width(column),
                                column.type().unknown()));
            }
        }
        reader.read(this);
        families = gather();
    }

    /// Reads what a reader finds.
    interface Reader {
        void read(RegisterColumns into) throws SQLException;
    }

    static RegisterColumns of(
            Wanted wanted, Path folder, Numbering numbering, Coverage coverage, Map<Long, Household> odd, Reader reader)
            throws SQLException {
        var scratch = new Scratch(folder);
        try {
            return new RegisterColumns(wanted, scratch, numbering, coverage, odd, reader);
        } catch (SQLException | RuntimeException broken) {
            scratch.close();
            throw broken;
        }
    }

    private static int width(Column column) {
        return switch (column.array(new Households())) {
            case byte[] _ -> 1;
            case short[] _ -> 2;
            case int[] _ -> 4;
            default -> 8;
        };
    }

    // What the reader tells ------------------------------------------------------------------------------------------

    /// The sheets that have at most one row of a person or family on a day, with the columns of theirs that the law
    /// reads.
    static List<Column> read(FactSheet sheet) {
        HouseholdFile file = sheet.ofFamily() ? HouseholdFile.FAMILIES : HouseholdFile.PERSONS;
        return Column.of(file).stream()
                .filter(column -> column.held()
                        && column != Column.REGION
                        && sheet.column(column.header()).isPresent())
                .toList();
    }

    /// The cell of a column as SQL sends it here.
    static String sql(Column column) {
        return column.type() == Column.Type.AREA
                ? "(t.%s * 100)::bigint".formatted(column.header())
                : "t." + column.header();
    }

    /// How the cells of a column are read: a value's raw form.
    static ToLongFunction<CopyRows> form(Column column) {
        return switch (column.type()) {
            case CODE -> {
                var codes = new CodeBytes(column);
                yield rows -> codes.ordinal(rows);
            }
            case BENEFITS -> {
                Map<String, Long> known = new HashMap<>();
                yield rows -> {
                    String text = new String(
                            rows.bytes(), rows.start(), rows.length(), java.nio.charset.StandardCharsets.US_ASCII);
                    return text.isEmpty() ? 0 : known.computeIfAbsent(text, column::parse);
                };
            }
            case DATE, EVENT ->
                rows -> {
                    int day = rows.day();
                    return day == Integer.MAX_VALUE ? Households.NEVER : day;
                };
            default -> CopyRows::whole;
        };
    }

    /// The codes of a column, found by their bytes.
    private static final class CodeBytes {
        private final byte[][] codes;
        private int last;

        CodeBytes(Column column) {
            codes = column.codes().stream()
                    .map(code -> code.code().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .toArray(byte[][]::new);
        }

        int ordinal(CopyRows rows) {
            int start = rows.start();
            int end = start + rows.length();
            if (!Arrays.equals(codes[last], 0, codes[last].length, rows.bytes(), start, end)) {
                last = 0;
                while (!Arrays.equals(codes[last], 0, codes[last].length, rows.bytes(), start, end)) {
                    last++;
                }
            }
            return last;
        }
    }

    Wanted wanted() {
        return wanted;
    }

    Numbering numbering() {
        return numbering;
    }

    void family(int place, int territory) {
        set(kato, place, territory);
    }

    void member(int person, int family) {
        set(familyOf, person, family);
    }

    /// A writer of a column, which looks up nothing.
    Put put(Column column) {
        MemorySegment segment = java.util.Objects.requireNonNull(cells.get(column), column::name);
        int width = width(column);
        return (place, value) -> Scratch.set(segment, width, place, value);
    }

    /// Puts a value at a place.
    interface Put {
        void at(int place, long value);
    }

    /// The day of a death, as told by a row that holds from some day on; the row that holds today counts most.
    void died(int person, int on, int asOf) {
        if (asOf > get(diedAsOf, person)) {
            set(diedAsOf, person, asOf);
            set(diedOn, person, on);
        }
    }

    void home(int family, long dwelling) {
        home.setAtIndex(ValueLayout.JAVA_LONG, family, dwelling);
    }

    void lodging(int person, long dwelling) {
        lodging.setAtIndex(ValueLayout.JAVA_LONG, person, dwelling);
    }

    /// Parents and guardian: a place, 0 for a person who is not read here, -1 for not told.
    void kin(int person, int motherPlace, int fatherPlace, int guardianPlace) {
        set(mother, person, motherPlace);
        set(father, person, fatherPlace);
        set(guardian, person, guardianPlace);
    }

    /// A row of income; months are counted as years × 12 + month − 1, `until` is after the last one.
    void income(int row, int person, int kind, long amount, int term, int from, int until) {
        MemorySegment chunk = chunk(incomes, row, INCOME_BYTES);
        long at = (long) (row % CHUNK) * INCOME_BYTES;
        chunk.set(ValueLayout.JAVA_LONG, at, amount);
        chunk.set(ValueLayout.JAVA_INT, at + 8, get(firstIncome, person));
        chunk.set(ValueLayout.JAVA_INT, at + 12, term);
        chunk.set(ValueLayout.JAVA_SHORT, at + 16, (short) from);
        chunk.set(ValueLayout.JAVA_SHORT, at + 18, (short) until);
        chunk.set(ValueLayout.JAVA_INT, at + 20, kind);
        set(firstIncome, person, row + 1);
    }

    void animals(int row, int family, long kind, long heads) {
        farm(livestock, firstAnimal, row, family, kind, heads);
    }

    void plot(int row, int family, long kind, long area) {
        farm(plots, firstPlot, row, family, kind, area);
    }

    private void farm(List<MemorySegment> rows, MemorySegment first, int row, int family, long kind, long value) {
        MemorySegment chunk = chunk(rows, row, FARM_BYTES);
        long at = (long) (row % CHUNK) * FARM_BYTES;
        chunk.set(ValueLayout.JAVA_LONG, at, value);
        chunk.set(ValueLayout.JAVA_LONG, at + 8, kind);
        chunk.set(ValueLayout.JAVA_INT, at + 16, get(first, family));
        set(first, family, row + 1);
    }

    private MemorySegment chunk(List<MemorySegment> chunks, int row, int bytes) {
        if (row / CHUNK == chunks.size()) {
            chunks.add(scratch.column(CHUNK, bytes));
        }
        return chunks.get(row / CHUNK);
    }

    private static int get(MemorySegment segment, long place) {
        return segment.getAtIndex(ValueLayout.JAVA_INT, place);
    }

    private static void set(MemorySegment segment, long place, int value) {
        segment.setAtIndex(ValueLayout.JAVA_INT, place, value);
    }

    // What the law reads ---------------------------------------------------------------------------------------------

    /// Chains the members of each family in the order of their numbers; the places of families that are open.
    private int[] gather() {
        int on = Math.toIntExact(wanted.on.toEpochDay());
        for (int person = numbering.persons; person > 0; person--) {
            int family = get(familyOf, person);
            if (family != 0 && get(diedOn, person) > on) {
                set(nextMember, person, get(firstMember, family));
                set(firstMember, family, person);
            }
        }
        int count = 0;
        int[] open = new int[numbering.families];
        for (int family = 1; family <= numbering.families; family++) {
            boolean members = get(firstMember, family) != 0 || odd.containsKey(numbering.familyAt(family));
            if (get(kato, family) != 0 && members) {
                open[count++] = family;
            }
        }
        return Arrays.copyOf(open, count);
    }

    /// How many families there are to assess: open ones with a member.
    public int families() {
        return families.length;
    }

    /// The number of the family that stands at an index; they are in the order of their numbers.
    public long family(int index) {
        return numbering.familyAt(families[index]);
    }

    /// Copies the families from one index to before another into a block.
    public void read(int from, int to, Block block) {
        Households h = block.households;
        int count = to - from;
        block.family = room(block.family, count);
        block.kato = block.kato.length < count ? new int[count] : block.kato;
        int persons = 0;
        int incomeRows = 0;
        int animals = 0;
        int fields = 0;
        int month = Day.count(wanted.month);
        for (int i = 0; i < count; i++) {
            int family = families[from + i];
            block.family[i] = numbering.familyAt(family);
            block.kato[i] = get(kato, family);
            Household special = odd.get(block.family[i]);
            if (special != null) {
                persons += special.columns().persons;
                incomeRows += special.columns().incomes;
                animals += special.columns().livestock;
                fields += special.columns().plots;
                continue;
            }
            for (int p = get(firstMember, family); p != 0; p = get(nextMember, p)) {
                persons++;
                for (int row = get(firstIncome, p); row != 0; ) {
                    MemorySegment chunk = incomes.get((row - 1) / CHUNK);
                    long at = (long) ((row - 1) % CHUNK) * INCOME_BYTES;
                    incomeRows += months(chunk, at, month);
                    row = chunk.get(ValueLayout.JAVA_INT, at + 8);
                }
            }
            animals += chained(livestock, get(firstAnimal, family));
            fields += chained(plots, get(firstPlot, family));
        }
        h.coverage = coverage;
        h.resize(count, persons, incomeRows, animals, fields);
        block.person = room(block.person, persons);
        block.place = block.place.length < persons ? new int[persons + persons / 2] : block.place;
        fill(from, count, block, month);
    }

    private static long[] room(long[] array, int length) {
        return array.length < length ? new long[length + length / 2] : array;
    }

    private static int months(MemorySegment chunk, long at, int month) {
        int from = Math.max(chunk.get(ValueLayout.JAVA_SHORT, at + 16), month - HouseholdColumns.MONTHS);
        int until = Math.min(chunk.get(ValueLayout.JAVA_SHORT, at + 18), month + 1);
        return Math.max(0, until - from);
    }

    private static int chained(List<MemorySegment> rows, int first) {
        int count = 0;
        for (int row = first; row != 0; count++) {
            row = rows.get((row - 1) / CHUNK).get(ValueLayout.JAVA_INT, (long) ((row - 1) % CHUNK) * FARM_BYTES + 16);
        }
        return count;
    }

    private void fill(int from, int count, Block block, int month) {
        Households h = block.households;
        int p = 0;
        int income = 0;
        int animals = 0;
        int fields = 0;
        for (int i = 0; i < count; i++) {
            int family = families[from + i];
            h.rejected[i] = 0;
            h.firstPerson[i] = p;
            h.firstLivestock[i] = animals;
            h.firstPlot[i] = fields;
            Household special = odd.get(block.family[i]);
            if (special != null) {
                copy(special, h, i, p, income, animals, fields, block);
                p += special.columns().persons;
                income += special.columns().incomes;
                animals += special.columns().livestock;
                fields += special.columns().plots;
                continue;
            }
            h.region[i] = (byte) (block.kato[i] / 10_000_000);
            int first = p;
            long dwelling = home.getAtIndex(ValueLayout.JAVA_LONG, family);
            for (int member = get(firstMember, family); member != 0; member = get(nextMember, member), p++) {
                block.place[p] = member;
                block.person[p] = numbering.personAt(member);
                h.firstIncome[p] = income;
                h.livesWithFamily[p] = atHome(dwelling, lodging.getAtIndex(ValueLayout.JAVA_LONG, member));
                income = incomes(member, h, income, month);
            }
            for (int q = first; q < p; q++) {
                h.mother[q] = relative(get(mother, block.place[q]), block.place, first, p);
                h.father[q] = relative(get(father, block.place[q]), block.place, first, p);
                h.guardian[q] = relative(get(guardian, block.place[q]), block.place, first, p);
            }
            animals = farm(livestock, get(firstAnimal, family), animals, h.livestockKind, h.heads, null);
            fields = farm(plots, get(firstPlot, family), fields, h.plotKind, null, h.plotArea);
        }
        h.firstPerson[count] = p;
        h.firstIncome[p] = income;
        h.firstLivestock[count] = animals;
        h.firstPlot[count] = fields;
        int[] homes = Arrays.copyOfRange(families, from, from + count);
        cells.forEach((column, segment) -> {
            if (column.file() == HouseholdFile.PERSONS) {
                gather(segment, column.array(h), block.place, h.persons);
            } else {
                gather(segment, column.array(h), homes, count);
            }
        });
        for (int i = 0; i < count && !odd.isEmpty(); i++) {
            Household special = odd.get(block.family[i]);
            if (special != null) {
                copyCells(special.columns(), h, i);
            }
        }
    }

    private static byte atHome(long dwelling, long lodging) {
        if (lodging == NEVER_TOLD) {
            return 1;
        }
        return (byte) (dwelling == NEVER_TOLD ? -1 : dwelling == lodging ? 1 : 0);
    }

    private static short relative(int place, int[] members, int first, int until) {
        if (place < 0) {
            return Households.NOT_TOLD;
        }
        for (int q = first; q < until && place != 0; q++) {
            if (members[q] == place) {
                return (short) (q - first);
            }
        }
        return Households.ELSEWHERE;
    }

    private int incomes(int member, Households h, int income, int month) {
        int next = income;
        for (int row = get(firstIncome, member); row != 0; ) {
            MemorySegment chunk = incomes.get((row - 1) / CHUNK);
            long at = (long) ((row - 1) % CHUNK) * INCOME_BYTES;
            int rows = months(chunk, at, month);
            int first = Math.max(chunk.get(ValueLayout.JAVA_SHORT, at + 16), month - HouseholdColumns.MONTHS);
            for (int m = 0; m < rows; m++, next++) {
                h.incomeMonth[next] = (short) (first + m);
                h.incomeKind[next] = (byte) chunk.get(ValueLayout.JAVA_INT, at + 20);
                h.incomeAmount[next] = chunk.get(ValueLayout.JAVA_LONG, at);
                h.termMonths[next] = chunk.get(ValueLayout.JAVA_INT, at + 12);
            }
            row = chunk.get(ValueLayout.JAVA_INT, at + 8);
        }
        return next;
    }

    private static int farm(
            List<MemorySegment> rows,
            int first,
            int next,
            byte[] kinds,
            int @Nullable [] whole,
            long @Nullable [] parts) {
        int at = next;
        for (int row = first; row != 0; at++) {
            MemorySegment chunk = rows.get((row - 1) / CHUNK);
            long place = (long) ((row - 1) % CHUNK) * FARM_BYTES;
            kinds[at] = (byte) chunk.get(ValueLayout.JAVA_LONG, place + 8);
            long value = chunk.get(ValueLayout.JAVA_LONG, place);
            if (whole != null) {
                whole[at] = (int) value;
            } else if (parts != null) {
                parts[at] = value;
            }
            row = chunk.get(ValueLayout.JAVA_INT, place + 16);
        }
        return at;
    }

    private static void gather(MemorySegment segment, Object array, int[] places, int count) {
        switch (array) {
            case byte[] bytes -> {
                for (int i = 0; i < count; i++) {
                    bytes[i] = segment.get(ValueLayout.JAVA_BYTE, places[i]);
                }
            }
            case int[] ints -> {
                for (int i = 0; i < count; i++) {
                    ints[i] = segment.getAtIndex(ValueLayout.JAVA_INT, places[i]);
                }
            }
            case long[] longs -> {
                for (int i = 0; i < count; i++) {
                    longs[i] = segment.getAtIndex(ValueLayout.JAVA_LONG, places[i]);
                }
            }
            default -> throw new IllegalStateException(array.getClass().getName());
        }
    }

    /// A family with persons who were found to be one with others: what the registry says of it, as it stands.
    private static void copy(
            Household special, Households h, int f, int p, int income, int animals, int fields, Block block) {
        Households one = special.columns();
        h.region[f] = one.region[0];
        for (int q = 0; q < one.persons; q++) {
            block.place[p + q] = 0;
            block.person[p + q] = special.members().get(q).id().value();
            h.firstIncome[p + q] = income + one.firstIncome[q];
        }
        System.arraycopy(one.livesWithFamily, 0, h.livesWithFamily, p, one.persons);
        System.arraycopy(one.mother, 0, h.mother, p, one.persons);
        System.arraycopy(one.father, 0, h.father, p, one.persons);
        System.arraycopy(one.guardian, 0, h.guardian, p, one.persons);
        for (Column column : Column.values()) {
            if (column.held()) {
                switch (column.file()) {
                    case INCOMES -> System.arraycopy(column.array(one), 0, column.array(h), income, one.incomes);
                    case LIVESTOCK -> System.arraycopy(column.array(one), 0, column.array(h), animals, one.livestock);
                    case PLOTS -> System.arraycopy(column.array(one), 0, column.array(h), fields, one.plots);
                    default -> {
                        // Persons and families: when all others are in their places.
                    }
                }
            }
        }
    }

    private static void copyCells(Households one, Households h, int f) {
        for (Column column : Column.values()) {
            if (column.held() && column.file() == HouseholdFile.PERSONS) {
                System.arraycopy(column.array(one), 0, column.array(h), h.firstPerson[f], one.persons);
            } else if (column.held() && column.file() == HouseholdFile.FAMILIES) {
                System.arraycopy(column.array(one), 0, column.array(h), f, 1);
            }
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
