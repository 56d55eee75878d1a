package kz.shanyraq.office.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kz.shanyraq.policy.Day;
import kz.shanyraq.policy.household.Coverage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which registers answered for which months.
@Component
class Answered {

    private static final String ALL = """
            select kind, lower(months) as first, upper(months) as last from registry.answered
            where intake <= :known and (superseded_by is null or superseded_by > :known)
            """;

    private record Row(String kind, LocalDate first, LocalDate last) {}

    private final JdbcClient db;

    Answered(JdbcClient db) {
        this.db = db;
    }

    List<Coverage.Asked> known(int delivery) {
        return db.sql(ALL).param("known", delivery).query(Row.class).list().stream()
                .map(row -> new Coverage.Asked(
                        row.kind(), Day.count(YearMonth.from(row.first())), Day.count(YearMonth.from(row.last())) - 1))
                .toList();
    }
}
