-- Messages to a family are shown to whoever may see the family by name. The policies of access ask in the name of the pages' role; whoever asks hears
-- of what they may see anyway.
set role shanyraq_search;
grant execute on function access.in_sight(bigint, bigint) to shanyraq_office, shanyraq_owner;
reset role;
