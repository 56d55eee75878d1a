package kz.shanyraq.office.access;

import kz.shanyraq.office.database.OfficeDatabase;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door key: what the office knows and SQL slipped into a page's statement does not. Sessions are opened with
/// it and not otherwise.
///
/// It lies in the data folder, or comes by `SHANYRAQ_DOOR_KEY` where several offices share a database.
@Component
class Door {

    private final String key;

    Door(Environment environment, OfficeDatabase database, JdbcClient db) {
        String given = environment.getProperty("shanyraq.door.key", "");
        this.key = given.isEmpty() ? database.data().secret("door-key") : given;
        if (!db.sql("select access.set_door(:key)")
                .param("key", key)
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("""
                    The door key of this office is not the one that the database knows.
                    Maybe the database was used with another data folder: bring its secrets/door-key here, or set SHANYRAQ_DOOR_KEY.""");
        }
    }

    String key() {
        return key;
    }
}
