package kz.shanyraq.office.registry;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Persons of a household file: the person, the names that are searched, the sheets, and who is whose parent.
final class LoadPersons implements LoadStep {

    static final List<Sheet> SHEETS = List.of(
            Sheet.IDENTITY,
            Sheet.CONTACT,
            Sheet.MEMBERSHIP,
            Sheet.HEALTH,
            Sheet.ACTIVITY,
            Sheet.STANDING,
            Sheet.LODGING);

    private static final String STRANGERS = """
            insert into registry.reject (intake, line, "column", value, reason)
            select :intake, s.line, 'family_id', s.person_family_id, format('there is no family ''%%s''', s.person_family_id)
            from %s s where not exists (select from registry.family f where f.source_key = s.person_family_id)
            """;

    private static final String ARRIVING = """
            create temp table arriving on commit drop as
            select s.*, f.id as family, f.kato, f.restricted, coalesce(p.id, nextval('registry.person_id_seq')) as id, p.id is null as is_new,
                daterange(:day, null) as valid
            from %s s
            join registry.family f on f.source_key = s.person_family_id
            left join registry.person p on p.source_key = s.person_id
            """;

    private static final String NAMES = """
            create temp table name_told on commit drop as
            select told, registry.fold(told) as folded, null::integer as id
            from (select last_name as told from arriving union select first_name from arriving) n where told is not null
            """;

    private static final String NEW_NAMES = """
            insert into registry.name (folded)
            select distinct n.folded from name_told n
            where not exists (select from registry.name o where o.folded = n.folded)
            on conflict do nothing
            """;

    private static final String KNOWN_NAMES =
            "update name_told n set id = o.id from registry.name o where o.folded = n.folded";

    private static final String NEW_PERSONS = """
            insert into registry.person (id, family_id, kato, last_name, first_name, birth_date, iin, phone, source_key, restricted, intake)
            select a.id, a.family, a.kato, l.id, n.id, a.birth_date, a.iin, a.phone, a.person_id, a.restricted, :intake
            from arriving a
            left join name_told l on l.told = a.last_name
            left join name_told n on n.told = a.first_name
            where a.is_new order by a.line
            """;

    private final JdbcClient db;
    private final SheetRows rows;
    private final LoadKin kin;
    private final LoadSearched searched;

    LoadPersons(JdbcClient db) {
        this.db = db;
        this.rows = new SheetRows(db);
        this.kin = new LoadKin(db);
        this.searched = new LoadSearched(db);
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        long strangers = db.sql(STRANGERS.formatted(staging))
                .param("intake", part.intake())
                .update();
        db.sql(ARRIVING.formatted(staging)).param("day", part.validOn()).update();
        db.sql(NAMES).update();
        db.sql(NEW_NAMES).update();
        db.sql(KNOWN_NAMES).update();
        db.sql(NEW_PERSONS).param("intake", part.intake()).update();
        LoadTally tally = rows.take(SHEETS, part, Map.of("family_id", "a.family"));
        if (tally.changed() > 0) {
            searched.renew();
        }
        kin.arriving(part);
        db.sql("drop table name_told").update();
        rows.drop();
        return new LoadTally(
                tally.added(), tally.changed(), tally.unchanged(), tally.merged(), tally.disputed(), strangers);
    }
}
