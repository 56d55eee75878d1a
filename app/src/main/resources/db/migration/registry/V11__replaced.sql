-- What a delivery replaced is found by its number, and what was once told of a person by the person: each by an index over the same few rows. So that
-- neither is taken for the other, the first says its condition in other words; and these few are counted before they are a tenth of the sheet.
do $$
declare
    t text;
begin
    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income', 'home', 'property', 'vehicles',
        'conduct', 'finance', 'livestock', 'plots'] loop
        execute format('drop index if exists registry.%I', t || '_replaced');
        execute format('delete from registry.taken_away where name = %L', t || '_replaced');
        execute format('create index %1$I on registry.%2$I (superseded_by) where superseded_by > 0', t || '_replaced', t);
        execute format('alter table registry.%I set (autovacuum_analyze_scale_factor = 0.01)', t);
    end loop;
end $$;
