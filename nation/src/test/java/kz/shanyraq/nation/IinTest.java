package kz.shanyraq.nation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The check digit of an IIN. The numbers are of the nineteenth century (1 or 2 as seventh digit), so that they
/// can be nobody's who lives; their digits were computed outside of this library.
class IinTest {

    @ParameterizedTest(name = "{0} has the check digit {1}")
    @CsvSource({"79052428684, 5", "20021224039, 4", "48090410214, 5", "60011910000, 2", "67021520000, 0"})
    void the_first_pass_decides_unless_it_leaves_ten(String digits, int check) {
        assertThat(Iin.checkDigit(digits)).isEqualTo(check);
        assertThat(Iin.isValid(digits + check)).isTrue();
    }

    @ParameterizedTest(name = "{0} leaves 10 at first, and has the check digit {1}")
    @CsvSource({"03082510849, 2", "00010712717, 7", "21051118834, 1", "00000000010, 1"})
    void the_second_pass_decides_where_the_first_leaves_ten(String digits, int check) {
        assertThat(Iin.checkDigit(digits)).isEqualTo(check);
        assertThat(Iin.isValid(digits + check)).isTrue();
    }

    @ParameterizedTest(name = "{0} leaves 10 twice: no such number is issued")
    @ValueSource(strings = {"05011821537", "36012212772", "80122111908"})
    void there_is_no_number_where_both_passes_leave_ten(String digits) {
        assertThat(Iin.checkDigit(digits)).isEqualTo(Iin.NONE);
        for (int check = 0; check <= 9; check++) {
            assertThat(Iin.isValid(digits + check)).as("with %d", check).isFalse();
        }
    }

    @ParameterizedTest(name = "every other last digit of {0} is wrong")
    @ValueSource(strings = {"790524286845", "030825108492"})
    void only_one_last_digit_is_right(String iin) {
        for (char last = '0'; last <= '9'; last++) {
            String other = iin.substring(0, 11) + last;
            assertThat(Iin.isValid(other)).as(other).isEqualTo(other.equals(iin));
        }
    }

    @ParameterizedTest(name = "two neighbouring digits exchanged: {0}")
    @ValueSource(strings = {"970524286845", "790254286845", "790524826845"})
    void an_exchange_of_neighbours_is_found(String iin) {
        assertThat(Iin.isValid(iin)).isFalse();
    }

    @ParameterizedTest(name = "\"{0}\" is no IIN")
    @ValueSource(
            strings = {
                "",
                "79052428684",
                "7905242868455",
                "79052428684A",
                "000000000000",
                "７９０５２４２８６８４５",
                " 79052428684"
            })
    void what_is_not_twelve_digits_is_no_number(String text) {
        assertThat(Iin.isValid(text)).isFalse();
    }
}
