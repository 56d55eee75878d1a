-- Who reads and writes what in the registry, and how a family is found.
--
-- The first wall is the code (Access.require). This is the second: the office's role sees no row that the ticket of its transaction
-- does not open, whatever statement reaches the database. A row of a person is open when one of these holds:
--   * it is not restricted and lies in the territory of the officer's post (roles that see no names have an empty territory);
--   * the family has a permit to be read from outside its territory, and is not restricted;
--   * the family was opened by break-glass, with a second officer's approval;
--   * the citizen who acts is this person, or of this family.
-- A sheet of a person is open when the person is. Kato codes are compared as integers, which PostgreSQL knows to be leakproof, so that
-- the policies leave indexes in use. Likeness of names and words of addresses are not leakproof: they are searched by functions of the
-- role shanyraq_search, which see everything and give back only numbers of persons and families that the caller may see.

-- Grants ---------------------------------------------------------------------------------------------------------

grant usage on schema registry to shanyraq_office, shanyraq_intake, shanyraq_search;
grant select on all tables in schema registry to shanyraq_search;
-- Names of the dictionary belong to nobody, yet a rare one tells that its bearer exists; rejected cells may be personal.
grant select on registry.source, registry.sheet, registry.precedence, registry.intake, registry.answered, registry.family, registry.person,
    registry.identity, registry.contact, registry.membership, registry.kinship, registry.health, registry.activity, registry.standing, registry.lodging,
    registry.income, registry.income_kind, registry.home, registry.property, registry.vehicles, registry.conduct, registry.finance, registry.livestock,
    registry.plots, registry.disagreement, registry.question, registry.duplicate, registry.classifier, registry.territory, registry.occupation,
    registry.boundary to shanyraq_office;
-- Corrections and entries of officers, questions of officers and citizens. Nothing is ever deleted.
grant insert on registry.intake, registry.family, registry.person, registry.question, registry.identity, registry.contact, registry.membership, registry.kinship,
    registry.health, registry.activity, registry.standing, registry.lodging, registry.income, registry.home, registry.property, registry.vehicles,
    registry.conduct, registry.finance, registry.livestock, registry.plots, registry.disagreement to shanyraq_office;
grant update (state, closed_at, beat_at, rows_read, rows_new, rows_changed, rows_unchanged, rows_disputed, rows_merged) on registry.intake to shanyraq_office;
grant update (superseded_by) on registry.identity, registry.contact, registry.membership, registry.kinship, registry.health, registry.activity, registry.standing,
    registry.lodging, registry.income, registry.home, registry.property, registry.vehicles, registry.conduct, registry.finance, registry.livestock,
    registry.plots to shanyraq_office;
grant update (kato, closed) on registry.family to shanyraq_office;
grant update (family_id, kato, last_name, first_name, birth_date, iin, phone, merged_into) on registry.person to shanyraq_office;
grant update (state, answer, answered_at, answered_by, intake) on registry.question to shanyraq_office;
grant update (settled_by) on registry.disagreement to shanyraq_office;
grant update (state, decided_by, decided_at, note, merge_intake) on registry.duplicate to shanyraq_office;

-- Columns and indexes of the sheets call these.
grant execute on function registry.fold(text) to shanyraq_office, shanyraq_intake, shanyraq_search;

-- Row-level security ---------------------------------------------------------------------------------------------

do $$
declare
    t text;
    -- What somebody else's adult relative need not see: a citizen reads these sheets of themselves and of children only.
    own constant text := '(select access.role()) <> ''citizen'' or p.id = (select access.person()) or p.birth_date > current_date - interval ''18 years''';
    -- "offset 0" keeps the look-up of one person from being planned as a scan of all.
    person constant text := 'exists (select from registry.person p where p.id = person_id offset 0)';
    person_own constant text := 'exists (select from registry.person p where p.id = person_id and (' || own || ') offset 0)';
    family constant text := 'exists (select from registry.family f where f.id = family_id offset 0)';
    opened text;
    open_row constant text := '(not restricted and (kato between (select access.lo()) and (select access.hi()) or family_id = any ((select access.permits())::bigint[])))
        or family_id = any ((select access.opened())::bigint[])';
    writes constant text := '(select access.role()) in (''social_worker'', ''second_approver'')';
begin
    for t in select tablename from pg_tables where schemaname = 'registry' and tablename not like 'flyway%' loop
        execute format('alter table registry.%I enable row level security', t);
        execute format('create policy owner_all on registry.%I to shanyraq_owner using (true) with check (true)', t);
        execute format('create policy intake_all on registry.%I to shanyraq_intake using (true) with check (true)', t);
        execute format('create policy search_all on registry.%I for select to shanyraq_search using (true)', t);
    end loop;

    -- Tables without a policy for the office (names, rejects, what a running load keeps) are not there for it.
    foreach t in array array['source', 'sheet', 'precedence', 'answered', 'income_kind', 'classifier', 'territory', 'occupation', 'boundary'] loop
        execute format('create policy office_reads on registry.%I for select to shanyraq_office using (true)', t);
    end loop;

    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income'] loop
        opened := case
            when t in ('identity', 'membership', 'kinship', 'lodging') then person
            when t = 'health' then '(select access.sees_disability()) and ' || person_own
            when t in ('income', 'standing') then '(select access.sees_incomes()) and ' || person_own
            else person_own end;
        execute format('create policy office_reads on registry.%I for select to shanyraq_office using (%s)', t, opened);
        execute format('create policy office_adds on registry.%I for insert to shanyraq_office with check (%s and %s)', t, writes, opened);
        execute format('create policy office_replaces on registry.%I for update to shanyraq_office using (%s and %s)', t, writes, opened);
    end loop;
    foreach t in array array['home', 'property', 'vehicles', 'conduct', 'finance', 'livestock', 'plots'] loop
        opened := case when t = 'finance' then '(select access.sees_incomes()) and ' || family else family end;
        execute format('create policy office_reads on registry.%I for select to shanyraq_office using (%s)', t, opened);
        execute format('create policy office_adds on registry.%I for insert to shanyraq_office with check (%s and %s)', t, writes, opened);
        execute format('create policy office_replaces on registry.%I for update to shanyraq_office using (%s and %s)', t, writes, opened);
    end loop;
    execute format('create policy office_writes on registry.family for insert to shanyraq_office with check (%s and not restricted and kato between (select access.lo()) and (select access.hi()))', writes);
    execute format('create policy office_writes on registry.person for insert to shanyraq_office with check (%s and not restricted and kato between (select access.lo()) and (select access.hi()))', writes);
    -- An update without a condition asks no policy of select: what may be changed must be said in full. Where a row moves to is free.
    execute format('create policy office_changes on registry.family for update to shanyraq_office using (%s and (%s)) with check (%1$s)', writes, replace(open_row, 'family_id', 'id'));
    execute format('create policy office_changes on registry.person for update to shanyraq_office using (%s and (%s)) with check (%1$s)', writes, open_row);
end
$$;

create policy office_reads on registry.person for select to shanyraq_office using (
    (not restricted and (kato between (select access.lo()) and (select access.hi()) or family_id = any ((select access.permits())::bigint[])))
    or family_id = any ((select access.opened())::bigint[])
    or id = (select access.person())
    or family_id = (select access.family()));
create policy office_reads on registry.family for select to shanyraq_office using (
    (not restricted and (kato between (select access.lo()) and (select access.hi()) or id = any ((select access.permits())::bigint[])))
    or id = any ((select access.opened())::bigint[])
    or id = (select access.family()));

-- Deliveries of registers name no person; corrections and entries do, and are read by those who see names.
create policy office_reads on registry.intake for select to shanyraq_office using (
    kind in ('households', 'single_source') or officer = (select access.officer()) or person = (select access.person())
    or (select access.lo()) <= (select access.hi()) or (select access.role()) = 'citizen');
create policy office_adds on registry.intake for insert to shanyraq_office with check (
    kind not in ('households', 'single_source') and (officer = (select access.officer()) or person = (select access.person())));
create policy office_changes on registry.intake for update to shanyraq_office using (officer = (select access.officer()));

create policy office_reads on registry.disagreement for select to shanyraq_office using (
    (sheet <> 'health' or (select access.sees_disability())) and (sheet not in ('income', 'finance', 'standing') or (select access.sees_incomes()))
    and (exists (select from registry.person p where p.id = person_id
                 and ((select access.role()) <> 'citizen' or p.id = (select access.person()) or p.birth_date > current_date - interval '18 years') offset 0)
         or exists (select from registry.family f where f.id = family_id offset 0)));
create policy office_settles on registry.disagreement for update to shanyraq_office using (
    (select access.role()) in ('social_worker', 'second_approver')
    and (exists (select from registry.person p where p.id = person_id offset 0) or exists (select from registry.family f where f.id = family_id offset 0)));
create policy office_adds on registry.disagreement for insert to shanyraq_office with check ((select access.role()) in ('social_worker', 'second_approver'));

create policy office_reads on registry.question for select to shanyraq_office using (
    (sheet <> 'health' or (select access.sees_disability())) and (sheet not in ('income', 'finance', 'standing') or (select access.sees_incomes()))
    and exists (select from registry.family f where f.id = family_id offset 0)
    and ((select access.role()) <> 'citizen' or asked_by_person = (select access.person())));
create policy office_asks on registry.question for insert to shanyraq_office with check (
    exists (select from registry.family f where f.id = family_id offset 0)
    and (asked_by = (select access.officer()) or asked_by_person = (select access.person())));
create policy office_answers on registry.question for update to shanyraq_office using (
    exists (select from registry.family f where f.id = family_id offset 0)
    and ((select access.role()) in ('social_worker', 'second_approver') or asked_by_person = (select access.person())));

create policy office_reads on registry.duplicate for select to shanyraq_office using (
    exists (select from registry.person p where p.id = person_id offset 0) and exists (select from registry.person p where p.id = other_id offset 0)
    and (select access.role()) in ('social_worker', 'second_approver'));
create policy office_decides on registry.duplicate for update to shanyraq_office using (
    (select access.role()) in ('social_worker', 'second_approver')
    and exists (select from registry.person p where p.id = person_id offset 0) and exists (select from registry.person p where p.id = other_id offset 0));

-- Figures of the country, without names ---------------------------------------------------------------------------

create table registry.figure (
    measure text not null,
    kato integer not null,
    category text not null,
    value bigint,
    counted_at timestamptz not null,
    primary key (measure, kato, category)
);
comment on table registry.figure is 'Counts for those who see no names, as they may be published: a count under 5 is hidden, and so are as many others as keep it from being worked out (class Suppression).';
comment on column registry.figure.measure is 'families, persons or sources.';
comment on column registry.figure.kato is 'Region or district; 0 is the republic.';
comment on column registry.figure.category is 'What is counted, or * for the total of the row.';
comment on column registry.figure.value is 'The count; null where it is hidden.';
comment on column registry.figure.counted_at is 'When it was counted.';
grant select on registry.figure to shanyraq_office, shanyraq_search;
grant select, insert, update, delete on registry.figure to shanyraq_intake;
alter table registry.figure enable row level security;
create policy owner_all on registry.figure to shanyraq_owner using (true) with check (true);
create policy search_all on registry.figure for select to shanyraq_search using (true);
create policy intake_all on registry.figure to shanyraq_intake using (true) with check (true);
create policy office_reads on registry.figure for select to shanyraq_office using (true);

-- How names are alike ----------------------------------------------------------------------------------------------

create function registry.sound(folded text) returns text language sql immutable parallel safe strict return
    regexp_replace(
        translate(
            replace(replace(replace(replace(replace(replace(replace(replace(
                translate(
                    replace(replace(replace(replace(replace(replace(replace(folded, 'shch', 'щ'), 'sh', 'ш'), 'ch', 'ч'), 'zh', 'ж'), 'kh', 'х'), 'yu', 'ю'), 'ya', 'я'),
                    'abcdefghijklmnopqrstuvwxyz', 'абцдефгхижклмнопкрстуввхиз'),
                'дж', 'ж'), 'ия', 'я'), 'ья', 'я'), 'ый', 'и'), 'ий', 'и'), 'сс', 'с'), 'лл', 'л'), 'нн', 'н'),
            'йыэюящхьъ', 'ииеуашк'),
        '(.{3,}?)(ова|ева|ина|ов|ев|ин|ски|скаа|ули|кизи)$', '\1');
comment on function registry.sound(text) is 'What a folded name sounds like, in Kazakh, Russian or Latin spelling, without the ending of a surname: Серікова, Сериков and Serik are one.';

alter table registry.name add column sound text not null generated always as (registry.sound(folded)) stored;
comment on column registry.name.sound is 'The name as registry.sound makes it.';
grant execute on function registry.sound(text) to shanyraq_office, shanyraq_intake, shanyraq_search;
create index name_by_sound on registry.name (sound);
drop index if exists registry.name_like;
create index name_by_letters on registry.name using gin (folded gin_trgm_ops, sound gin_trgm_ops);

create function registry.names_like(word text) returns table (id integer, likeness real)
    language sql stable security definer
    set search_path = pg_catalog, public, pg_temp set pg_trgm.similarity_threshold = 0.45
    as $$
        select n.id, (case
            when n.folded = w.folded then 1
            when n.sound = w.sound then 0.9
            when length(w.folded) >= 3 and n.folded like w.folded || '%' then 0.8
            else 0.75 * greatest(similarity(n.folded, w.folded), similarity(n.sound, w.sound)) end)::real
        from (select registry.fold(word), registry.sound(registry.fold(word))) as w (folded, sound)
        join registry.name n on n.folded = w.folded or n.sound = w.sound or n.folded % w.folded or n.sound % w.sound or length(w.folded) >= 3 and n.folded like w.folded || '%'
        order by 2 desc, length(n.folded), n.folded limit 20
    $$;
comment on function registry.names_like(text) is 'Names of the dictionary that a word may mean, the likeliest first: 1 the same letters, 0.9 the same sound, 0.8 the beginning.';

create function registry.name_number(name text) returns integer
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    declare
        number integer;
    begin
        if coalesce(registry.fold(name), '') = '' then
            return null;
        end if;
        select n.id into number from registry.name n where n.folded = registry.fold(name);
        if number is null then
            insert into registry.name (folded) values (registry.fold(name)) on conflict do nothing;
            select n.id into number from registry.name n where n.folded = registry.fold(name);
        end if;
        return number;
    end
    $$;
comment on function registry.name_number(text) is 'The number of a name in the dictionary, where it is added if it is new.';

-- Which deliveries of registers were last; corrections of officers are many more.
create index intake_of_registers on registry.intake (source, closed_at desc) where kind in ('households', 'single_source') and state = 'done';
-- Who was told to be of a family, and is not any more.
create index membership_past_by_family on registry.membership (family_id) where superseded_by is not null;
create index question_asked on registry.question (asked_at) where state = 'open';

-- Finding ----------------------------------------------------------------------------------------------------------

drop index if exists registry.person_by_name;
create index person_by_names on registry.person (last_name, first_name, kato);
create index person_by_last_name on registry.person (last_name, kato);
create index person_by_first_name on registry.person (first_name, kato);

-- Words of an address with its district, so that an officer's territory narrows the search inside the index.
create function registry.address_words(kato integer, address text) returns tsvector language sql immutable parallel safe
    return to_tsvector('simple', translate(coalesce(registry.fold(address), ''), ',./№', '    ') || ' k' || (kato / 100000));
comment on function registry.address_words(integer, text) is 'The words by which an address is found, and the district as k1234.';
grant execute on function registry.address_words(integer, text) to shanyraq_office, shanyraq_intake, shanyraq_search;
drop index if exists registry.home_by_address;
create index home_by_address on registry.home using gin (registry.address_words(kato, address)) where superseded_by is null;

create function registry.find_iin(iin text) returns table (person_id bigint, family_id bigint, place text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select case when x.here then x.id end, x.family_id, case when x.here then 'here' else 'elsewhere' end
        from (
            select coalesce(p.merged_into, p.id) as id, p.family_id, p.id as own,
                (not p.restricted and (p.kato between (select access.lo()) and (select access.hi()) or p.family_id = any ((select access.permits())::bigint[])))
                or p.family_id = any ((select access.opened())::bigint[]) as here,
                not p.restricted and p.family_id is not null as known
            from registry.person p where p.iin = find_iin.iin and (select access.lo()) <= (select access.hi())
        ) x
        where x.here or x.known
        order by x.here desc, x.own limit 10
    $$;
comment on function registry.find_iin(text) is 'Who has this number: persons whom the caller may see, or that there is a family elsewhere. A restricted family is not there.';

create function registry.find_family(number bigint) returns table (family_id bigint, place text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select x.id, case when x.here then 'here' else 'elsewhere' end
        from (
            select f.id, not f.restricted as known,
                (not f.restricted and (f.kato between (select access.lo()) and (select access.hi()) or f.id = any ((select access.permits())::bigint[])))
                or f.id = any ((select access.opened())::bigint[]) as here
            from registry.family f where f.id = find_family.number and (select access.lo()) <= (select access.hi())
        ) x
        where x.here or x.known
    $$;
comment on function registry.find_family(bigint) is 'Whether there is a family of this number: one that the caller may see, or one elsewhere. A restricted family is not there.';

create function registry.find_phone(phone text) returns table (person_id bigint, likeness real)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select coalesce(p.merged_into, p.id), 1::real from registry.person p
        where p.phone = find_phone.phone and not p.restricted and p.kato between (select access.lo()) and (select access.hi())
        order by p.id limit 51
    $$;
comment on function registry.find_phone(text) is 'Persons of the caller''s territory with this telephone.';

create function registry.find_names(words text[], born daterange) returns table (person_id bigint, likeness real)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
    as $$
    declare
        lo constant integer := access.lo();
        hi constant integer := access.hi();
        born_from constant date := coalesce(lower(born), '-infinity');
        born_until constant date := coalesce(upper(born) - 1, 'infinity');
        ids integer[];
        ords integer[];
        alike real[];
        found_so_far integer := 0;
        n record;
    begin
        if lo > hi then
            return;
        end if;
        select array_agg(x.id), array_agg(x.ord), array_agg(x.likeness) into ids, ords, alike
        from (select l.id, w.ord::integer, l.likeness from unnest(words) with ordinality as w (word, ord), registry.names_like(w.word) l) x;
        if ids is null then
            return;
        end if;
        if cardinality(words) = 1 then
            -- The likeliest name first, and no further than a page of results.
            for n in select u.id, u.likeness from unnest(ids, alike) as u (id, likeness) order by u.likeness desc loop
                return query
                    select coalesce(p.merged_into, p.id), n.likeness from (
                        (select p.id, p.merged_into, p.birth_date from registry.person p
                         where p.last_name = n.id and p.kato between lo and hi and not p.restricted
                            and (born is null or p.birth_date between born_from and born_until) limit 51)
                        union
                        (select p.id, p.merged_into, p.birth_date from registry.person p
                         where p.first_name = n.id and p.kato between lo and hi and not p.restricted
                            and (born is null or p.birth_date between born_from and born_until) limit 51)
                    ) p;
                get diagnostics found_so_far = row_count;
                exit when found_so_far > 50;
            end loop;
        else
            return query
                select coalesce(p.merged_into, p.id), max(l.likeness * f.likeness)::real
                from registry.person p
                join unnest(ids, ords, alike) as l (id, ord, likeness) on l.id = p.last_name
                join unnest(ids, ords, alike) as f (id, ord, likeness) on f.id = p.first_name and f.ord <> l.ord
                where p.last_name = any (ids) and p.first_name = any (ids) and p.kato between lo and hi and not p.restricted
                    and (born is null or p.birth_date between born_from and born_until)
                group by 1 order by 2 desc, 1 limit 51;
        end if;
    end
    $$;
comment on function registry.find_names(text[], daterange) is 'Persons of the caller''s territory by one or more names in any order and spelling, born on these days if any are said; at most a page and one, the likeliest first.';

create function registry.find_address(words text) returns table (family_id bigint, likeness real)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
    as $$
    declare
        lo constant integer := access.lo();
        hi constant integer := access.hi();
        asked tsquery;
        place tsquery;
    begin
        select string_agg(quote_literal(w) || ':*', ' & ')::tsquery into asked
        from regexp_split_to_table(translate(registry.fold(words), ',./№''\:*&|!()<>', '               '), '\s+') as w where w <> '';
        if lo > hi or asked is null then
            return;
        end if;
        place := case
            when lo / 100000 = hi / 100000 then ('k' || lo / 100000)::tsquery
            when lo / 10000000 = hi / 10000000 then ('k' || lo / 10000000 || ':*')::tsquery end;
        return query
            select distinct h.family_id, 1::real
            from registry.home h join registry.family f on f.id = h.family_id
            where h.superseded_by is null and registry.address_words(h.kato, h.address) @@ (case when place is null then asked else asked && place end)
                and upper_inf(h.valid) and not f.restricted and not f.closed and f.kato between lo and hi
            limit 51;
    end
    $$;
comment on function registry.find_address(text) is 'Families of the caller''s territory whose address has all these words or beginnings of words.';

create function registry.rejects(delivery integer, after_line bigint, how_many integer) returns table (line bigint, "column" text, value text, reason text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select r.line, r."column", regexp_replace(r.value, '[[:alnum:]]', '•', 'g'), regexp_replace(r.reason, '''[^'']*''', '''…''', 'g')
        from registry.reject r
        where r.intake = delivery and r.line > after_line and (select access.role()) in ('operator', 'social_worker', 'second_approver')
        order by r.line limit least(how_many, 1000)
    $$;
comment on function registry.rejects(integer, bigint, integer) is 'Rejected rows of a delivery, their cells masked.';

create function registry.questions_waiting() returns table (source text, waiting bigint, late bigint)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
        select q.source, count(*), count(*) filter (where q.due_on < current_date) from registry.question q where q.state = 'open' group by 1
    $$;
comment on function registry.questions_waiting() is 'How many questions each source has not answered; no names.';

do $$
declare
    f text;
begin
    grant create on schema registry to shanyraq_search;
    foreach f in array array['names_like(text)', 'find_iin(text)', 'find_family(bigint)', 'find_phone(text)', 'find_names(text[], daterange)', 'find_address(text)',
        'rejects(integer, bigint, integer)', 'questions_waiting()', 'name_number(text)'] loop
        execute 'revoke all on function registry.' || f || ' from public';
        execute 'grant execute on function registry.' || f || ' to shanyraq_office, shanyraq_intake, shanyraq_search';
        execute 'alter function registry.' || f || ' owner to shanyraq_search';
    end loop;
    revoke create on schema registry from shanyraq_search;
end
$$;
grant insert on registry.name to shanyraq_search;
create policy search_adds on registry.name for insert to shanyraq_search with check (true);
grant usage on schema access to shanyraq_search;

-- What modules to the right may read --------------------------------------------------------------------------------

create schema registry_door;
comment on schema registry_door is 'Published views of the registry. They show each role what the role may see: row-level security is that of who asks.';
create view registry_door.family_overview with (security_invoker = true) as
    select f.id as family_id, f.kato, count(p.id) as persons,
        count(*) filter (where p.birth_date > current_date - interval '18 years') as children
    from registry.family f left join registry.person p on p.family_id = f.id and p.merged_into is null
    where not f.closed group by f.id;
comment on view registry_door.family_overview is 'Families as they are today: where, how many persons, how many under 18.';
create view registry_door.household_income with (security_invoker = true) as
    select p.family_id, i.person_id, k.code as kind, i.valid as months, i.amount, i.term_months, coalesce(i.origin, i.intake) as told_by
    from registry.income i join registry.person p on p.id = i.person_id join registry.income_kind k on k.id = i.kind
    where i.superseded_by is null and not upper_inf(i.valid) and p.family_id is not null;
comment on view registry_door.household_income is 'What the persons of each family received, by kind and months, as known now.';
create view registry_door.source_state with (security_invoker = true) as
    select s.code, s.owner, s.due_every, s.stale_after, d.id as delivery, d.closed_at as delivered_at,
        coalesce(d.closed_at, '-infinity') + s.due_every as due_at, d.closed_at is null or d.closed_at + s.due_every < now() as late
    from registry.source s
    left join lateral (
        select i.id, i.closed_at from registry.intake i
        where i.state = 'done' and (i.kind = 'single_source' and i.source = s.code
            or i.kind = 'households' and i.source is null and exists (select from registry.sheet h where h.source = s.code))
        order by i.closed_at desc limit 1) d on true
    where s.code not in ('officer', 'person', 'survey');
comment on view registry_door.source_state is 'When each register delivered last and whether the next delivery is late.';
grant usage on schema registry_door to shanyraq_office, shanyraq_intake;
grant select on all tables in schema registry_door to shanyraq_office, shanyraq_intake;
do $$
declare
    c record;
begin
    for c in select table_name, column_name from information_schema.columns where table_schema = 'registry_door' loop
        execute format('comment on column registry_door.%I.%I is %L', c.table_name, c.column_name, case c.column_name
            when 'family_id' then 'The family.' when 'person_id' then 'The person.' when 'kato' then 'Where it lives.' when 'persons' then 'How many persons.'
            when 'children' then 'How many of them are under 18.' when 'kind' then 'Kind of income.' when 'months' then 'Months received.'
            when 'amount' then 'Tenge in each month.' when 'term_months' then 'Term of a loan.' when 'told_by' then 'The delivery that told it.'
            when 'code' then 'The source.' when 'owner' then 'Who keeps it.' when 'due_every' then 'Agreed interval.' when 'stale_after' then 'When its facts count as old.'
            when 'delivery' then 'Its last delivery.' when 'delivered_at' then 'When that was done.' when 'due_at' then 'When the next one is due.'
            when 'late' then 'Whether it has not come by then.' end);
    end loop;
end
$$;
