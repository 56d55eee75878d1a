package kz.shanyraq.office.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The file of sources: which registers answered for which months.
final class LoadAnswers implements LoadStep {

    private static final String READ = """
            create temp table answer on commit drop as
            select line, source_kind as kind, asked_from, asked_to, source_received_on as received,
                case when source_kind not in ('livestock', 'plots', 'property', '*') and not exists (select from registry.income_kind k where k.code = source_kind)
                        then 'kind'
                    when not pg_input_is_valid(rpad(asked_from, 10, '-01'), 'date') or asked_from !~ '^[0-9]{4}-[0-9]{2}' then 'asked_from'
                    when not pg_input_is_valid(rpad(asked_to, 10, '-01'), 'date') or asked_to !~ '^[0-9]{4}-[0-9]{2}' then 'asked_to'
                    when rpad(asked_to, 10, '-01') < rpad(asked_from, 10, '-01') then 'asked_to'
                    when source_received_on is not null and not pg_input_is_valid(source_received_on, 'date') then 'received_on'
                end as wrong
            from %s
            """;

    private static final String REJECT = """
            insert into registry.reject (intake, line, "column", value, reason)
            select :intake, line, wrong, v,
                case wrong when 'kind' then format('''%s'' is no kind of income, livestock, plots, property or *', v)
                    when 'received_on' then format('''%s'' is not a date as YYYY-MM-DD', v)
                    else format('''%s'' is not a month as YYYY-MM', v) end
            from answer, lateral (select case wrong when 'kind' then kind when 'asked_from' then asked_from when 'asked_to' then asked_to else received end) x (v)
            where wrong is not null
            """;

    private static final String TELL = """
            with good as (
                select kind, daterange(date_trunc('month', rpad(asked_from, 10, '-01')::date)::date,
                    (date_trunc('month', rpad(asked_to, 10, '-01')::date) + interval '1 month')::date) as months, received::date as received
                from answer where wrong is null
            ), told as (
                insert into registry.answered (kind, months, received_on, intake)
                select distinct kind, months, received, :intake from good g
                where not exists (select from registry.answered a where a.kind = g.kind and a.months = g.months
                    and a.received_on is not distinct from g.received and a.superseded_by is null)
                returning 1
            )
            select (select count(*) from told) as added, 0 as changed, (select count(*) from good) - (select count(*) from told) as unchanged,
                0 as merged, 0 as disputed, (select count(*) from answer where wrong is not null) as rejected
            """;

    private final JdbcClient db;

    LoadAnswers(JdbcClient db) {
        this.db = db;
    }

    @Override
    public LoadTally take(LoadPart part, String staging) {
        db.sql(READ.formatted(staging)).update();
        db.sql(REJECT).param("intake", part.intake()).update();
        LoadTally tally = db.sql(TELL)
                .param("intake", part.intake())
                .query(LoadTally.class)
                .single();
        db.sql("drop table answer").update();
        return tally;
    }
}
