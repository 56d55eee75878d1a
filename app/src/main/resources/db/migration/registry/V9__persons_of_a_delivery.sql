-- Which persons a delivery brought: asked when those are compared with others. Persons lie in the order of deliveries, but for those that changed since.
create index person_told on registry.person using brin (intake) with (pages_per_range = 32, autosummarize = on);
