package kz.shanyraq.office.financing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// The work of paying in a process of its own, which ends at its n-th step as if it had been killed.
final class PayProcess {

    /// How it ends when it is killed.
    static final int KILLED = 137;

    /// @param words the address of the database with an administrator's name; the bank's folder; at which step it ends,
    /// 0 for never
    public static void main(String[] words) {
        var config = new HikariConfig();
        config.setJdbcUrl(words[0]);
        config.setConnectionInitSql("set role shanyraq_intake");
        config.setMaximumPoolSize(2);
        var left = new AtomicInteger(Integer.parseInt(words[2]));
        try (var pool = new HikariDataSource(config)) {
            var run = new PayRun(pool, Due.payer(), Path.of(words[1]), null, step -> {
                System.out.println(step);
                if (left.decrementAndGet() == 0) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
            run.accrue(Due.NOVEMBER);
            run.goOn();
        }
    }

    private PayProcess() {}
}
