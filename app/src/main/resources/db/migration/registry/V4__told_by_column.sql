-- A row is told by one delivery; a column of it may have been told by another: a source fills what those above it leave open, and a
-- register's word on one column leaves the others as they were told. Nearly all rows have none of this, and no room is taken.
do $$
declare
    t text;
begin
    for t in select code from registry.sheet loop
        execute format('alter table registry.%I add column also jsonb', t);
        execute format('comment on column registry.%I.also is %L', t,
            'Columns that another delivery told than coalesce(origin, intake): name of the column and number of the delivery; null where there is none. Source, rank and age of such a column are those of its delivery.');
    end loop;
end
$$;
