package kz.shanyraq.office.benefits;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.registry.Intake;

/// A load or a sweep in a process of its own, so that it can be killed. It says each part that is done.
final class SweepProcess {

    /// What each line of a part begins with.
    static final String PART = "  part ";

    /// @param words the data folder of the office; the folder of household data to load, or nothing to sweep
    public static void main(String[] words) {
        Path data = Path.of(words[0]);
        try (OfficeDatabase database = OfficeDatabase.forOffice(DataFolder.of(data), null, told -> {});
                HikariDataSource pool = database.intake()) {
            if (words.length > 1) {
                new Intake(pool, Progress.silent(), told -> {})
                        .households(new Intake.Wanted(Path.of(words[1]), LocalDate.of(2025, 1, 1), null));
            } else {
                new Sweeper(pool, data, 10).all(null, null, System.out::println);
            }
        }
    }

    private SweepProcess() {}
}
