-- Intake: what holds facts together (no two of one thing on one day), what finds them, and how the first load of an empty
-- register takes both away and puts them back.

-- Additions to the sheets -----------------------------------------------------------------------------------------

do $$
declare
    t text;
begin
    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income',
        'home', 'property', 'vehicles', 'conduct', 'finance', 'livestock', 'plots'] loop
        execute format('alter table registry.%I add column origin integer references registry.intake', t);
        execute format('comment on column registry.%I.origin is %L', t,
            'The delivery that first told these values, where a later one only cut their days; null: the delivery in intake itself. Source and age of the fact are those of coalesce(origin, intake).');
    end loop;
end
$$;

alter table registry.identity add column died_on date;
comment on column registry.identity.died_on is 'Day of death, as civil registration told; null while nobody told of it.';

alter table registry.property alter column dwelling_area_m2 type numeric(11, 2);

alter table registry.reject add column family_id bigint references registry.family;
create index reject_of_family on registry.reject (family_id) where family_id is not null;
comment on column registry.reject.family_id is 'The family that the row would have told of: something about it is missing.';

-- Parents are named by the keys of a file and may stand further down in it.
create table registry.kin_told (
    intake integer not null references registry.intake,
    line bigint not null,
    person_id bigint not null references registry.person,
    mother_key text,
    father_key text,
    guardian_key text
);
comment on table registry.kin_told is 'Parents and guardians that a running delivery names and that it has not met yet; empty when it is done.';
comment on column registry.kin_told.intake is 'The delivery.';
comment on column registry.kin_told.line is 'Line of the file.';
comment on column registry.kin_told.person_id is 'The child or ward.';
comment on column registry.kin_told.mother_key is 'person_id of the mother in the files.';
comment on column registry.kin_told.father_key is 'person_id of the father in the files.';
comment on column registry.kin_told.guardian_key is 'person_id of the guardian in the files.';

-- What finds a person, a family, a fact ------------------------------------------------------------------------------

create unique index person_by_key on registry.person (source_key) where source_key is not null;
create index person_by_iin on registry.person (iin) where iin is not null;
create index person_by_phone on registry.person (phone) where phone is not null;
create index person_by_name on registry.person (last_name, first_name);
create index person_by_birth on registry.person (birth_date, first_name);
create index person_by_family on registry.person (family_id) where family_id is not null;
create index person_merged on registry.person (merged_into) where merged_into is not null;
create index membership_by_family on registry.membership (family_id) where superseded_by is null;
create index home_by_address on registry.home using gin (to_tsvector('simple', registry.fold(address))) where superseded_by is null and address is not null;
create index name_like on registry.name using gin (folded gin_trgm_ops);
create index kinship_of_mother on registry.kinship (mother_id) where superseded_by is null and mother_id is not null;

-- No two facts of one thing hold on one day; the past has an index of its own.
do $$
declare
    t text;
    k text;
    more text;
begin
    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income',
        'home', 'property', 'vehicles', 'conduct', 'finance', 'livestock', 'plots'] loop
        k := case when t in ('identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income') then 'person_id' else 'family_id' end;
        more := case when t in ('income', 'livestock', 'plots') then 'kind with =, ' else '' end;
        execute format('alter table registry.%I add constraint %I exclude using gist (%I with =, %svalid with &&) where (superseded_by is null)', t, t || '_one', k, more);
        execute format('alter table registry.%I add constraint %I check (not isempty(valid))', t, t || '_valid');
        execute format('create index %I on registry.%I (%I) where superseded_by is not null', t || '_past', t, k);
    end loop;
end
$$;

-- The first load takes them away and puts them back --------------------------------------------------------------------

create table registry.taken_away (
    place integer generated always as identity primary key,
    step smallint not null,
    name text not null,
    ddl text not null,
    unique (step, name)
);
comment on table registry.taken_away is 'Constraints and indexes that the first load of the empty register took away and has not put back yet; empty at all other times.';
comment on column registry.taken_away.place is 'Order.';
comment on column registry.taken_away.step is '1 constraints of exclusion, 2 indexes, 3 references, 4 their check; all of one step before the next.';
comment on column registry.taken_away.name is 'Its name.';
comment on column registry.taken_away.ddl is 'The statement that puts it back.';

-- Keys by which a load itself finds persons, families and names stay.
create function registry.lay_bare() returns integer
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    p record;
    taken integer := 0;
begin
    if exists (select from registry.person) then
        raise exception 'The register is not empty: its constraints stay.';
    end if;
    for p in
        select 1 as step, c.conname as name, c.conrelid::regclass as "table", pg_get_constraintdef(c.oid) as def, 'x' as kind
        from pg_constraint c
        where c.connamespace = 'registry'::regnamespace and c.contype = 'x'
            and c.conrelid::regclass::text not in ('registry.territory', 'registry.occupation')
        union all
        select 3, c.conname, c.conrelid::regclass, pg_get_constraintdef(c.oid), 'f'
        from pg_constraint c
        where c.connamespace = 'registry'::regnamespace and c.contype = 'f'
            and exists (select from registry.sheet s where c.conrelid = ('registry.' || s.code)::regclass
                union all select where c.conrelid in ('registry.person'::regclass, 'registry.family'::regclass, 'registry.kin_told'::regclass))
        union all
        select 2, i.relname, x.indrelid::regclass, pg_get_indexdef(i.oid), 'i'
        from pg_index x join pg_class i on i.oid = x.indexrelid
        where i.relnamespace = 'registry'::regnamespace
            and not exists (select from pg_constraint c where c.conindid = i.oid)
            and i.relname not in ('person_by_key', 'family_by_key')
            and exists (select from registry.sheet s where x.indrelid = ('registry.' || s.code)::regclass
                union all select where x.indrelid in ('registry.person'::regclass, 'registry.family'::regclass, 'registry.name'::regclass))
        order by 1, 3, 2
    loop
        if p.kind = 'i' then
            insert into registry.taken_away (step, name, ddl) values (2, p.name, p.def);
            execute format('drop index registry.%I', p.name);
        else
            insert into registry.taken_away (step, name, ddl)
            values (p.step, p.name, format('alter table %s add constraint %I %s%s', p.table, p.name, p.def, case p.kind when 'f' then ' not valid' else '' end));
            if p.kind = 'f' then
                insert into registry.taken_away (step, name, ddl)
                values (4, p.name, format('alter table %s validate constraint %I', p.table, p.name));
            end if;
            execute format('alter table %s drop constraint %I', p.table, p.name);
        end if;
        taken := taken + 1;
    end loop;
    return taken;
end
$$;
comment on function registry.lay_bare() is 'Takes away constraints and indexes of the empty register before its first load.';

create function registry.put_back(at integer) returns void
    language plpgsql security definer set search_path = public, pg_temp set maintenance_work_mem = '512MB'
as $$
declare
    statement text;
begin
    delete from registry.taken_away where place = at returning ddl into statement;
    if statement is not null then
        execute statement;
    end if;
end
$$;
comment on function registry.put_back(integer) is 'Puts back one thing that lay_bare took away; to be called for one after another, each in a transaction of its own.';

create function registry.look_around() returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    t record;
begin
    for t in select code from registry.sheet union all values ('person'), ('family'), ('name') loop
        execute format('analyze registry.%I', t.code);
    end loop;
end
$$;
comment on function registry.look_around() is 'Statistics of persons, families and sheets for the planner, after a large load.';

-- Rows of a file on their way in; made and dropped by each load, never logged.
create schema registry_staging;
comment on schema registry_staging is 'Rows of a file on their way into the registry; empty unless a load runs.';
grant usage, create on schema registry_staging to shanyraq_intake;

create function registry.rank_of(sheet text, source text) returns smallint
    language sql stable
return coalesce((select p.rank from registry.precedence p where p.sheet = $1 and p.source = $2), 32767::smallint);
comment on function registry.rank_of(text, text) is 'The rank of a source for a sheet: the lower holds; 32767 for a source without one.';

-- What mass work may do -------------------------------------------------------------------------------------------------

grant usage on schema registry to shanyraq_intake;
grant select, insert, update on all tables in schema registry to shanyraq_intake;
-- Nothing that is known is deleted; what a running delivery told of itself may be told anew.
grant delete on registry.kin_told, registry.income to shanyraq_intake;
revoke insert, update on registry.taken_away from shanyraq_intake;
grant usage, select on all sequences in schema registry to shanyraq_intake;
grant execute on function registry.fold(text), registry.rank_of(text, text), registry.lay_bare(), registry.put_back(integer), registry.look_around() to shanyraq_intake;
