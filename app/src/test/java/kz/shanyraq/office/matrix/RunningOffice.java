package kz.shanyraq.office.matrix;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.Office;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.benefits.Sweeper;
import kz.shanyraq.office.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole office at a port of its own, with the village in its database. The tests of a run share one.
public final class RunningOffice {

    private static final class Shared {
        private static final RunningOffice OFFICE = new RunningOffice();
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient admin = database.asAdmin();
    private final ConfigurableApplicationContext context;
    private final Village village;
    private final Map<Neighbour, String> citizens = new HashMap<>();

    private RunningOffice() {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--shanyraq.pace.sign-in=100000",
                "--shanyraq.pace.search=100000",
                "--shanyraq.upload.most=1MB",
                "--shanyraq.db.url=" + database.url(),
                "--shanyraq.data=target/test-data/" + database.name()));
        context = new SpringApplicationBuilder(Office.class)
                // The server of the test databases goes with the virtual machine; an office that closes later would
                // miss it.
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
        village = Village.in(database.intake());
        // No register has answered for a month: of every family facts are missing, and each is found.
        context.getBean(Sweeper.class).all(YearMonth.of(2025, 1), null, told -> {});
    }

    /// The office of this run; started when it is asked for first.
    public static RunningOffice shared() {
        return Shared.OFFICE;
    }

    /// Its address, without a slash at the end.
    public String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /// Who lives there.
    public Village village() {
        return village;
    }

    /// Statements of an administrator, whom no right stops.
    public JdbcClient admin() {
        return admin;
    }

    /// A bean of the office.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// A bean of the office by its name.
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// The login of a citizen, who has one account only.
    public synchronized String login(Neighbour citizen) {
        return citizens.computeIfAbsent(citizen, each -> officers().account(village.id(each)));
    }

    /// Accounts.
    public TestOfficers officers() {
        return bean(TestOfficers.class);
    }
}
