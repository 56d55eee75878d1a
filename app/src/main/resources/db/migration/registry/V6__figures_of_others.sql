-- Figures of other modules are published in the same table, by the same rule.

comment on column registry.figure.measure is 'families, persons or sources; takeup.<benefit>: who is entitled, by whether it is received; takeup_unknown.<benefit>: of whom that is not known; wellbeing: families by level.';
comment on column registry.figure.category is 'What is counted, * for the total of the row, or the name of a sum that goes with a count.';
comment on column registry.figure.value is 'The count or sum; null where it is hidden.';
