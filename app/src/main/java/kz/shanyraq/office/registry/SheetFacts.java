package kz.shanyraq.office.registry;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes told facts into a sheet, in sets: what nobody told of is new; what is held and told again stays; what differs
/// supersedes the held row for the days it tells of, and the rest of the held row is told anew; what a source of lower
/// precedence tells otherwise is a disagreement, and the held fact stays. This is judged column by column: a source
/// also fills what those above it leave open, and the row keeps in `also` which delivery told which of its columns.
///
/// The facts stand in the temporary table `told` (line, id, kind where the sheet has kinds, valid, the values); no two
/// rows of one
/// person or family, and kind, overlap. What became of each is added to the temporary table `outcome`
/// (line, id, what, n, persons).
final class SheetFacts {

    /// A source that is asked about something for the first time: what it may replace.
    ///
    /// @param intake the delivery
    /// @param source who tells
    record Teller(int intake, String source) {}

    private static final String MEETING = """
            create temp table meeting on commit drop as
            select t.line, t.id, {kind:t.kind,} t.valid as told, h.ctid as at, h.valid as held, coalesce(h.origin, h.intake) as origin, h.also,
                {t_values}, {h_values}, ({differs}) as differs, '{}'::text[] as won, null::integer as teller, null::jsonb as others
            from told t
            join {table} h on h.{subject} = t.id {kind:and h.kind = t.kind} and h.superseded_by is null and h.valid && t.valid
            """;

    // Judged column by column: who told the held value of each, and whether the told one replaces it. What nobody told
    // of yet any source fills, unless it speaks of something else: another place, another sum.
    // An officer's correction holds while the register repeats what was corrected; a later and different word of the
    // register is newer than it.
    private static final String CELL = """
            create temp table cell on commit drop as
            select m.at, m.told, v.name, w.holder, w.source, w.rank, (v.held is null and not ({elsewhere})) or (
                w.rank >= (select registry.rank_of('{sheet}', :source))
                or (w.source = 'officer' and lower(m.told) >= w.since and not exists (
                    select from {table} old
                    where old.{subject} = m.id {kind:and old.kind = m.kind} and old.superseded_by = w.holder
                        and case v.name {old_cells} end is not distinct from v.told))) as wins
            from meeting m, lateral (values {pairs}) v (name, told, held), lateral (
                select i.id as holder, coalesce(i.source, s.source) as source, i.opened_at::date as since, coalesce(p.rank, 32767) as rank
                from registry.intake i
                join registry.sheet s on s.code = '{sheet}'
                left join registry.precedence p on p.sheet = s.code and p.source = coalesce(i.source, s.source)
                where i.id = coalesce((m.also ->> v.name)::integer, m.origin)) w
            where m.differs and v.told is not null and v.told is distinct from v.held
            """;

    private static final String WON = """
            update meeting m set won = c.won
            from (select at, told, array_agg(name) as won from cell where wins group by at, told) c
            where m.differs and c.at = m.at and c.told = m.told
            """;

    // The row is that of its most trusted teller; it names the others column by column.
    private static final String TELLERS = """
            update meeting m set teller = n.teller, others = n.others
            from (
                select b.at, b.told, b.teller, jsonb_object_agg(h.key, h.value) filter (where h.value::integer <> b.teller) as others
                from (
                    select c.at, c.told, c.holders,
                        case when o.rank < (select registry.rank_of('{sheet}', :source))
                            and exists (select from jsonb_each(c.holders) e where e.value::integer = c.origin)
                            then c.origin else :intake end as teller
                    from (
                        select m.at, m.told, m.origin, jsonb_object_agg(v.name, case when v.name = any (m.won) then :intake
                            else coalesce((m.also ->> v.name)::integer, m.origin) end) as holders
                        from meeting m, lateral (values {pairs}) v (name, told, held)
                        where m.won <> '{}' and (v.held is not null or v.name = any (m.won))
                        group by m.at, m.told, m.origin
                    ) c
                    join (
                        select d.origin, registry.rank_of('{sheet}', coalesce(i.source, s.source)) as rank
                        from (select distinct origin from meeting) d
                        join registry.intake i on i.id = d.origin
                        join registry.sheet s on s.code = '{sheet}' offset 0
                    ) o on o.origin = c.origin
                ) b, jsonb_each(b.holders) h
                group by b.at, b.told, b.teller
            ) n
            where n.at = m.at and n.told = m.told
            """;

    private static final String SUPERSEDE = """
            update {table} h set superseded_by = :intake
            from (select distinct at from meeting where won <> '{}') m
            where h.ctid = m.at and h.superseded_by is null
            """;

    private static final String REMAINDER = """
            insert into {table} ({subject}, intake, origin, also, valid{kind:, kind}, {values})
            select m.id, :intake, m.origin, m.also, rest{kind:, m.kind}, {m_h_values}
            from (
                select distinct on (at) meeting.*, range_agg(told) over (partition by at) as retold
                from meeting where won <> '{}'
            ) m, unnest(datemultirange(m.held) - m.retold) as rest
            """;

    private static final String CHANGE = """
            insert into {table} ({subject}, intake, origin, also, valid{kind:, kind}, {values})
            select id, :intake, nullif(teller, :intake), others, told * held{kind:, kind}, {t_over_h}
            from meeting where won <> '{}'
            """;

    private static final String ADD = """
            with added as (
                insert into {table} ({subject}, intake, valid{kind:, kind}, {values})
                select t.id, :intake, part{kind:, t.kind}, {t_dot_values}
                from told t
                left join (select line, range_agg(held) as cover from meeting group by line) m using (line),
                unnest(datemultirange(t.valid) - coalesce(m.cover, '{}'::datemultirange)) as part
                where {whole}
                returning {subject} as id, valid{kind:, kind}
            )
            insert into outcome (line, id, what, n, persons)
            select t.line, a.id, 'new', count(*), {persons}
            from added a join told t on t.id = a.id {kind:and t.kind = a.kind} and t.valid @> a.valid
            group by t.line, a.id
            """;

    private static final String ADD_UNMET = """
            with added as (
                insert into {table} ({subject}, intake, valid{kind:, kind}, {values})
                select t.id, :intake, t.valid{kind:, t.kind}, {t_dot_values} from told t where {whole}
            )
            insert into outcome (line, id, what, n, persons) select line, id, 'new', 1, {persons} from told
            """;

    private static final String OUTCOME = """
            insert into outcome (line, id, what, n, persons)
            select line, id, case when not differs then 'unchanged' when won <> '{}' then 'changed' else 'disputed' end,
                {n}, {persons}
            from meeting group by 1, 2, 3
            """;

    private static final String MONTHS = """
            sum(case when differs then 1 else
                (extract(year from upper(told * held)) - extract(year from lower(told * held))) * 12
                + extract(month from upper(told * held)) - extract(month from lower(told * held)) end)::integer""";

    private static final String DISAGREE = """
            insert into registry.disagreement (sheet, {subject}, "column", valid, held, held_source, other, other_source, rule, intake)
            select '{sheet}', m.id, v.name, m.told * m.held,
                case when c.wins then v.told else v.held end, case when c.wins then :source else c.source end,
                case when c.wins then v.held else v.told end, case when c.wins then c.source else :source end,
                case when c.rank = (select registry.rank_of('{sheet}', :source)) then 'later' else 'rank' end, :intake
            from meeting m
            join cell c using (at, told), lateral (values {pairs}) v (name, told, held)
            where m.differs and v.name = c.name and c.source <> :source
                and not (c.wins and v.held is null)
                and not exists (
                    select from registry.disagreement d
                    where d.{subject} = m.id and d.sheet = '{sheet}' and d."column" = v.name and d.settled_by is null
                        and d.other is not distinct from (case when c.wins then v.held else v.told end)
                        and d.other_source = (case when c.wins then c.source else :source end))
            """;

    private static final String SETTLE = """
            update registry.disagreement d set settled_by = :intake
            from meeting m, lateral (values {pairs}) v (name, told, held)
            where d.{subject} = m.id and d.sheet = '{sheet}' and d."column" = v.name and d.settled_by is null
                and d.other_source = :source and v.told is not null and v.told = v.held and d.intake < :intake
            """;

    private final JdbcClient db;

    SheetFacts(JdbcClient db) {
        this.db = db;
    }

    /// Takes what stands in `told` into a sheet, and drops it.
    void take(Sheet sheet, Teller teller) {
        db.sql("analyze told").update();
        ByPages.ahead(
                db,
                sheet.table() + " where superseded_by is null and",
                sheet.subject(),
                "bigint",
                "select distinct id from told");
        db.sql(fill(MEETING, sheet)).update();
        db.sql("analyze meeting").update();
        boolean meets = db.sql("select exists (select from meeting)")
                .query(Boolean.class)
                .single();
        if (meets) {
            boolean differs = db.sql("select exists (select from meeting where differs)")
                    .query(Boolean.class)
                    .single();
            if (differs) {
                for (String statement : List.of(CELL, WON, TELLERS, SUPERSEDE, REMAINDER, CHANGE, DISAGREE)) {
                    run(fill(statement, sheet), teller);
                }
                db.sql("drop table cell").update();
            }
            run(fill(SETTLE, sheet), teller);
            run(fill(OUTCOME, sheet), teller);
        }
        run(fill(meets ? ADD : ADD_UNMET, sheet), teller);
        db.sql("drop table meeting, told").update();
    }

    /// Takes what stands in `told` into a sheet that holds nothing of it, and drops it.
    void first(Sheet sheet, Teller teller) {
        run(fill(ADD_UNMET, sheet), teller);
        db.sql("drop table told").update();
    }

    private void run(String sql, Teller teller) {
        db.sql(sql)
                .param("intake", teller.intake())
                .param("source", teller.source())
                .update();
    }

    private static String fill(String statement, Sheet sheet) {
        String sql = statement
                .replace("{n}", sheet == Sheet.INCOME ? MONTHS : "1")
                .replace("{t_values}", each(sheet, v -> "t.%1$s as t_%1$s".formatted(v.column())))
                .replace("{h_values}", each(sheet, v -> "h.%1$s as h_%1$s".formatted(v.column())))
                .replace("{m_h_values}", each(sheet, v -> "m.h_" + v.column()))
                .replace("{t_dot_values}", each(sheet, v -> "t." + v.column()))
                .replace(
                        "{t_over_h}",
                        each(
                                sheet,
                                v -> "case when '%1$s' = any (won) then t_%1$s else h_%1$s end".formatted(v.column())))
                .replace("{values}", each(sheet, SheetValue::column))
                .replace(
                        "{differs}",
                        join(
                                sheet,
                                " or ",
                                v -> "t.%1$s is not null and t.%1$s is distinct from h.%1$s".formatted(v.column())))
                .replace("{old_cells}", join(sheet, " ", v -> "when '%1$s' then old.%1$s::text".formatted(v.column())))
                .replace("{elsewhere}", elsewhere(sheet))
                .replace("{pairs}", each(sheet, v -> "('%1$s', m.t_%1$s::text, m.h_%1$s::text)".formatted(v.column())))
                .replace("{persons}", Boolean.toString(sheet.ofPersons()))
                .replace("{whole}", whole(sheet))
                .replace("{table}", sheet.table())
                .replace("{sheet}", sheet.code())
                .replace("{subject}", sheet.subject());
        return sheet.byKind() ? sql.replaceAll("\\{kind:([^}]*)}", "$1") : sql.replaceAll("\\{kind:[^}]*}", "");
    }

    /// When a told row speaks of something else than the held one, so that its values do not fill what that leaves
    /// open.
    private static String elsewhere(Sheet sheet) {
        return switch (sheet) {
            case HOME ->
                "v.name in ('address', 'settlement_type', 'dwelling_key') and coalesce(m.t_kato <> m.h_kato, false)";
            case INCOME -> "coalesce(m.t_amount <> m.h_amount, false)";
            case MEMBERSHIP -> "coalesce(m.t_family_id <> m.h_family_id, false)";
            default -> "false";
        };
    }

    /// What a row cannot be without.
    private static String whole(Sheet sheet) {
        return switch (sheet) {
            case MEMBERSHIP -> "t.family_id is not null";
            case HOME -> "t.kato is not null";
            default -> "true";
        };
    }

    private static String each(Sheet sheet, Function<SheetValue, String> text) {
        return join(sheet, ", ", text);
    }

    private static String join(Sheet sheet, String between, Function<SheetValue, String> text) {
        return sheet.cells().stream().map(text).collect(Collectors.joining(between));
    }
}
