-- The migration that made this function meant to close it to everybody but the office, as a role that does not own it, so that PostgreSQL did nothing. It asks
-- who calls, so that nothing was shown to anybody; it is closed here all the same.
set role shanyraq_log;
revoke all on function access.who_looked(bigint, bigint, timestamptz, timestamptz, integer) from public;
grant execute on function access.who_looked(bigint, bigint, timestamptz, timestamptz, integer) to shanyraq_office;
reset role;
