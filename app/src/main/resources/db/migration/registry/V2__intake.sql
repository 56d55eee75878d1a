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
create index person_by_birth on registry.person (birth_date, first_name);
create index person_by_family on registry.person (family_id) where family_id is not null;
create index person_merged on registry.person (merged_into) where merged_into is not null;
create index membership_by_family on registry.membership (family_id) where superseded_by is null;
create index kinship_of_mother on registry.kinship (mother_id) where superseded_by is null and mother_id is not null;

-- No two facts of one thing hold on one day. Nearly all facts are open: they hold until further notice. So the rule stands in three parts, of
-- which the first, a B-tree, carries nearly all rows; an exclusion constraint over all of them takes twenty times as long to build and
-- to look into, and twice the room:
--   X_open   one open fact of a thing, and no two that end on the same day;
--   X_one    facts that have ended exclude one another;
--   X_joint  an open fact begins after those that have ended. Whoever adds a fact holds the row of its person or family meanwhile.
-- Incomes always end, so that X_one alone suffices. The past has an index of its own.
do $$
declare
    t text;
    o text;
    kind text;
    same text;
begin
    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income',
        'home', 'property', 'vehicles', 'conduct', 'finance', 'livestock', 'plots'] loop
        o := case when t in ('identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income') then 'person' else 'family' end;
        kind := case when t in ('income', 'livestock', 'plots') then 'kind with =, ' else '' end;
        same := case when t in ('livestock', 'plots') then ' and o.kind = new.kind' else '' end;
        -- A fact changes once at most, when it is superseded: no room is kept for it.
        execute format('alter table registry.%I set (fillfactor = 100)', t);
        execute format('alter table registry.%I add constraint %I check (not isempty(valid) and not lower_inf(valid))', t, t || '_valid');
        execute format('create index %I on registry.%I (%I) where superseded_by is not null', t || '_past', t, o || '_id');
        execute format('alter table registry.%I add constraint %I exclude using gist (%I with =, %svalid with &&) with (fillfactor = 98)
            where (superseded_by is null and not upper_inf(valid))', t, t || '_one', o || '_id', kind);
        if t = 'income' then
            alter table registry.income add constraint income_ends check (not upper_inf(valid));
            continue;
        end if;
        execute format('create unique index %I on registry.%I (%I, %supper(valid)) nulls not distinct where superseded_by is null',
            t || '_open', t, o || '_id', case when same = '' then '' else 'kind, ' end);
        execute format($f$
            create function registry.%1$s_joint() returns trigger
                language plpgsql security definer set search_path = public, pg_temp
            as $body$
            begin
                perform from registry.%3$s where id = new.%3$s_id for no key update;
                if exists (
                    select from registry.%1$s o
                    where o.%3$s_id = new.%3$s_id%2$s and o.superseded_by is null and upper_inf(o.valid) <> upper_inf(new.valid) and o.valid && new.valid) then
                    raise exclusion_violation using message = format('Two facts of %1$s of the %3$s %%s would hold on one day of %%s.', new.%3$s_id, new.valid);
                end if;
                return null;
            end
            $body$
            $f$, t, same, o);
        execute format('comment on function registry.%I() is %L', t || '_joint', 'An open fact begins after those that have ended.');
        execute format('create trigger %I after insert or update of superseded_by, valid on registry.%I
            for each row when (new.superseded_by is null) execute function registry.%I()', t || '_joint', t, t || '_joint');
    end loop;
end
$$;

-- The same rule over a whole sheet, for the first load, which fires no triggers.
create function registry.check_joint(which text) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    k text := (select case about when 'person' then 'person_id' else 'family_id' end from registry.sheet where code = which);
    found bigint;
begin
    execute format('select count(*) from registry.%1$I o join registry.%1$I e using (%2$I) where o.superseded_by is null and upper_inf(o.valid)
        and e.superseded_by is null and not upper_inf(e.valid) and upper(e.valid) > lower(o.valid)%3$s', which, k,
        case when which in ('livestock', 'plots') then ' and o.kind = e.kind' else '' end) into found;
    if found > 0 then
        raise exclusion_violation using message = format('%s facts of %s would hold on one day with another.', found, which);
    end if;
end
$$;
comment on function registry.check_joint(text) is 'Whether an open fact of a sheet begins before one that has ended is over.';

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
comment on column registry.taken_away.step is '1 constraints of exclusion, 2 indexes, 3 references, 4 their check, 5 triggers, 6 their check; all of one step before the next.';
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
    for p in
        select t.tgname as name, t.tgrelid::regclass as "table", s.code from pg_trigger t join registry.sheet s on t.tgname = s.code || '_joint' order by 1
    loop
        insert into registry.taken_away (step, name, ddl) values
            (5, p.name, format('alter table %s enable trigger %I', p.table, p.name)),
            (6, p.name, format('do $do$ begin perform registry.check_joint(%L); end $do$', p.code));
        execute format('alter table %s disable trigger %I', p.table, p.name);
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
return coalesce((select p.rank from registry.precedence p where p.sheet = rank_of.sheet and p.source = rank_of.source), 32767::smallint);
comment on function registry.rank_of(text, text) is 'The rank of a source for a sheet: the lower holds; 32767 for a source without one.';

-- Who may be one ------------------------------------------------------------------------------------------------------------

create table registry.name_count (
    name integer primary key references registry.name,
    as_last integer not null,
    as_first integer not null
);
comment on table registry.name_count is 'How many persons bear a name: agreement on a rare name weighs more.';
comment on column registry.name_count.name is 'The name.';
comment on column registry.name_count.as_last is 'As last name.';
comment on column registry.name_count.as_first is 'As first name.';

create table registry.duplicate_search (
    searched_to integer not null,
    counted bigint not null
);
insert into registry.duplicate_search values (0, 0);
comment on table registry.duplicate_search is 'One row: how far persons were compared.';
comment on column registry.duplicate_search.searched_to is 'Persons of deliveries up to this one were compared with all.';
comment on column registry.duplicate_search.counted is 'Persons when names were counted last.';

create function registry.persons_about() returns bigint
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
    estimate bigint := (select reltuples::bigint from pg_class where oid = 'registry.person'::regclass);
begin
    return case when estimate > 100000 then estimate else greatest(1, (select count(*) from registry.person)) end;
end
$$;
comment on function registry.persons_about() is 'How many persons there are: counted while they are few, estimated from then on.';

create function registry.count_names() returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    now bigint := registry.persons_about();
begin
    if exists (select from registry.duplicate_search where counted > 0 and now between counted * 0.9 and counted * 1.1) then
        return;
    end if;
    delete from registry.name_count;
    insert into registry.name_count (name, as_last, as_first)
    select name, sum(l), sum(f)
    from (
        select last_name as name, count(*) as l, 0 as f from registry.person where last_name is not null group by 1
        union all select first_name, 0, count(*) from registry.person where first_name is not null group by 1
    ) n group by name;
    update registry.duplicate_search set counted = now;
end
$$;
comment on function registry.count_names() is 'Counts how many persons bear each name, if their number has changed by a tenth.';

create function registry.iin_slips(iin text) returns table (slip text)
    language sql immutable parallel safe strict rows 118
as $$
    select overlay(iin placing d::text from i for 1) from generate_series(1, 12) i, generate_series(0, 9) d where substr(iin, i, 1) <> d::text
    union select overlay(iin placing substr(iin, i + 1, 1) || substr(iin, i, 1) from i for 2) from generate_series(1, 11) i where substr(iin, i, 1) <> substr(iin, i + 1, 1);
$$;
comment on function registry.iin_slips(text) is 'The numbers that come of an IIN by one other digit or by two neighbours exchanged.';

create function registry.letters(word text) returns text
    language sql immutable parallel safe strict
return (select string_agg(c, '' order by c) from regexp_split_to_table(word, '') c);
comment on function registry.letters(text) is 'The letters of a name in the order of the alphabet: names with two letters exchanged have the same.';

-- Weights are logarithms to the base 2 of how much likelier what is seen is of one person than of two. Two persons taken at random are one
-- with a probability of one duplicate in a hundred persons. Numbers of people born on one day lie close together anyway, so that an IIN with
-- one other digit says hardly less against than any other number.
create function registry.weigh(p registry.person, o registry.person, persons bigint, out weight double precision, out reasons jsonb)
    language sql stable
return (
    with f as (
        select pl.folded as pl, ol.folded as ol, pf.folded as pf, of.folded as of,
            greatest(coalesce(cl.as_last, 1), 1)::double precision / persons as last_share, greatest(coalesce(cf.as_first, 1), 1)::double precision / persons as first_share
        from (select) x
        left join registry.name pl on pl.id = p.last_name left join registry.name ol on ol.id = o.last_name
        left join registry.name pf on pf.id = p.first_name left join registry.name of on of.id = o.first_name
        left join registry.name_count cl on cl.name = p.last_name left join registry.name_count cf on cf.name = p.first_name
    ), w (field, how, weight) as (
        select 'last_name', how, case how when 'equal' then log(2, (0.87 / last_share)::numeric) when 'exchanged' then 11 when 'similar' then 4 when 'different' then -3.5 else 0 end
        from f, lateral (select case when pl is null or ol is null then 'unknown' when pl = ol then 'equal' when registry.letters(pl) = registry.letters(ol) then 'exchanged'
            when similarity(pl, ol) >= 0.45 or starts_with(pl, ol) or starts_with(ol, pl) then 'similar' else 'different' end) h (how)
        union all
        select 'first_name', how, case how when 'equal' then log(2, (0.95 / first_share)::numeric) when 'exchanged' then 9 when 'similar' then 3 when 'different' then -5 else 0 end
        from f, lateral (select case when pf is null or of is null then 'unknown' when pf = of then 'equal' when registry.letters(pf) = registry.letters(of) then 'exchanged'
            when similarity(pf, of) >= 0.45 or starts_with(pf, of) or starts_with(of, pf) then 'similar' else 'different' end) h (how)
        union all
        select 'birth_date', how, case how when 'equal' then 14.6 when 'exchanged' then 8 when 'similar' then 1 when 'different' then -6 else 0 end
        from (select case when p.birth_date is null or o.birth_date is null then 'unknown' when p.birth_date = o.birth_date then 'equal'
            when to_char(p.birth_date, 'YYYYMMDD') = to_char(o.birth_date, 'YYYYDDMM') then 'exchanged'
            when extract(year from p.birth_date) = extract(year from o.birth_date)
                and (extract(month from p.birth_date) = extract(month from o.birth_date) or extract(day from p.birth_date) = extract(day from o.birth_date))
                then 'similar' else 'different' end) h (how)
        union all
        select 'iin', how, case how when 'equal' then log(2, persons::numeric) + 8 when 'similar' then -8 when 'different' then -9 else 0 end
        from (select case when p.iin is null or o.iin is null then 'unknown' when p.iin = o.iin then 'equal'
            when o.iin in (select slip from registry.iin_slips(p.iin)) then 'similar' else 'different' end) h (how)
        union all
        select 'phone', how, case how when 'equal' then 7 when 'different' then -0.5 else 0 end
        from (select case when p.phone is null or o.phone is null then 'unknown' when p.phone = o.phone then 'equal' else 'different' end) h (how)
        union all
        select 'family', how, case how when 'equal' then 1 when 'different' then -1 else 0 end
        from (select case when p.family_id is null or o.family_id is null then 'unknown' when p.family_id = o.family_id then 'equal' else 'different' end) h (how)
    )
    select row (sum(weight)::double precision + log(2, 0.01 / persons), jsonb_agg(jsonb_build_object('field', field, 'how', how, 'weight', round(weight::numeric, 1))))
    from w
);
comment on function registry.weigh(registry.person, registry.person, bigint) is 'How likely two persons are one: the weight of evidence after Fellegi and Sunter, with what agrees and what does not.';

-- Telling the other modules: a delivery is announced once, in a transaction of the office.
create function registry.unannounced() returns table (intake integer, kind text, source text, valid_on date)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select i.id, i.kind, i.source, i.valid_on from registry.intake i
    where i.state = 'done' and i.announced_at is null and i.kind in ('households', 'single_source') order by i.id;
$$;
comment on function registry.unannounced() is 'Deliveries that are done and of which the other modules were not told yet.';

create function registry.announce(which integer) returns boolean
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    update registry.intake set announced_at = clock_timestamp() where id = which and announced_at is null and state = 'done';
    return found;
end
$$;
comment on function registry.announce(integer) is 'Notes that a delivery was announced; whether it had not been before.';

-- What mass work may do -------------------------------------------------------------------------------------------------

grant usage on schema registry to shanyraq_intake;
grant select, insert, update on all tables in schema registry to shanyraq_intake;
-- Nothing that is known is deleted; what a running delivery told of itself may be told anew.
grant delete on registry.kin_told, registry.income to shanyraq_intake;
revoke insert, update on registry.taken_away from shanyraq_intake;
grant usage, select on all sequences in schema registry to shanyraq_intake;
grant execute on function registry.fold(text), registry.rank_of(text, text), registry.lay_bare(), registry.put_back(integer), registry.look_around(),
    registry.count_names(), registry.persons_about(), registry.iin_slips(text), registry.letters(text), registry.weigh(registry.person, registry.person, bigint) to shanyraq_intake;
grant usage on schema registry to shanyraq_office;
grant execute on function registry.unannounced(), registry.announce(integer) to shanyraq_office;
