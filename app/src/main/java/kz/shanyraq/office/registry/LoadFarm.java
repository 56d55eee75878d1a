package kz.shanyraq.office.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Livestock or plots of a household file: several rows of a family and kind add up.
final class LoadFarm implements LoadStep {

    private static final String STRANGERS = """
            insert into registry.reject (intake, line, "column", value, reason)
            select :intake, s.line, 'family_id', s.{file}_family_id, format('there is no family ''%s''', s.{file}_family_id)
            from {staging} s where not exists (select from registry.family f where f.source_key = s.{file}_family_id)
            """;

    private static final String TOLD = """
            create temp table told on commit drop as
            select min(s.line) as line, f.id, s.{file}_kind as kind, daterange(:day, null) as valid, {sum} as {value}, count(*) as rows
            from {staging} s join registry.family f on f.source_key = s.{file}_family_id
            group by f.id, s.{file}_kind
            """;

    private static final String TALLY = """
            select coalesce(sum(n) filter (where what = 'new'), 0) as added, coalesce(sum(n) filter (where what = 'changed'), 0) as changed,
                coalesce(sum(n) filter (where what = 'unchanged'), 0) as unchanged, 0 as merged,
                coalesce(sum(n) filter (where what = 'disputed'), 0) as disputed, 0 as rejected
            from outcome
            """;

    private final JdbcClient db;
    private final Sheet sheet;
    private final SheetFacts facts;

    LoadFarm(JdbcClient db, Sheet sheet) {
        this.db = db;
        this.sheet = sheet;
        this.facts = new SheetFacts(db);
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        long strangers =
                db.sql(fill(STRANGERS, staging)).param("intake", part.intake()).update();
        db.sql(fill(TOLD, staging)).param("day", part.validOn()).update();
        long rows = db.sql("select coalesce(sum(rows), 0) from told")
                .query(Long.class)
                .single();
        db.sql(SheetRows.OUTCOME).update();
        if (part.bare()) {
            facts.first(sheet, part.teller("farms"));
        } else {
            facts.take(sheet, part.teller("farms"));
        }
        LoadTally tally = db.sql(TALLY).query(LoadTally.class).single().within(rows);
        db.sql("drop table outcome").update();
        return tally.plus(new LoadTally(0, 0, 0, 0, 0, strangers));
    }

    private String fill(String sql, String staging) {
        return sql.replace("{file}", sheet == Sheet.LIVESTOCK ? "livestock" : "plot")
                .replace("{staging}", staging)
                .replace("{value}", sheet == Sheet.LIVESTOCK ? "heads" : "area_m2")
                .replace("{sum}", sheet == Sheet.LIVESTOCK ? "sum(s.heads)::integer" : "sum(s.area_m2) / 100.0");
    }
}
