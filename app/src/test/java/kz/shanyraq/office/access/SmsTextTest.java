package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The text of an SMS, cut into parts and put together again.
class SmsTextTest {

    private static final String LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЪъ₸«»–";

    @Test
    void seventy_letters_are_one_message_without_a_head() {
        String words = (LETTERS + LETTERS + LETTERS + LETTERS).substring(0, 70);
        List<byte[]> parts = SmsText.parts(words, 7);
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst()).hasSize(140).isEqualTo(words.getBytes(StandardCharsets.UTF_16BE));
    }

    @Test
    void a_long_kazakh_text_arrives_whole_and_no_part_is_too_long() {
        String words = IntStream.range(0, 30)
                .mapToObj(i -> "%d-сөйлем: отбасыңызға көмек тиесілі, Ұлттық %s. ".formatted(i, LETTERS))
                .collect(Collectors.joining());
        List<byte[]> parts = SmsText.parts(words, 1234);
        assertThat(parts).allSatisfy(part -> assertThat(part.length).isLessThanOrEqualTo(140));
        List<SmsText.Piece> pieces =
                parts.stream().map(part -> SmsText.read(part, 8, true)).toList();
        assertThat(pieces.stream().map(SmsText.Piece::words).collect(Collectors.joining()))
                .isEqualTo(words);
        assertThat(pieces).extracting(SmsText.Piece::parts).containsOnly(parts.size());
        assertThat(pieces).extracting(SmsText.Piece::of).containsOnly(1234 & 0xff);
        assertThat(pieces)
                .extracting(SmsText.Piece::part)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, parts.size()).boxed().toList());
    }

    @Test
    void a_sign_of_two_halves_is_not_cut() {
        String words = "а".repeat(66) + "👪" + "б".repeat(20);
        assertThat(SmsText.parts(words, 1).stream()
                        .map(part -> SmsText.read(part, 8, true).words())
                        .collect(Collectors.joining()))
                .isEqualTo(words);
    }

    @Test
    void a_head_that_is_not_understood_or_too_long_harms_nothing() {
        assertThat(SmsText.read(new byte[] {2, 0x70, 0, 0, 0x31}, 8, true).words())
                .isEqualTo("1");
        assertThat(SmsText.read(new byte[] {9, 0, 3}, 8, true).words()).isEmpty();
        assertThat(SmsText.read(new byte[0], 8, true).words()).isEmpty();
    }
}
