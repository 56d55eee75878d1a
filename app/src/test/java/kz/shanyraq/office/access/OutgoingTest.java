package kz.shanyraq.office.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.shanyraq.office.page.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand in a message.
class OutgoingTest {

    private static final FamilyRef FAMILY = new FamilyRef(7, "3-0007", 114_530_100, false);
    private static final FamilyRef PROTECTED = new FamilyRef(8, "3-0008", 114_530_100, true);

    private static Outgoing sms(FamilyRef family, String words) {
        return Outgoing.sms(family, 70, "+77010000001", Language.KK, "offer", "offer:1", words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Кіріңіз: https://example.kz/a",
                "www.example.org",
                "Толығырақ egov.kz сайтында",
                "bit.ly.com дегенге кіріңіз"
            })
    void an_sms_holds_no_link(String words) {
        assertThatThrownBy(() -> sms(FAMILY, words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no link")
                .hasMessageNotContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Сізге айына 21 000 ₸ тиесілі",
                "Сізге 25000 тиесілі",
                "Вам положено 5 тыс. в месяц",
                "Отбасын қолдау орталығына келіңіз",
                "Приходите в центр поддержки"
            })
    void an_sms_to_a_family_under_protection_names_no_sum_and_no_centre(String words) {
        assertThatThrownBy(() -> sms(PROTECTED, words)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sms(FAMILY, words).words()).isEqualTo(words);
    }

    @Test
    void what_is_left_can_be_said_to_a_family_under_protection() {
        assertThat(sms(
                                PROTECTED,
                                "Сізге хабарлама бар. 1 деп жауап беріңіз немесе 1414 нөміріне қоңырау шалыңыз, 01.12.2026 дейін.")
                        .awaiting()
                        .awaits())
                .isTrue();
    }

    @Test
    void there_is_no_sms_without_a_telephone_but_there_is_the_inbox() {
        assertThatThrownBy(() -> Outgoing.sms(FAMILY, 70, "жоқ", Language.KK, "offer", "offer:1", "Сәлем"))
                .hasMessageContaining("Maybe the family has none");
        assertThat(Outgoing.inbox(FAMILY, 70, Language.RU, "offer", "offer:1", "Вам положено 21 000 ₸, см. egov.kz")
                        .phone())
                .isNull();
    }

    @Test
    void a_message_says_something_in_kazakh_or_russian_about_something() {
        assertThatThrownBy(() -> Outgoing.inbox(FAMILY, 70, Language.EN, "offer", "offer:1", "Hello"))
                .hasMessageContaining("Kazakh or Russian");
        assertThatThrownBy(() -> Outgoing.inbox(FAMILY, 70, Language.KK, "offer", "offer", "Сәлем"))
                .hasMessageContaining("offer:123");
        assertThatThrownBy(() -> Outgoing.inbox(FAMILY, 70, Language.KK, "offer", "offer:1", "  "))
                .hasMessageContaining("says nothing");
    }
}
