package kz.shanyraq.policy.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.YearMonth;
import java.util.function.Consumer;
import kz.shanyraq.policy.Benefit;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.assessment.Assessments;
import kz.shanyraq.policy.assistance.Edition;
import kz.shanyraq.policy.assistance.TargetedAssistance;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.figures.Figures;
import kz.shanyraq.policy.household.Households;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A nation is assessed without garbage: a block costs one sheet, whatever the number of its families. What
/// is measured is the thread's own count of allocated bytes, in the best of many rounds, so that neither the
/// compiler nor other work on the machine can spoil it.
class NoGarbageTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 11);

    /// So many that a sheet is less than a byte for each.
    private static final int FAMILIES = 4_000;

    private static final int ROUNDS = 600;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(Benefit.class)
    void a_benefit_allocates_less_than_a_byte_a_family(Benefit benefit) {
        Catalogue law = Answers.law(MONTH);
        Households h = Answers.families(MONTH, FAMILIES, 0.02);
        check(rows -> law.assess(h, benefit, rows));
    }

    @ParameterizedTest
    @CsvSource({"V1, 2018-06", "V2, 2019-08", "V3, 2020-07", "V4, 2024-02", "V5, 2025-11", "V6, 2026-05"})
    void an_edition_of_targeted_assistance_allocates_less_than_a_byte_a_family(Edition edition, YearMonth month) {
        var rates = TargetedAssistance.rates(edition, Day.of(month), Figures.shipped());
        Households h = Answers.families(month, FAMILIES, 0.02);
        check(rows -> TargetedAssistance.assess(h, rates, rows));
    }

    private static void check(Consumer<Assessments> assess) {
        var rows = new Assessments();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least >= FAMILIES; round++) {
            rows.clear();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            assess.accept(rows);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(rows.size).isPositive();
        assertThat(least).as("bytes for %d families", FAMILIES).isLessThan(FAMILIES);
    }
}
