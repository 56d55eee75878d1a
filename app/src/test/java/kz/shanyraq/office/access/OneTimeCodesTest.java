package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One-time codes, against the table of RFC 6238 (appendix B, SHA-1, the last six digits).
class OneTimeCodesTest {

    @ParameterizedTest(name = "at second {0}: {1}")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(OneTimeCodes.code("12345678901234567890".getBytes(StandardCharsets.US_ASCII), second / 30))
                .isEqualTo(code);
    }
}
