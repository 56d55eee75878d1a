package kz.shanyraq.office.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import kz.shanyraq.office.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An upload that is larger than the office takes is answered with a page, in the language of who sent it.
class LargeUploadTest {

    private static final int MEGABYTE = 1 << 20;

    private final RunningOffice office = RunningOffice.shared();
    private final Visit operator = new Visit(
            office.address(), office.officers().loginOf(office.officers().officer(Role.OPERATOR, 0)));

    @ParameterizedTest(name = "in {0}")
    @CsvSource({
        "kk, Жіберілгені – 4 МБ. Ең көбі 1 МБ қабылданады.",
        "ru, Отправлено 4 МБ. Принимается не более 1 МБ.",
        "en, What was sent has 4 MB. At most 1 MB are taken."
    })
    void names_the_seen_and_the_allowed_size(String language, String words) {
        Visit.Answer answer = operator.upload("/intakes", 3 * MEGABYTE + 1000, true, language);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void an_upload_that_does_not_say_its_size_is_stopped_when_it_is_too_large() {
        Visit.Answer answer = operator.upload("/intakes", 3 * MEGABYTE, false, "en");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("At most 1 MB are taken.").doesNotContain("What was sent");
    }

    @Test
    void an_upload_below_the_bound_is_taken() {
        assertThat(operator.upload("/intakes", MEGABYTE / 2, true, "en").location())
                .endsWith("/intakes");
    }
}
