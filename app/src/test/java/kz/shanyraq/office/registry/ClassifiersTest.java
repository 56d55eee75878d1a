package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reference data: what is shipped, and what a deployment loads over it.
@OfficeTest
class ClassifiersTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @TempDir
    private Path folder;

    @Autowired
    private Classifiers classifiers;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient db;

    private long load(String code, String version, String file, String text) throws IOException {
        return classifiers.load(
                new Classifiers.Wanted(code, version, "its owner", "open", NEW_YEAR),
                Files.writeString(folder.resolve(file), text));
    }

    private String place(int kato, LocalDate on) {
        return db.sql("""
                        select concat_ws(', ', level, kind, name_en, population, latitude, longitude)
                        from registry.territory where kato = ? and valid @> ?::date
                        """).params(kato, on).query(String.class).single();
    }

    @Test
    void the_office_ships_regions_and_districts_with_their_population() {
        assertThat(db.sql("select count(*) from registry.territory where version = '2024' and population > 0")
                        .query(Integer.class)
                        .single())
                .isEqualTo(248);
    }

    @Test
    void a_file_of_places_goes_down_to_settlements_and_closes_what_it_renames() throws IOException {
        assertThat(load("kato", "2027", "kato.csv", """
                        kato,kind,name_kk,name_ru,name_en,population,latitude,longitude
                        101800000,city,Жаңа Курчатов,Новый Курчатов,New Kurchatov,11000,50.756,78.542
                        101835000,,Ауылдық округ,Сельский округ,Rural district,,,
                        101835100,,Ауыл,Село,Village,412,50.1,78.2
                        """)).isEqualTo(3);
        assertThat(place(101_800_000, NEW_YEAR.minusDays(1)))
                .startsWith("2, city, ")
                .doesNotContain("New");
        assertThat(place(101_800_000, NEW_YEAR)).isEqualTo("2, city, New Kurchatov, 11000, 50.75600, 78.54200");
        assertThat(place(101_835_000, NEW_YEAR)).isEqualTo("3, rural_district, Rural district");
        assertThat(place(101_835_100, NEW_YEAR)).isEqualTo("4, settlement, Village, 412, 50.10000, 78.20000");
    }

    @Test
    void a_wrong_code_or_number_is_named_and_nothing_of_its_file_stays() {
        assertThatThrownBy(() -> load("kato", "wrong", "kato.csv", """
                        kato,name_kk,name_ru,population
                        102035100,Ауыл,Село,some
                        """))
                .isInstanceOf(Unreadable.class)
                .hasMessage("'some' in column population is not a number.");
        assertThatThrownBy(() -> load("kato", "wrong", "kato.csv", """
                        kato,name_kk,name_ru
                        12345,Ауыл,Село
                        """))
                .isInstanceOf(Unreadable.class)
                .hasMessage("'12345' is not a KATO code of nine digits.");
        assertThat(classifiers.all())
                .noneMatch(classifier -> classifier.version().equals("wrong"));
    }

    @Test
    void boundaries_of_a_deployment_are_kept_by_their_codes() throws IOException {
        assertThat(load("boundaries", "own", "boundaries.geojson", """
                        {"type": "FeatureCollection", "features": [
                          {"type": "Feature", "properties": {"kato": "101000000"},
                           "geometry": {"type": "Point", "coordinates": [80, 50]}},
                          {"type": "Feature", "properties": {"name": "nowhere"}, "geometry": null}]}
                        """)).isEqualTo(1);
    }
}
