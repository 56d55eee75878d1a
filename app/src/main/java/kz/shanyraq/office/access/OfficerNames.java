package kz.shanyraq.office.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What officers are called: for pages that say who signed.
@Component
public class OfficerNames {

    private static final String NAMES = "select id, name from access.officer where id = any (:ids)";

    private final JdbcClient db;

    OfficerNames(JdbcClient db) {
        this.db = db;
    }

    /// The names of some officers; who may not be named to the one who asks is not there.
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> officers) {
        Map<UUID, String> names = new HashMap<>();
        if (!officers.isEmpty()) {
            db.sql(NAMES).param("ids", officers.toArray(UUID[]::new)).query(row -> {
                names.put(row.getObject(1, UUID.class), row.getString(2));
            });
        }
        return Map.copyOf(names);
    }
}
