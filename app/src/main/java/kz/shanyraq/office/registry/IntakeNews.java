package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the other modules of deliveries, one event a file: in a transaction of the office that also notes that they
/// were told. What
/// a crash left untold is told at the next start.
@Component
class IntakeNews {

    private static final Set<String> PAYERS = Set.of("tax", "social_fund", "benefits");

    private record Delivery(
            int intake,
            String kind,
            @Nullable String source,
            @Nullable LocalDate validOn) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    IntakeNews(
            JdbcClient db,
            org.springframework.transaction.PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void opened() {
        tell();
    }

    /// Tells of all deliveries that were not told of yet.
    void tell() {
        transaction.executeWithoutResult(status -> {
            List<Delivery> untold = db.sql("select * from registry.unannounced()")
                    .query(Delivery.class)
                    .list();
            for (Delivery delivery : untold) {
                boolean first = db.sql("select registry.announce(:intake)")
                        .param("intake", delivery.intake)
                        .query(Boolean.class)
                        .single();
                if (first) {
                    events.publishEvent(event(delivery));
                }
            }
        });
    }

    private static Object event(Delivery delivery) {
        String source = delivery.source;
        if (source == null) {
            return new HouseholdsArrived(delivery.intake);
        }
        LocalDate day = delivery.validOn;
        return PAYERS.contains(source) && day != null
                ? new WagesArrived(delivery.intake, YearMonth.from(day))
                : new StatusesArrived(delivery.intake, source);
    }
}
