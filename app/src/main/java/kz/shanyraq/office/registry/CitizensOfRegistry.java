package kz.shanyraq.office.registry;

import java.util.Optional;
import kz.shanyraq.office.access.Citizens;
import kz.shanyraq.office.access.Families;
import kz.shanyraq.office.access.FamilyRef;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Answers access: the family of a citizen who signs in, and which family a number means. Both are asked before anybody
/// has rights,
/// so they are read as mass work is; neither is shown to anybody.
@Component
class CitizensOfRegistry implements Citizens, Families {

    private static final String FAMILY_OF = """
            select family_id from registry.person
            where id = (select coalesce(merged_into, id) from registry.person where id = :person) and family_id is not null
            """;
    private static final String WITH_NUMBER = """
            select id, kato, restricted from registry.family where id = :id
            """;

    private record Row(long id, int kato, boolean restricted) {}

    private final JdbcClient db;

    CitizensOfRegistry(@Qualifier("intakeDb") JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Long> familyOf(long person) {
        return db.sql(FAMILY_OF).param("person", person).query(Long.class).optional();
    }

    @Override
    public Optional<FamilyRef> withNumber(String number) {
        FamilyId id;
        try {
            id = FamilyId.parse(number);
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
        return db.sql(WITH_NUMBER)
                .param("id", id.value())
                .query(Row.class)
                .optional()
                .map(row -> new FamilyRef(row.id(), id.number(), row.kato(), row.restricted()));
    }
}
