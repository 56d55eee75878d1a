-- From what was found to what is paid: offer, consent, application, decision, award, appeal.
--
-- A decision is never changed: another one takes its place from a month on. What an award gives in a month is the row of benefits.award_month that no later
-- decision has superseded; the ledger of financing posts the difference between that and what it has posted, and nothing else. So a first payment, arrears,
-- an overpayment and a correction by appeal are one thing.

create table benefits.offer_batch (
    id integer generated always as identity primary key,
    topic smallint not null references benefits.topic,
    lo integer not null,
    hi integer not null check (hi >= lo),
    per_day integer not null check (per_day between 1 and 100000),
    taken integer not null,
    officer uuid not null,
    made_at timestamptz not null default clock_timestamp(),
    stopped_at timestamptz,
    stopped_by uuid
);
comment on table benefits.offer_batch is 'Offers of one benefit to many families of a territory, so many a day.';
comment on column benefits.offer_batch.id is 'Its number.';
comment on column benefits.offer_batch.topic is 'The benefit.';
comment on column benefits.offer_batch.lo is 'First code of the territory.';
comment on column benefits.offer_batch.hi is 'Last code of the territory.';
comment on column benefits.offer_batch.per_day is 'How many go out in a day at most.';
comment on column benefits.offer_batch.taken is 'How many offers it made.';
comment on column benefits.offer_batch.officer is 'Who began it.';
comment on column benefits.offer_batch.made_at is 'When.';
comment on column benefits.offer_batch.stopped_at is 'When it was stopped: what was not sent by then is not sent.';
comment on column benefits.offer_batch.stopped_by is 'Who stopped it.';

create table benefits.offer (
    id bigint generated always as identity primary key,
    family_id bigint not null references registry.family,
    person_id bigint references registry.person,
    topic smallint not null references benefits.topic,
    asked_id bigint not null references registry.person,
    monthly integer not null check (monthly >= 0),
    once integer not null check (once >= 0),
    month date not null check (extract(day from month) = 1),
    sweep integer not null,
    language text not null check (language in ('kk', 'ru')),
    words text not null check (words <> ''),
    batch integer references benefits.offer_batch,
    state text not null default 'made' check (state in ('made', 'sent', 'delivered', 'call', 'accepted', 'refused', 'withdrawn', 'expired')),
    call_on date,
    officer uuid,
    made_on date not null default access.today(),
    made_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz,
    delivered_at timestamptz,
    answered_at timestamptz,
    answered_by text check (answered_by in ('sms', 'page', 'officer')),
    check ((state in ('accepted', 'refused')) = (answered_at is not null))
);
create unique index offer_one on benefits.offer (family_id, topic, person_id) nulls not distinct where state in ('made', 'sent', 'delivered', 'call');
create index offer_of_family on benefits.offer (family_id);
create index offer_waiting on benefits.offer (state, made_on) where state in ('made', 'sent', 'delivered', 'call');
comment on table benefits.offer is 'What was found due is offered to the family. While an offer waits for an answer there is no second one of the same.';
comment on column benefits.offer.id is 'Its number.';
comment on column benefits.offer.family_id is 'The family.';
comment on column benefits.offer.person_id is 'For whom the benefit is; null for the family as a whole.';
comment on column benefits.offer.topic is 'The benefit.';
comment on column benefits.offer.asked_id is 'Who is asked: the grown person who answers for it.';
comment on column benefits.offer.monthly is 'Tenge a month that were found due.';
comment on column benefits.offer.once is 'Tenge once that were found due.';
comment on column benefits.offer.month is 'The month for which that was found.';
comment on column benefits.offer.sweep is 'The sweep that found it.';
comment on column benefits.offer.language is 'Of the words: kk or ru.';
comment on column benefits.offer.words is 'What the family was told and asked, word for word.';
comment on column benefits.offer.batch is 'The batch; null if an officer offered it to this family.';
comment on column benefits.offer.state is
    'made: not sent yet; sent; delivered; call: somebody has to ask by voice; accepted; refused; withdrawn by an officer or no longer found; expired.';
comment on column benefits.offer.call_on is 'The day from which somebody has to ask by voice: there is no telephone, or no answer came.';
comment on column benefits.offer.officer is 'Who offered it.';
comment on column benefits.offer.made_on is 'The day of the offer.';
comment on column benefits.offer.made_at is 'When it was made.';
comment on column benefits.offer.sent_at is 'When it left the office.';
comment on column benefits.offer.delivered_at is 'When it reached the telephone, or was read.';
comment on column benefits.offer.answered_at is 'When the answer came.';
comment on column benefits.offer.answered_by is 'How: sms, page, or officer.';

create table benefits.consent (
    id bigint generated always as identity primary key,
    family_id bigint not null references registry.family,
    person_id bigint not null references registry.person,
    offer_id bigint references benefits.offer,
    topic smallint not null references benefits.topic,
    language text not null check (language in ('kk', 'ru', 'en')),
    words text not null check (words <> ''),
    channel text not null check (channel in ('sms', 'page', 'officer')),
    officer uuid,
    given_on date not null default access.today(),
    given_at timestamptz not null default clock_timestamp(),
    until date not null check (until > given_on),
    withdrawn_at timestamptz,
    withdrawn_by text check (withdrawn_by in ('sms', 'page', 'officer'))
);
create index consent_of_family on benefits.consent (family_id);
comment on table benefits.consent is 'What somebody agreed to, in which words, when and until when. It can be withdrawn; the row stays.';
comment on column benefits.consent.id is 'Its number.';
comment on column benefits.consent.family_id is 'The family.';
comment on column benefits.consent.person_id is 'Who agreed.';
comment on column benefits.consent.offer_id is 'The offer that was answered; null for an application without one.';
comment on column benefits.consent.topic is 'The benefit.';
comment on column benefits.consent.language is 'Of the words.';
comment on column benefits.consent.words is 'What was agreed to, word for word.';
comment on column benefits.consent.channel is 'sms, page, or officer.';
comment on column benefits.consent.officer is 'Who wrote it down; null where the person did it alone.';
comment on column benefits.consent.given_on is 'The day: that of the application.';
comment on column benefits.consent.given_at is 'The moment.';
comment on column benefits.consent.until is 'The first day on which it no longer holds.';
comment on column benefits.consent.withdrawn_at is 'When it was withdrawn.';
comment on column benefits.consent.withdrawn_by is 'How.';

create table benefits.application (
    id bigint generated always as identity primary key,
    family_id bigint not null references registry.family,
    person_id bigint references registry.person,
    topic smallint not null references benefits.topic,
    applicant_id bigint not null references registry.person,
    channel text not null check (channel in ('consent', 'page', 'officer', 'api')),
    consent_id bigint references benefits.consent,
    received_on date not null default access.today(),
    month date not null check (extract(day from month) = 1),
    iban text check (iban ~ '^KZ[0-9]{2}[A-Z0-9]{16}$'),
    state text not null default 'received' check (state in ('received', 'asked', 'proposed', 'granted', 'refused', 'withdrawn')),
    due_on date not null,
    asked text[] not null default '{}',
    asked_on date,
    officer uuid,
    key text unique,
    made_at timestamptz not null default clock_timestamp()
);
create unique index application_one on benefits.application (family_id, topic, person_id) nulls not distinct where state in ('received', 'asked', 'proposed');
create index application_of_family on benefits.application (family_id);
create index application_due on benefits.application (due_on, id) where state in ('received', 'asked', 'proposed');
comment on table benefits.application is 'An application for a benefit: by consent to an offer, on the page, with an officer, or from another system.';
comment on column benefits.application.id is 'Its number.';
comment on column benefits.application.family_id is 'The family.';
comment on column benefits.application.person_id is 'For whom the benefit is; null for the family as a whole.';
comment on column benefits.application.topic is 'The benefit.';
comment on column benefits.application.applicant_id is 'Who applies, and is paid.';
comment on column benefits.application.channel is 'How it came: consent, page, officer, api.';
comment on column benefits.application.consent_id is 'The consent that is the application.';
comment on column benefits.application.received_on is 'The day of application, from which the clock runs.';
comment on column benefits.application.month is 'The month of application, for which the law is asked.';
comment on column benefits.application.iban is 'Account to pay to; null until it is known.';
comment on column benefits.application.state is 'received; asked: facts or the account are asked for and the clock stands; proposed: the second person has it; granted; refused; withdrawn.';
comment on column benefits.application.due_on is 'The last day for a decision; moved by the days for which the clock stood.';
comment on column benefits.application.asked is 'What is asked for: codes of facts, or account.';
comment on column benefits.application.asked_on is 'Since when the clock stands; null if it runs.';
comment on column benefits.application.officer is 'Who took it; null if nobody did.';
comment on column benefits.application.key is 'Idempotency key of the system that sent it.';
comment on column benefits.application.made_at is 'When it came.';

create table benefits.award (
    id bigint generated always as identity primary key,
    application_id bigint references benefits.application,
    family_id bigint not null references registry.family,
    person_id bigint references registry.person,
    topic smallint not null references benefits.topic,
    payee_id bigint not null references registry.person,
    iban text check (iban ~ '^KZ[0-9]{2}[A-Z0-9]{16}$'),
    kato registry.kato not null,
    held text check (held in ('suspended', 'account', 'contract', 'returned')),
    held_since date,
    held_reason text,
    made_at timestamptz not null default clock_timestamp(),
    check ((held is null) = (held_since is null))
);
create index award_of_family on benefits.award (family_id);
create index award_of_application on benefits.award (application_id);
comment on table benefits.award is 'A benefit that was granted, and to whom it is paid. What it gives in which month stands in award_month.';
comment on column benefits.award.id is 'Its number.';
comment on column benefits.award.application_id is 'The application.';
comment on column benefits.award.family_id is 'The family.';
comment on column benefits.award.person_id is 'For whom; null for the family as a whole.';
comment on column benefits.award.topic is 'The benefit.';
comment on column benefits.award.payee_id is 'Who is paid.';
comment on column benefits.award.iban is 'To which account; null until it is known.';
comment on column benefits.award.kato is 'Where the family lives: which budget pays.';
comment on column benefits.award.held is 'Why nothing is ordered now, though it stays due: suspended; account: not known or refused by the bank; contract: to be signed; returned: money came back.';
comment on column benefits.award.held_since is 'Since when.';
comment on column benefits.award.held_reason is 'In words.';
comment on column benefits.award.made_at is 'When it was granted.';

create table benefits.decision (
    id bigint generated always as identity primary key,
    application_id bigint references benefits.application,
    award_id bigint references benefits.award,
    family_id bigint not null references registry.family,
    person_id bigint references registry.person,
    topic smallint not null references benefits.topic,
    kind text not null check (kind in ('grant', 'refuse', 'recalculate', 'terminate', 'correct')),
    month date not null check (extract(day from month) = 1),
    facts_on date not null,
    known integer not null,
    edition text not null,
    monthly integer not null check (monthly >= 0),
    once integer not null check (once >= 0),
    months daterange,
    steps jsonb not null,
    unmet text[] not null default '{}',
    corrected integer not null default 0,
    state text not null default 'proposed' check (state in ('proposed', 'in_force', 'returned')),
    proposed_by uuid,
    proposed_at timestamptz not null default clock_timestamp(),
    reason text,
    document text,
    approved_by uuid,
    approved_at timestamptz,
    returned text,
    check (approved_by <> proposed_by),
    check ((state = 'in_force') = (approved_at is not null)),
    check (state <> 'in_force' or approved_by is not null or proposed_by is null),
    check (kind <> 'refuse' or cardinality(unmet) > 0),
    check ((kind in ('grant', 'recalculate', 'terminate', 'correct')) = (months is not null))
);
create index decision_of_family on benefits.decision (family_id);
create index decision_of_application on benefits.decision (application_id);
create index decision_of_award on benefits.decision (award_id);
create index decision_waiting on benefits.decision (proposed_at) where state = 'proposed';
comment on table benefits.decision is 'What was decided, with all that it takes to decide the same again: edition, month, day of facts, last delivery known, and the steps.';
comment on column benefits.decision.id is 'Its number.';
comment on column benefits.decision.application_id is 'The application it answers; null where none is.';
comment on column benefits.decision.award_id is 'The award it makes or changes.';
comment on column benefits.decision.family_id is 'The family.';
comment on column benefits.decision.person_id is 'For whom; null for the family as a whole.';
comment on column benefits.decision.topic is 'The benefit.';
comment on column benefits.decision.kind is 'grant; refuse; recalculate: other facts or figures; terminate; correct: by an appeal.';
comment on column benefits.decision.month is 'The month for which the law was asked.';
comment on column benefits.decision.facts_on is 'The day on which the facts hold.';
comment on column benefits.decision.known is 'The last delivery that was known.';
comment on column benefits.decision.edition is 'The edition of the rule.';
comment on column benefits.decision.monthly is 'Tenge a month; 0 if refused or ended.';
comment on column benefits.decision.once is 'Tenge once.';
comment on column benefits.decision.months is 'From the first day of the first month on; open where no end is known.';
comment on column benefits.decision.steps is 'The steps of the law: name, value, unit, norm, source.';
comment on column benefits.decision.unmet is 'The grounds of refusal.';
comment on column benefits.decision.corrected is 'Facts of the family that an officer told, not a register.';
comment on column benefits.decision.state is 'proposed; in_force; returned to who proposed it.';
comment on column benefits.decision.proposed_by is 'Who proposed it; null for the rule itself.';
comment on column benefits.decision.proposed_at is 'When.';
comment on column benefits.decision.reason is 'Why, where the law leaves it to a person.';
comment on column benefits.decision.document is 'The document behind the reason.';
comment on column benefits.decision.approved_by is 'The second person; never the first.';
comment on column benefits.decision.approved_at is 'When it came into force.';
comment on column benefits.decision.returned is 'Why the second person returned it.';

create table benefits.award_month (
    award_id bigint not null references benefits.award,
    months daterange not null check (not isempty(months) and extract(day from lower(months)) = 1),
    monthly integer not null check (monthly >= 0),
    decision_id bigint not null references benefits.decision,
    superseded_by bigint references benefits.decision check (superseded_by > decision_id),
    exclude using gist (award_id with =, months with &&) where (superseded_by is null)
);
create index award_month_of on benefits.award_month (award_id);
comment on table benefits.award_month is 'What an award gives in its months. Rows of which a later decision says otherwise stay, superseded.';
comment on column benefits.award_month.award_id is 'The award.';
comment on column benefits.award_month.months is 'From the first day of the first month to before the first day after the last; open where no end is known.';
comment on column benefits.award_month.monthly is 'Tenge in each; what is paid once stands in its one month.';
comment on column benefits.award_month.decision_id is 'The decision that says so.';
comment on column benefits.award_month.superseded_by is 'The decision that says otherwise.';

create table benefits.appeal (
    id bigint generated always as identity primary key,
    decision_id bigint not null references benefits.decision,
    family_id bigint not null references registry.family,
    condition text not null,
    words text not null check (length(words) between 5 and 4000),
    channel text not null check (channel in ('page', 'officer')),
    person_id bigint not null references registry.person,
    made_on date not null default access.today(),
    due_on date not null,
    state text not null default 'open' check (state in ('open', 'upheld', 'rejected', 'withdrawn')),
    answer text,
    answered_by uuid,
    answered_at timestamptz,
    corrected_by bigint references benefits.decision,
    officer uuid,
    check ((state in ('upheld', 'rejected')) = (answered_by is not null and answer is not null))
);
create unique index appeal_one on benefits.appeal (decision_id, condition) where state = 'open';
create index appeal_of_family on benefits.appeal (family_id);
create index appeal_due on benefits.appeal (due_on, id) where state = 'open';
comment on table benefits.appeal is 'Somebody says that a condition of a decision was answered wrongly.';
comment on column benefits.appeal.id is 'Its number.';
comment on column benefits.appeal.decision_id is 'The decision.';
comment on column benefits.appeal.family_id is 'The family.';
comment on column benefits.appeal.condition is 'The step of the decision that is disputed.';
comment on column benefits.appeal.words is 'In the person''s words.';
comment on column benefits.appeal.channel is 'page, or officer.';
comment on column benefits.appeal.person_id is 'Who appeals.';
comment on column benefits.appeal.made_on is 'The day of the appeal.';
comment on column benefits.appeal.due_on is 'The last day for an answer.';
comment on column benefits.appeal.state is 'open; upheld; rejected; withdrawn.';
comment on column benefits.appeal.answer is 'The answer, with its reason.';
comment on column benefits.appeal.answered_by is 'Who answered: nobody who took part in the decision.';
comment on column benefits.appeal.answered_at is 'When.';
comment on column benefits.appeal.corrected_by is 'The decision that puts it right.';
comment on column benefits.appeal.officer is 'Who wrote it down; null where the person did it alone.';

-- Who may not answer an appeal, and who may not be the second person, is held here too.
create function benefits.impartial() returns trigger language plpgsql as $$
begin
    if new.answered_by is not null and exists (
            select from benefits.decision d where d.id = new.decision_id and new.answered_by in (d.proposed_by, d.approved_by)) then
        raise exception 'Who took part in a decision does not answer the appeal against it.' using errcode = '23514';
    end if;
    return new;
end $$;
comment on function benefits.impartial() is 'Refuses an answer to an appeal by somebody who took part in the decision.';
create trigger impartial before insert or update on benefits.appeal for each row execute function benefits.impartial();

create function benefits.month() returns date language sql stable security definer set search_path = benefits, pg_temp as $$
    select coalesce((select s.month from benefits.sweep s where s.delivery is null and s.state = 'done' order by s.id desc limit 1),
        date_trunc('month', access.today()::timestamp)::date)
$$;
comment on function benefits.month() is 'The month of applications: that of the last sweep, the one after the last for which the registers answered; before the first sweep that of today.';
revoke all on function benefits.month() from public;
grant execute on function benefits.month() to shanyraq_office, shanyraq_intake;

-- What is to be paid: one row for each award and month.
create function benefits.payable(upto date) returns table (
    award_id bigint, family_id bigint, person_id bigint, payee_id bigint, payee_iin text, payee_name text, iban text, topic smallint,
    month date, amount bigint, decision_id bigint, kato integer, held text)
    language sql stable set search_path = benefits, pg_temp as $$
        select a.id, a.family_id, a.person_id, a.payee_id, p.iin, n.name, a.iban, a.topic, m.month::date, g.monthly::bigint, g.decision_id, a.kato::integer,
            coalesce(a.held, case when a.iban is null then 'account' end)
        from benefits.award_month g
        join benefits.award a on a.id = g.award_id
        join registry.person p on p.id = a.payee_id
        cross join lateral generate_series(lower(g.months)::timestamp,
            least(payable.upto, coalesce(upper(g.months) - 1, payable.upto))::timestamp, interval '1 month') m (month)
        left join lateral (
            select concat_ws(' ', i.last_name, i.first_name, i.patronymic) as name from registry.identity i
            where i.person_id = a.payee_id and i.superseded_by is null order by upper_inf(i.valid) desc, lower(i.valid) desc limit 1) n on true
        where g.superseded_by is null
    $$;
comment on function benefits.payable(date) is 'What each award gives in each month up to a day by the decisions in force: 0 where it was taken away. held says why it is not to be ordered now.';
revoke all on function benefits.payable(date) from public;
grant execute on function benefits.payable(date) to shanyraq_office, shanyraq_intake;

-- Rights -----------------------------------------------------------------------------------------------------------------------------------

grant select, insert on benefits.offer_batch, benefits.offer, benefits.consent, benefits.application, benefits.award, benefits.decision,
    benefits.award_month, benefits.appeal to shanyraq_office, shanyraq_intake;
grant update (stopped_at, stopped_by, taken) on benefits.offer_batch to shanyraq_office, shanyraq_intake;
grant update (state, call_on, sent_at, delivered_at, answered_at, answered_by) on benefits.offer to shanyraq_office, shanyraq_intake;
grant update (withdrawn_at, withdrawn_by) on benefits.consent to shanyraq_office, shanyraq_intake;
grant update (iban, state, due_on, asked, asked_on) on benefits.application to shanyraq_office, shanyraq_intake;
grant update (iban, kato, held, held_since, held_reason) on benefits.award to shanyraq_office, shanyraq_intake;
grant update (award_id, state, approved_by, approved_at, returned) on benefits.decision to shanyraq_office, shanyraq_intake;
grant update (superseded_by) on benefits.award_month to shanyraq_office, shanyraq_intake;
grant update (state, answer, answered_by, answered_at, corrected_by) on benefits.appeal to shanyraq_office, shanyraq_intake;

do $$
declare
    t text;
    family constant text := 'exists (select from registry.family f where f.id = family_id offset 0)';
    officers constant text := '(select access.role()) in (''social_worker'', ''second_approver'')';
    mine constant text := '(select access.role()) = ''citizen'' and family_id = (select access.family())';
begin
    foreach t in array array['offer_batch', 'offer', 'consent', 'application', 'award', 'decision', 'award_month', 'appeal'] loop
        execute format('alter table benefits.%I enable row level security', t);
        execute format('create policy owner_all on benefits.%I to shanyraq_owner using (true) with check (true)', t);
        execute format('create policy intake_all on benefits.%I to shanyraq_intake using (true) with check (true)', t);
    end loop;
    foreach t in array array['offer', 'consent', 'application', 'award', 'decision', 'appeal'] loop
        execute format('create policy officers_read on benefits.%I for select to shanyraq_office using (%s and %s)', t, officers, family);
        execute format('create policy officers_add on benefits.%I for insert to shanyraq_office with check (%s and %s)', t, officers, family);
        execute format('create policy officers_change on benefits.%I for update to shanyraq_office using (%s and %s)', t, officers, family);
    end loop;
    -- A citizen has what the citizen was asked, agreed to, applied for and is paid. A decision stands on the facts of all members, so that only the one who
    -- applied reads it.
    execute 'create policy own_read on benefits.offer for select to shanyraq_office using (' || mine || ' and asked_id = (select access.person()))';
    execute 'create policy own_change on benefits.offer for update to shanyraq_office using (' || mine || ' and asked_id = (select access.person()))';
    execute 'create policy own_read on benefits.consent for select to shanyraq_office using (' || mine || ' and person_id = (select access.person()))';
    execute 'create policy own_add on benefits.consent for insert to shanyraq_office with check (' || mine || ' and person_id = (select access.person()) and channel = ''page'' and officer is null)';
    execute 'create policy own_change on benefits.consent for update to shanyraq_office using (' || mine || ' and person_id = (select access.person()))';
    execute 'create policy own_read on benefits.application for select to shanyraq_office using (' || mine || ' and applicant_id = (select access.person()))';
    execute 'create policy own_add on benefits.application for insert to shanyraq_office with check (' || mine
        || ' and applicant_id = (select access.person()) and channel in (''page'', ''consent'') and officer is null and state = ''received'')';
    execute 'create policy own_change on benefits.application for update to shanyraq_office using (' || mine
        || ' and applicant_id = (select access.person()) and state in (''received'', ''asked'')) with check (state in (''received'', ''withdrawn''))';
    execute 'create policy own_read on benefits.award for select to shanyraq_office using (' || mine || ' and payee_id = (select access.person()))';
    execute 'create policy own_read on benefits.decision for select to shanyraq_office using (' || mine
        || ' and state = ''in_force'' and (exists (select from benefits.application a where a.id = application_id) or exists (select from benefits.award w where w.id = award_id)))';
    execute 'create policy own_read on benefits.appeal for select to shanyraq_office using (' || mine || ' and person_id = (select access.person()))';
    execute 'create policy own_add on benefits.appeal for insert to shanyraq_office with check (' || mine
        || ' and person_id = (select access.person()) and channel = ''page'' and officer is null and state = ''open'' and exists (select from benefits.decision d where d.id = decision_id))';
    execute 'create policy own_change on benefits.appeal for update to shanyraq_office using (' || mine
        || ' and person_id = (select access.person()) and state = ''open'') with check (state = ''withdrawn'')';
    execute 'create policy reads on benefits.award_month for select to shanyraq_office using (exists (select from benefits.award a where a.id = award_id offset 0))';
    execute 'create policy officers_add on benefits.award_month for insert to shanyraq_office with check (' || officers || ' and exists (select from benefits.award a where a.id = award_id offset 0))';
    execute 'create policy officers_change on benefits.award_month for update to shanyraq_office using (' || officers || ' and exists (select from benefits.award a where a.id = award_id offset 0))';
    execute 'create policy officers_read on benefits.offer_batch for select to shanyraq_office using (' || officers || ' and lo >= (select access.lo()) and hi <= (select access.hi()))';
    execute 'create policy officers_add on benefits.offer_batch for insert to shanyraq_office with check (' || officers || ' and officer = (select access.officer()) and lo >= (select access.lo()) and hi <= (select access.hi()))';
    execute 'create policy officers_change on benefits.offer_batch for update to shanyraq_office using (' || officers || ' and lo >= (select access.lo()) and hi <= (select access.hi()))';
end $$;

-- Four eyes and the officer's own name, in the database: who proposes signs for it, only the second approver puts a person's proposal in force.
create function benefits.four_eyes() returns trigger language plpgsql as $$
begin
    if current_user <> 'shanyraq_office' then
        return new;
    end if;
    if tg_op = 'INSERT' then
        if new.state <> 'proposed' or new.proposed_by is distinct from access.officer() then
            raise exception 'A decision is proposed by the officer who acts.' using errcode = '23514';
        end if;
    elsif new.state = 'in_force' and old.state <> 'in_force' then
        if access.role() <> 'second_approver' or new.approved_by is distinct from access.officer() or new.approved_by = old.proposed_by then
            raise exception 'A decision comes into force by a second approver who did not propose it.' using errcode = '23514';
        end if;
    elsif old.state = 'in_force' and (new.state, new.approved_by, new.approved_at) is distinct from (old.state, old.approved_by, old.approved_at) then
        raise exception 'A decision in force is not changed: another one takes its place.' using errcode = '23514';
    end if;
    return new;
end $$;
comment on function benefits.four_eyes() is 'Two persons for a decision that a person proposed; a decision in force stays as it is.';
create trigger four_eyes before insert or update on benefits.decision for each row execute function benefits.four_eyes();
