-- Who may see what, and the log of every look. Read docs/threat-model.md beside it.
--
-- Three ideas:
--   1. A transaction of the office begins with access.enter(proof, post, purpose). It writes a *ticket*: who acts, under which post, over which territory, for
--      which purpose, signed with a secret that the office's role cannot read and bound to this transaction. Row-level security reads nothing but the ticket.
--   2. The proof is the token of a session, kept by the office and known here only by its hash; a session is opened only with the office's *door key*.
--      So SQL slipped into a page's statement can neither make a ticket nor become somebody else.
--   3. Looks are written by access.append alone: each row carries the hash of the row before it in its lane; anchors join the lanes.

comment on schema access is 'Officers, citizens'' accounts, posts, permits, sessions, and the log of every look at a person.';

-- ---------------------------------------------------------------------------------------------------------------------------- settings

create table access.secret (
    name text primary key check (name in ('ticket', 'door')),
    value bytea not null
);
comment on table access.secret is 'What only functions of this schema read: the secret that signs tickets, and the hash of the office''s door key.';
comment on column access.secret.name is 'ticket: signs tickets. door: SHA-256 of the key with which the office opens sessions.';
comment on column access.secret.value is 'The secret, or the hash.';
insert into access.secret values ('ticket', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

create function access.today() returns date language sql stable return (now() at time zone 'Asia/Almaty')::date;
comment on function access.today() is 'The day in the country, at the begin of the transaction.';

-- ---------------------------------------------------------------------------------------------------------------------------- accounts

create table access.account (
    id uuid primary key default uuidv7(),
    kind text not null check (kind in ('officer', 'citizen')),
    login text not null check (login = lower(login) and login ~ '^[^\s|]{2,80}$'),
    email text check (email = lower(email)),
    password text,
    password_set_at timestamptz,
    second_factor bytea,
    second_factor_since timestamptz,
    second_factor_step bigint not null default 0,
    issuer text,
    subject text,
    valid daterange not null default daterange(access.today(), null) check (not isempty(valid)),
    made_at timestamptz not null default now(),
    unique (login),
    unique (issuer, subject),
    check ((issuer is null) = (subject is null))
);
create unique index account_email on access.account (email) where email is not null;
comment on table access.account is 'Somebody who can sign in: an officer or a citizen, never both with one account.';
comment on column access.account.id is 'UUID version 7.';
comment on column access.account.kind is 'officer or citizen: they are different kinds of principal.';
comment on column access.account.login is 'What is typed at sign-in, in lower case.';
comment on column access.account.email is 'In lower case; an external provider that vouches for it may be linked by it once.';
comment on column access.account.password is 'Argon2id in its usual text form; null when only an external provider signs in.';
comment on column access.account.password_set_at is 'When the password was set last.';
comment on column access.account.second_factor is 'Secret of the one-time codes (RFC 6238), encrypted by the office with a key that is not in this database.';
comment on column access.account.second_factor_since is 'When the second factor was confirmed by a first code; null while it is only offered.';
comment on column access.account.second_factor_step is 'The last time step whose code was accepted: a code serves once.';
comment on column access.account.issuer is 'The OpenID Connect provider that this account is linked with.';
comment on column access.account.subject is 'Who the account is for that provider.';
comment on column access.account.valid is 'The days on which the account may sign in.';
comment on column access.account.made_at is 'When the account was made.';

create table access.officer (
    id uuid primary key references access.account,
    name text not null check (length(name) between 2 and 200),
    office text not null default '' check (length(office) <= 200)
);
comment on table access.officer is 'A person who works with the office.';
comment on column access.officer.id is 'The account.';
comment on column access.officer.name is 'Name as it stands in the log and on the page "who looked".';
comment on column access.officer.office is 'The body that employs the officer, in its own words.';

create table access.citizen (
    id uuid primary key references access.account,
    person bigint not null unique
);
comment on table access.citizen is 'A citizen who may see the own family.';
comment on column access.citizen.id is 'The account.';
comment on column access.citizen.person is 'The person in the registry; no foreign key, since the registry stands to the right of access.';

create table access.recovery (
    account uuid not null references access.account,
    code bytea not null,
    used_at timestamptz,
    primary key (account, code)
);
comment on table access.recovery is 'Recovery codes: each opens the second factor once, when the telephone is lost.';
comment on column access.recovery.account is 'Whose code it is.';
comment on column access.recovery.code is 'SHA-256 of the account and the code; a code has 80 random bits.';
comment on column access.recovery.used_at is 'When it was used; null while it can be.';

create table access.attempt (
    login bytea primary key,
    failed integer not null,
    last_at timestamptz not null,
    locked_until timestamptz
);
comment on table access.attempt is 'Failed sign-ins by login, known and unknown alike, so that nothing tells one from the other.';
comment on column access.attempt.login is 'SHA-256 of the login as typed, in lower case.';
comment on column access.attempt.failed is 'Failures in a row.';
comment on column access.attempt.last_at is 'The last failure.';
comment on column access.attempt.locked_until is 'Until when no attempt is looked at.';

create type access.role as enum ('social_worker', 'career_specialist', 'provider_staff', 'akimat_planner', 'ministry_analyst', 'second_approver', 'auditor', 'operator', 'citizen');
comment on type access.role is 'What an officer may be under a post; citizen is never a post.';

create function access.upper_end(kato integer) returns integer language sql immutable strict return case
    when kato = 0 then 999999999
    when kato % 10000000 = 0 then kato + 9999999
    when kato % 100000 = 0 then kato + 99999
    when kato % 1000 = 0 then kato + 999
    else kato end;
comment on function access.upper_end(integer) is 'The last code of a territory: a region has two digits, a district four, a rural district six; 0 is the republic.';

create table access.post (
    id uuid primary key default uuidv7(),
    officer uuid not null references access.officer,
    role access.role not null check (role <> 'citizen'),
    kato integer not null check (kato = 0 or kato between 100000000 and 999999999),
    lo integer not null generated always as (greatest(kato, 100000000)) stored,
    hi integer not null generated always as (access.upper_end(kato)) stored,
    valid daterange not null default daterange(access.today(), null) check (not isempty(valid)),
    given_by uuid references access.officer check (given_by <> officer),
    made_at timestamptz not null default now()
);
create index post_officer on access.post (officer);
comment on table access.post is 'A role in a territory, held by an officer for some time. An officer acts under one post at a time.';
comment on column access.post.id is 'UUID version 7.';
comment on column access.post.officer is 'Who holds it.';
comment on column access.post.role is 'What it allows; the table of rights is in the code (Rights) and on the page of roles.';
comment on column access.post.kato is 'The territory by the classifier of administrative units, nine digits; 0 is the republic.';
comment on column access.post.lo is 'First code of the territory.';
comment on column access.post.hi is 'Last code of the territory.';
comment on column access.post.valid is 'The days on which it is held.';
comment on column access.post.given_by is 'The officer who gave it; null for the first one.';
comment on column access.post.made_at is 'When it was given.';

create table access.session (
    id uuid primary key default uuidv7(),
    token bytea not null unique,
    account uuid not null references access.account,
    person bigint,
    family bigint,
    opened_at timestamptz not null default clock_timestamp(),
    seen_at timestamptz not null default clock_timestamp(),
    strong_at timestamptz,
    ended_at timestamptz,
    device text not null default '' check (length(device) <= 200)
);
create index session_account on access.session (account) where ended_at is null;
comment on table access.session is 'A sign-in and how long it lasts: 30 minutes without use, 12 hours at most, three at a time.';
comment on column access.session.id is 'UUID version 7; names the session on the page of the account.';
comment on column access.session.token is 'SHA-256 of the token that only the office holds.';
comment on column access.session.account is 'Who signed in.';
comment on column access.session.person is 'Of a citizen: the person.';
comment on column access.session.family is 'Of a citizen: the family, as the registry knew it at sign-in.';
comment on column access.session.opened_at is 'When it began.';
comment on column access.session.seen_at is 'The last request, to the minute.';
comment on column access.session.strong_at is 'When the password or code was asked last; sensitive actions want it fresh.';
comment on column access.session.ended_at is 'When it was ended by hand, by a fourth session or with the account.';
comment on column access.session.device is 'What the browser says of itself, shortened.';

create table access.permit (
    id uuid primary key default uuidv7(),
    officer uuid not null references access.officer,
    kind text not null check (kind in ('outside_territory', 'break_glass')),
    family bigint,
    number text not null check (length(number) between 1 and 40),
    reason text not null check (length(trim(reason)) between 10 and 1000),
    asked_at timestamptz not null default clock_timestamp(),
    answered_by uuid references access.officer,
    answered_at timestamptz,
    answer text check (answer in ('approved', 'refused')),
    until timestamptz,
    check (answered_by <> officer),
    check (kind = 'break_glass' or (answer = 'approved' and answered_by is null))
);
create index permit_officer on access.permit (officer, until);
create index permit_waiting on access.permit (asked_at) where answer is null;
comment on table access.permit is 'Leave to read one family for eight hours: outside the own territory with a reason, or a restricted family with a reason and a second officer.';
comment on column access.permit.id is 'UUID version 7.';
comment on column access.permit.officer is 'Who may read.';
comment on column access.permit.kind is 'outside_territory: valid at once. break_glass: valid after another officer has approved it.';
comment on column access.permit.family is 'The family; null when a number was asked for that does not exist, which the page does not tell.';
comment on column access.permit.number is 'The family''s number as it was asked for.';
comment on column access.permit.reason is 'Why, in the officer''s words.';
comment on column access.permit.asked_at is 'When it was asked for.';
comment on column access.permit.answered_by is 'The second officer, never the same one.';
comment on column access.permit.answered_at is 'When the second officer answered.';
comment on column access.permit.answer is 'approved or refused; null while it waits.';
comment on column access.permit.until is 'Until when it serves.';

-- ---------------------------------------------------------------------------------------------------------------------------- the ticket

-- Fields: 1 backend, 2 begin of the transaction, 3 officer, 4 post, 5 role, 6 lo, 7 hi, 8 person, 9 family, 10 purpose, 11 strong, 12 session, 13 signature
create function access.signature(fields text) returns text language sql stable security definer
    begin atomic
        select encode(sha256(value || sha256(value || convert_to(fields, 'UTF8'))), 'hex') from access.secret where name = 'ticket';
    end;
comment on function access.signature(text) is 'Signs a ticket; nobody may call it but functions of this schema.';
revoke all on function access.signature(text) from public;

create function access.ticket() returns text[] language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    written text := current_setting('office.ticket', true);
    fields text[];
begin
    if written is null or written = '' then
        return null;
    end if;
    fields := string_to_array(written, '|');
    if cardinality(fields) <> 13
        or fields[1] <> pg_backend_pid()::text
        or fields[2] <> extract(epoch from now())::text
        or fields[13] <> access.signature(array_to_string(fields[1:12], '|')) then
        return null;
    end if;
    return fields;
end $$;
comment on function access.ticket() is 'The fields of this transaction''s ticket; null when there is none or it was not written by access.enter in this transaction.';

create function access.lo() returns integer language sql stable return coalesce((access.ticket())[6]::integer, 1);
comment on function access.lo() is 'First code of the territory whose families may be seen by name. Use as (select access.lo()), so that it runs once.';
create function access.hi() returns integer language sql stable return coalesce((access.ticket())[7]::integer, 0);
comment on function access.hi() is 'Last code of the territory whose families may be seen by name; below access.lo() when there is none.';
create function access.officer() returns uuid language sql stable return nullif((access.ticket())[3], '')::uuid;
comment on function access.officer() is 'The officer who acts; null for a citizen or nobody.';
create function access.post() returns uuid language sql stable return nullif((access.ticket())[4], '')::uuid;
comment on function access.post() is 'The post under which the officer acts.';
create function access.role() returns text language sql stable return coalesce((access.ticket())[5], '');
comment on function access.role() is 'The role under which the transaction acts; empty for nobody.';
create function access.person() returns bigint language sql stable return nullif((access.ticket())[8], '')::bigint;
comment on function access.person() is 'The person that a citizen is.';
create function access.family() returns bigint language sql stable return nullif((access.ticket())[9], '')::bigint;
comment on function access.family() is 'The family of the citizen who acts; null for officers.';
create function access.purpose() returns text language sql stable return coalesce((access.ticket())[10], '');
comment on function access.purpose() is 'What the transaction is for.';
create function access.strong() returns boolean language sql stable return coalesce((access.ticket())[11] = 'strong', false);
comment on function access.strong() is 'Whether the password or code was asked for in the last ten minutes.';
create function access.sees_incomes() returns boolean language sql stable return access.role() in ('social_worker', 'second_approver', 'citizen');
comment on function access.sees_incomes() is 'Whether the role may see incomes of those whom it may see.';
create function access.sees_disability() returns boolean language sql stable return access.role() in ('social_worker', 'second_approver', 'citizen');
comment on function access.sees_disability() is 'Whether the role may see disability of those whom it may see.';

create function access.permits() returns bigint[] language sql stable security definer
    begin atomic
        select coalesce(array_agg(p.family), '{}') from access.permit p
        where p.officer = access.officer() and p.kind = 'outside_territory' and p.until > now() and p.family is not null
          and access.role() in ('social_worker', 'career_specialist', 'second_approver');
    end;
comment on function access.permits() is 'Families outside the territory that the officer may read now. Never opens a restricted family.';
create function access.opened() returns bigint[] language sql stable security definer
    begin atomic
        select coalesce(array_agg(p.family), '{}') from access.permit p
        where p.officer = access.officer() and p.kind = 'break_glass' and p.answer = 'approved' and p.until > now() and p.family is not null
          and access.role() in ('social_worker', 'career_specialist', 'second_approver');
    end;
comment on function access.opened() is 'Restricted families that the officer may read now, because a second officer approved it.';

create function access.permitted(family bigint) returns boolean language sql stable return permitted.family = any (access.permits() || access.opened());
comment on function access.permitted(bigint) is 'Whether a permit opens this family now. For one family; a policy over many rows compares with (select access.permits()) instead.';

create function access.proven(proof text) returns access.session language sql stable security definer
    begin atomic
        select s.* from access.session s join access.account a on a.id = s.account
        where s.token = sha256(convert_to(proof, 'UTF8'))
          and s.ended_at is null
          and s.opened_at > clock_timestamp() - interval '12 hours'
          and s.seen_at > clock_timestamp() - interval '31 minutes'
          and a.valid @> access.today();
    end;
comment on function access.proven(text) is 'The living session of a token.';
revoke all on function access.proven(text) from public;

create function access.enter(proof text, post uuid, purpose text) returns void language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    s access.session := access.proven(enter.proof);
    p access.post;
    seen boolean;
    fields text;
begin
    if s.id is null then
        raise exception 'There is no such session, or it has ended.' using errcode = '28000';
    end if;
    if enter.purpose !~ '^[a-z_]{3,40}$' then
        raise exception 'The purpose is not a word: %', enter.purpose using errcode = '22023';
    end if;
    if s.person is not null then
        fields := concat_ws('|', pg_backend_pid(), extract(epoch from now()), '', '', 'citizen', 1, 0, s.person, coalesce(s.family::text, ''), 'own_data',
            case when s.strong_at > clock_timestamp() - interval '10 minutes' then 'strong' else 'weak' end, s.id);
    else
        select * into p from access.post where id = enter.post and officer = s.account and valid @> access.today();
        if p.id is null then
            raise exception 'The post is not held by this officer today.' using errcode = '28000';
        end if;
        seen := p.role in ('social_worker', 'career_specialist', 'second_approver');
        fields := concat_ws('|', pg_backend_pid(), extract(epoch from now()), p.officer, p.id, p.role,
            case when seen then p.lo else 1 end, case when seen then p.hi else 0 end, '', '', enter.purpose,
            case when s.strong_at > clock_timestamp() - interval '10 minutes' then 'strong' else 'weak' end, s.id);
    end if;
    perform set_config('office.ticket', fields || '|' || access.signature(fields), true);
end $$;
comment on function access.enter(text, uuid, text) is 'Begins the rights of this transaction: they come from the session and the post as they stand in the tables, never from the caller.';

-- ---------------------------------------------------------------------------------------------------------------------------- the log

create table access.look (
    lane smallint not null check (lane between 0 and 15),
    day date not null,
    seq bigint not null,
    at timestamptz not null,
    actor uuid,
    post uuid,
    role text not null,
    kato integer,
    action text not null,
    purpose text not null,
    person bigint,
    family bigint,
    number text,
    detail text not null,
    reason text,
    prev bytea not null,
    hash bytea not null,
    primary key (lane, day, seq)
) partition by list (lane);
comment on table access.look is 'Every look at a person or family, and every act upon rights: append-only, chained by hashes.';
comment on column access.look.lane is 'One of sixteen chains, so that page views do not queue behind one another.';
comment on column access.look.day is 'The day in the country.';
comment on column access.look.seq is 'Number in the lane on the day, from 1 without gaps.';
comment on column access.look.at is 'The moment.';
comment on column access.look.actor is 'The account that acted; null for nobody signed in and for the office itself.';
comment on column access.look.post is 'The post under which an officer acted.';
comment on column access.look.role is 'The role under which was acted; citizen, system or anonymous besides those of posts.';
comment on column access.look.kato is 'The territory of the post at that time.';
comment on column access.look.action is 'What was done, a word of the closed list in the code (Action).';
comment on column access.look.purpose is 'What for, a word of the closed list in the code (Purpose).';
comment on column access.look.person is 'The person looked at, if one.';
comment on column access.look.family is 'The family looked at, or of the person.';
comment on column access.look.number is 'The family''s number, so that the log can be read without names.';
comment on column access.look.detail is 'What was shown or done, in a word or two; no personal data.';
comment on column access.look.reason is 'The reason that the officer gave, where one is asked for.';
comment on column access.look.prev is 'Hash of the row before in the lane, over midnight too; 32 zeros for the first.';
comment on column access.look.hash is 'SHA-256 of all other columns in order, each as PostgreSQL sends it in binary with its length before it, -1 for null.';

do $$ begin
    for lane in 0..15 loop
        execute format('create table access.look_%s partition of access.look for values in (%s)', to_char(lane, 'FM00'), lane);
        execute format('comment on table access.look_%s is %L', to_char(lane, 'FM00'), 'Lane ' || lane || ' of access.look.');
    end loop;
end $$;
create index look_family on access.look (family, at) where family is not null;
create index look_person on access.look (person, at) where person is not null;
create index look_actor on access.look (actor, at);
create index look_number on access.look (number, at) where number is not null;
create index look_at on access.look using brin (at);

create table access.head (
    day date not null,
    lane smallint not null check (lane between 0 and 15),
    seq bigint not null,
    hash bytea not null,
    primary key (day, lane)
) with (fillfactor = 50);
comment on table access.head is 'The last row of each lane on each day.';
comment on column access.head.day is 'The day.';
comment on column access.head.lane is 'The lane.';
comment on column access.head.seq is 'Number of the lane''s last row on that day.';
comment on column access.head.hash is 'Hash of that row.';

create table access.anchor (
    number bigint primary key,
    at timestamptz not null,
    days date[] not null,
    seqs bigint[] not null,
    hashes bytea[] not null,
    prev bytea not null,
    hash bytea not null
);
comment on table access.anchor is 'The heads of all lanes at one moment, chained; also written to a file outside the database. At least one a day on which something was logged.';
comment on column access.anchor.number is 'From 1 without gaps.';
comment on column access.anchor.at is 'The moment.';
comment on column access.anchor.days is 'Day of the head of lane 0 to 15; null for a lane without rows.';
comment on column access.anchor.seqs is 'Number of the head of lane 0 to 15.';
comment on column access.anchor.hashes is 'Hash of the head of lane 0 to 15.';
comment on column access.anchor.prev is 'Hash of the anchor before.';
comment on column access.anchor.hash is 'SHA-256 of the other columns, encoded as those of a look.';

create function access.field(value bytea) returns bytea language sql immutable return coalesce(int4send(length(value)) || value, '\xffffffff'::bytea);
comment on function access.field(bytea) is 'A value as it stands in the input of a hash: its length, then its bytes; -1 for null. The same bytes as in COPY BINARY.';

create function access.hash_of(l access.look) returns bytea language sql stable
    begin atomic
        select sha256(
            access.field(int2send(l.lane)) || access.field(date_send(l.day)) || access.field(int8send(l.seq)) || access.field(timestamptz_send(l.at))
            || access.field(uuid_send(l.actor)) || access.field(uuid_send(l.post)) || access.field(convert_to(l.role, 'UTF8')) || access.field(int4send(l.kato))
            || access.field(convert_to(l.action, 'UTF8')) || access.field(convert_to(l.purpose, 'UTF8')) || access.field(int8send(l.person)) || access.field(int8send(l.family))
            || access.field(convert_to(l.number, 'UTF8')) || access.field(convert_to(l.detail, 'UTF8')) || access.field(convert_to(l.reason, 'UTF8')) || access.field(l.prev));
    end;
comment on function access.hash_of(access.look) is 'The hash that a row of the log must carry.';

create function access.hash_of(a access.anchor) returns bytea language sql stable
    begin atomic
        select sha256(access.field(int8send(a.number)) || access.field(timestamptz_send(a.at)) || access.field(array_send(a.days)) || access.field(array_send(a.seqs))
            || access.field(array_send(a.hashes)) || access.field(a.prev));
    end;
comment on function access.hash_of(access.anchor) is 'The hash that an anchor must carry.';

create function access.write(
    lane integer, actor uuid, post uuid, role text, kato integer, action text, purpose text, reason text, detail text,
    persons bigint[], families bigint[], numbers text[]) returns void language plpgsql security definer set search_path = access, pg_temp as $$
declare
    l access.look;
    h access.head;
begin
    l.lane := write.lane & 15;
    l.day := (clock_timestamp() at time zone 'Asia/Almaty')::date;
    select * into h from access.head x where x.day = l.day and x.lane = l.lane for update;
    if h.day is null then
        insert into access.head
        select l.day, l.lane, 0, coalesce((select x.hash from access.head x where x.lane = l.lane order by x.day desc limit 1), decode(repeat('00', 32), 'hex'))
        on conflict do nothing;
        select * into h from access.head x where x.day = l.day and x.lane = l.lane for update;
    end if;
    l.actor := write.actor; l.post := write.post; l.role := write.role; l.kato := write.kato;
    l.action := write.action; l.purpose := write.purpose; l.reason := write.reason; l.detail := write.detail;
    for i in 1..greatest(cardinality(numbers), 1) loop
        l.at := clock_timestamp();
        h.seq := h.seq + 1;
        l.seq := h.seq;
        l.prev := h.hash;
        l.person := persons[i]; l.family := families[i]; l.number := numbers[i];
        l.hash := access.hash_of(l);
        insert into access.look select l.*;
        h.hash := l.hash;
    end loop;
    update access.head x set seq = h.seq, hash = h.hash where x.day = h.day and x.lane = h.lane;
end $$;
comment on function access.write(integer, uuid, uuid, text, integer, text, text, text, text, bigint[], bigint[], text[]) is
    'Writes rows of the log; the only way to do so. Called by functions that know who acts.';

create function access.append(
    proof text, post uuid, lane integer, action text, purpose text, reason text, detail text,
    persons bigint[], families bigint[], numbers text[]) returns void language plpgsql security definer set search_path = access, pg_temp as $$
declare
    s access.session := access.proven(append.proof);
    p access.post;
begin
    if s.id is null then
        raise exception 'There is no such session, or it has ended.' using errcode = '28000';
    end if;
    if s.person is null then
        select * into p from access.post x where x.id = append.post and x.officer = s.account;
    end if;
    perform access.write(lane, s.account, p.id, case when s.person is null then coalesce(p.role::text, 'officer') else 'citizen' end, p.kato,
        action, purpose, reason, detail, persons, families, numbers);
end $$;
comment on function access.append(text, uuid, integer, text, text, text, text, bigint[], bigint[], text[]) is 'Logs looks of the person whose session it is: one row for each number.';

create function access.seal() returns access.anchor language plpgsql security definer set search_path = access, pg_temp as $$
declare
    last access.anchor;
    a access.anchor;
begin
    perform pg_advisory_xact_lock(7423001);
    select * into last from access.anchor order by number desc limit 1;
    select array_agg(h.day order by n), array_agg(h.seq order by n), array_agg(h.hash order by n) into a.days, a.seqs, a.hashes
    from generate_series(0, 15) n
    left join lateral (select * from access.head h where h.lane = n order by h.day desc limit 1) h on true;
    if last.days is not distinct from a.days and last.seqs is not distinct from a.seqs and last.hashes is not distinct from a.hashes then
        return last;
    end if;
    a.number := coalesce(last.number, 0) + 1;
    a.at := clock_timestamp();
    a.prev := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
    a.hash := access.hash_of(a);
    insert into access.anchor select a.*;
    return a;
end $$;
comment on function access.seal() is 'Makes an anchor of the lanes'' heads, if anything was logged since the last one.';

create function access.kept() returns trigger language plpgsql as $$
begin
    raise exception 'The log is append-only: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $$;
comment on function access.kept() is 'Refuses what would change the log.';
create trigger kept before update or delete on access.look for each row execute function access.kept();
create trigger kept before update or delete on access.anchor for each row execute function access.kept();
create trigger kept before delete on access.head for each row execute function access.kept();
create trigger kept_whole before truncate on access.look for each statement execute function access.kept();
create trigger kept_whole before truncate on access.anchor for each statement execute function access.kept();
create trigger kept_whole before truncate on access.head for each statement execute function access.kept();
do $$ begin
    for lane in 0..15 loop
        execute format('create trigger kept_whole before truncate on access.look_%s for each statement execute function access.kept()', to_char(lane, 'FM00'));
    end loop;
end $$;

-- ---------------------------------------------------------------------------------------------------------------------------- through the door, with its key

create function access.set_door(key text) returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
begin
    insert into access.secret values ('door', sha256(convert_to(key, 'UTF8'))) on conflict do nothing;
    return exists (select from access.secret where name = 'door' and value = sha256(convert_to(key, 'UTF8')));
end $$;
comment on function access.set_door(text) is 'Sets the office''s door key once; afterwards says whether it is this one.';

create function access.door(key text) returns void language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    if not exists (select from access.secret where name = 'door' and value = sha256(convert_to(door.key, 'UTF8'))) then
        raise exception 'This is not the door key of this database.' using errcode = '28000';
    end if;
end $$;
comment on function access.door(text) is 'Refuses who does not know the door key.';

create function access.append_as(key text, lane integer, role text, actor uuid, action text, purpose text, reason text, detail text) returns void
    language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    if append_as.role not in ('system', 'anonymous') then
        raise exception 'Only the office itself and nobody are logged without a session, not %.', append_as.role using errcode = '28000';
    end if;
    perform access.write(lane, actor, null, append_as.role, null, action, purpose, reason, detail, '{}', '{}', '{}');
end $$;
comment on function access.append_as(text, integer, text, uuid, text, text, text, text) is 'Logs what happens without a session: refused sign-ins, what the office does by itself.';

create function access.account_of(key text, typed text) returns table (id uuid, kind text, login text, password text, second_factor bytea, second_factor_since timestamptz, person bigint)
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    return query select a.id, a.kind, a.login, a.password, a.second_factor, a.second_factor_since, c.person
        from access.account a left join access.citizen c on c.id = a.id
        where a.login = lower(account_of.typed) and a.valid @> access.today();
end $$;
comment on function access.account_of(text, text) is 'What is needed to check a sign-in.';

create function access.account_with(key text, account uuid) returns table (id uuid, kind text, login text, password text, second_factor bytea, second_factor_since timestamptz, person bigint)
    language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    return query select a.id, a.kind, a.login, a.password, a.second_factor, a.second_factor_since, c.person
        from access.account a left join access.citizen c on c.id = a.id
        where a.id = account_with.account and a.valid @> access.today();
end $$;
comment on function access.account_with(text, uuid) is 'What is needed to ask again for password or code.';

create function access.account_linked(key text, issuer text, subject text, email text) returns uuid language plpgsql security definer set search_path = access, pg_temp as $$
declare
    found uuid;
begin
    perform access.door(key);
    select a.id into found from access.account a where a.issuer = account_linked.issuer and a.subject = account_linked.subject and a.valid @> access.today();
    if found is null and account_linked.email is not null then
        update access.account a set issuer = account_linked.issuer, subject = account_linked.subject
        where a.email = lower(account_linked.email) and a.issuer is null and a.valid @> access.today()
        returning a.id into found;
    end if;
    return found;
end $$;
comment on function access.account_linked(text, text, text, text) is 'The account of somebody whom a provider vouches for; links it once by a verified e-mail; never makes one.';

create function access.locked_until(key text, login text) returns timestamptz language plpgsql stable security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    return (select a.locked_until from access.attempt a where a.login = sha256(convert_to(lower(locked_until.login), 'UTF8')));
end $$;
comment on function access.locked_until(text, text) is 'Until when a login is not looked at, known or not.';

create function access.failed(key text, typed text) returns timestamptz language plpgsql security definer set search_path = access, pg_temp as $$
declare
    until timestamptz;
begin
    perform access.door(key);
    delete from access.attempt a where a.last_at < clock_timestamp() - interval '1 day';
    insert into access.attempt as a values (sha256(convert_to(lower(failed.typed), 'UTF8')), 1, clock_timestamp(), null)
    on conflict (login) do update set failed = a.failed + 1, last_at = clock_timestamp(),
        locked_until = case when a.failed >= 4 then clock_timestamp() + least(interval '1 minute' * 2 ^ least(a.failed - 4, 10), interval '1 hour') end
    returning a.locked_until into until;
    return until;
end $$;
comment on function access.failed(text, text) is 'Counts a failed sign-in; from the fifth on the login rests for 1, 2, 4 … 60 minutes.';

create function access.succeeded(key text, login text) returns void language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    delete from access.attempt a where a.login = sha256(convert_to(lower(succeeded.login), 'UTF8'));
end $$;
comment on function access.succeeded(text, text) is 'Forgets the failures of a login.';

create function access.open_session(key text, token text, account uuid, family bigint, device text) returns uuid language plpgsql security definer set search_path = access, pg_temp as $$
declare
    made uuid;
begin
    perform access.door(key);
    perform from access.account a where a.id = open_session.account for update;
    update access.session s set ended_at = clock_timestamp()
    where s.id in (select x.id from access.session x
                   where x.account = open_session.account and x.ended_at is null
                     and x.opened_at > clock_timestamp() - interval '12 hours' and x.seen_at > clock_timestamp() - interval '31 minutes'
                   order by x.opened_at desc offset 2);
    delete from access.session s where s.account = open_session.account and s.opened_at < clock_timestamp() - interval '90 days';
    insert into access.session (token, account, person, family, strong_at, device)
    select sha256(convert_to(open_session.token, 'UTF8')), open_session.account, c.person, case when c.id is not null then open_session.family end,
        clock_timestamp(), left(open_session.device, 200)
    from access.account a left join access.citizen c on c.id = a.id
    where a.id = open_session.account and a.valid @> access.today()
    returning id into made;
    return made;
end $$;
comment on function access.open_session(text, text, uuid, bigint, text) is 'Opens a session; the oldest gives way to a fourth one.';

create function access.resume(proof text) returns table (
    session uuid, account uuid, person bigint, family bigint, name text, office text, post uuid, role text, kato integer, strong boolean)
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    s access.session := access.proven(resume.proof);
begin
    if s.id is null then
        return;
    end if;
    if s.seen_at < clock_timestamp() - interval '1 minute' then
        update access.session x set seen_at = clock_timestamp() where x.id = s.id;
    end if;
    return query
        select s.id, s.account, s.person, s.family, o.name, o.office, p.id, p.role::text, p.kato,
            s.strong_at > clock_timestamp() - interval '10 minutes'
        from (select) one
        left join access.officer o on o.id = s.account
        left join access.post p on p.officer = o.id and p.valid @> access.today()
        order by p.made_at, p.id;
end $$;
comment on function access.resume(text) is 'Says whose session it is, with the posts of today, and keeps it alive; no row when it has ended.';

create function access.strengthen(key text, proof text) returns void language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    update access.session x set strong_at = clock_timestamp() where x.id = (access.proven(proof)).id;
end $$;
comment on function access.strengthen(text, text) is 'Password or code were asked for again.';

create function access.end_session(proof text, session uuid) returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
begin
    update access.session x set ended_at = clock_timestamp()
    where x.id = end_session.session and x.ended_at is null and x.account = (access.proven(proof)).account;
    return found;
end $$;
comment on function access.end_session(text, uuid) is 'Ends one of one''s own sessions.';

create function access.sessions_of(proof text) returns table (id uuid, opened_at timestamptz, seen_at timestamptz, device text, this boolean)
    language sql stable security definer
    begin atomic
        select s.id, s.opened_at, s.seen_at, s.device, s.id = mine.id
        from access.proven(proof) mine join access.session s on s.account = mine.account
        where s.ended_at is null and s.opened_at > clock_timestamp() - interval '12 hours' and s.seen_at > clock_timestamp() - interval '31 minutes'
        order by s.opened_at desc;
    end;
comment on function access.sessions_of(text) is 'One''s own living sessions.';

create function access.set_password(key text, account uuid, password text) returns void language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    update access.account a set password = set_password.password, password_set_at = clock_timestamp() where a.id = set_password.account;
end $$;
comment on function access.set_password(text, uuid, text) is 'Sets the hash of a password.';

create function access.set_second_factor(key text, account uuid, secret bytea) returns void language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    update access.account a set second_factor = secret, second_factor_since = null, second_factor_step = 0 where a.id = set_second_factor.account;
    delete from access.recovery r where r.account = set_second_factor.account;
end $$;
comment on function access.set_second_factor(text, uuid, bytea) is 'Offers a second factor, or takes it away with null; old recovery codes end.';

create function access.code_used(key text, account uuid, step bigint) returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    update access.account a set second_factor_step = step, second_factor_since = coalesce(a.second_factor_since, clock_timestamp())
    where a.id = code_used.account and a.second_factor is not null and a.second_factor_step < step;
    return found;
end $$;
comment on function access.code_used(text, uuid, bigint) is 'Takes a one-time code of a time step; false when that step was used already. The first one confirms the second factor.';

create function access.set_recovery(key text, account uuid, codes bytea[]) returns void language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    delete from access.recovery r where r.account = set_recovery.account;
    insert into access.recovery select set_recovery.account, unnest(codes);
end $$;
comment on function access.set_recovery(text, uuid, bytea[]) is 'Sets new recovery codes; the old ones end.';

create function access.use_recovery(key text, account uuid, code bytea) returns boolean language plpgsql security definer set search_path = access, pg_temp as $$
begin
    perform access.door(key);
    update access.recovery r set used_at = clock_timestamp() where r.account = use_recovery.account and r.code = use_recovery.code and r.used_at is null;
    return found;
end $$;
comment on function access.use_recovery(text, uuid, bytea) is 'Uses a recovery code, once.';

create function access.make_officer(key text, login text, name text, office text, email text, password text) returns uuid
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    made uuid;
begin
    perform access.door(key);
    insert into access.account (kind, login, email, password, password_set_at)
    values ('officer', lower(make_officer.login), lower(make_officer.email), make_officer.password, clock_timestamp()) returning id into made;
    insert into access.officer values (made, make_officer.name, make_officer.office);
    return made;
end $$;
comment on function access.make_officer(text, text, text, text, text, text) is 'Makes the first officers of an office, and those of a demo.';

create function access.make_post(key text, officer uuid, role text, kato integer) returns uuid language plpgsql security definer set search_path = access, pg_temp as $$
declare
    made uuid;
begin
    perform access.door(key);
    insert into access.post (officer, role, kato) values (make_post.officer, make_post.role::access.role, make_post.kato) returning id into made;
    return made;
end $$;
comment on function access.make_post(text, uuid, text, integer) is 'Gives a post without an operator: for the first ones and those of a demo.';

create function access.make_citizen(key text, login text, person bigint, email text, password text) returns uuid
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    made uuid;
begin
    perform access.door(key);
    insert into access.account (kind, login, email, password, password_set_at)
    values ('citizen', lower(make_citizen.login), lower(make_citizen.email), make_citizen.password, clock_timestamp()) returning id into made;
    insert into access.citizen values (made, make_citizen.person);
    return made;
end $$;
comment on function access.make_citizen(text, text, bigint, text, text) is 'Makes the account of a citizen.';

-- ---------------------------------------------------------------------------------------------------------------------------- permits

create function access.ask_permit(kind text, family bigint, number text, reason text) returns uuid language plpgsql security definer set search_path = access, pg_temp as $$
declare
    made uuid;
begin
    if access.role() not in ('social_worker', 'career_specialist', 'second_approver') then
        raise exception 'The role % reads no families.', access.role() using errcode = '42501';
    end if;
    insert into access.permit (officer, kind, family, number, reason, answer, until)
    values (access.officer(), ask_permit.kind, ask_permit.family, ask_permit.number, ask_permit.reason,
        case when ask_permit.kind = 'outside_territory' then 'approved' end,
        case when ask_permit.kind = 'outside_territory' then clock_timestamp() + interval '8 hours' end)
    returning id into made;
    perform access.write(get_byte(uuid_send(made), 15), access.officer(), access.post(), access.role(), (select p.kato from access.post p where p.id = access.post()),
        'permit_asked', ask_permit.kind, ask_permit.reason, ask_permit.kind, array[null::bigint], array[ask_permit.family], array[ask_permit.number]);
    return made;
end $$;
comment on function access.ask_permit(text, bigint, text, text) is 'Asks for leave to read a family, and logs it in the same transaction.';

create function access.answer_permit(permit uuid, approved boolean) returns void language plpgsql security definer set search_path = access, pg_temp as $$
declare
    p access.permit;
begin
    if access.role() <> 'second_approver' or not access.strong() then
        raise exception 'Only a second approver who has just given the password again may answer.' using errcode = '42501';
    end if;
    update access.permit x set answered_by = access.officer(), answered_at = clock_timestamp(), answer = case when approved then 'approved' else 'refused' end,
        until = case when approved then clock_timestamp() + interval '8 hours' end
    where x.id = answer_permit.permit and x.kind = 'break_glass' and x.answer is null and x.officer <> access.officer()
    returning * into p;
    if p.id is null then
        raise exception 'There is no such request that waits for another officer.' using errcode = '42501';
    end if;
    perform access.write(get_byte(uuid_send(p.id), 15), access.officer(), access.post(), access.role(), (select o.kato from access.post o where o.id = access.post()),
        case when approved then 'permit_approved' else 'permit_refused' end, 'break_glass', p.reason, 'break_glass', array[null::bigint], array[p.family], array[p.number]);
end $$;
comment on function access.answer_permit(uuid, boolean) is 'A second officer approves or refuses a break-glass, and logs it in the same transaction.';

-- ---------------------------------------------------------------------------------------------------------------------------- who looked

create function access.who_looked(person bigint, family bigint, since timestamptz, until timestamptz)
    returns table (at timestamptz, name text, office text, role text, action text, purpose text, reason text, detail text) language plpgsql stable security definer
    set search_path = access, pg_temp as $$
begin
    if access.role() = 'citizen' then
        if who_looked.person is distinct from access.person() and who_looked.person is not null
            or who_looked.family is distinct from access.family() and who_looked.family is not null then
            raise exception 'A citizen sees who looked at the own data only.' using errcode = '42501';
        end if;
    elsif access.role() not in ('social_worker', 'second_approver', 'auditor') then
        raise exception 'The role % does not see who looked.', access.role() using errcode = '42501';
    end if;
    return query
        select l.at, coalesce(o.name, ''), coalesce(o.office, ''), l.role, l.action, l.purpose, case when access.role() = 'citizen' then null else l.reason end, l.detail
        from access.look l left join access.officer o on o.id = l.actor
        where (l.person = who_looked.person or l.family = who_looked.family) and l.at >= since and l.at < until
        order by l.at desc limit 1000;
end $$;
comment on function access.who_looked(bigint, bigint, timestamptz, timestamptz) is 'Who looked at a person or family: officer, office, role and purpose; the reason is shown to officers only.';

-- ---------------------------------------------------------------------------------------------------------------------------- who may do what here

alter table access.account enable row level security;
alter table access.officer enable row level security;
alter table access.post enable row level security;
alter table access.permit enable row level security;
alter table access.look enable row level security;

create policy account_seen on access.account for select to shanyraq_office
    using (id = (select access.officer()) or (select access.role()) in ('operator', 'auditor'));
create policy account_made on access.account for insert to shanyraq_office
    with check (kind = 'officer' and (select access.role()) = 'operator' and (select access.strong()));
create policy account_changed on access.account for update to shanyraq_office
    using (kind = 'officer' and (select access.role()) = 'operator' and (select access.strong()));
create policy officer_seen on access.officer for select to shanyraq_office
    using (id = (select access.officer()) or (select access.role()) in ('operator', 'auditor', 'second_approver', 'social_worker', 'career_specialist'));
create policy officer_made on access.officer for insert to shanyraq_office
    with check ((select access.role()) = 'operator' and (select access.strong()));
create policy officer_changed on access.officer for update to shanyraq_office
    using ((select access.role()) = 'operator' and (select access.strong()));
create policy post_seen on access.post for select to shanyraq_office
    using (officer = (select access.officer()) or (select access.role()) in ('operator', 'auditor'));
create policy post_given on access.post for insert to shanyraq_office
    with check ((select access.role()) = 'operator' and (select access.strong()) and given_by = (select access.officer()));
create policy post_ended on access.post for update to shanyraq_office
    using ((select access.role()) = 'operator' and (select access.strong()));
create policy permit_seen on access.permit for select to shanyraq_office
    using (officer = (select access.officer()) or (select access.role()) in ('second_approver', 'auditor'));
create policy look_seen on access.look for select to shanyraq_office
    using ((select access.role()) = 'auditor');
create policy look_verified on access.look for select to shanyraq_intake using (true);

grant usage on schema access to shanyraq_office, shanyraq_intake, shanyraq_search, shanyraq_log;
grant select (id, kind, login, email, issuer, valid, made_at, password_set_at, second_factor_since), insert (id, kind, login, email, valid), update (email, valid)
    on access.account to shanyraq_office;
grant select, insert, update (name, office) on access.officer to shanyraq_office;
grant select, insert (officer, role, kato, valid, given_by), update (valid) on access.post to shanyraq_office;
grant select on access.permit, access.look, access.head, access.anchor to shanyraq_office;
grant select on access.look, access.head, access.anchor to shanyraq_intake;

revoke all on all functions in schema access from public;
grant execute on function access.today(), access.ticket(), access.lo(), access.hi(), access.officer(), access.post(), access.role(), access.person(), access.family(),
    access.purpose(), access.strong(), access.sees_incomes(), access.sees_disability(), access.permits(), access.opened(), access.permitted(bigint), access.upper_end(integer)
    to shanyraq_office, shanyraq_intake, shanyraq_search, shanyraq_log;
grant execute on function access.enter(text, uuid, text), access.append(text, uuid, integer, text, text, text, text, bigint[], bigint[], text[]),
    access.set_door(text), access.append_as(text, integer, text, uuid, text, text, text, text), access.account_of(text, text), access.account_with(text, uuid),
    access.account_linked(text, text, text, text), access.locked_until(text, text), access.failed(text, text), access.succeeded(text, text),
    access.open_session(text, text, uuid, bigint, text), access.resume(text), access.strengthen(text, text), access.end_session(text, uuid),
    access.sessions_of(text), access.set_password(text, uuid, text), access.set_second_factor(text, uuid, bytea),
    access.code_used(text, uuid, bigint), access.set_recovery(text, uuid, bytea[]), access.use_recovery(text, uuid, bytea),
    access.make_officer(text, text, text, text, text, text), access.make_post(text, uuid, text, integer), access.make_citizen(text, text, bigint, text, text),
    access.ask_permit(text, bigint, text, text), access.answer_permit(uuid, boolean), access.who_looked(bigint, bigint, timestamptz, timestamptz)
    to shanyraq_office;
grant execute on function access.field(bytea), access.hash_of(access.look), access.hash_of(access.anchor) to shanyraq_log, shanyraq_office, shanyraq_intake;
grant select on access.officer to shanyraq_log;
create policy officer_named on access.officer for select to shanyraq_log using (true);

-- The log belongs to a role with which nobody signs in; the owner keeps what the copy of everything needs.
create policy look_copied on access.look to shanyraq_owner using (true) with check (true);
grant create on schema access to shanyraq_log;
do $$ begin
    for lane in 0..15 loop
        execute format('alter table access.look_%s owner to shanyraq_log', to_char(lane, 'FM00'));
    end loop;
end $$;
alter table access.look owner to shanyraq_log;
alter table access.head owner to shanyraq_log;
alter table access.anchor owner to shanyraq_log;
alter function access.write(integer, uuid, uuid, text, integer, text, text, text, text, bigint[], bigint[], text[]) owner to shanyraq_log;
alter function access.seal() owner to shanyraq_log;
alter function access.who_looked(bigint, bigint, timestamptz, timestamptz) owner to shanyraq_log;
revoke create on schema access from shanyraq_log;
set role shanyraq_log;
grant execute on function access.write(integer, uuid, uuid, text, integer, text, text, text, text, bigint[], bigint[], text[]) to shanyraq_owner;
grant execute on function access.seal() to shanyraq_office, shanyraq_intake;
grant select, insert on access.look, access.head, access.anchor to shanyraq_owner;
reset role;
