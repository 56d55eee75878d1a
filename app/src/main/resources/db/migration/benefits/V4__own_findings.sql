-- The findings are closed to citizens: they rest on facts of all members, and of another adult a citizen reads no income and no illness.
-- What is due to the own family as a whole, to oneself and to its children may be known all the same: the answer and the sum, no fact behind it.

create function benefits.own_findings() returns table (topic smallint, person_id bigint, state smallint, monthly integer, once integer, missing bigint)
    language sql stable security definer set search_path = benefits, pg_temp as $$
        select f.topic, f.person_id, f.state, f.monthly, f.once, f.missing
        from benefits.finding f join benefits.topic t on t.id = f.topic
        where access.role() = 'citizen' and f.family_id = access.family() and f.until is null and t.kind = 'benefit'
            and (f.person_id is null or f.person_id = access.person()
                or exists (select from registry.person p where p.id = f.person_id and p.birth_date > current_date - interval '18 years'))
    $$;
comment on function benefits.own_findings() is 'What the last sweep found of the family of the citizen who acts: of the family as a whole, of the citizen and of children. Nothing for anybody else.';
revoke all on function benefits.own_findings() from public;
grant execute on function benefits.own_findings() to shanyraq_office;

create function benefits.own_sweep() returns table (month date, facts_on date)
    language sql stable security definer set search_path = benefits, pg_temp as $$
        select s.month, s.facts_on from benefits.sweep s
        where access.role() = 'citizen' and s.delivery is null and s.state = 'done' order by s.id desc limit 1
    $$;
comment on function benefits.own_sweep() is 'For a citizen: the month and the day of the facts of the last sweep over all families; none before the first one.';
revoke all on function benefits.own_sweep() from public;
grant execute on function benefits.own_sweep() to shanyraq_office;
