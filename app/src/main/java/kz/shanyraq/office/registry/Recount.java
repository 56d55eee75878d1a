package kz.shanyraq.office.registry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts the published figures anew when deliveries came since they were counted: looked at every ten minutes, and
/// never while one is running.
@Component
@EnableScheduling
public class Recount {

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);

    private static final String WANTED = """
            select not exists (select from registry.intake where state = 'running' and beat_at > now() - interval '10 minutes')
                and coalesce((select max(closed_at) from registry.intake where kind in ('households', 'single_source') and state = 'done'), '-infinity')
                    > coalesce((select max(counted_at) from registry.figure where measure in ('families', 'sources')), '-infinity')
            """;

    private final JdbcClient db;
    private final Figures figures;
    private final SourceWatch sources;

    Recount(@Qualifier("intakeDb") JdbcClient db, Figures figures, SourceWatch sources) {
        this.db = db;
        this.figures = figures;
        this.sources = sources;
    }

    /// Counts if something came.
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    public void ifWanted() {
        if (db.sql(WANTED).query(Boolean.class).single()) {
            long began = System.nanoTime();
            figures.count();
            sources.count();
            LOG.info("Counted the published figures in {} ms.", (System.nanoTime() - began) / 1_000_000);
        }
    }
}
