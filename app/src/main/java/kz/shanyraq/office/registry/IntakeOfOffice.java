package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.nation.synthetic.SyntheticNation;
import kz.shanyraq.office.database.OfficeDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// The intake as the office runs it: files that pages uploaded, one after another, and the invented population of a
/// demo.
@Component
class IntakeOfOffice implements DemoData, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeOfOffice.class);
    private static final LocalDate DEMO_DAY = LocalDate.of(2025, 1, 1);
    private static final int DEMO_MONTHS = 6;
    private static final int SEED = 1;

    private final DataSource source;
    private final OfficeDatabase database;
    private final IntakeNews news;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("intake-", 0).daemon(true).factory());
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    IntakeOfOffice(@Qualifier("intakeDataSource") DataSource source, OfficeDatabase database, IntakeNews news) {
        this.source = source;
        this.database = database;
        this.news = news;
    }

    /// Takes in what was uploaded, after what was uploaded before.
    ///
    /// @param register the single source; null for a folder of household data
    void later(Path uploaded, @Nullable String register, @Nullable LocalDate on, UUID officer) {
        worker.execute(() -> {
            try {
                var intake = new Intake(source, Progress.silent(), LOG::info);
                if (register == null) {
                    intake.households(new Intake.Wanted(uploaded, on, officer));
                } else {
                    intake.single(register, uploaded, on, officer);
                }
                after();
            } catch (RuntimeException broken) {
                LOG.warn("An uploaded file was not taken in.", broken);
                refused.put(String.valueOf(uploaded.getFileName()), String.valueOf(broken.getMessage()));
            }
        });
    }

    private void after() {
        new Duplicates(source, Progress.silent()).find();
        news.tell();
    }

    /// Why an uploaded file was not taken in at all, by its name.
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    @Override
    public void load(Size size, Consumer<String> tell) {
        Path folder = database.data().path().resolve("demo").resolve(size.name().toLowerCase(java.util.Locale.ROOT));
        if (!Files.isDirectory(folder.resolve("truth"))) {
            tell.accept("Inventing %s persons …".formatted(Progress.grouped(size.persons())));
            new SyntheticNation(
                            new SyntheticNation.Wanted(
                                    size.persons(),
                                    SEED,
                                    DEMO_DAY,
                                    DEMO_MONTHS,
                                    folder,
                                    ".parquet",
                                    Runtime.getRuntime().availableProcessors()),
                            Progress.silent())
                    .make();
        }
        var progress = new Progress(System.err, false, System::nanoTime);
        var intake = new Intake(source, progress, tell);
        for (Loaded loaded : intake.households(new Intake.Wanted(folder, null, null))) {
            tell.accept("  %s: %s rows".formatted(loaded.file(), Progress.grouped(loaded.read())));
        }
        Path civil = folder.resolve("registers").resolve("civil.csv");
        if (Files.exists(civil)) {
            intake.single("civil", civil, DEMO_DAY, null);
        }
        later(folder, intake);
        tell.accept("  comparing persons …");
        after();
    }

    /// Two small deliveries of single sources a month later, so that there is a history, and sources that disagree.
    private void later(Path folder, Intake intake) {
        List<DemoPerson> some = DemoPerson.some(source);
        var wages = new StringBuilder(
                "source_record_id,iin,last_name,first_name,birth_date,column,value,valid_from,valid_to\n");
        var survey = new StringBuilder(wages);
        int n = 0;
        for (DemoPerson person : some) {
            wages.append("T%06d,%s,,,,wage,%d,2025-01-01,2025-01-31\n"
                    .formatted(++n, person.iin(), 180_000 + 7_000L * (n % 40)));
            if (n % 5 == 0) {
                survey.append("S%06d,%s,,,,cars,%d,2025-02-03,\n".formatted(n, person.iin(), n % 3));
            }
        }
        intake.single(
                "tax",
                write(folder.resolve("registers").resolve("wages-2025-01.csv"), wages),
                LocalDate.of(2025, 2, 1),
                null);
        intake.single(
                "survey",
                write(folder.resolve("registers").resolve("survey-2025-02.csv"), survey),
                LocalDate.of(2025, 2, 3),
                null);
    }

    private static Path write(Path file, CharSequence text) {
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The file %s cannot be written.".formatted(file), broken);
        }
    }

    /// The folder of uploads.
    Path uploads() {
        try {
            return Files.createDirectories(database.data().path().resolve("uploads"));
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder of uploads cannot be made.", broken);
        }
    }

    /// What lies among the uploads.
    List<Path> uploaded() {
        try (Stream<Path> files = Files.list(uploads())) {
            return files.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The folder of uploads cannot be read.", broken);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
