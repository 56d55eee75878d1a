package kz.shanyraq.office.financing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import kz.shanyraq.office.benefits.Awards;
import kz.shanyraq.office.benefits.Reopenings;
import kz.shanyraq.office.database.OfficeDatabase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The payments of a running office: what people asked of a list is done at once, the bank's folder is looked into
/// every minute, and every night what is due is accrued and everything compared. One piece works at a time.
@Component
public class Payments implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    /// What is longer than this goes on in the background, and the page says so.
    private static final Duration PATIENCE_OF_A_PAGE = Duration.ofSeconds(8);

    private static final Duration PATIENCE_TO_CLOSE = Duration.ofSeconds(10);

    private final PayRun run;
    private final Reopenings reopenings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("payments-", 0).daemon(true).factory());

    Payments(
            @Qualifier("intakeDataSource") DataSource source,
            OfficeDatabase database,
            Environment settings,
            Reopenings reopenings,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.reopenings = reopenings;
        run = new PayRun(
                source, payer(settings), folder(settings, database.data().path()), schema(settings), LOG::debug);
        transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /// The account from which is paid, by the settings `shanyraq.payer.name`, `.bin`, `.iban`, `.bic` and `.sector`; in
    /// a demo an invented one.
    static @Nullable Payer payer(Environment settings) {
        String iban = settings.getProperty("shanyraq.payer.iban");
        if (iban != null) {
            return new Payer(
                    settings.getRequiredProperty("shanyraq.payer.name"),
                    settings.getRequiredProperty("shanyraq.payer.bin"),
                    iban,
                    settings.getRequiredProperty("shanyraq.payer.bic"),
                    settings.getRequiredProperty("shanyraq.payer.sector"));
        }
        boolean demo = !settings.getProperty("shanyraq.demo", "none").equals("none");
        return demo ? new Payer("Оқу кеңсесі", "990140000007", "KZ03999SHQ0000000001", "SHQDKZKA", "12") : null;
    }

    private static Path folder(Environment settings, Path data) {
        String folder = settings.getProperty("shanyraq.bank.folder");
        return folder == null ? data.resolve("bank") : Path.of(folder);
    }

    private static @Nullable Path schema(Environment settings) {
        String schema = settings.getProperty("shanyraq.payments.schema");
        return schema == null ? null : Path.of(schema);
    }

    /// Every minute: what was left over, and what the bank says.
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void everyMinute() {
        worker.execute(this::work);
    }

    /// Every night, after the sweep.
    @Scheduled(cron = "0 30 4 * * *", zone = "Asia/Almaty")
    void nightly() {
        worker.execute(() -> {
            quietly(() -> run.accrue(YearMonth.from(Books.today())));
            work();
            quietly(() -> run.compare(YearMonth.from(Books.today())));
        });
    }

    private void work() {
        quietly(run::goOn);
        quietly(this::tell);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException broken) {
            LOG.warn("A piece of the payments was not done; it is tried again in a minute.", broken);
        }
    }

    /// Opens the cases of refusals and returns again, and tells the other modules of them, in a transaction that keeps
    /// the news until they are heard.
    private void tell() {
        for (PayRun.Untold each : run.untold()) {
            if (each.ofAccount()) {
                reopenings.reopen(
                        each.awards(),
                        each.returned() ? Awards.Held.RETURNED : Awards.Held.ACCOUNT,
                        each.news().reason());
            }
            transaction.executeWithoutResult(status -> events.publishEvent(each.news()));
            run.told(each.news());
        }
    }

    /// Does what waits, at once.
    ///
    /// @return whether it is done; if not it goes on in the background
    public boolean now() {
        return await(worker.submit(this::work));
    }

    /// Accrues and compares, at once.
    public boolean compareNow() {
        return await(worker.submit(() -> {
            quietly(() -> run.accrue(YearMonth.from(Books.today())));
            work();
            quietly(() -> run.compare(YearMonth.from(Books.today())));
        }));
    }

    /// Writes the files of a list to the bank's folder again.
    ///
    /// @return whether it is done
    public boolean sendAgain(int list) {
        return await(worker.submit(() -> quietly(() -> run.sendAgain(list))));
    }

    private static boolean await(Future<?> work) {
        try {
            work.get(PATIENCE_OF_A_PAGE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("A piece of the payments broke.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(PATIENCE_TO_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.info("A piece of the payments did not end in time; it goes on when the office opens again.");
        }
    }
}
