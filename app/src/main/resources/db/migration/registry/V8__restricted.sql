-- Families under protection are few, and are looked for by themselves: so that counts can leave them out.
create index family_restricted on registry.family (id) where restricted;
