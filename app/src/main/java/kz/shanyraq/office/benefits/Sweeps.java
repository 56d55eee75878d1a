package kz.shanyraq.office.benefits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.shanyraq.office.registry.HouseholdsArrived;
import kz.shanyraq.office.registry.StatusesArrived;
import kz.shanyraq.office.registry.WagesArrived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// The sweeps of a running office: every night, and after each delivery over the families that it
/// concerns. One works at a time.
@Component
public class Sweeps implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    /// What is longer than this is left to the night.
    private static final Duration PATIENCE_TO_CLOSE = Duration.ofSeconds(10);

    private static final String LAST =
            Sweeper.REPORTS + "where delivery is null and state = 'done' order by id desc limit 1";

    private static final String LATEST = Sweeper.REPORTS + "order by id desc limit :most";

    /// Why a sweep cannot begin.
    public enum Refusal {
        /// Another one works, or was asked for.
        WORKS,
        /// No register has answered for any month.
        NO_FACTS
    }

    private final Sweeper sweeper;
    private final Publication publication;
    private final JdbcClient db;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sweep-", 0).daemon(true).factory());

    Sweeps(Sweeper sweeper, Publication publication, JdbcClient db) {
        this.sweeper = sweeper;
        this.publication = publication;
        this.db = db;
    }

    /// Every night, when the day's deliveries are in.
    @Scheduled(cron = "0 0 2 * * *", zone = "Asia/Almaty")
    void nightly() {
        later();
    }

    private void later() {
        worker.execute(() -> sweep(null));
    }

    private void sweep(@Nullable UUID officer) {
        try {
            Sweep sweep = sweeper.all(null, officer, said -> {
                asked.set(false);
                LOG.debug(said);
            });
            if (sweep.state().equals("done")) {
                publication.publish();
            }
        } catch (SweepRefused refused) {
            LOG.info("No sweep: {}", refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.warn("A sweep ended before its time; the next one goes on with it.", broken);
        } finally {
            asked.set(false);
        }
    }

    /// Begins a sweep over all families, or goes on with the one that has not come to its end; it works in the
    /// background.
    ///
    /// @param officer who asks for it
    /// @return why it cannot; empty if it was begun
    public Optional<Refusal> start(UUID officer) {
        // Taken first: whoever looks before may see a sweep neither waiting any more nor begun yet.
        if (!asked.compareAndSet(false, true)) {
            return Optional.of(Refusal.WORKS);
        }
        Sweep open = sweeper.open();
        Refusal refusal = open != null && open.state().equals("running") && sweeper.works()
                ? Refusal.WORKS
                : open == null && !sweeper.hasFacts() ? Refusal.NO_FACTS : null;
        if (refusal != null) {
            asked.set(false);
            return Optional.of(refusal);
        }
        worker.execute(() -> sweep(officer));
        return Optional.empty();
    }

    /// Asks the sweep that works to stop after the parts that it is at.
    ///
    /// @param officer who asks for it
    public void stop(UUID officer) {
        sweeper.stop(officer);
    }

    /// Whether a sweep was asked for that has not begun yet: the one before it comes to its end first.
    public boolean asked() {
        return asked.get();
    }

    /// Whether a sweep works now, in this program or another.
    public boolean works() {
        return sweeper.works();
    }

    /// The sweep over all families that works, or that goes on when it is asked to.
    @Transactional(readOnly = true)
    public Optional<Sweep> open() {
        return db.sql(Sweeper.OPEN_REPORT).query(Sweep.class).optional();
    }

    /// The latest sweeps, over all families and after deliveries, the last one first.
    @Transactional(readOnly = true)
    public List<Sweep> latest(int most) {
        return db.sql(LATEST).param("most", most).query(Sweep.class).list();
    }

    @Async
    @TransactionalEventListener
    void arrived(HouseholdsArrived arrived) {
        after(arrived.intake());
    }

    @Async
    @TransactionalEventListener
    void arrived(WagesArrived arrived) {
        after(arrived.intake());
    }

    @Async
    @TransactionalEventListener
    void arrived(StatusesArrived arrived) {
        after(arrived.intake());
    }

    /// Nothing is assessed again before all was assessed once. Deliveries wait for one another without a transaction,
    /// so
    /// that many of them take no connections from the pages.
    private void after(int delivery) {
        Future<?> done = worker.submit(() -> {
            if (sweeper.hasSwept() && !sweeper.hasAssessed(delivery)) {
                sweeper.after(delivery, this::later, LOG::debug);
            }
        });
        try {
            done.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(
                    "The families of delivery %d were not assessed.".formatted(delivery), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The office closes before delivery %d was assessed.".formatted(delivery), stopped);
        }
    }

    /// The last sweep over all families that ended.
    @Transactional(readOnly = true)
    public Optional<Sweep> last() {
        return db.sql(LAST).query(Sweep.class).optional();
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        boolean ended = worker.awaitTermination(PATIENCE_TO_CLOSE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            LOG.info("A sweep did not end in time; it goes on at night, or when somebody calls shanyraq sweep.");
        }
    }
}
