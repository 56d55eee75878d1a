package kz.shanyraq.office.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.shanyraq.policy.Fact;
import org.junit.jupiter.api.Test;

/// Which question is asked, and which way a fact is got.
class VisitsTest {

    private static long bits(Fact... facts) {
        long bits = 0;
        for (Fact fact : facts) {
            bits |= fact.bit();
        }
        return bits;
    }

    @Test
    void the_question_is_the_fact_that_most_open_answers_lack() {
        assertThat(Visits.question(
                        Way.BY_FAMILY,
                        List.of(bits(Fact.RELATION, Fact.WATER), bits(Fact.WATER), bits(Fact.HEATING, Fact.INCOME))))
                .contains(Fact.WATER);
    }

    @Test
    void of_facts_that_are_lacked_as_often_it_is_the_first_in_the_order_of_the_law() {
        assertThat(Visits.question(Way.BY_VISIT, List.of(bits(Fact.HOMELESS), bits(Fact.NEEDS_CARE))))
                .contains(Fact.NEEDS_CARE);
    }

    @Test
    void what_a_register_holds_is_no_question_of_a_visit_or_call() {
        assertThat(Visits.question(Way.BY_VISIT, List.of(bits(Fact.INCOME, Fact.WATER))))
                .isEmpty();
        assertThat(Visits.question(Way.BY_FAMILY, List.of(bits(Fact.INCOME)))).isEmpty();
        assertThat(Visits.question(Way.BY_FAMILY, List.of())).isEmpty();
    }

    @Test
    void every_fact_has_one_way_and_is_among_the_facts_of_that_way_only() {
        for (Fact fact : Fact.values()) {
            for (Way way : Way.values()) {
                assertThat((way.facts() & fact.bit()) != 0).as(fact + " " + way).isEqualTo(Way.to(fact) == way);
            }
        }
        for (Way way : Way.values()) {
            assertThat(Way.of(Topic.of(way))).isEqualTo(way);
        }
    }
}
