-- Who looked, the latest of them, as many as are shown: read backwards from the indexes of a person's and a family's looks, however often both were
-- looked at. The role of the caller is asked once, not for each row.
grant create on schema access to shanyraq_log;
set role shanyraq_log;
drop function access.who_looked(bigint, bigint, timestamptz, timestamptz);
create function access.who_looked(person bigint, family bigint, since timestamptz, until timestamptz, most integer)
    returns table (at timestamptz, name text, office text, role text, action text, purpose text, reason text, detail text) language plpgsql stable security definer
    set search_path = access, pg_temp as $$
declare
    acting text := access.role();
begin
    if acting = 'citizen' then
        if who_looked.person is distinct from access.person() and who_looked.person is not null
            or who_looked.family is distinct from access.family() and who_looked.family is not null then
            raise exception 'A citizen sees who looked at the own data only.' using errcode = '42501';
        end if;
    elsif acting not in ('social_worker', 'second_approver', 'auditor') then
        raise exception 'The role % does not see who looked.', acting using errcode = '42501';
    elsif acting <> 'auditor' and not access.in_sight(who_looked.family, who_looked.person) then
        return; -- as of a family that is not there
    end if;
    return query
        select l.at, coalesce(o.name, ''), coalesce(o.office, ''), l.role, l.action, l.purpose, case when acting = 'citizen' then null else l.reason end, l.detail
        from (
            (select * from access.look f where f.family = who_looked.family and f.at >= since and f.at < until order by f.at desc limit most)
            union all
            (select * from access.look p where p.person = who_looked.person and (who_looked.family is null or p.family is distinct from who_looked.family) and p.at >= since and p.at < until
                order by p.at desc limit most)) l
        left join access.officer o on o.id = l.actor
        order by l.at desc limit most;
end $$;
comment on function access.who_looked(bigint, bigint, timestamptz, timestamptz, integer) is 'The latest of those who looked at a person or family that the caller may see: officer, office, role and purpose; the reason is shown to officers only. An auditor sees it of all.';
reset role;
revoke create on schema access from shanyraq_log;
revoke all on function access.who_looked(bigint, bigint, timestamptz, timestamptz, integer) from public;
grant execute on function access.who_looked(bigint, bigint, timestamptz, timestamptz, integer) to shanyraq_office;
