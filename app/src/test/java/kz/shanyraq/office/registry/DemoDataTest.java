package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.database.OfficeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// People are invented in an office that has none; where somebody loaded data, nobody is.
@OfficeTest
@TestPropertySource(properties = "an.office=of.its.own")
@DirtiesContext
class DemoDataTest {

    @Autowired
    private DemoData demo;

    @Autowired
    private OfficeDatabase database;

    @Autowired
    @Qualifier("intakeDataSource")
    private DataSource intake;

    @Test
    void an_office_is_filled_by_others_when_somebody_loaded_people_and_no_demo_began(@TempDir Path folder)
            throws Exception {
        assertThat(demo.isFilledByOthers()).as("an office with nobody").isFalse();

        Files.writeString(folder.resolve("families.csv"), "family_id,region,district\nF1,11,114500000\n");
        Files.writeString(
                folder.resolve("persons.csv"),
                "person_id,family_id,last_name,first_name,birth_date,relation\nP1,F1,Серікова,Айгүл,1980-01-01,head\n");
        new Intake(intake, Progress.silent(), told -> {})
                .households(new Intake.Wanted(folder, LocalDate.of(2025, 1, 1), null));
        assertThat(demo.isFilledByOthers())
                .as("an office into which data were loaded")
                .isTrue();
        assertThat(demo.stage().district())
                .as("where the accounts of a demo look")
                .isEqualTo(114_500_000);

        Path begun = Files.createDirectories(database.data().path().resolve("demo"));
        assertThat(demo.isFilledByOthers())
                .as("a demo that was interrupted goes on")
                .isFalse();
        Files.delete(begun);
        assertThat(demo.isFilledByOthers()).isTrue();
    }
}
