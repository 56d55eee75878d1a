package kz.shanyraq.office.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Incomes of a household file, already told in ranges of equal months.
final class LoadIncomes implements LoadStep {

    private static final String STRANGERS = """
            with unknown as (
                select s.* from %s s where not exists (select from registry.person p where p.source_key = s.person_key)
            ), told as (
                insert into registry.reject (intake, line, "column", value, reason)
                select :intake, line, 'person_id', person_key,
                    format('there is no person ''%%s''', person_key) || case when rows > 1 then format(' (%%s lines)', rows) else '' end
                from unknown
            )
            select coalesce(sum(rows), 0) from unknown
            """;

    private static final String FIRST = """
            with told as (
                insert into registry.income (person_id, amount, intake, valid, kind, term_months)
                select p.id, s.amount, :intake, daterange(s.since, s.until), s.kind, s.term_months
                from %s s join registry.person p on p.source_key = s.person_key
                order by s.line
            )
            select count(*) as added, 0 as changed, 0 as unchanged, coalesce(sum(s.rows), 0) - count(*) as merged, 0 as disputed, 0 as rejected
            from %s s where exists (select from registry.person p where p.source_key = s.person_key)
            """;

    private static final String TOLD = """
            create temp table told on commit drop as
            select s.line, p.id, s.kind, daterange(s.since, s.until) as valid, s.amount, s.term_months, s.rows
            from %s s join registry.person p on p.source_key = s.person_key
            """;

    // The file names a person again, in another place: what it told of the same kind before is told anew, together.
    private static final String TWICE = """
            create temp table twice on commit drop as
            select distinct t.id, t.kind from told t
            where exists (select from told o where o.id = t.id and o.kind = t.kind and o.line <> t.line)
                or exists (select from registry.income i where i.person_id = t.id and i.kind = t.kind
                    and i.intake = :intake and i.origin is null and i.superseded_by is null)
            """;

    private static final String AGAIN = """
            create temp table months on commit drop as
            with before as (
                delete from registry.income i using twice w
                where i.person_id = w.id and i.kind = w.kind and i.intake = :intake and i.origin is null and i.superseded_by is null
                returning i.person_id as id, i.kind, i.valid, i.amount, i.term_months
            ), now as (
                delete from told t using twice w where t.id = w.id and t.kind = w.kind
                returning t.line, t.id, t.kind, t.valid, t.amount, t.term_months, t.rows
            ), parts as (
                select 0::bigint as line, id, kind, valid, amount, term_months, 0 as rows, 1 as before from before
                union all select line, id, kind, valid, amount, term_months, rows, 0 from now
            )
            select id, kind, month::date as month, term_months, sum(amount)::bigint as amount, min(nullif(line, 0)) as line,
                sum(case when month = lower(valid) then rows else 0 end) as rows, sum(case when month = lower(valid) then before else 0 end) as before
            from parts, generate_series(lower(valid), upper(valid) - interval '1 month', interval '1 month') month
            group by 1, 2, 3, 4
            """;

    private static final String TOGETHER = """
            insert into told (line, id, kind, valid, amount, term_months, rows)
            select coalesce(min(line), -row_number() over ()), id, kind, daterange(min(month), (max(month) + interval '1 month')::date), amount, term_months, sum(rows)
            from (
                select m.*, month - (row_number() over (partition by id, kind, term_months, amount order by month) || ' months')::interval as run
                from months m
            ) r
            group by id, kind, amount, term_months, run
            """;

    private static final String TALLY = """
            with o as (
                select coalesce(sum(n) filter (where what = 'new'), 0) - :before as added,
                    coalesce(sum(n) filter (where what = 'changed'), 0) as changed,
                    coalesce(sum(n) filter (where what = 'unchanged'), 0) as unchanged,
                    coalesce(sum(n) filter (where what = 'disputed'), 0) as disputed
                from outcome
            )
            select added, changed, unchanged, 0 as merged, disputed, 0 as rejected from o
            """;

    private final JdbcClient db;
    private final SheetFacts facts;

    LoadIncomes(JdbcClient db) {
        this.db = db;
        this.facts = new SheetFacts(db);
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        long strangers = db.sql(STRANGERS.formatted(staging))
                .param("intake", part.intake())
                .query(Long.class)
                .single();
        boolean again = db.sql("select exists (select from %s where again)".formatted(staging))
                .query(Boolean.class)
                .single();
        LoadTally tally;
        if (part.bare() && !again) {
            tally = db.sql(FIRST.formatted(staging, staging))
                    .param("intake", part.intake())
                    .query(LoadTally.class)
                    .single();
        } else {
            tally = compare(part, staging, again);
        }
        return new LoadTally(
                tally.added(), tally.changed(), tally.unchanged(), tally.merged(), tally.disputed(), strangers);
    }

    private LoadTally compare(LoadPart part, String staging, boolean again) {
        db.sql(TOLD.formatted(staging)).update();
        long rows = db.sql("select coalesce(sum(rows), 0) from told")
                .query(Long.class)
                .single();
        db.sql(SheetRows.OUTCOME).update();
        long before = again ? together(part) : 0;
        facts.take(Sheet.INCOME, part.teller("tax"));
        LoadTally tally =
                db.sql(TALLY).param("before", before).query(LoadTally.class).single();
        db.sql("drop table outcome").update();
        return tally.within(rows);
    }

    /// Brings together what the file tells of one person and kind in several places.
    ///
    /// @return how many rows that it had told before were taken back for it
    private long together(LoadPart part) {
        db.sql(TWICE).param("intake", part.intake()).update();
        db.sql(AGAIN).param("intake", part.intake()).update();
        db.sql(TOGETHER).update();
        long before = db.sql("select coalesce(sum(before), 0) from months")
                .query(Long.class)
                .single();
        db.sql("drop table twice, months").update();
        return before;
    }
}
