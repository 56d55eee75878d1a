-- Who looked at a family is shown to an officer who may see the family. Which families those are the registry knows, which stands to the
-- right of access: it tells access.in_sight anew, and until then nobody sees anything.
create function access.in_sight(family bigint, person bigint) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select false $$;
comment on function access.in_sight(bigint, bigint) is 'Whether the caller may see this family and this person by name; null for one that is not asked for. Told by the registry.';
revoke all on function access.in_sight(bigint, bigint) from public;
grant execute on function access.in_sight(bigint, bigint) to shanyraq_log;

grant create on schema access to shanyraq_log;
set role shanyraq_log;
create or replace function access.who_looked(person bigint, family bigint, since timestamptz, until timestamptz)
    returns table (at timestamptz, name text, office text, role text, action text, purpose text, reason text, detail text) language plpgsql stable security definer
    set search_path = access, pg_temp as $$
begin
    if access.role() = 'citizen' then
        if who_looked.person is distinct from access.person() and who_looked.person is not null
            or who_looked.family is distinct from access.family() and who_looked.family is not null then
            raise exception 'A citizen sees who looked at the own data only.' using errcode = '42501';
        end if;
    elsif access.role() not in ('social_worker', 'second_approver', 'auditor') then
        raise exception 'The role % does not see who looked.', access.role() using errcode = '42501';
    elsif access.role() <> 'auditor' and not access.in_sight(who_looked.family, who_looked.person) then
        return; -- as of a family that is not there
    end if;
    return query
        select l.at, coalesce(o.name, ''), coalesce(o.office, ''), l.role, l.action, l.purpose, case when access.role() = 'citizen' then null else l.reason end, l.detail
        from access.look l left join access.officer o on o.id = l.actor
        where (l.person = who_looked.person or l.family = who_looked.family) and l.at >= since and l.at < until
        order by l.at desc limit 1000;
end $$;
comment on function access.who_looked(bigint, bigint, timestamptz, timestamptz) is 'Who looked at a person or family that the caller may see: officer, office, role and purpose; the reason is shown to officers only. An auditor sees it of all.';
reset role;
revoke create on schema access from shanyraq_log;
