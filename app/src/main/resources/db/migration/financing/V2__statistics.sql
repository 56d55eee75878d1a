-- A message of two hundred thousand lines is matched in the transaction that keeps it: PostgreSQL must know by then that the tables are no longer small, and
-- find the line of an order by an index, whichever side it begins with.

create index line_of_open_order on financing.bank_line (end_to_end) where state = 'open';
create index order_of_file on financing.payment_order (file) where file is not null;
grant maintain on financing.balance, financing.payment_order, financing.order_line, financing.bank_line to shanyraq_intake;
