-- Messages to people, by SMS and in the inbox of the citizen's pages, and what people answer.
--
-- A message is only queued by whoever sends it, in the same transaction as what it tells of; the sender takes it from there. It hands a message over at least
-- once: what the gateway calls each part is kept, so that a part that was handed over twice shows.

create table access.message (
    id bigint generated always as identity primary key,
    person bigint not null,
    family bigint not null,
    kato integer not null,
    kind text not null check (kind ~ '^[a-z0-9_]{2,40}$'),
    about text not null check (about ~ '^[a-z0-9_]+:[a-z0-9_:.-]+$' and length(about) <= 100),
    language text not null check (language in ('kk', 'ru')),
    words text not null check (length(words) between 1 and 2000),
    channel text not null check (channel in ('sms', 'inbox')),
    address text check (address ~ '^\+[0-9]{10,15}$'),
    awaits boolean not null,
    state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'read', 'failed', 'stopped')),
    attempts smallint not null default 0,
    next_at timestamptz not null default clock_timestamp(),
    gateway_ref text,
    reason text,
    sender uuid,
    created_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz,
    delivered_at timestamptz,
    read_at timestamptz,
    unique (about, channel),
    check ((channel = 'sms') = (address is not null))
);
create index message_queued on access.message (next_at, id) where state = 'queued';
create index message_family on access.message (family, id);
create index message_person on access.message (person, id);
create index message_address on access.message (address, id) where awaits;
create index message_kind on access.message (kind) where state = 'queued';
comment on table access.message is 'A message to a person.';
comment on column access.message.id is 'Its number.';
comment on column access.message.person is 'The person in the registry to whom it goes; no foreign key, since the registry stands to the right of access.';
comment on column access.message.family is 'The family of which it tells.';
comment on column access.message.kato is 'Where the family lived when it was written.';
comment on column access.message.kind is 'What sort of message it is, such as offer: messages of a kind can be stopped together.';
comment on column access.message.about is 'What it tells of, such as offer:123: of that a person hears once by each channel.';
comment on column access.message.language is 'kk or ru.';
comment on column access.message.words is 'The words as they are sent.';
comment on column access.message.channel is 'sms: to a telephone. inbox: on the citizen''s pages.';
comment on column access.message.address is 'The telephone, + and digits; null for the inbox.';
comment on column access.message.awaits is 'Whether an answer is awaited: a reply belongs to the latest message of its telephone that awaits one.';
comment on column access.message.state is 'queued; sent: handed over; delivered: it is on the telephone; read: opened in the inbox; failed; stopped before it was sent.';
comment on column access.message.attempts is 'How often it was tried to hand it over.';
comment on column access.message.next_at is 'When it is tried next; while it is handed over, when it is tried again if nothing is heard of that.';
comment on column access.message.gateway_ref is 'What the gateway calls it: the first of its parts.';
comment on column access.message.reason is 'Why it failed or was stopped.';
comment on column access.message.sender is 'The officer who sent it; null for the office itself.';
comment on column access.message.created_at is 'When it was written.';
comment on column access.message.sent_at is 'When it was handed over, or laid into the inbox.';
comment on column access.message.delivered_at is 'When the telephone had all its parts, as the gateway says.';
comment on column access.message.read_at is 'When the person opened it on the own pages, also if it came as an SMS.';

create table access.message_part (
    gateway_ref text primary key check (length(gateway_ref) between 1 and 65),
    message bigint not null references access.message,
    attempt smallint not null,
    part smallint not null,
    parts smallint not null check (part between 1 and parts),
    state text check (state in ('delivered', 'failed')),
    handed_at timestamptz not null default clock_timestamp(),
    told_at timestamptz
);
create index message_part_message on access.message_part (message);
comment on table access.message_part is 'A part of an SMS that was handed over to the gateway. A long text goes in parts.';
comment on column access.message_part.gateway_ref is 'What the gateway calls the part.';
comment on column access.message_part.message is 'The message.';
comment on column access.message_part.attempt is 'Which time of trying: a part of two attempts went out twice.';
comment on column access.message_part.part is 'Which part, from 1.';
comment on column access.message_part.parts is 'Of how many.';
comment on column access.message_part.state is 'delivered or failed, as the gateway says; null as long as it says nothing.';
comment on column access.message_part.handed_at is 'When the gateway took it.';
comment on column access.message_part.told_at is 'When the gateway told what became of it.';

create table access.reply (
    id bigint generated always as identity primary key,
    message bigint references access.message,
    phone text not null,
    words text not null check (length(words) <= 2000),
    gateway_ref text not null unique,
    received_at timestamptz not null default clock_timestamp()
);
create index reply_message on access.reply (message);
comment on table access.reply is 'What somebody answered by SMS.';
comment on column access.reply.id is 'Its number.';
comment on column access.reply.message is 'The message that it answers; null if none to that telephone awaits an answer.';
comment on column access.reply.phone is 'The telephone from which it came.';
comment on column access.reply.words is 'The words.';
comment on column access.reply.gateway_ref is 'What tells it from others, so that one that is brought twice is kept once.';
comment on column access.reply.received_at is 'When it came.';

-- ---------------------------------------------------------------------------------------------------------------------------- what the sender hears

create function access.message_handed(key text, message bigint, attempt integer, part integer, parts integer, gateway_ref text) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    insert into access.message_part (gateway_ref, message, attempt, part, parts)
    values (message_handed.gateway_ref, message_handed.message, message_handed.attempt, message_handed.part, message_handed.parts) on conflict do nothing;
    update access.message m set gateway_ref = coalesce(m.gateway_ref, message_handed.gateway_ref),
        state = case when m.state in ('queued', 'stopped') and message_handed.part = message_handed.parts then 'sent' else m.state end,
        reason = case when message_handed.part = message_handed.parts then null else m.reason end,
        sent_at = case when message_handed.part = message_handed.parts then coalesce(m.sent_at, clock_timestamp()) else m.sent_at end
    where m.id = message_handed.message;
end $$;
comment on function access.message_handed(text, bigint, integer, integer, integer, text) is 'The gateway took a part; with the last part the message is sent.';

create function access.message_failed(key text, message bigint, reason text) returns text language plpgsql security definer set search_path = access, pg_temp as $$
declare
    told text;
begin
    perform access.door(key);
    update access.message m set state = 'failed', reason = left(message_failed.reason, 200) where m.id = message_failed.message and m.state in ('queued', 'sent')
    returning m.about into told;
    return told;
end $$;
comment on function access.message_failed(text, bigint, text) is 'A message cannot be delivered: says what it was about; null if that was known before.';

create function access.part_told(key text, gateway_ref text, delivered boolean, reason text) returns table (known boolean, message bigint, about text, state text)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    told access.message_part;
    whole access.message;
begin
    perform access.door(key);
    select m.* into whole from access.message_part p join access.message m on m.id = p.message where p.gateway_ref = part_told.gateway_ref for update of m;
    if whole.id is null then
        return query select false, null::bigint, null::text, null::text;
        return;
    end if;
    update access.message_part p set state = case when part_told.delivered then 'delivered' else 'failed' end, told_at = clock_timestamp()
    where p.gateway_ref = part_told.gateway_ref and p.state is distinct from 'delivered' returning p.* into told;
    if told.gateway_ref is not null and whole.state in ('sent', 'failed') and part_told.delivered
        and (select count(distinct p.part) from access.message_part p where p.message = whole.id and p.attempt = told.attempt and p.state = 'delivered') = told.parts then
        update access.message m set state = 'delivered', delivered_at = clock_timestamp(), reason = null where m.id = whole.id;
        return query select true, whole.id, whole.about, 'delivered';
    elsif told.gateway_ref is not null and whole.state = 'sent' and not part_told.delivered then
        update access.message m set state = 'failed', reason = left(part_told.reason, 200) where m.id = whole.id;
        return query select true, whole.id, whole.about, 'failed';
    else
        return query select true, whole.id, whole.about, null::text;
    end if;
end $$;
comment on function access.part_told(text, text, boolean, text) is 'The gateway tells what became of a part. The state is that of the message if it has changed by that.';

create function access.reply_came(key text, gateway_ref text, phone text, words text) returns table (reply bigint, message bigint, about text)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    asked access.message;
    made bigint;
begin
    perform access.door(key);
    select m.* into asked from access.message m where m.address = reply_came.phone and m.awaits and m.state in ('sent', 'delivered', 'failed') and m.sent_at is not null
    order by m.sent_at desc, m.id desc limit 1;
    insert into access.reply (message, phone, words, gateway_ref) values (asked.id, reply_came.phone, left(reply_came.words, 2000), reply_came.gateway_ref)
    on conflict do nothing returning id into made;
    if made is not null then
        return query select made, asked.id, asked.about;
    end if;
end $$;
comment on function access.reply_came(text, text, text, text) is 'Keeps a reply once, with the latest message to that telephone that awaits one; no row if it was kept before.';

-- ---------------------------------------------------------------------------------------------------------------------------- what people do

create function access.open_message(message bigint) returns text language plpgsql security definer set search_path = access, pg_temp as $$
declare
    told text;
begin
    update access.message m set read_at = clock_timestamp(), state = case when m.channel = 'inbox' then 'read' else m.state end
    where m.id = open_message.message and access.role() = 'citizen' and m.person = access.person() and m.read_at is null and m.state in ('sent', 'delivered', 'read')
    returning case when m.channel = 'inbox' then m.about end into told;
    return told;
end $$;
comment on function access.open_message(bigint) is 'A citizen opens a message of the own inbox; says what it is about if it was not read before.';

create function access.stop_messages(kind text) returns bigint language plpgsql security definer set search_path = access, pg_temp as $$
declare
    stopped bigint;
begin
    if access.role() not in ('social_worker', 'second_approver') then
        raise exception 'The role % stops no messages.', access.role() using errcode = '42501';
    end if;
    update access.message m set state = 'stopped', reason = 'stopped' where m.kind = stop_messages.kind and m.state = 'queued' and access.in_sight(m.family, null);
    get diagnostics stopped = row_count;
    return stopped;
end $$;
comment on function access.stop_messages(text) is 'Stops what is queued of a kind to families that the officer may see; says how many messages.';

-- ---------------------------------------------------------------------------------------------------------------------------- rights

grant select, insert on access.message to shanyraq_office;
grant select on access.message_part, access.reply to shanyraq_office;
grant select, insert on access.message to shanyraq_intake;
grant update (attempts, next_at, state, reason) on access.message to shanyraq_intake;
grant select on access.message_part, access.reply to shanyraq_intake;

do $$
declare
    f text;
begin
    foreach f in array array['message_handed(text, bigint, integer, integer, integer, text)', 'message_failed(text, bigint, text)', 'part_told(text, text, boolean, text)',
        'reply_came(text, text, text, text)', 'open_message(bigint)', 'stop_messages(text)'] loop
        execute format('revoke all on function access.%s from public', f);
        execute format('grant execute on function access.%s to shanyraq_office', f);
    end loop;
end $$;
alter table access.message enable row level security;
alter table access.message_part enable row level security;
alter table access.reply enable row level security;
do $$
declare
    t text;
begin
    foreach t in array array['message', 'message_part', 'reply'] loop
        execute format('create policy owner_all on access.%I to shanyraq_owner using (true) with check (true)', t);
        execute format('create policy intake_all on access.%I to shanyraq_intake using (true) with check (true)', t);
    end loop;
end $$;
-- What is due to a family stands in its messages: who finds work sees only what they wrote themselves.
create policy office_reads on access.message for select to shanyraq_office using (
    case when (select access.role()) in ('social_worker', 'second_approver') then access.in_sight(family, null)
        when (select access.role()) = 'career_specialist' then sender = (select access.officer()) and access.in_sight(family, null)
        when (select access.role()) = 'citizen' then person = (select access.person()) and state in ('sent', 'delivered', 'read') end);
create policy office_adds on access.message for insert to shanyraq_office with check (
    (select access.role()) in ('social_worker', 'career_specialist', 'second_approver') and state in ('queued', 'sent') and sender = (select access.officer()) and access.in_sight(family, null));
create policy office_reads on access.message_part for select to shanyraq_office using (
    (select access.role()) <> 'citizen' and exists (select from access.message m where m.id = message offset 0));
create policy office_reads on access.reply for select to shanyraq_office using (
    exists (select from access.message m where m.id = message offset 0));
