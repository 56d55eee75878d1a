package kz.shanyraq.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import kz.shanyraq.nation.Territory.District;
import kz.shanyraq.nation.Territory.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The division of the country since June 2022.
class TerritoryTest {

    @Test
    void there_are_seventeen_regions_and_three_cities() {
        assertThat(Territory.regions())
                .hasSize(20)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.code(), b.code()))
                .extracting(Region::code)
                .doesNotHaveDuplicates()
                .contains(10, 33, 62, 71, 75, 79);
    }

    @Test
    void there_are_228_districts_each_of_a_region() {
        assertThat(Territory.districts())
                .hasSize(228)
                .extracting(District::kato)
                .doesNotHaveDuplicates()
                .allMatch(kato -> kato.matches("[0-9]{9}"));
        assertThat(Territory.districts()).allSatisfy(district -> {
            assertThat(Territory.isRegion(district.region()))
                    .as(district.kato())
                    .isTrue();
            assertThat(district.kato()).startsWith("%02d".formatted(district.region()));
            assertThat(district.population()).as(district.kato()).isPositive();
        });
        assertThat(Territory.districts().stream().map(District::region).collect(Collectors.toSet()))
                .hasSize(20);
    }

    @Test
    void the_regions_hold_the_population_of_the_country() {
        assertThat(Territory.regions().stream().mapToLong(Region::population).sum())
                .isBetween(19_900_000L, 20_300_000L);
        assertThat(Territory.regions())
                .allSatisfy(region -> assertThat(region.rural()).isBetween(0, 10_000));
    }

    @Test
    void every_place_has_a_name_in_three_languages() {
        assertThat(Territory.regions())
                .allSatisfy(region -> assertThat(new String[] {region.kk(), region.ru(), region.en()})
                        .allMatch(name -> !name.isBlank()));
        assertThat(Territory.districts())
                .allSatisfy(district -> assertThat(new String[] {district.kk(), district.ru(), district.en()})
                        .allMatch(name -> !name.isBlank()));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"71, Astana", "75, Almaty", "79, Shymkent", "10, Abai", "62, Ulytau"})
    void a_region_is_found_by_its_code(int code, String name) {
        assertThat(Territory.isRegion(code)).isTrue();
        assertThat(Territory.regions())
                .filteredOn(region -> region.code() == code)
                .singleElement()
                .satisfies(region -> assertThat(region.en()).contains(name));
    }

    @ParameterizedTest(name = "{0} is no region")
    @ValueSource(ints = {0, 1, 12, 70, 99, -1})
    void another_code_is_no_region(int code) {
        assertThat(Territory.isRegion(code)).isFalse();
        assertThat(Territory.isDistrict("%02d1010000".formatted(Math.abs(code))))
                .isFalse();
    }
}
