package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Search in one field: spellings, numbers, territory.
@OfficeTest
class FinderTest {

    private static final int HERE = 191_800_000;
    private static final int THERE = 195_200_000;

    private static boolean filled;
    private static Families.@org.jspecify.annotations.Nullable Known aigul;

    @Autowired
    private Families families;

    @Autowired
    private Finder finder;

    @Autowired
    private TestOfficers officers;

    @BeforeEach
    void fill() {
        if (!filled) {
            aigul = families.aigulWithThreeChildren(HERE);
            families.alone(HERE, "Қожахметов", "Нұрсұлтан", "1990-05-05");
            families.alone(HERE, "Жұмабаева", "Гүлнәр", "1975-12-01");
            families.alone(HERE, "Достоевская", "Юлия", "2001-01-01");
            families.alone(HERE, "Исқақов", "Ғалым", "1960-06-06");
            families.alone(THERE, "Өтегенов", "Әділ", "1988-08-08");
            filled = true;
        }
    }

    private Found find(Acting acting, String text) {
        return Access.as(acting, () -> finder.find(text));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "Серікова Айгүл, Серікова Айгүл Болатқызы",
        "Айгуль Серикова, Серікова Айгүл Болатқызы",
        "Serikova Aigul, Серікова Айгүл Болатқызы",
        "серікова айгул 1987, Серікова Айгүл Болатқызы",
        "Айгүл 04.03.1987, Серікова Айгүл Болатқызы",
        "Кожахметов, Қожахметов Нұрсұлтан",
        "Нурсултан Кожахметова, Қожахметов Нұрсұлтан",
        "Джумабаева Гульнар, Жұмабаева Гүлнәр",
        "Гульнара Жумабаева, Жұмабаева Гүлнәр",
        "Достоевский, Достоевская Юлия",
        "Искаков Галым, Исқақов Ғалым",
        "искаков, Исқақов Ғалым",
        "Исках, Исқақов Ғалым"
    })
    void finds_names_in_every_spelling(String typed, String name) {
        assertThat(find(officers.socialWorker(HERE), typed).persons())
                .extracting(Found.Person::name)
                .contains(name);
    }

    @Test
    void the_exact_name_stands_before_its_likenesses() {
        Found found = find(officers.socialWorker(HERE), "Серікова");
        assertThat(found.persons().getFirst().name()).startsWith("Серікова");
        assertThat(found.persons()).extracting(Found.Person::name).anyMatch(name -> name.startsWith("Сериков "));
    }

    @Test
    void a_number_finds_its_person_and_family() {
        Acting worker = officers.socialWorker(HERE);
        PersonId person = aigul.person("Айгүл");
        assertThat(find(worker, families.iinOf(person)).persons())
                .extracting(Found.Person::id)
                .containsExactly(person);
        assertThat(find(worker, aigul.id().number()).families())
                .extracting(Found.Family::id)
                .containsExactly(aigul.id());
        assertThat(find(worker, "+7700" + "%07d".formatted(person.value())).persons())
                .extracting(Found.Person::id)
                .contains(person);
    }

    @Test
    void words_of_an_address_find_the_family() {
        assertThat(find(officers.socialWorker(HERE), "Бәйтерек 83-27").families())
                .extracting(Found.Family::id)
                .contains(aigul.id());
        assertThat(find(officers.socialWorker(HERE), "байтерек көшесі").families())
                .extracting(Found.Family::id)
                .contains(aigul.id());
        assertThat(find(officers.socialWorker(THERE), "Бәйтерек 83-27").families())
                .isEmpty();
    }

    @Test
    void elsewhere_an_exact_number_says_only_that_there_is_a_family_and_a_name_says_nothing() {
        Acting other = officers.socialWorker(THERE);
        Found byIin = find(other, families.iinOf(aigul.person("Айгүл")));
        assertThat(byIin.persons()).isEmpty();
        assertThat(byIin.elsewhere()).isEqualTo(aigul.id());
        assertThat(find(other, aigul.id().number()).elsewhere()).isEqualTo(aigul.id());
        assertThat(find(other, "Серікова Айгүл").nothing()).isTrue();
    }

    @Test
    void a_restricted_family_is_not_there() {
        Families.Known hidden = families.alone(HERE, "Тайный", "Шынар", "1991-09-09");
        String iin = families.iinOf(hidden.person("Шынар"));
        families.restrict(hidden);
        for (Acting acting : java.util.List.of(
                officers.socialWorker(HERE), officers.socialWorker(THERE), officers.officer(Role.SECOND_APPROVER, 0))) {
            assertThat(find(acting, iin).nothing()).isTrue();
            assertThat(find(acting, hidden.id().number()).nothing()).isTrue();
            assertThat(find(acting, "Тайный Шынар").nothing()).isTrue();
            assertThat(find(
                                    acting,
                                    "+7700"
                                            + "%07d"
                                                    .formatted(hidden.person("Шынар")
                                                            .value()))
                            .nothing())
                    .isTrue();
        }
    }

    @Test
    void roles_without_names_find_nobody() {
        Acting analyst = officers.officer(Role.MINISTRY_ANALYST, 0);
        assertThat(find(analyst, families.iinOf(aigul.person("Айгүл"))).nothing())
                .isTrue();
        assertThat(find(analyst, "Серікова Айгүл").nothing()).isTrue();
    }
}
