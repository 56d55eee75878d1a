-- Which families and persons an officer may see by name, for access.who_looked, which cannot know it.
create or replace function access.in_sight(family bigint, person bigint) returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select coalesce(in_sight.family, in_sight.person) is not null
            and (in_sight.family is null or exists (
                select from registry.family f
                where f.id = in_sight.family and ((not f.restricted and (f.kato between (select access.lo()) and (select access.hi())
                    or f.id = any ((select access.permits())::bigint[]))) or f.id = any ((select access.opened())::bigint[]))))
            and (in_sight.person is null or exists (
                select from registry.person p
                where p.id = in_sight.person and ((not p.restricted and (p.kato between (select access.lo()) and (select access.hi())
                    or p.family_id = any ((select access.permits())::bigint[]))) or p.family_id = any ((select access.opened())::bigint[]))))
    $$;
grant create on schema access to shanyraq_search;
alter function access.in_sight(bigint, bigint) owner to shanyraq_search;
revoke create on schema access from shanyraq_search;
