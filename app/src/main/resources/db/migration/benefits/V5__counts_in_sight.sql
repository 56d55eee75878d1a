-- Counts hold families under protection too, whom no list shows: a count that is one above its list would tell that such a family is there. So officers read
-- counts through these, which leave such families out; what is published for everybody has its own rule, which hides small counts.

create function benefits.figures(lo integer, hi integer)
    returns table (kato integer, topic smallint, state smallint, findings bigint, monthly bigint, once bigint)
    language sql stable security definer set search_path = benefits, pg_temp as $$
        select f.kato::integer, f.topic, f.state, f.findings - coalesce(p.findings, 0), f.monthly - coalesce(p.monthly, 0), f.once - coalesce(p.once, 0)
        from benefits.figure f
        left join (
            select x.kato, x.topic, x.state, count(*) as findings, sum(x.monthly) as monthly, sum(x.once) as once
            from registry.family r join benefits.finding x on x.family_id = r.id and x.until is null
            where r.restricted group by x.kato, x.topic, x.state) p on p.kato = f.kato and p.topic = f.topic and p.state = f.state
        where f.kato between greatest(figures.lo, (select access.lo())) and least(figures.hi, (select access.hi())) and f.findings > coalesce(p.findings, 0)
            and case when f.topic between 201 and 299 then (select access.role()) in ('social_worker', 'second_approver', 'career_specialist')
                else (select access.sees_incomes()) end
    $$;
comment on function benefits.figures(integer, integer) is 'Findings that an officer may count, by district, topic and state: those of the own territory, without families under protection.';
revoke all on function benefits.figures(integer, integer) from public;
grant execute on function benefits.figures(integer, integer) to shanyraq_office;

create function benefits.level_figures(lo integer, hi integer) returns table (kato integer, level text, families bigint)
    language sql stable security definer set search_path = benefits, pg_temp as $$
        select f.kato::integer, f.level, f.families - coalesce(p.families, 0)
        from benefits.level_figure f
        left join (
            select x.kato, coalesce(x.level, '') as level, count(*) as families
            from registry.family r join benefits.wellbeing x on x.family_id = r.id and x.until is null
            where r.restricted group by 1, 2) p on p.kato = f.kato and p.level = f.level
        where f.kato between greatest(level_figures.lo, (select access.lo())) and least(level_figures.hi, (select access.hi())) and f.families > coalesce(p.families, 0)
            and (select access.sees_incomes())
    $$;
comment on function benefits.level_figures(integer, integer) is 'Families that an officer may count, by district and level of wellbeing: those of the own territory, without families under protection.';
revoke all on function benefits.level_figures(integer, integer) from public;
grant execute on function benefits.level_figures(integer, integer) to shanyraq_office;

drop policy office_reads on benefits.figure;
drop policy office_reads on benefits.level_figure;
revoke select on benefits.figure, benefits.level_figure from shanyraq_office;
