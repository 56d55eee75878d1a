package kz.shanyraq.office.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What other modules find when they ask for the database.
@OfficeTest
class DatabaseConfigurationTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    @Qualifier("intakeDb")
    private JdbcClient intakeDb;

    @Test
    void pages_and_mass_work_are_different_roles_that_may_not_bypass_rights() {
        String who =
                "select current_user || ' ' || rolsuper || ' ' || rolbypassrls from pg_roles where rolname = current_user";
        assertThat(db.sql(who).query(String.class).single()).isEqualTo("shanyraq_office false false");
        assertThat(intakeDb.sql(who).query(String.class).single()).isEqualTo("shanyraq_intake false false");
    }
}
