package kz.shanyraq.office.registry;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Families of a household file: the family, its home, and what its members own.
final class LoadFamilies implements LoadStep {

    static final List<Sheet> SHEETS = List.of(Sheet.HOME, Sheet.PROPERTY, Sheet.VEHICLES, Sheet.CONDUCT, Sheet.FINANCE);

    private static final String ARRIVING = """
            create temp table arriving on commit drop as
            select s.*, coalesce(f.id, nextval('registry.family_id_seq')) as id, f.id is null as is_new,
                coalesce(s.settlement::integer, s.district::integer, s.region * 10000000) as kato,
                daterange(:day, null) as valid
            from %s s left join registry.family f on f.source_key = s.family_id
            """;

    private static final String NEW_FAMILIES = """
            insert into registry.family (id, kato, source_key, intake)
            select id, kato, family_id, :intake from arriving where is_new order by id
            """;

    private final JdbcClient db;
    private final SheetRows rows;
    private final LoadSearched searched;

    LoadFamilies(JdbcClient db) {
        this.db = db;
        this.rows = new SheetRows(db);
        this.searched = new LoadSearched(db);
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        db.sql(ARRIVING.formatted(staging)).param("day", part.validOn()).update();
        db.sql(NEW_FAMILIES).param("intake", part.intake()).update();
        LoadTally tally = rows.take(SHEETS, part, Map.of("kato", "a.kato"));
        if (tally.changed() > 0) {
            searched.moved();
        }
        rows.drop();
        return tally;
    }
}
