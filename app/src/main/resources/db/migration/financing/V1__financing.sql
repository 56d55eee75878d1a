-- The money of help: a ledger by double entry, pay lists, what the bank said, and where these three do not agree.
--
-- Four ideas:
--   1. The ledger is kept for each award and month. Money stands in stages (budget, accrued, ordered, sent, confirmed, …); a posting moves it from one to
--      another. What is moved at once sums to zero, else the statement is refused; no stage but the budget can fall below zero, else it is refused too. So
--      money is neither made nor lost, and nothing is asked back that was not paid, whatever the program does.
--   2. What is due has one mechanism: financing accrues the difference between what the decisions give (benefits.payable) and what was accrued so far. The
--      first accrual, arrears, a reduction and an overpayment are one statement, and to do it again changes nothing.
--   3. People decide upon a list as a whole and never upon an amount: one prepares and locks, a second approves, a third authorises.
--   4. What the bank says is kept line by line, each once. A line that fits no order stays in the list of differences; none is dropped.

comment on schema financing is 'Obligations and payments: the ledger, pay lists, files to and from the bank, and the differences between decision, order and bank.';

-- ------------------------------------------------------------------------------------------------------------------------------ settings

create table financing.budget_line (
    topic smallint primary key references benefits.topic,
    code text not null check (code <> ''),
    purpose_code text not null check (purpose_code ~ '^[0-9]{3}$'),
    source text not null check (source <> '')
);
comment on table financing.budget_line is 'From which line of the budget a benefit is paid, and the purpose that a payment order names.';
comment on column financing.budget_line.topic is 'The benefit.';
comment on column financing.budget_line.code is 'The line of the budget.';
comment on column financing.budget_line.purpose_code is 'Code of the purpose of the payment (KNP), three digits.';
comment on column financing.budget_line.source is 'Where line and code come from; begins with "unconfirmed" if they were not seen in a public source.';
insert into financing.budget_line
    select id, code, '049', 'unconfirmed: the line is named by the benefit, the purpose code is a placeholder until the treasury names both'
    from benefits.topic where kind = 'benefit';

create table financing.withholding (
    valid_from date primary key,
    percent smallint not null check (percent between 0 and 50),
    keeps_poverty_line boolean not null,
    source text not null check (source <> '')
);
comment on table financing.withholding is 'How much of a payment may be kept back for what was overpaid.';
comment on column financing.withholding.valid_from is 'The month from which it holds.';
comment on column financing.withholding.percent is 'At most so much of each payment.';
comment on column financing.withholding.keeps_poverty_line is 'Whether the payments of a month must leave the family the poverty line of its region for each of its members.';
comment on column financing.withholding.source is 'Where that is written; begins with "unconfirmed" if it was not seen in a public source.';
insert into financing.withholding values ('2018-01-01', 20, true, 'unconfirmed: the Code only says that it is withheld from later payments (art. 126 §4)');

-- -------------------------------------------------------------------------------------------------------------------------------- ledger

create table financing.entry (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('accrue', 'correct', 'order', 'withdraw', 'send', 'confirm', 'reject', 'return', 'withhold', 'write_off')),
    day date not null,
    officer uuid,
    pay_list integer,
    bank_message bigint,
    made_at timestamptz not null default clock_timestamp()
);
comment on table financing.entry is 'An entry of the ledger: why its postings were made, together. Nothing is ever changed or taken back; what was wrong is corrected by another entry.';
comment on column financing.entry.id is 'Number.';
comment on column financing.entry.kind is 'accrue: due by a decision. correct: less is due than was accrued, or again what had been asked back. order: taken into a pay list. withdraw: taken out of it. send: given to the bank. confirm: paid by the bank. reject: refused by the bank. return: came back. withhold: kept back for an overpayment. write_off: no longer asked back.';
comment on column financing.entry.day is 'The day in the books; of what the bank says the day on which it booked.';
comment on column financing.entry.officer is 'The officer upon whose word it was made; null for the office itself.';
comment on column financing.entry.pay_list is 'The pay list, if it belongs to one.';
comment on column financing.entry.bank_message is 'The message of the bank, if it follows from one.';
comment on column financing.entry.made_at is 'When it was made.';

-- The large tables have no foreign keys: the statement that writes them has just read what they refer to, and the check of each of hundreds of thousands
-- of rows would cost more than the payment run itself. That an entry exists is asked once a statement.

create table financing.posting (
    entry bigint not null,
    award_id bigint not null,
    month date not null check (extract(day from month) = 1),
    stage text not null check (stage in ('budget', 'accrued', 'ordered', 'sent', 'confirmed', 'withheld', 'receivable', 'written_off')),
    amount bigint not null check (amount <> 0),
    family_id bigint not null,
    topic smallint not null,
    kato registry.kato not null,
    budget_line text not null,
    primary key (entry, award_id, month, stage)
);
create index posting_of_family on financing.posting (family_id, month);
comment on table financing.posting is 'A posting: so much more or less in a stage for one month of an award. Those of an entry sum to zero for each month of each award.';
comment on column financing.posting.entry is 'The entry.';
comment on column financing.posting.award_id is 'The award of the decision.';
comment on column financing.posting.month is 'The month for which it is due, by its first day.';
comment on column financing.posting.stage is 'budget: the source of all money. accrued: due and not yet ordered. ordered: in a pay list. sent: with the bank. confirmed: paid. withheld: set off against an overpayment. receivable: overpaid, to be given back. written_off: overpaid, no longer asked back.';
comment on column financing.posting.amount is 'Tenge, more or less.';
comment on column financing.posting.family_id is 'The family.';
comment on column financing.posting.topic is 'The benefit.';
comment on column financing.posting.kato is 'The district of the family at that time.';
comment on column financing.posting.budget_line is 'The line of the budget.';

create table financing.balance (
    award_id bigint not null,
    month date not null,
    family_id bigint not null,
    topic smallint not null,
    kato registry.kato not null,
    budget_line text not null,
    budget bigint not null,
    accrued bigint not null check (accrued >= 0),
    ordered bigint not null check (ordered >= 0),
    sent bigint not null check (sent >= 0),
    confirmed bigint not null check (confirmed >= 0),
    withheld bigint not null check (withheld >= 0),
    receivable bigint not null check (receivable >= 0),
    written_off bigint not null check (written_off >= 0),
    check (budget + accrued + ordered + sent + confirmed + withheld + receivable + written_off = 0),
    primary key (award_id, month)
) with (fillfactor = 70);
create index balance_of_family on financing.balance (family_id);
comment on table financing.balance is 'What stands in each stage: the sum of the postings, kept by the database together with them. Here no stage can fall below zero.';
comment on column financing.balance.award_id is 'The award.';
comment on column financing.balance.month is 'The month.';
comment on column financing.balance.family_id is 'The family.';
comment on column financing.balance.topic is 'The benefit.';
comment on column financing.balance.kato is 'The district at the last posting.';
comment on column financing.balance.budget_line is 'The line of the budget.';
comment on column financing.balance.budget is 'Taken from the budget, as a negative number.';
comment on column financing.balance.accrued is 'Due and not yet ordered.';
comment on column financing.balance.ordered is 'In a pay list.';
comment on column financing.balance.sent is 'With the bank.';
comment on column financing.balance.confirmed is 'Paid and due.';
comment on column financing.balance.withheld is 'Set off against an overpayment.';
comment on column financing.balance.receivable is 'Overpaid, to be given back.';
comment on column financing.balance.written_off is 'Overpaid, no longer asked back.';

create function financing.post() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    wrong record;
begin
    select f.entry, f.award_id, f.month, sum(f.amount) as amount into wrong
        from fresh f group by f.entry, f.award_id, f.month having sum(f.amount) <> 0 limit 1;
    if found then
        raise exception 'The postings of entry % for month % of award % sum to % instead of zero.', wrong.entry, wrong.month, wrong.award_id, wrong.amount
            using errcode = '23514', hint = 'Maybe one side of the movement is missing.';
    end if;
    select f.entry into wrong from (select distinct entry from fresh) f where not exists (select from financing.entry e where e.id = f.entry) limit 1;
    if found then
        raise exception 'There is no entry % to post to.', wrong.entry using errcode = '23503';
    end if;
    merge into financing.balance b
    using (select f.award_id, f.month, max(f.family_id) as family_id, max(f.topic) as topic, max(f.kato) as kato, max(f.budget_line) as budget_line,
                coalesce(sum(f.amount) filter (where f.stage = 'budget'), 0) as budget,
                coalesce(sum(f.amount) filter (where f.stage = 'accrued'), 0) as accrued,
                coalesce(sum(f.amount) filter (where f.stage = 'ordered'), 0) as ordered,
                coalesce(sum(f.amount) filter (where f.stage = 'sent'), 0) as sent,
                coalesce(sum(f.amount) filter (where f.stage = 'confirmed'), 0) as confirmed,
                coalesce(sum(f.amount) filter (where f.stage = 'withheld'), 0) as withheld,
                coalesce(sum(f.amount) filter (where f.stage = 'receivable'), 0) as receivable,
                coalesce(sum(f.amount) filter (where f.stage = 'written_off'), 0) as written_off
            from fresh f group by f.award_id, f.month) n
        on b.award_id = n.award_id and b.month = n.month
    when matched then update set
        kato = n.kato, budget = b.budget + n.budget, accrued = b.accrued + n.accrued, ordered = b.ordered + n.ordered, sent = b.sent + n.sent,
        confirmed = b.confirmed + n.confirmed, withheld = b.withheld + n.withheld, receivable = b.receivable + n.receivable,
        written_off = b.written_off + n.written_off
    when not matched then insert values (n.award_id, n.month, n.family_id, n.topic, n.kato, n.budget_line, n.budget, n.accrued, n.ordered, n.sent,
        n.confirmed, n.withheld, n.receivable, n.written_off);
    return null;
end $$;
comment on function financing.post() is 'Refuses postings that do not sum to zero, and adds them to the balances.';
create trigger posted after insert on financing.posting referencing new table as fresh for each statement execute function financing.post();

create function financing.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'What is written in %.% is neither changed nor deleted.', tg_table_schema, tg_table_name
        using errcode = '23514', hint = 'Maybe correct it by another entry.';
end $$;
comment on function financing.refuse() is 'Keeps what was written.';
create trigger entry_stays before update or delete or truncate on financing.entry for each statement execute function financing.refuse();
create trigger posting_stays before update or delete or truncate on financing.posting for each statement execute function financing.refuse();

-- ----------------------------------------------------------------------------------------------------------------------------- pay lists

create table financing.pay_list (
    id integer generated always as identity primary key,
    kato integer not null check (kato = 0 or kato between 100000000 and 999999999),
    month date not null check (extract(day from month) = 1),
    state text not null default 'gathering'
        check (state in ('gathering', 'draft', 'locking', 'locked', 'approved', 'authorised', 'releasing', 'released', 'answered', 'dropping', 'dropped')),
    gathered bigint not null default 0,
    lines bigint not null default 0,
    outs bigint not null default 0,
    orders integer not null default 0,
    tenge_gathered bigint not null default 0,
    tenge bigint not null default 0,
    tenge_withheld bigint not null default 0,
    tenge_out bigint not null default 0,
    message text,
    reason text,
    drafted_by uuid not null,
    drafted_at timestamptz not null default clock_timestamp(),
    locked_by uuid,
    locked_at timestamptz,
    approved_by uuid,
    approved_at timestamptz,
    authorised_by uuid,
    authorised_at timestamptz,
    released_by uuid,
    released_at timestamptz,
    dropped_by uuid,
    dropped_at timestamptz,
    check (gathered = lines + outs),
    check (tenge_gathered = tenge + tenge_withheld + tenge_out),
    constraint second_pair_of_eyes check (approved_by not in (drafted_by, locked_by)),
    constraint third_pair_of_eyes check (authorised_by not in (drafted_by, locked_by, approved_by)),
    check (state not in ('locking', 'locked', 'approved', 'authorised', 'releasing', 'released', 'answered') or locked_by is not null),
    check (state not in ('approved', 'authorised', 'releasing', 'released', 'answered') or approved_by is not null),
    check (state not in ('authorised', 'releasing', 'released', 'answered') or authorised_by is not null),
    check (state not in ('releasing', 'released', 'answered') or released_by is not null),
    check (state not in ('dropping', 'dropped') or dropped_by is not null and reason is not null)
);
create unique index pay_list_open on financing.pay_list (kato, month) where state not in ('released', 'answered', 'dropped');
comment on table financing.pay_list is 'A pay list: what is paid together for a territory, up to a month.';
comment on column financing.pay_list.id is 'Its number.';
comment on column financing.pay_list.kato is 'The territory; 0 is the republic.';
comment on column financing.pay_list.month is 'Up to this month everything that is accrued is gathered: arrears of earlier months too.';
comment on column financing.pay_list.state is 'gathering, draft, locking, locked, approved, authorised, releasing, released, answered; dropping, dropped. Those that end in -ing were asked for by a person and are being done by the office.';
comment on column financing.pay_list.gathered is 'Months of awards that were accrued and not ordered: lines and left out together.';
comment on column financing.pay_list.lines is 'Of these, lines of orders.';
comment on column financing.pay_list.outs is 'Of these, left out; each with its reason.';
comment on column financing.pay_list.orders is 'Payment orders: one for each payee.';
comment on column financing.pay_list.tenge_gathered is 'Tenge accrued.';
comment on column financing.pay_list.tenge is 'Tenge to be paid.';
comment on column financing.pay_list.tenge_withheld is 'Tenge kept back for overpayments.';
comment on column financing.pay_list.tenge_out is 'Tenge left out.';
comment on column financing.pay_list.message is 'What the office could not do, in words for people.';
comment on column financing.pay_list.reason is 'Why it was dropped.';
comment on column financing.pay_list.drafted_by is 'Who asked for it.';
comment on column financing.pay_list.drafted_at is 'When.';
comment on column financing.pay_list.locked_by is 'Who locked it.';
comment on column financing.pay_list.locked_at is 'When.';
comment on column financing.pay_list.approved_by is 'Who approved it: not who drafted or locked it.';
comment on column financing.pay_list.approved_at is 'When.';
comment on column financing.pay_list.authorised_by is 'Who authorised it: none of the former.';
comment on column financing.pay_list.authorised_at is 'When.';
comment on column financing.pay_list.released_by is 'Who released it to the bank.';
comment on column financing.pay_list.released_at is 'When.';
comment on column financing.pay_list.dropped_by is 'Who dropped it.';
comment on column financing.pay_list.dropped_at is 'When.';

create function financing.step() returns trigger language plpgsql as $$
declare
    who uuid;
begin
    if current_user = 'shanyraq_office' then
        who := access.officer();
        if who is null then
            raise exception 'A pay list is changed by officers only.' using errcode = '23514';
        end if;
        if tg_op = 'INSERT' then
            new.drafted_by := who;
            new.drafted_at := clock_timestamp();
            return new;
        end if;
        case old.state || ' ' || new.state
            when 'draft gathering' then null;
            when 'draft locking' then new.locked_by := who; new.locked_at := clock_timestamp();
            when 'locked approved' then new.approved_by := who; new.approved_at := clock_timestamp();
            when 'approved authorised' then new.authorised_by := who; new.authorised_at := clock_timestamp();
            when 'authorised releasing' then new.released_by := who; new.released_at := clock_timestamp();
            when 'draft dropping', 'locked dropping', 'approved dropping', 'authorised dropping' then new.dropped_by := who; new.dropped_at := clock_timestamp();
            else raise exception 'A pay list does not go from % to %.', old.state, new.state using errcode = '23514';
        end case;
        if new.state in ('approved', 'authorised') and access.role() <> 'second_approver' then
            raise exception 'A % may not approve or authorise a pay list.', access.role() using errcode = '23514';
        end if;
        new.message := null;
        return new;
    end if;
    if current_user = 'shanyraq_intake' and tg_op = 'UPDATE' and old.state <> new.state and old.state || ' ' || new.state not in (
            'gathering draft', 'locking draft', 'locking locked', 'releasing authorised', 'releasing released', 'released answered', 'answered released', 'dropping dropped') then
        raise exception 'The office itself does not bring a pay list from % to %.', old.state, new.state using errcode = '23514';
    end if;
    return new;
end $$;
comment on function financing.step() is 'Lets a pay list go its steps only, and writes down who let it.';
create trigger stepped before insert or update on financing.pay_list for each row execute function financing.step();

create table financing.payment_order (
    id bigint generated always as identity primary key,
    pay_list integer not null,
    family_id bigint not null,
    payee_id bigint not null,
    payee_iin text not null,
    payee_name text not null,
    iban text not null,
    kato registry.kato not null,
    amount bigint not null check (amount > 0),
    purpose_code text not null,
    state text not null default 'planned' check (state in ('planned', 'ordered', 'withdrawn', 'sent', 'confirmed', 'rejected', 'returned')),
    end_to_end text not null generated always as ('SHQ' || id) stored,
    bank_said text,
    reason_code text,
    reason text,
    file bigint,
    sent_on date,
    answered_on date,
    told_at timestamptz
);
create unique index order_one on financing.payment_order (pay_list, family_id, payee_id, iban, purpose_code) where state <> 'planned';
create unique index order_by_end_to_end on financing.payment_order (end_to_end);
create index order_of_family on financing.payment_order (family_id);
create index order_of_list on financing.payment_order (pay_list, state, id);
create index order_untold on financing.payment_order (id) where state in ('rejected', 'returned') and told_at is null;
comment on table financing.payment_order is 'A payment order: what a payee gets by a pay list from one kind of help.';
comment on column financing.payment_order.id is 'Its number.';
comment on column financing.payment_order.pay_list is 'The pay list.';
comment on column financing.payment_order.family_id is 'The family.';
comment on column financing.payment_order.payee_id is 'The person who gets the money.';
comment on column financing.payment_order.payee_iin is 'The individual identification number of that person.';
comment on column financing.payment_order.payee_name is 'The name of that person.';
comment on column financing.payment_order.iban is 'The account.';
comment on column financing.payment_order.kato is 'The district of the family.';
comment on column financing.payment_order.amount is 'Tenge.';
comment on column financing.payment_order.purpose_code is 'Code of the purpose of the payment.';
comment on column financing.payment_order.state is 'planned: in a draft. ordered: in a locked list. withdrawn: taken out before it was sent. sent: given to the bank. confirmed: paid. rejected: refused by the bank. returned: paid and came back.';
comment on column financing.payment_order.end_to_end is 'What the bank repeats in every answer.';
comment on column financing.payment_order.bank_said is 'The last state that the bank told.';
comment on column financing.payment_order.reason_code is 'The bank''s code of the reason of a refusal or return.';
comment on column financing.payment_order.reason is 'Why it was withdrawn, refused or returned, in words.';
comment on column financing.payment_order.file is 'The file in which it was sent.';
comment on column financing.payment_order.sent_on is 'The day on which it was given to the bank.';
comment on column financing.payment_order.answered_on is 'The day of the bank''s last word.';
comment on column financing.payment_order.told_at is 'When the other modules were told of a refusal or return.';

create table financing.order_line (
    order_id bigint not null,
    award_id bigint not null,
    month date not null,
    family_id bigint not null,
    topic smallint not null,
    amount bigint not null check (amount >= 0),
    withheld bigint not null default 0 check (withheld >= 0),
    check (amount + withheld > 0),
    primary key (order_id, award_id, month)
);
create index line_of_family on financing.order_line (family_id);
create index line_of_award on financing.order_line (award_id, month);
comment on table financing.order_line is 'For which months of which awards an order pays.';
comment on column financing.order_line.order_id is 'The order.';
comment on column financing.order_line.award_id is 'The award.';
comment on column financing.order_line.month is 'The month.';
comment on column financing.order_line.family_id is 'The family.';
comment on column financing.order_line.topic is 'The benefit.';
comment on column financing.order_line.amount is 'Tenge paid.';
comment on column financing.order_line.withheld is 'Tenge kept back for an overpayment.';

create function financing.is_account(iban text) returns boolean language sql immutable strict parallel safe
return case when iban ~ '^KZ[0-9]{5}[0-9A-Z]{13}$' then
    (select string_agg(case when ascii(c) < 58 then c else (ascii(c) - 55)::text end, '' order by n)
     from unnest(string_to_array(substr(iban, 5) || substr(iban, 1, 4), null)) with ordinality as u (c, n))::numeric % 97 = 1
else false end;
comment on function financing.is_account(text) is 'Whether this has the form of an account in Kazakhstan, with the check digits that belong to it (ISO 13616).';

create function financing.hindrance(known boolean, held text, due bigint, posted bigint, payee bigint, iin text, name text, iban text, refused boolean)
    returns text language sql immutable parallel safe
return case
    when not known then 'not_payable'
    when held in ('account', 'returned') then case when coalesce(iban, '') = '' then 'no_account' else 'refused_account' end
    when held is not null then 'held'
    when due < posted then 'too_much'
    when payee is null or coalesce(iin, '') = '' or coalesce(name, '') = '' then 'no_payee'
    when coalesce(iban, '') = '' then 'no_account'
    when not financing.is_account(iban) then 'wrong_account'
    when refused then 'refused_account' end;
comment on function financing.hindrance(boolean, text, bigint, bigint, bigint, text, text, text, boolean) is 'Why something that is accrued must not be ordered; null if it may. The reasons are those of financing.left_out.';

create table financing.left_out (
    pay_list integer not null,
    award_id bigint not null,
    month date not null,
    family_id bigint not null,
    topic smallint not null,
    amount bigint not null,
    reason text not null check (reason in ('held', 'no_account', 'wrong_account', 'refused_account', 'no_payee', 'not_payable', 'too_much', 'no_budget_line')),
    said text,
    primary key (pay_list, award_id, month)
);
comment on table financing.left_out is 'What is accrued and is not paid by a list, and why.';
comment on column financing.left_out.pay_list is 'The pay list.';
comment on column financing.left_out.award_id is 'The award.';
comment on column financing.left_out.month is 'The month.';
comment on column financing.left_out.family_id is 'The family.';
comment on column financing.left_out.topic is 'The benefit.';
comment on column financing.left_out.amount is 'Tenge.';
comment on column financing.left_out.reason is 'held: the decision must not be paid now. no_account: no account is known. wrong_account: the account has not the form of an account. refused_account: the bank refused this account for this payee. no_payee: name or number of the payee is not known. not_payable: no decision speaks of it. too_much: more is accrued than the decision gives. no_budget_line: the benefit has no line of the budget.';
comment on column financing.left_out.said is 'More about it.';

-- ---------------------------------------------------------------------------------------------------------------------------------- bank

create table financing.bank_file (
    id bigint generated always as identity primary key,
    pay_list integer not null,
    number integer not null,
    name text not null unique,
    transfers integer not null,
    tenge bigint not null,
    sha256 text not null,
    content bytea not null,
    made_at timestamptz not null default clock_timestamp(),
    written_at timestamptz,
    unique (pay_list, number)
);
comment on table financing.bank_file is 'A file for the bank, byte for byte: kept with the postings, written to the bank''s folder afterwards, and again as often as needed.';
comment on column financing.bank_file.id is 'Its number.';
comment on column financing.bank_file.pay_list is 'The pay list.';
comment on column financing.bank_file.number is 'Which file of the list, from 1.';
comment on column financing.bank_file.name is 'Its name in the bank''s folder; also the message''s.';
comment on column financing.bank_file.transfers is 'How many orders it holds.';
comment on column financing.bank_file.tenge is 'Their sum.';
comment on column financing.bank_file.sha256 is 'The checksum of its bytes.';
comment on column financing.bank_file.content is 'Its bytes.';
comment on column financing.bank_file.made_at is 'When it was made.';
comment on column financing.bank_file.written_at is 'When it was written to the folder.';

create table financing.bank_message (
    id bigint generated always as identity primary key,
    name text not null,
    kind text not null check (kind in ('status', 'statement', 'unreadable')),
    sha256 text not null unique,
    lines integer not null default 0,
    fault text,
    read_at timestamptz not null default clock_timestamp()
);
comment on table financing.bank_message is 'A file of the bank that was read, once.';
comment on column financing.bank_message.id is 'Its number.';
comment on column financing.bank_message.name is 'The name of the file.';
comment on column financing.bank_message.kind is 'status: what the bank says of orders (pain.002). statement: what it booked (camt.053, camt.054). unreadable: neither.';
comment on column financing.bank_message.sha256 is 'The checksum of its bytes: the same file is not read twice.';
comment on column financing.bank_message.lines is 'How many lines it has.';
comment on column financing.bank_message.fault is 'Why it could not be read.';
comment on column financing.bank_message.read_at is 'When it was read.';

create table financing.bank_line (
    message bigint not null,
    number integer not null,
    kind text not null check (kind in ('status', 'debit', 'credit')),
    end_to_end text,
    reference text,
    tenge bigint,
    booked date,
    code text,
    reason_code text,
    said text,
    state text not null default 'open' check (state in ('open', 'matched', 'known')),
    order_id bigint,
    primary key (message, number)
);
create index line_open on financing.bank_line (message, number) where state = 'open';
create index line_of_order on financing.bank_line (order_id) where order_id is not null;
create index line_by_reference on financing.bank_line (reference) where reference is not null;
comment on table financing.bank_line is 'A line of a message of the bank: about one order, or about none that is known.';
comment on column financing.bank_line.message is 'The message.';
comment on column financing.bank_line.number is 'Which line, from 1.';
comment on column financing.bank_line.kind is 'status: a word about an order. debit: money went out. credit: money came in.';
comment on column financing.bank_line.end_to_end is 'The order that it names.';
comment on column financing.bank_line.reference is 'The bank''s own reference.';
comment on column financing.bank_line.tenge is 'Tenge; null for a word.';
comment on column financing.bank_line.booked is 'The day on which the bank booked it.';
comment on column financing.bank_line.code is 'The status of a word.';
comment on column financing.bank_line.reason_code is 'The code of the reason of a refusal or return.';
comment on column financing.bank_line.said is 'The reason in the bank''s words.';
comment on column financing.bank_line.state is 'open: fits no order so far. matched: an order was changed by it. known: the bank says again what it said before.';
comment on column financing.bank_line.order_id is 'The order.';

-- --------------------------------------------------------------------------------------------------------------- write-off and reconciliation

create table financing.write_off (
    id bigint generated always as identity primary key,
    family_id bigint not null references registry.family,
    award_id bigint not null,
    month date not null,
    amount bigint not null check (amount > 0),
    reason text not null check (length(reason) between 10 and 1000),
    asked_by uuid not null,
    asked_at timestamptz not null default clock_timestamp(),
    answer text check (answer in ('approved', 'refused')),
    answered_by uuid,
    answered_at timestamptz,
    entry bigint,
    constraint two_pairs_of_eyes check (answered_by <> asked_by),
    check ((answer is null) = (answered_by is null))
);
create unique index write_off_open on financing.write_off (award_id, month) where answer is null or (answer = 'approved' and entry is null);
comment on table financing.write_off is 'That an overpayment is no longer asked back: by two persons, with a reason.';
comment on column financing.write_off.id is 'Its number.';
comment on column financing.write_off.family_id is 'The family.';
comment on column financing.write_off.award_id is 'The award.';
comment on column financing.write_off.month is 'The month.';
comment on column financing.write_off.amount is 'Tenge; at most what is still to be given back is written off.';
comment on column financing.write_off.reason is 'Why.';
comment on column financing.write_off.asked_by is 'Who asked for it.';
comment on column financing.write_off.asked_at is 'When.';
comment on column financing.write_off.answer is 'approved or refused; null while it waits.';
comment on column financing.write_off.answered_by is 'Who answered: somebody else.';
comment on column financing.write_off.answered_at is 'When.';
comment on column financing.write_off.entry is 'The entry by which it was done.';

create function financing.word() returns trigger language plpgsql as $$
begin
    if current_user = 'shanyraq_office' then
        if tg_op = 'INSERT' then
            new.asked_by := access.officer();
            new.asked_at := clock_timestamp();
        elsif old.answer is not null or new.answer is null then
            raise exception 'A write-off is answered once.' using errcode = '23514';
        else
            new.answered_by := access.officer();
            new.answered_at := clock_timestamp();
        end if;
    end if;
    return new;
end $$;
comment on function financing.word() is 'Writes down who asks for a write-off and who answers.';
create trigger worded before insert or update on financing.write_off for each row execute function financing.word();

create table financing.reconciliation (
    id bigint generated always as identity primary key,
    day date not null,
    differences integer not null default 0,
    tenge_due bigint not null default 0,
    tenge_accrued bigint not null default 0,
    tenge_confirmed bigint not null default 0,
    tenge_bank bigint not null default 0,
    opened_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz
);
comment on table financing.reconciliation is 'A comparison of decisions, orders and bank.';
comment on column financing.reconciliation.id is 'Its number.';
comment on column financing.reconciliation.day is 'The day.';
comment on column financing.reconciliation.differences is 'How many differences it found.';
comment on column financing.reconciliation.tenge_due is 'What the decisions give, all months together.';
comment on column financing.reconciliation.tenge_accrued is 'What the ledger holds as due.';
comment on column financing.reconciliation.tenge_confirmed is 'What the ledger holds as paid by the bank, less what came back.';
comment on column financing.reconciliation.tenge_bank is 'What the bank says that it paid, less what came back.';
comment on column financing.reconciliation.opened_at is 'When it began.';
comment on column financing.reconciliation.closed_at is 'When it ended.';

create table financing.difference (
    reconciliation bigint not null references financing.reconciliation,
    number integer not null,
    kind text not null check (kind in ('due', 'waiting', 'unanswered', 'bank_line', 'unread', 'day', 'ledger')),
    family_id bigint,
    award_id bigint,
    month date,
    order_id bigint,
    message bigint,
    line integer,
    day date,
    tenge bigint not null,
    why text,
    primary key (reconciliation, number)
);
create index difference_of_kind on financing.difference (reconciliation, kind, number);
comment on table financing.difference is 'A difference that a comparison found.';
comment on column financing.difference.reconciliation is 'The comparison.';
comment on column financing.difference.number is 'Its number.';
comment on column financing.difference.kind is 'due: the decisions give something else than is accrued. waiting: accrued and not ordered. unanswered: sent, and the bank says nothing. bank_line: the bank says something of no known order. unread: a file of the bank could not be read. day: the sums of a day differ. ledger: orders and ledger differ.';
comment on column financing.difference.family_id is 'The family, if it is of one.';
comment on column financing.difference.award_id is 'The award.';
comment on column financing.difference.month is 'The month.';
comment on column financing.difference.order_id is 'The order.';
comment on column financing.difference.message is 'The message of the bank.';
comment on column financing.difference.line is 'Its line.';
comment on column financing.difference.day is 'The day.';
comment on column financing.difference.tenge is 'How much.';
comment on column financing.difference.why is 'A word that names the reason.';

-- ---------------------------------------------------------------------------------------------------------------------------------- rights

grant usage on schema financing to shanyraq_office, shanyraq_intake;
grant select on all tables in schema financing to shanyraq_intake;
grant insert on financing.entry, financing.posting, financing.payment_order, financing.order_line, financing.left_out, financing.bank_file,
    financing.bank_message, financing.bank_line, financing.reconciliation, financing.difference to shanyraq_intake;
grant update on financing.pay_list, financing.payment_order, financing.reconciliation to shanyraq_intake;
grant update (written_at) on financing.bank_file to shanyraq_intake;
grant update (state, order_id) on financing.bank_line to shanyraq_intake;
grant update (entry) on financing.write_off to shanyraq_intake;
-- A draft is gathered as often as wanted; what is locked stays (see the policies below).
grant delete on financing.payment_order, financing.order_line, financing.left_out to shanyraq_intake;

grant select on financing.budget_line, financing.withholding, financing.entry, financing.posting, financing.balance, financing.pay_list, financing.payment_order,
    financing.order_line, financing.left_out, financing.bank_message, financing.bank_line, financing.write_off, financing.reconciliation, financing.difference
    to shanyraq_office;
grant select (id, pay_list, number, name, transfers, tenge, sha256, made_at, written_at) on financing.bank_file to shanyraq_office;
grant insert (kato, month, drafted_by), update (state, reason) on financing.pay_list to shanyraq_office;
grant insert (family_id, award_id, month, amount, reason, asked_by), update (answer) on financing.write_off to shanyraq_office;

revoke all on all functions in schema financing from public;
grant execute on function financing.is_account(text),
    financing.hindrance(boolean, text, bigint, bigint, bigint, text, text, text, boolean) to shanyraq_intake, shanyraq_office;

do $$
declare
    t text;
    works constant text := '(select access.role()) in (''social_worker'', ''second_approver'')';
    sees constant text := works || ' and exists (select from registry.family f where f.id = family_id offset 0)';
    mine constant text := '(select access.role()) = ''citizen'' and family_id = (select access.family())';
    within constant text := 'greatest(kato, 100000000) >= (select access.lo()) and access.upper_end(kato) <= (select access.hi())';
begin
    for t in select tablename from pg_tables where schemaname = 'financing' and tablename not like 'flyway%' loop
        execute format('alter table financing.%I enable row level security', t);
        execute format('create policy owner_all on financing.%I to shanyraq_owner using (true) with check (true)', t);
        if t not in ('payment_order', 'order_line', 'left_out') then
            execute format('create policy intake_all on financing.%I to shanyraq_intake using (true) with check (true)', t);
        end if;
    end loop;
    -- Of orders only those of a draft can be taken back.
    foreach t in array array['payment_order', 'order_line', 'left_out'] loop
        execute format('create policy intake_reads on financing.%I for select to shanyraq_intake using (true)', t);
        execute format('create policy intake_adds on financing.%I for insert to shanyraq_intake with check (true)', t);
    end loop;
    create policy intake_changes on financing.payment_order for update to shanyraq_intake using (true) with check (true);
    create policy intake_drops on financing.payment_order for delete to shanyraq_intake using (state = 'planned');
    create policy intake_drops on financing.order_line for delete to shanyraq_intake
        using (exists (select from financing.payment_order o where o.id = order_id and o.state = 'planned'));
    create policy intake_drops on financing.left_out for delete to shanyraq_intake
        using (exists (select from financing.pay_list l where l.id = pay_list and l.state in ('gathering', 'locking')));

    foreach t in array array['budget_line', 'withholding'] loop
        execute format('create policy office_reads on financing.%I for select to shanyraq_office using (true)', t);
    end loop;
    foreach t in array array['posting', 'balance', 'payment_order', 'order_line'] loop
        execute format('create policy office_reads on financing.%I for select to shanyraq_office using (%s)', t, sees);
    end loop;
    -- A citizen sees the money of the awards that are paid to the citizen, as benefits show them; what hinders a payment, the write-off of an overpayment
    -- and the work of the office are for officers.
    foreach t in array array['posting', 'balance', 'order_line'] loop
        execute format('create policy own_read on financing.%I for select to shanyraq_office
            using (%s and exists (select from benefits.award a where a.id = award_id offset 0))', t, mine);
    end loop;
    execute format('create policy own_read on financing.payment_order for select to shanyraq_office using (%s and payee_id = (select access.person()))', mine);
    foreach t in array array['left_out', 'write_off'] loop
        execute format('create policy office_reads on financing.%I for select to shanyraq_office using (%s)', t, sees);
    end loop;
    execute 'create policy office_reads on financing.entry for select to shanyraq_office using ((select access.role()) <> '''' and exists (
        select from financing.posting p where p.entry = id offset 0))';
    foreach t in array array['bank_message', 'reconciliation'] loop
        execute format('create policy office_reads on financing.%I for select to shanyraq_office using (%s)', t, works);
    end loop;
    execute format('create policy office_reads on financing.bank_line for select to shanyraq_office using (%s
        and (order_id is null or exists (select from financing.payment_order o where o.id = order_id offset 0)))', works);
    execute format('create policy office_reads on financing.difference for select to shanyraq_office using (%s
        and (family_id is null or exists (select from registry.family f where f.id = family_id offset 0)))', works);
    execute format('create policy office_reads on financing.pay_list for select to shanyraq_office using (%s
        and greatest(kato, 100000000) <= (select access.hi()) and access.upper_end(kato) >= (select access.lo()))', works);
    execute format('create policy office_drafts on financing.pay_list for insert to shanyraq_office with check (%s and %s and state = ''gathering'')', works, within);
    execute format('create policy office_steps on financing.pay_list for update to shanyraq_office using (%s and %s) with check (%1$s and %2$s)', works, within);
    execute format('create policy office_reads on financing.bank_file for select to shanyraq_office using (%s
        and exists (select from financing.pay_list l where l.id = pay_list offset 0))', works);
    execute format('create policy office_asks on financing.write_off for insert to shanyraq_office with check (%s and answer is null)', sees);
    execute format('create policy office_answers on financing.write_off for update to shanyraq_office
        using ((select access.role()) = ''second_approver'' and %s) with check (answer is not null)', sees);
end $$;
