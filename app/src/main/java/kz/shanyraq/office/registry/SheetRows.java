package kz.shanyraq.office.registry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.shanyraq.policy.household.Column;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wide rows of a household file, one a person or family, taken apart into sheets. They stand in the temporary table
/// `arriving`
/// (the columns of the file, id, is_new, valid).
final class SheetRows {

    private static final String INSERT = """
            insert into %s (%s, intake, valid, %s)
            select a.id, :intake, %s, %s from arriving a
            where a.is_new and num_nonnulls(%s) > 0 order by a.line
            """;

    private static final String TOLD = """
            create temp table told on commit drop as
            select a.line, a.id, %s as valid, %s from arriving a
            where not a.is_new and num_nonnulls(%s) > 0
            """;

    private static final String IDENTITY_SINCE = "daterange(coalesce(a.birth_date, lower(a.valid)), null)";

    // A birth date that is told anew corrects all days; other changes hold from the day of the file.
    private static final String IDENTITY_AGAIN = """
            (select case when a.birth_date is distinct from p.birth_date and a.birth_date is not null
                    then daterange(least(a.birth_date, p.birth_date), null)
                    else daterange(greatest(lower(a.valid), p.birth_date), null) end
                from registry.person p where p.id = a.id)""";

    private static final String TALLY = """
            select count(*) filter (where what = 4) as added, count(*) filter (where what = 3) as changed,
                count(*) filter (where what = 0) as unchanged, 0 as merged, count(*) filter (where what = 2) as disputed, 0 as rejected
            from (
                select max(case when a.is_new then 4 else case o.what when 'changed' then 3 when 'disputed' then 2 when 'new' then 3 else 0 end end) as what
                from arriving a left join outcome o on o.line = a.line
                group by a.line
            ) r
            """;

    static final String OUTCOME =
            "create temp table outcome (line bigint, id bigint, what text, n integer, persons boolean not null default true) on commit drop";

    private final JdbcClient db;
    private final SheetFacts facts;

    SheetRows(JdbcClient db) {
        this.db = db;
        this.facts = new SheetFacts(db);
    }

    /// Takes the rows that arrive into sheets.
    ///
    /// @param computed values that are no column of the file, as expressions over `a`
    LoadTally take(List<Sheet> sheets, LoadPart part, Map<String, String> computed) {
        db.sql(OUTCOME).update();
        db.sql("analyze arriving").update();
        boolean again = db.sql("select exists (select from arriving where not is_new)")
                .query(Boolean.class)
                .single();
        for (Sheet sheet : sheets) {
            String columns = names(sheet);
            String values = values(sheet, computed);
            db.sql(INSERT.formatted(
                            sheet.table(),
                            sheet.subject(),
                            columns,
                            sheet == Sheet.IDENTITY ? IDENTITY_SINCE : "a.valid",
                            values,
                            values))
                    .param("intake", part.intake())
                    .update();
            if (again) {
                db.sql(TOLD.formatted(
                                sheet == Sheet.IDENTITY ? IDENTITY_AGAIN : "a.valid", named(sheet, computed), values))
                        .update();
                facts.take(sheet, part.teller(keeper(sheet)));
            }
        }
        return db.sql(TALLY).query(LoadTally.class).single();
    }

    /// Drops what [#take] worked on.
    void drop() {
        db.sql("drop table arriving, outcome").update();
    }

    /// The register that keeps the facts of a sheet.
    String keeper(Sheet sheet) {
        return db.sql("select source from registry.sheet where code = :sheet")
                .param("sheet", sheet.code())
                .query(String.class)
                .single();
    }

    private static String names(Sheet sheet) {
        return sheet.cells().stream().map(SheetValue::column).collect(Collectors.joining(", "));
    }

    private static String values(Sheet sheet, Map<String, String> computed) {
        return sheet.cells().stream().map(v -> expression(v, computed)).collect(Collectors.joining(", "));
    }

    private static String named(Sheet sheet, Map<String, String> computed) {
        return sheet.cells().stream()
                .map(v -> expression(v, computed) + " as " + v.column())
                .collect(Collectors.joining(", "));
    }

    private static String expression(SheetValue value, Map<String, String> computed) {
        Column told = value.told();
        String expression = computed.get(value.column());
        if (expression == null && told != null) {
            expression = "a." + LoadHouseholdRows.staged(told) + (told.type() == Column.Type.AREA ? " / 100.0" : "");
        }
        return expression == null ? "null::" + value.type() : "(%s)::%s".formatted(expression, value.type());
    }
}
