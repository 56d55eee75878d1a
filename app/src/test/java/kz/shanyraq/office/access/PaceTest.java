package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How often is too often, and how much of it is remembered.
class PaceTest {

    @Test
    void a_bucket_is_empty_after_its_tokens_and_does_not_empty_another() {
        var pace = new Pace(5, 5, 5);
        for (int i = 0; i < 5; i++) {
            assertThat(pace.taken("one", 5)).isTrue();
        }
        assertThat(pace.taken("one", 5)).isFalse();
        assertThat(pace.taken("other", 5)).isTrue();
    }

    @Test
    void very_many_addresses_do_not_fill_the_memory() {
        var pace = new Pace(5, 5, 5);
        for (int i = 0; i < 100_000; i++) {
            pace.taken("address " + i, 5);
        }
        assertThat(pace.remembered()).isEqualTo(20_000);
    }
}
