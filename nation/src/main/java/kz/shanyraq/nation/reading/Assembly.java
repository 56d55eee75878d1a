package kz.shanyraq.nation.reading;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.snapshot.Ids;
import kz.shanyraq.nation.snapshot.SnapshotWriter;
import kz.shanyraq.policy.household.Coverage;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.Households;
import kz.shanyraq.policy.household.Relation;

/// Puts the rows set aside in order, range by range, and writes them as blocks of a snapshot.
final class Assembly {

    private static final int LINKS = 4; // person, mother, father, guardian

    private final IdTable families;
    private final int[] order;
    private final byte[] rejectedFiles;
    private final PlausibilityChecks plausible;
    private final SnapshotWriter writer;
    private final Progress progress;
    private final RowFormat personFormat = new RowFormat(HouseholdFile.PERSONS);
    private final RowFormat incomeFormat = new RowFormat(HouseholdFile.INCOMES);
    private final RowFormat livestockFormat = new RowFormat(HouseholdFile.LIVESTOCK);
    private final RowFormat plotFormat = new RowFormat(HouseholdFile.PLOTS);
    private final Households h = new Households();
    private final Ids familyIds = new Ids();
    private final Ids personIds = new Ids();

    Assembly(
            IdTable families,
            int[] order,
            byte[] rejectedFiles,
            PlausibilityChecks plausible,
            SnapshotWriter writer,
            Progress progress) {
        this.families = families;
        this.order = order;
        this.rejectedFiles = rejectedFiles;
        this.plausible = plausible;
        this.writer = writer;
        this.progress = progress;
    }

    void assemble(
            Coverage coverage,
            FamilyRows familyRows,
            Spill personRows,
            Spill incomeRows,
            Spill livestockRows,
            Spill plotRows) {
        h.coverage = coverage;
        progress.begin("Ordering families", "families", order.length);
        int ranges = (order.length + HouseholdReader.RANGE - 1) / HouseholdReader.RANGE;
        for (int range = 0; range < ranges; range++) {
            var persons = new Persons(personRows.take(range));
            var incomes = new Grouped(incomeRows.take(range), incomeFormat.width(), persons.byNumber(), persons.size);
            int first = range * HouseholdReader.RANGE;
            int last = Math.min(order.length, first + HouseholdReader.RANGE);
            var livestock = Grouped.byRank(livestockRows.take(range), livestockFormat.width(), first, last - first);
            var plots = Grouped.byRank(plotRows.take(range), plotFormat.width(), first, last - first);
            int person = 0;
            for (int rank = first; rank < last; rank += HouseholdReader.BLOCK) {
                int end = Math.min(last, rank + HouseholdReader.BLOCK);
                person = block(rank, end, first, person, familyRows, persons, incomes, livestock, plots);
                progress.done(end - rank);
            }
        }
        progress.end();
    }

    private int block(
            int from,
            int to,
            int firstOfRange,
            int firstPerson,
            FamilyRows familyRows,
            Persons persons,
            Grouped incomes,
            Grouped livestock,
            Grouped plots) {
        int lastPerson = firstPerson;
        while (lastPerson < persons.size && persons.rank(lastPerson) < to) {
            lastPerson++;
        }
        h.resize(
                to - from,
                lastPerson - firstPerson,
                incomes.first[lastPerson] - incomes.first[firstPerson],
                livestock.first[to - firstOfRange] - livestock.first[from - firstOfRange],
                plots.first[to - firstOfRange] - plots.first[from - firstOfRange]);
        familyIds.clear();
        personIds.clear();
        int p = 0;
        for (int f = 0; f < to - from; f++) {
            int family = order[from + f];
            byte[] id = families.bytes(family);
            familyIds.add(id, 0, id.length);
            long dwelling = familyRows.read(family, h, f);
            h.rejected[f] = rejectedFiles[family];
            h.firstPerson[f] = p;
            int begin = firstPerson + p;
            int end = begin;
            int heads = 0;
            while (end < lastPerson && persons.rank(end) == from + f) {
                end++;
            }
            for (int person = begin; person < end; person++, p++) {
                readPerson(persons, person, begin, end, dwelling, p);
                heads += Relation.HEAD.is(h.relation[p]) ? 1 : 0;
            }
            if (begin < end && coverageHasRelations()) {
                checkHeads(heads, f);
            }
        }
        h.firstPerson[to - from] = p;
        for (int person = 0; person <= p; person++) {
            h.firstIncome[person] = incomes.first[firstPerson + person] - incomes.first[firstPerson];
        }
        copy(incomes, incomes.first[firstPerson], h.incomes, incomeFormat);
        for (int f = 0; f <= to - from; f++) {
            int g = from - firstOfRange;
            h.firstLivestock[f] = livestock.first[g + f] - livestock.first[g];
            h.firstPlot[f] = plots.first[g + f] - plots.first[g];
        }
        copy(livestock, livestock.first[from - firstOfRange], h.livestock, livestockFormat);
        copy(plots, plots.first[from - firstOfRange], h.plots, plotFormat);
        writer.add(h, familyIds, personIds);
        return lastPerson;
    }

    private boolean coverageHasRelations() {
        return h.coverage.has(kz.shanyraq.policy.household.Column.RELATION);
    }

    private void checkHeads(int heads, int f) {
        if (heads != 1 && h.rejected[f] == 0) {
            plausible.heads(heads, familyIds.text(f));
        }
    }

    private void copy(Grouped rows, int first, int count, RowFormat format) {
        for (int i = 0; i < count; i++) {
            format.read(rows.at(first + i), h, i);
        }
    }

    private void readPerson(Persons persons, int person, int begin, int end, long dwelling, int p) {
        ByteBuffer in = persons.at(person);
        in.getInt();
        in.getInt();
        long home = in.getLong();
        personFormat.read(in, h, p);
        h.livesWithFamily[p] = (byte) (home == 0 || home == dwelling ? 1 : dwelling == 0 ? -1 : 0);
        int length = in.getShort() & 0xFFFF;
        personIds.add(in.array(), in.position(), length);
        in.position(in.position() + length);
        h.mother[p] = persons.link(in, begin, end);
        h.father[p] = persons.link(in, begin, end);
        h.guardian[p] = persons.link(in, begin, end);
    }

    /// The persons of a range, in the order of their families and ids.
    private final class Persons {
        private final ByteBuffer rows;
        private final int size;
        private final int[] start;

        Persons(ByteBuffer rows) {
            this.rows = rows;
            int[] starts = new int[1024];
            int count = 0;
            while (rows.hasRemaining()) {
                starts = count < starts.length ? starts : Arrays.copyOf(starts, 2 * count);
                starts[count++] = rows.position();
                rows.position(rows.position() + idAt(0));
                for (int link = 0; link < LINKS; link++) {
                    int length = rows.getShort() & 0xFFFF;
                    rows.position(rows.position() + length);
                }
            }
            this.size = count;
            this.start = Arrays.copyOf(starts, count);
            sort();
        }

        /// Where the id of a person begins in a row that begins at a place.
        private int idAt(int place) {
            return place + 2 * Integer.BYTES + Long.BYTES + personFormat.width();
        }

        private void sort() {
            for (int i = 1; i < size; i++) {
                if (compare(start[i - 1], start[i]) > 0) {
                    Integer[] boxed = Arrays.stream(start).boxed().toArray(Integer[]::new);
                    Arrays.sort(boxed, (Comparator<Integer>) this::compare);
                    for (int k = 0; k < size; k++) {
                        start[k] = boxed[k];
                    }
                    return;
                }
            }
        }

        private int compare(int a, int b) {
            int byRank = Integer.compare(rows.getInt(a), rows.getInt(b));
            if (byRank != 0) {
                return byRank;
            }
            int idA = idAt(a);
            int idB = idAt(b);
            return Arrays.compareUnsigned(
                    rows.array(),
                    idA + 2,
                    idA + 2 + (rows.getShort(idA) & 0xFFFF),
                    rows.array(),
                    idB + 2,
                    idB + 2 + (rows.getShort(idB) & 0xFFFF));
        }

        int rank(int person) {
            return rows.getInt(start[person]);
        }

        ByteBuffer at(int person) {
            return rows.position(start[person]);
        }

        /// The place of each person's number.
        Numbers byNumber() {
            long[] pairs = new long[size];
            for (int person = 0; person < size; person++) {
                pairs[person] = (long) rows.getInt(start[person] + Integer.BYTES) << 32 | person;
            }
            Arrays.sort(pairs);
            return new Numbers(pairs);
        }

        /// The member whom the next id of a row names, among the persons from `begin` to `end`.
        short link(ByteBuffer in, int begin, int end) {
            int length = in.getShort() & 0xFFFF;
            int at = in.position();
            in.position(at + length);
            if (length == 0) {
                return Households.NOT_TOLD;
            }
            for (int person = begin; person < end; person++) {
                int id = idAt(start[person]);
                int known = rows.getShort(id) & 0xFFFF;
                if (Arrays.equals(rows.array(), id + 2, id + 2 + known, in.array(), at, at + length)) {
                    return (short) (person - begin);
                }
            }
            return Households.ELSEWHERE;
        }
    }

    /// Persons by their numbers: pairs of number and place, ascending.
    private record Numbers(long[] pairs) {
        int placeOf(int number) {
            int found = Arrays.binarySearch(pairs, (long) number << 32);
            return (int) pairs[found < 0 ? ~found : found];
        }
    }

    /// Rows of fixed width, grouped by an owner and otherwise in the order of the file.
    private static final class Grouped {
        private final ByteBuffer rows;
        private final int width;
        private final int[] first;
        private final int[] order;

        Grouped(ByteBuffer rows, int width, Numbers numbers, int owners) {
            this(rows, width, owners, numbers, 0);
        }

        static Grouped byRank(ByteBuffer rows, int width, int firstRank, int owners) {
            return new Grouped(rows, width, owners, null, firstRank);
        }

        private Grouped(
                ByteBuffer rows,
                int width,
                int owners,
                @org.jspecify.annotations.Nullable Numbers numbers,
                int firstRank) {
            this.rows = rows;
            this.width = width + Integer.BYTES;
            int count = rows.remaining() / this.width;
            int[] owner = new int[count];
            first = new int[owners + 1];
            int latestNumber = -1;
            int latestPlace = -1;
            for (int row = 0; row < count; row++) {
                int number = rows.getInt(row * this.width);
                if (number != latestNumber || latestPlace < 0) {
                    latestNumber = number;
                    latestPlace = numbers == null ? number - firstRank : numbers.placeOf(number);
                }
                owner[row] = latestPlace;
                first[latestPlace + 1]++;
            }
            for (int i = 0; i < owners; i++) {
                first[i + 1] += first[i];
            }
            int[] next = first.clone();
            order = new int[count];
            for (int row = 0; row < count; row++) {
                order[next[owner[row]]++] = row;
            }
        }

        ByteBuffer at(int place) {
            return rows.position(order[place] * width + Integer.BYTES);
        }
    }
}
