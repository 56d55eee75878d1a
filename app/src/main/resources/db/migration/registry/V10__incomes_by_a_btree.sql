-- That no two incomes of one kind hold in one month was kept by an exclusion constraint: 3.9 GB for 53 million of them, and 170 µs to find what one
-- person received. Now as with the other sheets (decision record 0008): a unique B-tree, and a trigger that looks beside it. No two incomes of a person
-- and kind begin in one month; one that begins in another month and reaches into this one is found by the trigger, which holds the row of the person
-- meanwhile.
create function registry.income_joint() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    perform from registry.person where id = new.person_id for no key update;
    if exists (
        select from registry.income o
        where o.person_id = new.person_id and o.kind = new.kind and o.superseded_by is null and lower(o.valid) <> lower(new.valid) and o.valid && new.valid) then
        raise exclusion_violation using message = format('Two incomes of one kind of the person %s would hold in one month of %s.', new.person_id, new.valid);
    end if;
    return null;
end
$$;
comment on function registry.income_joint() is 'No two incomes of one kind hold in one month.';

create or replace function registry.check_joint(which text) returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    k text := (select case about when 'person' then 'person_id' else 'family_id' end from registry.sheet where code = which);
    found bigint;
begin
    if which = 'income' then
        select count(*) into found
        from (
            select lower(valid) < lag(upper(valid)) over (partition by person_id, kind order by lower(valid)) as reaches_in
            from registry.income where superseded_by is null) i
        where reaches_in;
    else
        execute format('select count(*) from registry.%1$I o join registry.%1$I e using (%2$I) where o.superseded_by is null and upper_inf(o.valid)
            and e.superseded_by is null and not upper_inf(e.valid) and upper(e.valid) > lower(o.valid)%3$s', which, k,
            case when which in ('livestock', 'plots') then ' and o.kind = e.kind' else '' end) into found;
    end if;
    if found > 0 then
        raise exclusion_violation using message = format('%s facts of %s would hold on one day with another.', found, which);
    end if;
end
$$;

do $$
declare
    index text := 'create unique index income_one on registry.income using btree (person_id, kind, lower(valid)) where (superseded_by is null)';
begin
    alter table registry.income drop constraint if exists income_one;
    create trigger income_joint after insert or update of superseded_by, valid on registry.income
        for each row when (new.superseded_by is null) execute function registry.income_joint();
    -- In the middle of a first load, which puts back at its end what it took away.
    if exists (select from registry.taken_away where name = 'income_one') then
        update registry.taken_away set step = 2, ddl = index where name = 'income_one';
        insert into registry.taken_away (step, name, ddl) values
            (5, 'income_joint', 'alter table registry.income enable trigger income_joint'),
            (6, 'income_joint', 'do $do$ begin perform registry.check_joint(''income''); end $do$');
        alter table registry.income disable trigger income_joint;
    else
        execute index;
    end if;
end
$$;
