package kz.shanyraq.office.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.TestOfficers;
import kz.shanyraq.office.database.OfficeTest;
import kz.shanyraq.office.registry.FamilyList.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How many families a list has: what was dear to count is not counted again for a minute, and nothing beyond ten
/// thousand.
@OfficeTest
class FamilyListTest {

    private static final int SMALL = 396_400_000;
    private static final int LARGE = 396_800_000;

    /// A clock that goes on by a step whenever it is read.
    private static final class Clock implements LongSupplier {
        private final AtomicLong now = new AtomicLong();
        private Duration step = Duration.ZERO;

        @Override
        public long getAsLong() {
            return now.addAndGet(step.toNanos());
        }
    }

    @Autowired
    private Families families;

    @Autowired
    private TestOfficers officers;

    @Autowired
    private JdbcClient db;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient intake;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Clock clock = new Clock();

    private long counted(FamilyList list, Acting acting, Filter filter) {
        Long count =
                Access.as(acting, () -> new TransactionTemplate(transactions).execute(status -> list.count(filter)));
        return count == null ? -1 : count;
    }

    private static Filter all(int district) {
        return new Filter(district, district + 99_999, "all");
    }

    @Test
    void a_count_that_was_dear_is_kept_a_minute_and_one_that_was_not_is_made_again() {
        var list = new FamilyList(db, clock);
        Acting worker = officers.socialWorker(SMALL);
        families.alone(SMALL, "Есепова", "Алма", "1980-01-01");

        clock.step = Duration.ofMillis(10);
        long before = counted(list, worker, all(SMALL));
        families.alone(SMALL, "Есепова", "Анар", "1981-01-01");
        assertThat(counted(list, worker, all(SMALL))).as("cheap: counted again").isEqualTo(before + 1);

        clock.step = Duration.ofMillis(60);
        assertThat(counted(list, worker, all(SMALL))).isEqualTo(before + 1);
        families.alone(SMALL, "Есепова", "Асель", "1982-01-01");
        assertThat(counted(list, worker, all(SMALL))).as("dear: kept").isEqualTo(before + 1);
        assertThat(counted(list, worker, new Filter(SMALL, SMALL + 99_999, "elderly")))
                .as("another filter is another count")
                .isZero();
        clock.now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(counted(list, worker, all(SMALL))).as("after a minute").isEqualTo(before + 2);
    }

    @Test
    void counting_stops_at_ten_thousand() {
        int told = families.delivery("2025-01-05");
        intake.sql("insert into registry.family (kato, intake) select :kato, :told from generate_series(1, 10500)")
                .param("kato", LARGE)
                .param("told", told)
                .update();
        var list = new FamilyList(db, clock);
        assertThat(counted(list, officers.socialWorker(LARGE), all(LARGE))).isEqualTo(FamilyList.MOST_COUNTED);
    }
}
