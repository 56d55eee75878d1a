package kz.shanyraq.office.registry;

import java.util.Arrays;
import java.util.List;
import kz.shanyraq.policy.household.Column;
import kz.shanyraq.policy.household.HouseholdFile;
import kz.shanyraq.policy.household.IncomeKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The file of facts: what single sources say of a value that the main files already chose. Where it is the held value
/// we learn its source; where it differs, or where the main files left the value open, it is a disagreement, and what
/// is held stays: the law reads the main files.
final class LoadFacts implements LoadStep {

    private static final String READ = """
            create temp table fact on commit drop as
            select s.line, s.fact_column as name, s.fact_value as value, s.fact_source as source, p.id as person, f.id as family,
                case when not pg_input_is_valid(coalesce(s.valid_from, '2000-01-01'), 'date') then 'valid_from'
                    when not pg_input_is_valid(coalesce(s.valid_to, '2000-01-01'), 'date') then 'valid_to'
                    when s.valid_to::date < s.valid_from::date then 'valid_to'
                    when not exists (select from registry.source r where r.code = s.fact_source) then 'source'
                    when s.fact_person_id is not null and p.id is null then 'person_id'
                    when s.fact_person_id is null and f.id is null then 'family_id' end as wrong,
                s.fact_person_id, s.fact_family_id, s.valid_from, s.valid_to, null::text as outcome, null::text as reason
            from %s s
            left join registry.person p on p.source_key = s.fact_person_id
            left join registry.family f on s.fact_person_id is null and f.source_key = s.fact_family_id
            """;

    private static final String COMPARE = """
            create temp table compared on commit drop as
            select f.line, h.{subject} as id, f.value, f.source, h.valid * daterange(f.valid_from::date, f.valid_to::date, '[]') as valid,
                h.{value}::text as held, f.value = h.{value}::text as same, coalesce(i.source, s.source) as keeper
            from fact f
            join {table} h on h.{subject} = f.{who} and h.superseded_by is null and h.valid && daterange(f.valid_from::date, f.valid_to::date, '[]')
            join registry.intake i on i.id = coalesce((h.also ->> '{value}')::integer, h.origin, h.intake)
            join registry.sheet s on s.code = '{sheet}'
            where f.wrong is null and f.name = :column and h.{value} is not null
            """;

    private static final String DISAGREE = """
            insert into registry.disagreement (sheet, {subject}, "column", valid, held, held_source, other, other_source, rule, intake)
            select '{sheet}', c.id, '{value}', c.valid, c.held, k.source, c.value, c.source,
                case when registry.rank_of('{sheet}', k.source) = registry.rank_of('{sheet}', c.source) then 'later' else 'rank' end, :intake
            from compared c,
            lateral (select coalesce((select max(o.source) from compared o where o.id = c.id and o.same), c.keeper) as source) k
            where not c.same and not exists (
                select from registry.disagreement d
                where d.{subject} = c.id and d.sheet = '{sheet}' and d."column" = '{value}' and d.other = c.value and d.other_source = c.source
                    and d.settled_by is null)
            """;

    private static final String SILENT = """
            insert into registry.disagreement (sheet, {subject}, "column", valid, held, held_source, other, other_source, rule, intake)
            select distinct on (f.{who}, f.value, f.source) '{sheet}', f.{who}, '{value}', daterange(f.valid_from::date, f.valid_to::date, '[]'),
                null, s.source, f.value, f.source, 'silent', :intake
            from fact f
            join registry.sheet s on s.code = '{sheet}'
            where f.wrong is null and f.outcome is null and f.name = :column and f.{who} is not null and not exists (
                select from registry.disagreement d
                where d.{subject} = f.{who} and d.sheet = '{sheet}' and d."column" = '{value}' and d.other = f.value and d.other_source = f.source
                    and d.settled_by is null)
            order by f.{who}, f.value, f.source, f.line
            """;

    private static final String TOLD_ALONE = """
            update fact f set outcome = 'disputed'
            where f.wrong is null and f.outcome is null and f.name = :column and f.{who} is not null
            """;

    private static final String REFUSE = """
            update fact set wrong = 'column', reason = :reason where wrong is null and outcome is null and name = :column
            """;

    private static final String OUTCOME = """
            update fact f set outcome = case when c.same then 'unchanged' else 'disputed' end
            from (select line, bool_or(same) as same from compared group by line) c where c.line = f.line
            """;

    private static final String REJECT = """
            insert into registry.reject (intake, line, "column", value, reason, family_id)
            select :intake, line, coalesce(wrong, 'column'), v,
                case wrong when 'valid_from' then format('''%s'' is not a date as YYYY-MM-DD', v)
                    when 'valid_to' then format('''%s'' is not a date as YYYY-MM-DD from valid_from on', v)
                    when 'source' then format('there is no source ''%s''', v)
                    when 'person_id' then format('there is no person ''%s''', v)
                    when 'family_id' then format('there is no family ''%s''', v)
                    else coalesce(reason, format('''%s'' is of %s: it needs %s', v,
                        case when f.person is null then 'persons' else 'families' end, case when f.person is null then 'person_id' else 'family_id' end)) end, f.family
            from fact f,
            lateral (select case wrong when 'valid_from' then valid_from when 'valid_to' then valid_to when 'source' then source
                when 'person_id' then fact_person_id when 'family_id' then coalesce(fact_family_id, '') else name end) x (v)
            where outcome is null
            """;

    private final JdbcClient db;

    LoadFacts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        db.sql(READ.formatted(staging)).update();
        for (String name : db.sql("select distinct name from fact where wrong is null")
                .query(String.class)
                .list()) {
            Column column = column(name);
            Sheet sheet = column == null ? null : Sheet.holding(column);
            if (sheet != null) {
                compare(part, sheet, name);
            } else {
                db.sql(REFUSE).param("column", name).param("reason", why(name)).update();
            }
        }
        db.sql(REJECT).param("intake", part.intake()).update();
        LoadTally tally = db.sql("""
                        select 0 as added, 0 as changed, count(*) filter (where outcome = 'unchanged') as unchanged, 0 as merged,
                            count(*) filter (where outcome = 'disputed') as disputed, count(*) filter (where outcome is null) as rejected
                        from fact
                        """).query(LoadTally.class).single();
        db.sql("drop table fact").update();
        return tally;
    }

    private void compare(LoadPart part, Sheet sheet, String name) {
        String value = sheet.cells().stream()
                .filter(v -> v.told() != null && v.told().header().equals(name))
                .map(SheetValue::column)
                .findFirst()
                .orElseThrow();
        for (String statement : List.of(COMPARE, DISAGREE, OUTCOME, SILENT, TOLD_ALONE)) {
            db.sql(statement
                            .replace("{table}", sheet.table())
                            .replace("{sheet}", sheet.code())
                            .replace("{subject}", sheet.subject())
                            .replace("{who}", sheet.ofPersons() ? "person" : "family")
                            .replace("{value}", value))
                    .param("intake", part.intake())
                    .param("column", name)
                    .update();
        }
        db.sql("drop table compared").update();
    }

    /// Why a fact about a column cannot be kept.
    private static String why(String name) {
        boolean income = Column.of(HouseholdFile.INCOMES).stream()
                        .anyMatch(column -> column.header().equals(name) && column != Column.INCOME_PERSON_ID)
                || Arrays.stream(IncomeKind.values())
                        .anyMatch(kind -> kind.code().equals(name));
        if (income) {
            return "'%s' is of incomes, and a fact names neither kind nor month: tell it in incomes, or as a file of its register"
                    .formatted(name);
        }
        return column(name) == null
                ? "'%s' is no column of families or persons".formatted(name)
                : "'%s' is not kept with its sources".formatted(name);
    }

    /// The column of families or persons of a name.
    static @Nullable Column column(String name) {
        for (HouseholdFile file : List.of(HouseholdFile.PERSONS, HouseholdFile.FAMILIES)) {
            for (Column column : Column.of(file)) {
                if (column.header().equals(name)) {
                    return column;
                }
            }
        }
        return null;
    }
}
