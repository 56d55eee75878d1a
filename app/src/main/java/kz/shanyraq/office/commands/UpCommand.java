package kz.shanyraq.office.commands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.cli.Usage;
import kz.shanyraq.office.Office;
import kz.shanyraq.office.access.DemoOfficers;
import kz.shanyraq.office.access.SmsLine;
import kz.shanyraq.office.benefits.Publication;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.database.DataFolder;
import kz.shanyraq.office.database.Milestones;
import kz.shanyraq.office.database.OfficeDatabase;
import kz.shanyraq.office.database.Outage;
import kz.shanyraq.office.database.Unreachable;
import kz.shanyraq.office.registry.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq up`: opens the office, with a database of its own unless it is given one, and keeps it open until it is
/// interrupted.
@Command(
        name = "up",
        description = "Opens the office: its database, its pages, and at the first start an invented population.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: shanyraq up --demo village"})
final class UpCommand extends OfficeCommand {

    private static final int LAST_PORT = 65_535;
    private static final long PATIENCE_TO_CLOSE = 3_000;

    /// The milestone of an office that was filled with an invented population.
    private static final String DEMO = "demo";

    /// What a new office is filled with.
    private enum Demo {
        NONE,
        VILLAGE,
        REGION,
        NATION;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--demo",
            paramLabel = "none|village|region|nation",
            description = "the invented population of a new office: none, 2 thousand, 200 thousand or 20 million "
                    + "persons; region by default. Where data were loaded nobody is invented: named, it makes the "
                    + "accounts of the demo for them, and by default nothing")
    private @Nullable Demo named;

    private Demo demo = Demo.REGION;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description = "the port of the pages; ${DEFAULT-VALUE} by default")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "the address at which it listens; ${DEFAULT-VALUE} by default, this machine alone. "
                    + "Other machines reach it through a proxy with TLS")
    private String address = "127.0.0.1";

    @Option(names = "--train", hidden = true, description = "starts, shows a page and stops: for the launcher")
    private boolean train;

    UpCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws InterruptedException {
        if (named != null) {
            demo = named;
        }
        if (train) {
            demo = Demo.NONE;
            port = 0;
        } else {
            refuseWrongPort();
        }
        if (demo != Demo.NONE && !loopback()) {
            throw new Usage("""
                    Accounts of a demo have a known password, so that it listens on this machine alone, not on %s.
                    Maybe leave --address out, or start with --demo none.""".formatted(address));
        }
        DataFolder data = data();
        long began = System.nanoTime();
        tell("Opening the office in %s …".formatted(data.path()));
        CompletableFuture<OfficeDatabase> database =
                CompletableFuture.supplyAsync(() -> OfficeDatabase.forOffice(data, url(), this::tell));
        ConfigurableApplicationContext office = open(data, database);
        if (train) {
            Training.showPages(office);
            office.close();
            return Exit.DONE;
        }
        var closed = new CountDownLatch(1);
        database.join().guard(new Standing(office));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(office, closed), "closing"));
        fill(office);
        tell("The office is open at http://%s:%d/ (%.1f s)"
                .formatted(loopback() ? "localhost" : address, port, (System.nanoTime() - began) / 1e9));
        accounts(office);
        DemoGateway telephones = telephones(office, data);
        tell("  database: %s".formatted(database.join().place()));
        tell("  log:      %s".formatted(data.logs().resolve("office.log")));
        int watch = office.getBean(Watch.class).port();
        if (watch > 0) {
            tell("  health:   http://127.0.0.1:%d/health and /metrics".formatted(watch));
        }
        tell("Ctrl-C closes it; its data stays.");
        closed.await();
        if (telephones != null) {
            telephones.close();
        }
        return Exit.DONE;
    }

    /// The telephones of a demo: a local SMS gateway beside the office, unless another one is configured. Where data
    /// were
    /// loaded by others there is none, so that nobody takes for sent what only lies on this machine.
    private @Nullable DemoGateway telephones(ConfigurableApplicationContext office, DataFolder data) {
        DemoData population = office.getBeanProvider(DemoData.class).getIfAvailable();
        boolean invented = office.getBean(Milestones.class)
                .detail(DEMO)
                .filter(filled -> !filled.equals(Demo.NONE.word()))
                .isPresent();
        SmsLine line = office.getBean(SmsLine.class);
        if (!invented || line.isRunning() || population == null || population.isFilledByOthers()) {
            return null;
        }
        try {
            DemoGateway gateway =
                    DemoGateway.start(port + 2, port + 3, data.path().resolve("telephones"));
            line.open(gateway.settings());
            tell("  SMS:      http://127.0.0.1:%d/ shows what telephones get".formatted(gateway.web()));
            return gateway;
        } catch (IOException broken) {
            tell("  SMS:      none go out, they wait; the local gateway did not start: %s"
                    .formatted(broken.getMessage()));
            return null;
        }
    }

    /// Fills a new office with an invented population, once; also one that was opened without, if that is asked for.
    private void fill(ConfigurableApplicationContext office) {
        Milestones milestones = office.getBean(Milestones.class);
        Optional<String> filled = milestones.detail(DEMO);
        boolean opened = filled.isPresent() && filled.get().equals(Demo.NONE.word());
        if (filled.isPresent() && !(opened && named != null)) {
            if (named != null && !filled.get().equals(demo.word())) {
                tell("This office keeps what it was filled with at first: %s.".formatted(filled.get()));
            }
            return;
        }
        DemoData data = office.getBeanProvider(DemoData.class).getIfAvailable();
        if (demo != Demo.NONE && data != null && data.isFilledByOthers()) {
            if (named == null) {
                tell("Data were loaded into this office: nobody is invented.");
                return;
            }
            tell("Data were loaded into this office: nobody is invented, and the accounts of the demo look at them.");
            demonstrate(office, data.stage());
        } else if (demo != Demo.NONE && data != null) {
            tell("Filling the office with an invented %s, once …".formatted(demo.word()));
            data.load(DemoData.Size.valueOf(demo.name()), this::tell);
            tell("Asking the law about every family …");
            office.getBean(Sweeper.class).all(null, null, this::tell);
            office.getBean(Publication.class).publish();
            demonstrate(office, data.stage());
        }
        milestones.reach(DEMO, demo.word());
    }

    private static void demonstrate(ConfigurableApplicationContext office, DemoData.Stage stage) {
        office.getBean(DemoOfficers.class).make(stage.district(), stage.neighbour(), stage.head());
    }

    /// The accounts with which anybody may look around in a demo.
    private void accounts(ConfigurableApplicationContext office) {
        String logins = String.join(", ", office.getBean(DemoOfficers.class).logins());
        if (!logins.isEmpty()) {
            tell("  sign in:  %s; each with the password %s".formatted(logins, DemoOfficers.PASSWORD));
        }
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new Usage("""
                    This machine has no address '%s'.
                    Maybe leave --address out: then the office listens for this machine alone.""".formatted(address));
        }
    }

    private void refuseWrongPort() {
        if (port < 1 || port > LAST_PORT) {
            throw new Usage("""
                    There is no port %d; ports are 1 to %d.
                    Maybe a digit is wrong.""".formatted(port, LAST_PORT));
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException taken) {
            throw new Usage("""
                    Another program listens on port %d.
                    Maybe choose another with --port, or stop that program.""".formatted(port));
        }
    }

    private ConfigurableApplicationContext open(DataFolder data, CompletableFuture<OfficeDatabase> database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("server.address", address);
        settings.put("shanyraq.watch.port", train ? 0 : port + 1);
        settings.put("shanyraq.data", data.path().toString());
        settings.put("shanyraq.demo", demo.word());
        settings.put("logging.file.name", data.logs().resolve("office.log").toString());
        settings.put("logging.threshold.console", "warn");
        // What fails at the start is said by the command line, which also writes a report of it.
        settings.put("logging.level.org.springframework.boot.SpringApplication", "off");
        settings.put("logging.level.org.springframework.boot.web.server.servlet.context", "error");
        settings.put("logging.level.org.springframework.boot.diagnostics", "off");
        try {
            return new SpringApplicationBuilder(Office.class)
                    .properties(settings)
                    .registerShutdownHook(false)
                    .initializers(context ->
                            ((GenericApplicationContext) context).registerBean(OfficeDatabase.class, database::join))
                    .run();
        } catch (RuntimeException broken) {
            Unreachable unreachable = unreachable(broken);
            if (unreachable != null) {
                throw unreachable;
            }
            try {
                database.join().close();
            } catch (CompletionException never) {
                throw broken;
            }
            throw broken;
        }
    }

    private static @Nullable Unreachable unreachable(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreachable unreachable) {
                return unreachable;
            }
        }
        return null;
    }

    /// What the office does while its database is away: it says so once, and keeps what follows from it for the file.
    private final class Standing implements Outage {

        private final ConfigurableApplicationContext office;
        private final Hush hush = Hush.overConsole();

        Standing(ConfigurableApplicationContext office) {
            this.office = office;
        }

        @Override
        public void began(String words) {
            hush.begin();
            tell(words);
        }

        @Override
        public void over(String words) {
            tell(words);
            hush.endSoon();
        }

        @Override
        public void lost(String words) {
            hush.begin();
            console().err().println(words);
            console().err().println("The office closes. When that is mended, open it again: shanyraq up.");
            console().err().flush();
            // Pages are closed if they can be; without their database they shall not keep the process.
            Thread.ofPlatform().daemon(true).name("closing without database").start(office::close);
            try {
                Thread.sleep(PATIENCE_TO_CLOSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(Exit.UNREACHABLE);
        }
    }

    /// Closes pages, pools and database in this order, and ends the process as one that did what it was asked.
    private void close(ConfigurableApplicationContext office, CountDownLatch closed) {
        office.close();
        tell("The office is closed.");
        closed.countDown();
        Runtime.getRuntime().halt(Exit.DONE);
    }
}
