-- Which rows a delivery told or replaced: asked after each delivery, so that the families concerned are assessed again at once. Rows are written in the
-- order of deliveries, so that a summary of each range of pages is enough for the one; rows that were replaced are few beside those that stand.
do $$
declare
    t text;
begin
    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income', 'home', 'property', 'vehicles',
        'conduct', 'finance', 'livestock', 'plots'] loop
        execute format('create index %1$I on registry.%2$I using brin (intake) with (pages_per_range = 32, autosummarize = on)', t || '_told', t);
        execute format('create index %1$I on registry.%2$I (superseded_by) where superseded_by is not null', t || '_replaced', t);
    end loop;
end $$;
