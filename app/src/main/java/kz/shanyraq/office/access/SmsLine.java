package kz.shanyraq.office.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The line to the SMS gateway: a thread hands queued messages over, one after the other, at most so
/// many a minute. Nothing is lost when the gateway is away, or none is known: messages wait. When the
/// office is killed between handing over and writing it down, that message is handed over again.
///
/// The gateway is known by `SHANYRAQ_SMS_HOST`, `_PORT`, `_SYSTEM_ID`, `_PASSWORD`, `_SOURCE` and
/// `_PER_MINUTE`.
@Component
public class SmsLine implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SmsLine.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AWAY_AT_FIRST = Duration.ofSeconds(1);
    private static final Duration AWAY_AT_LAST = Duration.ofSeconds(30);

    /// As long a message is let alone that was taken and of which nothing more is heard.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration PATIENCE_TO_CLOSE = Duration.ofSeconds(5);

    /// How the gateway is reached.
    ///
    /// @param source what stands as the sender: a short number such as 1414, a telephone or a name
    /// @param perMinute how many messages a minute go out at most
    public record Settings(String host, int port, String systemId, String password, String source, int perMinute) {

        /// Says nothing of the password.
        @Override
        public String toString() {
            return "%s at %s:%d as %s".formatted(systemId, host, port, source);
        }
    }

    /// Why no SMS goes out.
    public enum Hindrance {
        /// No gateway is configured.
        NO_GATEWAY,
        /// The gateway is not to be reached.
        GATEWAY_AWAY;

        /// The last part of its message key.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final MessageQueue queue;
    private final BiFunction<Settings, SmsGateway.Hearing, SmsGateway> adapter;
    private @Nullable Settings settings;
    private @Nullable Thread thread;
    private @Nullable SmsGateway gateway;
    private volatile boolean open;
    private volatile boolean reached;

    @Autowired
    SmsLine(MessageQueue queue, Environment environment, MeterRegistry meters) {
        this(queue, SmppGateway::new);
        this.settings = settings(environment);
        Gauge.builder("shanyraq.sms.waiting", queue::waiting)
                .description("Messages that wait for the gateway")
                .register(meters);
    }

    SmsLine(MessageQueue queue, BiFunction<Settings, SmsGateway.Hearing, SmsGateway> adapter) {
        this.queue = queue;
        this.adapter = adapter;
    }

    private static @Nullable Settings settings(Environment environment) {
        String host = environment.getProperty("shanyraq.sms.host", "");
        return host.isBlank()
                ? null
                : new Settings(
                        host,
                        environment.getProperty("shanyraq.sms.port", Integer.class, 2775),
                        environment.getProperty("shanyraq.sms.system-id", ""),
                        environment.getProperty("shanyraq.sms.password", ""),
                        environment.getProperty("shanyraq.sms.source", "1414"),
                        environment.getProperty("shanyraq.sms.per-minute", Integer.class, 600));
    }

    /// Opens the line to a gateway; a line that was open before is closed.
    public synchronized void open(Settings wanted) {
        stop();
        settings = wanted;
        start();
    }

    @Override
    public synchronized void start() {
        Settings wanted = settings;
        if (wanted == null || open) {
            return;
        }
        if (wanted.perMinute() < 1) {
            throw new IllegalArgumentException("""
                    SMS go out %d a minute, which is none.
                    Maybe SHANYRAQ_SMS_PER_MINUTE is wrong.""".formatted(wanted.perMinute()));
        }
        SmsGateway fresh = adapter.apply(wanted, new SmsGateway.Hearing() {
            @Override
            public boolean told(String ref, String reason) {
                return queue.told(ref, reason.isEmpty() ? null : reason);
            }

            @Override
            public void replied(String ref, String phone, String words) {
                queue.replied(ref, phone, words);
            }
        });
        open = true;
        gateway = fresh;
        thread = Thread.ofPlatform().name("sms").daemon(true).start(() -> work(fresh, wanted));
    }

    @Override
    public synchronized void stop() {
        open = false;
        Thread worker = thread;
        SmsGateway old = gateway;
        thread = null;
        gateway = null;
        if (worker != null) {
            worker.interrupt();
            try {
                worker.join(PATIENCE_TO_CLOSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        if (old != null) {
            old.close();
        }
        reached = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /// Why no SMS goes out now; empty if they do.
    public Optional<Hindrance> hindrance() {
        return !open
                ? Optional.of(Hindrance.NO_GATEWAY)
                : reached ? Optional.empty() : Optional.of(Hindrance.GATEWAY_AWAY);
    }

    /// Down while a gateway is configured and not reached, so that somebody looks.
    @Override
    public Health health() {
        boolean down = hindrance().filter(Hindrance.GATEWAY_AWAY::equals).isPresent();
        return (down ? Health.down() : Health.up())
                .withDetail("waiting", queue.waiting())
                .build();
    }

    private void work(SmsGateway to, Settings wanted) {
        Duration away = AWAY_AT_FIRST;
        Duration pace = Duration.ofMinutes(1).dividedBy(wanted.perMinute());
        try {
            while (open && !Thread.currentThread().isInterrupted()) {
                try {
                    to.connect();
                    if (!reached) {
                        LOG.info("The SMS gateway is reached");
                    }
                    reached = true;
                    away = AWAY_AT_FIRST;
                    Optional<MessageQueue.Taken> next = queue.take(PATIENCE);
                    if (next.isPresent()) {
                        hand(next.get(), to);
                    }
                    Thread.sleep(next.isPresent() ? pace : POLL);
                } catch (IOException broken) {
                    if (reached || away.equals(AWAY_AT_FIRST)) {
                        LOG.warn("The SMS gateway is not reached: {}", broken.getMessage());
                    }
                    reached = false;
                    Thread.sleep(away);
                    away = shorter(away.multipliedBy(2), AWAY_AT_LAST);
                } catch (DataAccessException | TransactionException broken) {
                    LOG.warn("SMS wait for the database: {}", broken.getClass().getSimpleName());
                    Thread.sleep(AWAY_AT_LAST);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(MessageQueue.Taken taken, SmsGateway to) throws IOException, InterruptedException {
        try {
            var parts = to.parts(taken.words(), taken.id());
            for (int i = 0; i < parts.size(); i++) {
                String ref = to.submit(taken.phone(), parts.get(i), parts.size() > 1);
                queue.handed(taken, i + 1, parts.size(), ref);
            }
        } catch (IOException broken) {
            queue.giveBack(taken);
            throw broken;
        } catch (SmsGateway.Refused refused) {
            if (refused.forGood()) {
                queue.failed(taken, refused.reason());
            } else if (taken.attempt() >= MOST_ATTEMPTS) {
                queue.failed(taken, "gave_up");
            } else {
                LOG.info("Message {} waits: {}", taken.id(), refused.getMessage());
                queue.later(taken, shorter(FIRST_PAUSE.multipliedBy(1L << (taken.attempt() - 1)), LONGEST_PAUSE));
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
