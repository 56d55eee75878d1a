package kz.shanyraq.office.financing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.IBAN;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IbanTest {

    @Test
    void the_example_of_the_standard_is_an_account() {
        assertThat(Iban.fault("KZ86125KZT5004100100")).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "KZ87125KZT5004100100  | wrong check digits",
                "KZ86125KZT500410010   | has 19 characters",
                "KZ86 125KZT500410010  | is not KZ",
                "DE86125KZT5004100100  | is not KZ",
                "KZ86125kzt5004100100  | is not KZ",
                "KZ86A25KZT5004100100  | is not KZ"
            })
    void what_is_no_account_is_said_clearly(String number, String said) {
        assertThat(Iban.fault(number)).contains(said).contains(number);
        assertThatThrownBy(() -> new Iban(number)).hasMessageContaining(said);
    }

    @Test
    void a_made_number_is_one_for_the_library_too_and_no_other_check_digits_are() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String number = Iban.of(
                            "%03d".formatted(random.nextInt(1000)), "TEST%09d".formatted(random.nextInt(1 << 29)))
                    .number();
            assertThat(new IBAN(number).isValid()).as(number).isTrue();
            int check = Integer.parseInt(number.substring(2, 4));
            String other = "KZ%02d%s".formatted(check == 98 ? 2 : check + 1, number.substring(4));
            assertThat(Iban.fault(other)).as(other).contains("check digits");
            assertThat(new IBAN(other).isValid()).as(other).isFalse();
        }
    }
}
