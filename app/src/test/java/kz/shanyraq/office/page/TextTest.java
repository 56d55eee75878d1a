package kz.shanyraq.office.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers, money, dates, ages and the order of names in three languages. `_` stands for the space that does not break.
class TextTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 9, 40, 0, 0, ZoneId.of("Asia/Almaty"));
    private final Words words;

    TextTest() throws IOException {
        words = new Words();
    }

    private Text in(String language) {
        return new Text(words, Language.of(language).orElseThrow(), NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kk | 1234567 | 1_234_567_₸",
                "ru | 1234567 | 1_234_567_₸",
                "en | 1234567 | 1,234,567_₸",
                "ru | 0       | 0_₸",
                "ru | 999     | 999_₸",
                "ru | 1000    | 1_000_₸",
                "ru | -52000  | −52_000_₸",
                "en | -999999 | −999,999_₸"
            })
    void money_does_not_break(String language, long tenge, String written) {
        assertThat(in(language).money(tenge)).isEqualTo(written.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | 987 | 1000 | 98,7_%",
                "en | 987 | 1000 | 98.7%",
                "kk | 1 | 2 | 50_%",
                "ru | 0 | 0 | 0_%",
                "ru | 1 | 3 | 33,3_%",
                "en | 1 | 1 | 100%"
            })
    void shares_have_one_place(String language, long part, long whole, String written) {
        assertThat(in(language).percent(part, whole)).isEqualTo(written.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"37 | 1 | 3,7", "5 | 2 | 0,05", "-1234567 | 1 | −123_456,7", "12 | 0 | 12", "-3 | 1 | −0,3"})
    void decimals_keep_their_places(long value, int places, String written) {
        assertThat(in("ru").decimal(value, places)).isEqualTo(written.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kk | 2026 жылғы 21 қараша | 2026 жылғы қараша",
                "ru | 21 ноября 2026       | ноябрь 2026",
                "en | 21 November 2026     | November 2026"
            })
    void dates_in_words(String language, String day, String month) {
        assertThat(in(language).inWords(LocalDate.of(2026, 11, 21))).isEqualTo(day);
        assertThat(in(language).month(YearMonth.of(2026, 11))).isEqualTo(month);
    }

    @Test
    void dates_and_moments_in_digits() {
        for (Language language : Language.values()) {
            Text t = new Text(words, language, NOW);
            assertThat(t.date(LocalDate.of(2026, 3, 1))).isEqualTo("01.03.2026");
            assertThat(t.time(LocalTime.of(8, 5))).isEqualTo("08:05");
            assertThat(t.moment(Instant.parse("2026-11-20T19:30:00Z"))).isEqualTo("21.11.2026,\u00a000:30");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-21 | бүгін | сегодня | today",
                "2026-11-20 | кеше | вчера | yesterday",
                "2026-11-18 | 3 күн бұрын | 3 дня назад | 3 days ago",
                "2026-10-11 | 41 күн бұрын | 41 день назад | 41 days ago",
                "2026-09-12 | 2 ай бұрын | 2 месяца назад | 2 months ago",
                "2024-12-01 | 23 ай бұрын | 23 месяца назад | 23 months ago",
                "2021-11-21 | 5 жыл бұрын | 5 лет назад | 5 years ago",
                "2026-12-05 | 05.12.2026 | 05.12.2026 | 05.12.2026"
            })
    void how_long_ago_a_day_was(LocalDate day, String kazakh, String russian, String english) {
        assertThat(List.of(in("kk").ago(day), in("ru").ago(day), in("en").ago(day)))
                .containsExactly(kazakh, russian, english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-21T04:39:40Z | только что",
                "2026-11-21T04:19:00Z | 21 минуту назад",
                "2026-11-21T02:40:00Z | 2 часа назад",
                "2026-11-20T02:40:00Z | вчера"
            })
    void how_long_ago_a_moment_was(Instant moment, String russian) {
        assertThat(in("ru").ago(moment)).isEqualTo(russian);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 год",
                "2 | 2 года",
                "5 | 5 лет",
                "11 | 11 лет",
                "21 | 21 год",
                "38 | 38 лет",
                "104 | 104 года"
            })
    void russian_plurals(long years, String written) {
        assertThat(in("ru").years(years)).isEqualTo(written);
        assertThat(in("kk").years(years)).isEqualTo(years + " жас");
    }

    @Test
    void lists_end_as_the_language_ends_them() {
        List<String> parts = List.of("a", "b", "c");
        assertThat(in("en").list(parts)).isEqualTo("a, b and c");
        assertThat(in("ru").list(parts)).isEqualTo("a, b и c");
        assertThat(in("kk").list(parts)).startsWith("a, b").endsWith("c");
    }

    @Test
    void forty_kazakh_names_stand_in_the_order_of_the_alphabet() {
        List<String> ordered = List.of(
                "Абай", "Айгүл", "Әбіш", "Әлия", "Бақыт", "Болат", "Виктор", "Гауһар", "Гүлнәр", "Ғабит", "Ғани",
                "Дамир", "Ерлан", "Жанар", "Зере", "Иван", "Кәрім", "Күләш", "Қайрат", "Қуат", "Лаура", "Мәдина",
                "Нұрлан", "Ңұран", "Олжас", "Орал", "Өмір", "Өсер", "Раушан", "Сәуле", "Тимур", "Ульяна", "Ұлан",
                "Ұлжан", "Үміт", "Хасан", "Һадиша", "Шолпан", "Ырысты", "Ілияс");
        assertThat(ordered).hasSize(40);
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(in("kk").alphabetical());
        assertThat(shuffled).isEqualTo(ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "Қайрат, Кайрат",
        "Әлия, Алия",
        "Ғабит, Габит",
        "Нұрлан, Нурлан",
        "Гүлнәр, Гулнар",
        "Өмір, Омир",
        "Һадиша, Хадиша",
        "Ілияс, Илияс",
        "Семён, Семен",
        "Аңсар, Ансар",
        "ҚОЖАХМЕТ, кожахмет",
        "Нұр-Сұлтан, нур султан",
        "'  Қ.  Ахмет ', к ахмет"
    })
    void spellings_of_one_name_fold_to_the_same(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other)).doesNotContain("  ");
    }
}
