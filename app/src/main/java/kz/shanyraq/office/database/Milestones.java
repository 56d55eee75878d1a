package kz.shanyraq.office.database;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What happened once to this installation.
@Component
public class Milestones {

    private static final String DETAIL = "select detail from database.milestone where name = :name";

    private static final String REACH = """
            insert into database.milestone (name, detail) values (:name, :detail) on conflict do nothing
            """;

    private final JdbcClient db;

    Milestones(JdbcClient db) {
        this.db = db;
    }

    /// What was noted when it happened; empty if it has not happened.
    public Optional<String> detail(String name) {
        return db.sql(DETAIL).param("name", name).query(String.class).optional();
    }

    /// Notes that it has happened.
    public void reach(String name, String detail) {
        db.sql(REACH).param("name", name).param("detail", detail).update();
    }
}
