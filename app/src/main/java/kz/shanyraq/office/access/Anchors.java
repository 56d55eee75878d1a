package kz.shanyraq.office.access;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.office.database.OfficeDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes an anchor every ten minutes in which something was logged, and when the office stops; and writes each into
/// the file outside the database.
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
    private static final long MINUTES = 10;

    private static final String SINCE = """
            select number || ' ' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || encode(hash, 'hex')
            from access.anchor where number > :last order by number limit 10000
            """;

    private final JdbcClient db;
    private final Path file;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("anchors").daemon().factory());
    private final Future<?> sealing;

    Anchors(JdbcClient db, OfficeDatabase database) {
        this.db = db;
        this.file = database.data().anchors();
        sealing = clock.scheduleWithFixedDelay(this::quietly, 1, MINUTES, TimeUnit.MINUTES);
    }

    /// Makes an anchor now.
    synchronized void seal() {
        db.sql("select (access.seal()).number")
                .query((row, number) -> row.getLong(1))
                .list();
        List<String> lines = db.sql(SINCE)
                .param("last", AnchorsFile.last(file))
                .query(String.class)
                .list();
        if (!lines.isEmpty()) {
            AnchorsFile.add(file, lines);
        }
    }

    @PreDestroy
    void stop() {
        sealing.cancel(false);
        clock.shutdownNow();
        quietly();
    }

    private void quietly() {
        try {
            seal();
        } catch (RuntimeException broken) {
            LOG.warn("An anchor could not be made: {}", broken.getMessage());
        }
    }
}
