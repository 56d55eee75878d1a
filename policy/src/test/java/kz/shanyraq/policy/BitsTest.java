package kz.shanyraq.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kz.shanyraq.policy.catalogue.Catalogue;
import kz.shanyraq.policy.household.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Lists whose values are kept as bits have room for all of them; one more than fits would silently be read
/// as another.
class BitsTest {

    /// The sign of a verdict means "unmet".
    @Test
    void every_fact_has_a_bit_beside_the_sign_of_a_verdict() {
        assertThat(Fact.values()).hasSizeLessThan(Long.SIZE);
        assertThat(Arrays.stream(Fact.values()).mapToLong(Fact::bit)).allMatch(Verdict::isUnknown);
    }

    @ParameterizedTest
    @EnumSource(Benefit.class)
    void every_ground_of_a_benefit_has_a_bit(Benefit benefit) {
        assertThat(Catalogue.grounds(benefit)).hasSizeLessThan(Integer.SIZE);
    }

    /// One bit of the column `receives` stands for benefits that the library does not know.
    @Test
    void every_benefit_has_a_bit_below_that_of_the_others() {
        assertThat(Arrays.stream(Benefit.values()).mapToInt(Benefit::bit))
                .allMatch(bit -> bit > 0 && bit < Column.OTHER_BENEFIT);
    }

    /// Sets of codes, such as the kinds of income that are counted.
    @ParameterizedTest
    @EnumSource(Column.class)
    void every_code_of_a_column_has_a_bit_in_a_set(Column column) {
        assertThat(column.codes()).hasSizeLessThan(Long.SIZE - 1);
    }
}
