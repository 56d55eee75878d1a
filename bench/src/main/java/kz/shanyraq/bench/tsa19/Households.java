package kz.shanyraq.bench.tsa19;

import java.util.Arrays;

/// Families with their members, in columns: what the rule reads, and what joins them. Members of a family lie together;
/// `firstPerson[f]` is the first of family `f`, and `firstPerson[families]` is the number of persons.
///
/// One family is a block of one; the nation is a block of all; a batch fills one block again and again.
final class Households {

    /// The bit of [#status] that says: able to work.
    static final int ABLE = 0;

    /// The bit of [#status] that says: has work.
    static final int EMPLOYED = 1;

    /// The bit of [#status] that says: studies full-time.
    static final int STUDYING = 2;

    /// The bit of [#status] that says: registered as unemployed.
    static final int REGISTERED = 3;

    /// The first of the two bits of [#status] that hold the group of disability: 0 none, 1 to 3.
    static final int DISABILITY = 4;

    /// How many families there are; the arrays may be longer.
    int families;

    int[] familyId;
    byte[] region;
    byte[] cattle;
    byte[] sheep;

    /// Hundredths of a hectare, unsigned.
    char[] land;

    int[] firstPerson;

    /// In months.
    short[] age;

    /// What is true of a person, as bits, and the group of disability.
    byte[] status;

    int[] wage;
    int[] pension;
    int[] alimony;

    /// An empty block with room for families and persons.
    Households(int families, int persons) {
        familyId = new int[families];
        region = new byte[families];
        cattle = new byte[families];
        sheep = new byte[families];
        land = new char[families];
        firstPerson = new int[families + 1];
        age = new short[persons];
        status = new byte[persons];
        wage = new int[persons];
        pension = new int[persons];
        alimony = new int[persons];
    }

    /// How many persons there are.
    int persons() {
        return firstPerson[families];
    }

    /// Whether a bit of a person's status is set.
    boolean is(int p, int bit) {
        return (status[p] >> bit & 1) != 0;
    }

    /// The group of disability of a person: 0 none, 1 to 3.
    int disability(int p) {
        return status[p] >> DISABILITY;
    }

    /// A sum over every cell of some families and their members, for nothing but to read them.
    long sum(int from, int to) {
        long sum = 0;
        for (int f = from; f < to; f++) {
            sum += region[f] + cattle[f] + sheep[f] + land[f];
        }
        for (int p = firstPerson[from]; p < firstPerson[to]; p++) {
            sum += age[p] + status[p] + wage[p] + pension[p] + alimony[p];
        }
        return sum;
    }

    /// The place of a family, which are sorted by id.
    ///
    /// @throws IllegalArgumentException if there is no such family
    int row(int id) {
        int row = Arrays.binarySearch(familyId, 0, families, id);
        if (row < 0) {
            throw new IllegalArgumentException(
                    "There is no family %d. Maybe the files of families and persons are not of one nation."
                            .formatted(id));
        }
        return row;
    }

    /// Makes room for families.
    void reserveFamilies(int families) {
        if (familyId.length < families) {
            int length = Math.max(families, familyId.length + familyId.length / 2);
            familyId = Arrays.copyOf(familyId, length);
            region = Arrays.copyOf(region, length);
            cattle = Arrays.copyOf(cattle, length);
            sheep = Arrays.copyOf(sheep, length);
            land = Arrays.copyOf(land, length);
            firstPerson = Arrays.copyOf(firstPerson, length + 1);
        }
    }

    /// Makes room for persons.
    void reservePersons(int persons) {
        if (age.length < persons) {
            int length = Math.max(persons, age.length + age.length / 2);
            age = Arrays.copyOf(age, length);
            status = Arrays.copyOf(status, length);
            wage = Arrays.copyOf(wage, length);
            pension = Arrays.copyOf(pension, length);
            alimony = Arrays.copyOf(alimony, length);
        }
    }

    /// Joins this block's persons to the families to which they belong, taking those families' facts from the columns
    /// of
    /// all families. Both are sorted by family.
    ///
    /// @param familyOf the id of each person's family
    /// @param all all families
    /// @return the row of this block's first family among all
    int join(int persons, int[] familyOf, Households all) {
        int row = all.row(familyOf[0]);
        families = 1;
        for (int p = 1; p < persons; p++) {
            families += familyOf[p] == familyOf[p - 1] ? 0 : 1;
        }
        reserveFamilies(families);
        int begun = 1;
        for (int p = 1; p < persons; p++) {
            firstPerson[begun] = p;
            begun += familyOf[p] == familyOf[p - 1] ? 0 : 1;
        }
        firstPerson[families] = persons;
        copyFamilies(all, row);
        for (int f = 0; f < families; f++) {
            if (familyId[f] != familyOf[firstPerson[f]]) {
                throw new IllegalArgumentException(
                        "The family %d has no members, or the members of %d no family. Maybe a file is not sorted."
                                .formatted(familyId[f], familyOf[firstPerson[f]]));
            }
        }
        return row;
    }

    private void copyFamilies(Households all, int row) {
        System.arraycopy(all.familyId, row, familyId, 0, families);
        System.arraycopy(all.region, row, region, 0, families);
        System.arraycopy(all.cattle, row, cattle, 0, families);
        System.arraycopy(all.sheep, row, sheep, 0, families);
        System.arraycopy(all.land, row, land, 0, families);
    }

    /// One family of this block, as a block of one.
    Households family(int f) {
        var one = new Households(1, 0);
        one.families = 1;
        one.copyFamilies(this, f);
        one.appendPersons(this, firstPerson[f], firstPerson[f + 1]);
        return one;
    }

    /// Adds the persons of another part of the last family of this block.
    void append(Households part) {
        appendPersons(part, 0, part.persons());
    }

    private void appendPersons(Households from, int first, int end) {
        int at = persons();
        reservePersons(at + end - first);
        System.arraycopy(from.age, first, age, at, end - first);
        System.arraycopy(from.status, first, status, at, end - first);
        System.arraycopy(from.wage, first, wage, at, end - first);
        System.arraycopy(from.pension, first, pension, at, end - first);
        System.arraycopy(from.alimony, first, alimony, at, end - first);
        firstPerson[families] = at + end - first;
    }
}
