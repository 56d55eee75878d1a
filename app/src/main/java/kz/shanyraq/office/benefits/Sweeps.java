package kz.shanyraq.office.benefits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.registry.HouseholdsArrived;
import kz.shanyraq.office.registry.StatusesArrived;
import kz.shanyraq.office.registry.WagesArrived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The sweeps of a running office: every night, when somebody asks, and after each delivery over the families that it
/// concerns. One works at a time.
@Component
public class Sweeps implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

    /// What is longer than this is left to the night, or to who asks.
    private static final Duration PATIENCE_TO_CLOSE = Duration.ofSeconds(10);

    private static final String LATEST = """
            select id, month, facts_on, known, delivery, state, coalesce(families, 0) as families, coalesce(parts, 0) as parts, assessed,
                found, added, changed, gone, same, message, opened_at, read_at, closed_at
            from benefits.sweep where delivery is null or :all order by id desc limit :most
            """;

    private final Sweeper sweeper;
    private final JdbcClient db;
    private final Access access;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sweep-", 0).daemon(true).factory());
    private final AtomicReference<@Nullable String> said = new AtomicReference<>();

    Sweeps(Sweeper sweeper, JdbcClient db, Access access) {
        this.sweeper = sweeper;
        this.db = db;
        this.access = access;
    }

    /// Every night, when the day's deliveries are in.
    @Scheduled(cron = "0 0 2 * * *", zone = "Asia/Almaty")
    void nightly() {
        later(null);
    }

    /// Starts a sweep over all families, or goes on with one that stopped; it works while the office does other things.
    public void start() {
        access.require(Right.LOAD_DATA);
        later(access.officer().map(officer -> officer.id()).orElse(null));
    }

    /// Stops the sweep that works after the parts that it is at.
    public void stop() {
        access.require(Right.LOAD_DATA);
        sweeper.stop();
    }

    private void later(@Nullable UUID officer) {
        worker.execute(() -> {
            try {
                sweeper.all(null, officer, said::set);
            } catch (SweepRefused refused) {
                LOG.info("No sweep: {}", refused.getMessage());
            } catch (RuntimeException broken) {
                LOG.warn("A sweep ended before its time; the next one goes on with it.", broken);
            } finally {
                said.set(null);
            }
        });
    }

    @ApplicationModuleListener
    void arrived(HouseholdsArrived arrived) {
        after(arrived.intake());
    }

    @ApplicationModuleListener
    void arrived(WagesArrived arrived) {
        after(arrived.intake());
    }

    @ApplicationModuleListener
    void arrived(StatusesArrived arrived) {
        after(arrived.intake());
    }

    /// Nothing is assessed again before all was assessed once.
    private void after(int delivery) {
        if (sweeper.hasSwept()) {
            sweeper.after(delivery, () -> later(null), said::set);
        }
    }

    /// What the sweep that works said last; null if none works.
    public @Nullable String said() {
        return said.get();
    }

    /// Sweeps over all families, and with `all` those after deliveries too; the newest first.
    @Transactional(readOnly = true)
    public List<Sweep> latest(boolean all, int most) {
        return db.sql(LATEST)
                .param("all", all)
                .param("most", most)
                .query(Sweep.class)
                .list();
    }

    /// The last sweep over all families that ended.
    @Transactional(readOnly = true)
    public Optional<Sweep> last() {
        return latest(false, 10).stream()
                .filter(sweep -> sweep.state().equals("done"))
                .findFirst();
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        boolean ended = worker.awaitTermination(PATIENCE_TO_CLOSE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            LOG.info(
                    "A sweep did not end in time; it goes on when the office opens again and somebody asks, or at night.");
        }
    }
}
