package kz.shanyraq.office.registry;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An invented person of whom a later delivery of the demo tells.
record DemoPerson(String iin) {

    private static final String SOME = """
            select p.iin from registry.person p join registry.activity a on a.person_id = p.id and a.superseded_by is null
            where p.iin is not null and a.work = 'permanent' order by p.id limit 400
            """;

    /// The first four hundred who work.
    static List<DemoPerson> some(DataSource source) {
        return JdbcClient.create(source).sql(SOME).query(DemoPerson.class).list();
    }
}
