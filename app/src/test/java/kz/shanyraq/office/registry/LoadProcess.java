package kz.shanyraq.office.registry;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.OfficeDatabase;

/// A load in a process of its own, so that it can be killed. It says each portion that is counted.
final class LoadProcess {

    /// What each line of the progress begins with.
    static final String PORTION = "Taking in ";

    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    /// @param words the data folder of the office, the folder of household data, the rows of a portion
    public static void main(String[] words) {
        try (OfficeDatabase database = OfficeDatabase.forOffice(DataFolder.of(Path.of(words[0])), null, told -> {});
                HikariDataSource pool = database.intake()) {
            var clock = new AtomicLong();
            var eachPortion = new Progress(System.out, false, () -> clock.addAndGet(LONG));
            new Intake(pool, eachPortion, System.out::println)
                    .sized(Integer.parseInt(words[2]), 0)
                    .households(new Intake.Wanted(Path.of(words[1]), LocalDate.of(2025, 1, 1), null));
        }
    }

    private LoadProcess() {}
}
