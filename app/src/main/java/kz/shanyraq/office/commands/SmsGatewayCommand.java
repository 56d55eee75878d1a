package kz.shanyraq.office.commands;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.Exit;
import kz.shanyraq.cli.Usage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `shanyraq sms-gateway`: a gateway for demonstrations, with telephones that are files and a page.
@Command(
        name = "sms-gateway",
        description =
                "Opens an SMS gateway for demonstrations and tests: it speaks SMPP as those of operators do, and its "
                        + "telephones are files in a folder and a page in the browser.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: shanyraq sms-gateway --port 2775 --folder telephones --web 8090",
            "",
            "An office uses it with SHANYRAQ_SMS_HOST=127.0.0.1, SHANYRAQ_SMS_PORT, SHANYRAQ_SMS_SYSTEM_ID and",
            "SHANYRAQ_SMS_PASSWORD. shanyraq up --demo starts one by itself."
        })
final class SmsGatewayCommand implements Callable<Integer> {

    /// As whom an office comes if nothing else is said, and with what password: it listens for this
    /// machine alone.
    static final String SYSTEM_ID = "shanyraq";

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            defaultValue = "2775",
            paramLabel = "PORT",
            description = "where it speaks SMPP; ${DEFAULT-VALUE} by default, 0 for any that is free")
    private int port;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where telephones, rules and answers lie; .shanyraq/telephones by default")
    private @Nullable Path folder;

    @Option(
            names = "--web",
            defaultValue = "-1",
            paramLabel = "PORT",
            description = "where its page is; none by default, 0 for any that is free")
    private int web;

    @Option(
            names = "--system-id",
            defaultValue = SYSTEM_ID,
            paramLabel = "NAME",
            description = "as whom an office comes; ${DEFAULT-VALUE} by default")
    private String systemId = SYSTEM_ID;

    @Option(
            names = "--password",
            defaultValue = "local",
            paramLabel = "WORD",
            description = "with what password, at most eight letters; ${DEFAULT-VALUE} by default")
    private String password = "local";

    @Option(names = "--until", hidden = true, description = "ends when the process with this number does")
    private @Nullable Long until;

    private final Console console;

    SmsGatewayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        OfficeCommand.quieten();
        if (LoggerFactory.getLogger("org.jsmpp") instanceof ch.qos.logback.classic.Logger library) {
            library.setLevel(Level.OFF);
        }
        refuseWrongPort(port, 0);
        refuseWrongPort(web, -1);
        if (password.length() > 8) {
            throw new Usage("""
                    SMPP has passwords of at most eight letters; this one has %d.
                    Maybe choose a shorter one.""".formatted(password.length()));
        }
        Path home = folder == null ? console.home().resolve(".shanyraq").resolve("telephones") : folder;
        try {
            return serve(home);
        } catch (IOException taken) {
            console.err().println("""
                    The SMS gateway cannot be opened: %s.
                    Maybe another program listens on that port, or the folder cannot be written.""".formatted(taken.getMessage()));
            return Exit.UNREACHABLE;
        }
    }

    private int serve(Path home) throws IOException, InterruptedException {
        var closed = new CountDownLatch(1);
        var phones = new Phones(home);
        try (var gateway = new LocalSmsGateway(port, phones, home, systemId, password);
                PhonesPage page = web < 0 ? null : new PhonesPage(web, phones)) {
            tell("The SMS gateway speaks SMPP at 127.0.0.1:%d".formatted(gateway.port()));
            if (page != null) {
                tell("  telephones: http://127.0.0.1:%d/".formatted(page.port()));
            }
            tell("  folder:     %s".formatted(home.toAbsolutePath().normalize()));
            Runtime.getRuntime().addShutdownHook(new Thread(closed::countDown, "closing"));
            Optional<ProcessHandle> owner = until == null ? Optional.empty() : ProcessHandle.of(until);
            if (until != null && owner.isEmpty()) {
                return Exit.DONE;
            }
            boolean over = false;
            while (!over) {
                over = closed.await(1, TimeUnit.SECONDS)
                        || owner.filter(process -> !process.isAlive()).isPresent();
            }
            return Exit.DONE;
        }
    }

    private static void refuseWrongPort(int port, int least) {
        if (port < least || port > LAST_PORT) {
            throw new Usage("""
                    There is no port %d; ports are 1 to %d.
                    Maybe a digit is wrong.""".formatted(port, LAST_PORT));
        }
    }

    private void tell(String words) {
        console.out().println(words);
        console.out().flush();
    }
}
