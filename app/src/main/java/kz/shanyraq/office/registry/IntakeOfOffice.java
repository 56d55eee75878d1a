package kz.shanyraq.office.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.shanyraq.nation.Progress;
import kz.shanyraq.office.database.OfficeDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// The intake as the office runs it: files that pages uploaded, one after another.
@Component
class IntakeOfOffice implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeOfOffice.class);

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
