package kz.shanyraq.bench.tsa19;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistanceTest {

    private static final int FAMILIES = 20_000;

    @Test
    void agreesWithTheOracleOnEveryFamilyUnderTheLaw() {
        agrees(Rates.law(), Oracle.Parameters.A);
    }

    @Test
    void agreesWithTheOracleOnEveryFamilyUnderTheReform() {
        agrees(Rates.reform(), Oracle.Parameters.B);
    }

    private static void agrees(Rates[] rates, Oracle.Parameters set) {
        Households h = nation();
        var decisions = new Decisions(FAMILIES);
        Assistance.assess(h, 0, FAMILIES, rates, decisions, 0);
        for (int f = 0; f < FAMILIES; f++) {
            var answer = new Oracle.Answer(
                    decisions.reason[f] == 0, decisions.reason[f], decisions.amount[f], decisions.type[f]);
            assertThat(answer).as("family %d", h.familyId[f]).isEqualTo(Oracle.decide(h, f, set));
        }
    }

    @Test
    void decidesAFamilyAloneAsAmongAll() {
        Households h = nation();
        var all = new Decisions(FAMILIES);
        Assistance.assess(h, 0, FAMILIES, Rates.law(), all, 0);
        for (int f = 0; f < 1_000; f++) {
            var sheet = new Assistance().assess(h.family(f), 0, Rates.law()[h.region[f]]);
            assertThat(sheet.unmet()).isEqualTo(all.reason[f]);
            assertThat(sheet.monthly()).isEqualTo(all.amount[f]);
            assertThat(sheet.kindOrdinal()).isEqualTo(all.type[f]);
        }
    }

    /// In region 1 the line is 21 083 tenge.
    @ParameterizedTest(name = "a pension of {0}: {1} tenge")
    @CsvSource({"21082, 1", "21083, 0", "21084, 0"})
    void grantsBelowTheLineAndNotOnIt(int pension, long amount) {
        Households alone = family(person(800, 0, 0, 0, pension));
        assertThat(new Assistance().assess(alone, 0, Rates.law()[1]).monthly()).isEqualTo(amount);
    }

    @ParameterizedTest(name = "a small child of {0} months: {1}")
    @CsvSource({"35, 0", "36, 2", "37, 2"})
    void excusesOneIdleCarerOfASmallChild(int age, int reason) {
        Households mother = family(person(300, 1, 0, 0, 0), person(age, 0, 0, 0, 0));
        assertThat(new Assistance().assess(mother, 0, Rates.law()[1]).unmet()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "a student of {0} months who earns: {1} tenge are counted")
    @CsvSource({"275, 0", "276, 50000", "277, 50000"})
    void leavesOutTheWageOfAYoungStudent(int age, long counted) {
        int studying = 1 << Households.STUDYING;
        assertThat(new Assistance().assess(family(person(age, studying, 0, 50_000, 0)), 0, Rates.law()[1]).counted)
                .isEqualTo(counted);
    }

    @ParameterizedTest(name = "disability group {0}: {1} carers")
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 0"})
    void countsACarerForTheFirstTwoGroupsOfDisability(int group, int carers) {
        assertThat(new Assistance().assess(family(person(500, 0, group, 0, 0)), 0, Rates.law()[1]).carers)
                .isEqualTo(carers);
    }

    @Test
    void leavesNoGarbage() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Households h = nation();
        var decisions = new Decisions(FAMILIES);
        Rates[] rates = Rates.law();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 200; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            Assistance.assess(h, 0, FAMILIES, rates, decisions, 0);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated)
                .as("bytes for all families, the one sheet included")
                .isLessThan(FAMILIES / 10);
    }

    private static Households nation() {
        var nation = new Nation(FAMILIES);
        nation.make(0, FAMILIES);
        return nation.block;
    }

    private record Member(int age, int status, int disability, int wage, int pension) {}

    private static Member person(int age, int status, int disability, int wage, int pension) {
        return new Member(age, status, disability, wage, pension);
    }

    private static Households family(Member... members) {
        var family = new Households(1, members.length);
        family.families = 1;
        family.region[0] = 1;
        family.firstPerson[1] = members.length;
        for (int p = 0; p < members.length; p++) {
            family.age[p] = (short) members[p].age;
            family.status[p] = (byte) (members[p].status | members[p].disability << Households.DISABILITY);
            family.wage[p] = members[p].wage;
            family.pension[p] = members[p].pension;
        }
        return family;
    }
}
