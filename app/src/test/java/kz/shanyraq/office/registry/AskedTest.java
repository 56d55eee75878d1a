package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    @ParameterizedTest
    @ValueSource(strings = {"851231400207", " 990615200201 ", "9001 0130 0007"})
    void twelve_digits_with_a_right_check_digit_are_a_person(String text) {
        assertThat(Asked.of(text)).isInstanceOf(Asked.ByIin.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"851231400208", "000000000000", "1234567890123"})
    void other_long_numbers_are_a_mistyped_one(String text) {
        assertThat(Asked.of(text)).isInstanceOf(Asked.WrongIin.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+7 700 900 66 53", "87009006653", "7009006653"})
    void telephones_are_known_in_every_writing(String text) {
        assertThat(Asked.of(text)).isInstanceOf(Asked.ByPhone.class);
    }

    @Test
    void a_family_number_is_known_by_its_check_digit() {
        String number = new FamilyId(1042).number();
        assertThat(Asked.of(number)).isEqualTo(new Asked.ByFamily(new FamilyId(1042)));
        assertThat(Asked.of("№ " + number)).isEqualTo(new Asked.ByFamily(new FamilyId(1042)));
        assertThat(Asked.of("1042-" + (number.charAt(5) == '9' ? '0' : '9'))).isInstanceOf(Asked.WrongFamily.class);
    }

    @Test
    void words_are_names_with_a_day_or_year_of_birth_or_an_address() {
        assertThat(Asked.of("Серікова Айгүл 1987"))
                .isEqualTo(new Asked.ByWords(
                        List.of("Серікова", "Айгүл"), LocalDate.of(1987, 1, 1), LocalDate.of(1987, 12, 31), false));
        assertThat(Asked.of("Серікова 04.03.1987"))
                .isEqualTo(new Asked.ByWords(
                        List.of("Серікова"), LocalDate.of(1987, 3, 4), LocalDate.of(1987, 3, 4), false));
        assertThat(((Asked.ByWords) Asked.of("Абай к-сі, 42-79")).address()).isTrue();
        assertThat(((Asked.ByWords) Asked.of("Бәйтерек 83")).address()).isTrue();
        assertThat(((Asked.ByWords) Asked.of("Нұрсұлтан Гүлнәр Айгуль Үйсінбаев")).address())
                .as("names that begin or end like a word of addresses")
                .isFalse();
        assertThat(Asked.of("ә")).isInstanceOf(Asked.Nothing.class);
        assertThat(Asked.of("")).isInstanceOf(Asked.Nothing.class);
    }
}
