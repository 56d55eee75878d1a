package kz.shanyraq.office.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Cares for events whose listener has failed: gives them to it again, a few times, and raises the alarm while one
/// remains.
@Component
class EventUpkeep implements HealthIndicator {

    private static final int MOST_ATTEMPTS = 5;
    private static final int AT_ONCE = 50;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String FAILED = "select count(*) from database.event_publication where status = 'FAILED'";

    private static final String WAITING = "select count(*) from database.event_publication where status <> 'FAILED'";

    private static final Logger LOG = LoggerFactory.getLogger(EventUpkeep.class);

    private final JdbcClient db;
    private final FailedEventPublications failures;

    EventUpkeep(JdbcClient db, FailedEventPublications failures, MeterRegistry meters) {
        this.db = db;
        this.failures = failures;
        Gauge.builder("shanyraq.events.failed", this::failed)
                .description("Events whose listener has failed")
                .register(meters);
        Gauge.builder("shanyraq.events.waiting", () -> count(WAITING))
                .description("Events that a listener has not finished with")
                .register(meters);
    }

    /// Gives failed events to their listeners again.
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void resubmit() {
        long failed = failed();
        if (failed > 0) {
            LOG.warn("{} events have failed; those tried fewer than {} times are tried again", failed, MOST_ATTEMPTS);
            failures.resubmit(ResubmissionOptions.defaults()
                    .withBatchSize(AT_ONCE)
                    .withMinAge(PAUSE)
                    .withFilter(event -> event.getCompletionAttempts() < MOST_ATTEMPTS));
        }
    }

    /// Down while an event has failed, so that somebody looks.
    @Override
    public Health health() {
        long failed = failed();
        return (failed == 0 ? Health.up() : Health.down())
                .withDetail("failed", failed)
                .build();
    }

    private long failed() {
        return count(FAILED);
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
