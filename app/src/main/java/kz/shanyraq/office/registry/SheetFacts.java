package kz.shanyraq.office.registry;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes told facts into a sheet, in sets: what nobody told of is new; what is held and told again stays; what differs
/// supersedes the held row for the days it tells of, and the rest of the held row is told anew; what a source of lower
/// precedence tells otherwise is a disagreement, and the held fact stays.
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
            select t.line, t.id, {kind:t.kind,} t.valid as told, h.ctid as at, h.valid as held, coalesce(h.origin, h.intake) as origin,
                {t_values}, {h_values}, ({differs}) as differs, false as wins,
                coalesce(i.source, s.source) as held_source, i.opened_at::date as held_since, h.intake as held_intake,
                coalesce(p.rank, 32767) as held_rank
            from told t
            join {table} h on h.{subject} = t.id {kind:and h.kind = t.kind} and h.superseded_by is null and h.valid && t.valid
            join registry.intake i on i.id = coalesce(h.origin, h.intake)
            join registry.sheet s on s.code = '{sheet}'
            left join registry.precedence p on p.sheet = '{sheet}' and p.source = coalesce(i.source, s.source)
            """;

    // An officer's correction holds while the register repeats what was corrected; a later and different word of the
    // register is newer than it.
    private static final String WINS = """
            update meeting m set wins = registry.rank_of('{sheet}', :source) <= m.held_rank
                or (m.held_source = 'officer' and lower(m.told) >= m.held_since and not exists (
                    select from {table} old
                    where old.{subject} = m.id {kind:and old.kind = m.kind} and old.superseded_by = m.held_intake and ({repeats})))
            where m.differs
            """;

    private static final String SUPERSEDE = """
            update {table} h set superseded_by = :intake
            from (select distinct at from meeting where differs and wins) m
            where h.ctid = m.at and h.superseded_by is null
            """;

    private static final String REMAINDER = """
            insert into {table} ({subject}, intake, origin, valid{kind:, kind}, {values})
            select m.id, :intake, m.origin, rest{kind:, m.kind}, {m_h_values}
            from (
                select distinct on (at) meeting.*, range_agg(told) over (partition by at) as retold
                from meeting where differs and wins
            ) m, unnest(datemultirange(m.held) - m.retold) as rest
            """;

    private static final String CHANGE = """
            insert into {table} ({subject}, intake, valid{kind:, kind}, {values})
            select id, :intake, told * held{kind:, kind}, {t_over_h}
            from meeting where differs and wins
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
            select line, id, case when not differs then 'unchanged' when wins then 'changed' else 'disputed' end,
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
                case when m.wins then v.told else v.held end, case when m.wins then :source else m.held_source end,
                case when m.wins then v.held else v.told end, case when m.wins then m.held_source else :source end,
                case when m.held_rank = registry.rank_of('{sheet}', :source) then 'later' else 'rank' end, :intake
            from meeting m, lateral (values {pairs}) v (name, told, held)
            where m.differs and v.told is not null and v.told is distinct from v.held and m.held_source <> :source
                and not (m.wins and v.held is null)
                and not exists (
                    select from registry.disagreement d
                    where d.{subject} = m.id and d.sheet = '{sheet}' and d."column" = v.name and d.settled_by is null
                        and d.other is not distinct from (case when m.wins then v.held else v.told end)
                        and d.other_source = (case when m.wins then m.held_source else :source end))
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
        db.sql(fill(MEETING, sheet)).update();
        boolean meets = db.sql("select exists (select from meeting)")
                .query(Boolean.class)
                .single();
        if (meets) {
            boolean differs = db.sql("select exists (select from meeting where differs)")
                    .query(Boolean.class)
                    .single();
            if (differs) {
                for (String statement : List.of(WINS, SUPERSEDE, REMAINDER, CHANGE, DISAGREE)) {
                    run(fill(statement, sheet), teller);
                }
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
                .replace("{t_over_h}", each(sheet, v -> "coalesce(t_%1$s, h_%1$s)".formatted(v.column())))
                .replace("{values}", each(sheet, SheetValue::column))
                .replace(
                        "{differs}",
                        join(
                                sheet,
                                " or ",
                                v -> "t.%1$s is not null and t.%1$s is distinct from h.%1$s".formatted(v.column())))
                .replace(
                        "{repeats}",
                        join(
                                sheet,
                                " and ",
                                v ->
                                        "(m.t_%1$s is null or m.t_%1$s is not distinct from m.h_%1$s or m.t_%1$s is not distinct from old.%1$s)"
                                                .formatted(v.column())))
                .replace("{pairs}", each(sheet, v -> "('%1$s', m.t_%1$s::text, m.h_%1$s::text)".formatted(v.column())))
                .replace("{persons}", Boolean.toString(sheet.ofPersons()))
                .replace("{whole}", whole(sheet))
                .replace("{table}", sheet.table())
                .replace("{sheet}", sheet.code())
                .replace("{subject}", sheet.subject());
        return sheet.byKind() ? sql.replaceAll("\\{kind:([^}]*)}", "$1") : sql.replaceAll("\\{kind:[^}]*}", "");
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
