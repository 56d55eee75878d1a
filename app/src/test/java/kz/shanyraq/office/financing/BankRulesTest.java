package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import kz.shanyraq.office.financing.BankRules.Course;
import kz.shanyraq.office.financing.BankRules.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankRulesTest {

    @Test
    void a_rule_of_an_account_goes_before_a_share_and_the_first_of_two_counts() {
        var rules = new BankRules(List.of(
                "# what the bank does",
                "",
                "1 of 1 reject AC01",
                Orders.iban(1) + "  reject   AC04",
                Orders.iban(1) + " lose",
                Orders.iban(2) + " lose",
                Orders.iban(3) + " delay 2",
                Orders.iban(4) + " return 12 AC06",
                "message PAY-7 lose"));

        assertThat(rules.of("P", Orders.iban(1))).isEqualTo(new Fate(Course.REJECTED, 0, "AC04"));
        assertThat(rules.of("P", Orders.iban(2))).isEqualTo(new Fate(Course.LOST, 0, ""));
        assertThat(rules.of("P", Orders.iban(3))).isEqualTo(new Fate(Course.DELAYED, 2, ""));
        assertThat(rules.of("P", Orders.iban(4))).isEqualTo(new Fate(Course.RETURNED, 12, "AC06"));
        assertThat(rules.of("P", Orders.iban(5))).isEqualTo(new Fate(Course.REJECTED, 0, "AC01"));
        assertThat(rules.losesAnswer("PAY-7")).isTrue();
        assertThat(rules.losesAnswer("PAY-8")).isFalse();
    }

    @Test
    void a_share_is_drawn_from_the_seed_and_is_as_large_as_it_says() {
        List<Integer> seven = refused("seed 7");
        assertThat(seven.size()).isBetween(420, 580);
        assertThat(refused("seed 7")).isEqualTo(seven);
        assertThat(refused("seed 8")).isNotEqualTo(seven);
    }

    private static List<Integer> refused(String seed) {
        var rules = new BankRules(List.of(seed, "5 of 1000 reject AC01"));
        return IntStream.range(0, 100_000)
                .filter(i -> rules.of("P-" + i, Orders.iban(1)).course() == Course.REJECTED)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse all", "seed x", "5 of 0 lose", "message M reject AC04", "5 of 9 delay 0"})
    void what_is_no_rule_is_named_with_its_line(String line) {
        assertThatThrownBy(() -> new BankRules(List.of("seed 7", line)))
                .isInstanceOf(MessageRefused.class)
                .hasMessageContaining("Line 2 of the bank's rules is '%s'".formatted(line))
                .hasMessageContaining("Maybe");
    }
}
