-- Social contracts of conditional assistance (Social Code, art. 122): what each member who can work promises, until when, and what becomes of it.
--
-- A contract is offered when assistance is granted on condition, holds from the day on which everybody with a duty has signed, and ends with the period
-- of the assistance. Nobody is in breach by a clock: a day that has passed is shown, a person says that a duty was missed, and a second person ends a
-- contract. Nothing that somebody said or signed is deleted.

comment on schema employment is 'Social contracts of conditional assistance: who has which duty until when, what was done, and what follows where it was not.';

create table employment.contract (
    id bigint generated always as identity primary key,
    family_id bigint not null,
    kato registry.kato not null,
    decision text not null check (decision <> ''),
    period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
    state text not null default 'offered' check (state in ('offered', 'signed', 'running', 'fulfilled', 'broken', 'ended')),
    made_at timestamptz not null default clock_timestamp(),
    signed_on date,
    ended_on date,
    words text check (words <> ''),
    check ((state in ('fulfilled', 'broken', 'ended')) = (ended_on is not null)),
    check (state not in ('signed', 'running', 'fulfilled') or signed_on is not null),
    constraint contract_alone exclude using gist (family_id with =, period with &&) where (state in ('offered', 'signed', 'running'))
);
comment on table employment.contract is 'A social contract between a family and the career centre of its district, for the period for which assistance is assigned.';
comment on column employment.contract.id is 'Its number.';
comment on column employment.contract.family_id is 'The family.';
comment on column employment.contract.kato is 'Where the family lived when the contract was made: the career centre of this place is the other party.';
comment on column employment.contract.decision is 'The decision on assistance for which it was made first.';
comment on column employment.contract.period is 'The days for which assistance is assigned.';
comment on column employment.contract.state is 'offered: waits for signatures; signed: begins later; running; fulfilled: the period is over and every duty done or excused; broken: by decision of two persons; ended for another reason.';
comment on column employment.contract.made_at is 'When it was offered.';
comment on column employment.contract.signed_on is 'The day on which the last of those who have duties signed.';
comment on column employment.contract.ended_on is 'The first day on which it no longer holds.';
comment on column employment.contract.words is 'Why it ended, in the words of who ended it; null where its period was over.';
create index contract_in_district on employment.contract (kato, state);
create index contract_of_family on employment.contract (family_id);

create table employment.request (
    decision text primary key check (decision <> ''),
    contract_id bigint not null references employment.contract,
    family_id bigint not null,
    period daterange not null,
    made_at timestamptz not null default clock_timestamp()
);
comment on table employment.request is 'Decisions on assistance that asked for a contract: each is answered once, however often it is told.';
comment on column employment.request.decision is 'The decision.';
comment on column employment.request.contract_id is 'The contract that answers it: a new one, or the one that held already.';
comment on column employment.request.family_id is 'The family.';
comment on column employment.request.period is 'The days for which the decision assigns assistance.';
comment on column employment.request.made_at is 'When it was heard.';
create index request_of_contract on employment.request (contract_id);

create table employment.party (
    contract_id bigint not null references employment.contract,
    family_id bigint not null,
    person_id bigint not null,
    standing text not null check (standing in ('duty', 'exempt', 'unknown')),
    signed_on date,
    signed_how text check (signed_how in ('paper', 'page')),
    document text check (document <> ''),
    officer uuid,
    primary key (contract_id, person_id),
    check ((signed_on is null) = (signed_how is null)),
    check (signed_how is distinct from 'paper' or document is not null and officer is not null)
);
comment on table employment.party is 'Members of the family in a contract: who has duties, who has none, and of whom that is not known.';
comment on column employment.party.contract_id is 'The contract.';
comment on column employment.party.family_id is 'The family.';
comment on column employment.party.person_id is 'The member.';
comment on column employment.party.standing is 'duty: can work and is not exempt; exempt: has no duties, why stands in exemption; unknown: facts are missing to tell.';
comment on column employment.party.signed_on is 'The day of the member''s signature.';
comment on column employment.party.signed_how is 'paper, or page: by the own account.';
comment on column employment.party.document is 'Number of the paper.';
comment on column employment.party.officer is 'Who took in the paper.';

create table employment.exemption (
    contract_id bigint not null,
    person_id bigint not null,
    family_id bigint not null,
    ground text not null check (ground in ('not_able', 'carer', 'study_or_work')),
    primary key (contract_id, person_id),
    foreign key (contract_id, person_id) references employment.party
);
comment on table employment.exemption is 'Why a member has no duties. It tells of health and care, so that it is kept apart from what a career centre reads.';
comment on column employment.exemption.contract_id is 'The contract.';
comment on column employment.exemption.person_id is 'The member.';
comment on column employment.exemption.family_id is 'The family.';
comment on column employment.exemption.ground is 'not_able: not able-bodied by age, pension, disability of group I or II or a long illness (art. 121); carer: the one carer of the family (art. 122 §4); study_or_work: studies full-time or has a permanent job (art. 122 §4).';

create table employment.duty (
    id bigint generated always as identity primary key,
    contract_id bigint not null,
    family_id bigint not null,
    person_id bigint not null,
    kind text not null check (kind in ('register', 'job_search', 'training', 'public_works', 'subsidised_job', 'business', 'social_adaptation')),
    words text check (words <> ''),
    due date not null,
    state text not null default 'open' check (state in ('open', 'done', 'missed', 'excused')),
    made_at timestamptz not null default clock_timestamp(),
    foreign key (contract_id, person_id) references employment.party
);
comment on table employment.duty is 'What a member has promised to do, until a day.';
comment on column employment.duty.id is 'Its number.';
comment on column employment.duty.contract_id is 'The contract.';
comment on column employment.duty.family_id is 'The family.';
comment on column employment.duty.person_id is 'Whose duty it is.';
comment on column employment.duty.kind is 'register: as a job-seeker; job_search; training; public_works; subsidised_job: youth practice, social job and the like; business: to begin one; social_adaptation.';
comment on column employment.duty.words is 'What exactly, as far as the kind does not say it.';
comment on column employment.duty.due is 'The last day.';
comment on column employment.duty.state is 'open; done, with a proof; missed: a person has found that it was not done and no good reason is known; excused: with a reason.';
comment on column employment.duty.made_at is 'When it was written.';
create index duty_of_contract on employment.duty (contract_id);

create table employment.duty_word (
    id bigint generated always as identity primary key,
    duty_id bigint not null references employment.duty,
    family_id bigint not null,
    person_id bigint not null,
    state text not null check (state in ('open', 'done', 'missed', 'excused')),
    proof text check (proof in ('document', 'register')),
    words text not null check (words <> ''),
    officer uuid,
    said_at timestamptz not null default clock_timestamp(),
    check ((state = 'done') = (proof is not null))
);
comment on table employment.duty_word is 'Each word of an officer about a duty: the last one counts. The reason may tell of health, so that other adults of the family do not read it.';
comment on column employment.duty_word.id is 'Its number.';
comment on column employment.duty_word.duty_id is 'The duty.';
comment on column employment.duty_word.family_id is 'The family.';
comment on column employment.duty_word.person_id is 'Whose duty it is.';
comment on column employment.duty_word.state is 'What became of the duty, as in duty.';
comment on column employment.duty_word.proof is 'What shows that it was done: a document, or a fact of a register.';
comment on column employment.duty_word.words is 'The document or fact; the reason.';
comment on column employment.duty_word.officer is 'Who said so.';
comment on column employment.duty_word.said_at is 'When.';
create index duty_word_of_duty on employment.duty_word (duty_id);

create table employment.step (
    id bigint generated always as identity primary key,
    contract_id bigint not null,
    family_id bigint not null,
    person_id bigint not null,
    day date not null,
    words text not null check (words <> ''),
    done_on date,
    made_at timestamptz not null default clock_timestamp(),
    foreign key (contract_id, person_id) references employment.party
);
comment on table employment.step is 'The individual plan of a member: steps in the order of their days.';
comment on column employment.step.id is 'Its number.';
comment on column employment.step.contract_id is 'The contract.';
comment on column employment.step.family_id is 'The family.';
comment on column employment.step.person_id is 'Whose step it is.';
comment on column employment.step.day is 'When it is to be taken.';
comment on column employment.step.words is 'What is to be done.';
comment on column employment.step.done_on is 'The day on which it was taken; null while it is not.';
comment on column employment.step.made_at is 'When it was written.';
create index step_of_contract on employment.step (contract_id);

create table employment.breach (
    id bigint generated always as identity primary key,
    contract_id bigint not null references employment.contract,
    family_id bigint not null,
    kind text not null check (kind in ('broken', 'refused')),
    warning text not null check (warning <> ''),
    answer_by date not null,
    warned_by uuid not null,
    warned_at timestamptz not null default clock_timestamp(),
    proposal text check (proposal <> ''),
    proposed_by uuid,
    proposed_at timestamptz,
    outcome text check (outcome in ('withdrawn', 'kept', 'confirmed')),
    words text check (words <> ''),
    decided_by uuid,
    decided_at timestamptz,
    check ((proposal is null) = (proposed_by is null) and (proposal is null) = (proposed_at is null)),
    check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null) and (outcome is null) = (words is null)),
    constraint breach_two_persons check (outcome is null or outcome = 'withdrawn' or proposed_by is not null and decided_by <> proposed_by and decided_by <> warned_by)
);
comment on table employment.breach is 'The way from a missed duty to the end of a contract: a warning with a day to answer, a proposal, and the decision of another person.';
comment on column employment.breach.id is 'Its number.';
comment on column employment.breach.contract_id is 'The contract.';
comment on column employment.breach.family_id is 'The family.';
comment on column employment.breach.kind is 'broken: duties were missed without a good reason (art. 128 (5)); refused: somebody with duties refuses measures of employment or the contract itself (art. 128 (4)).';
comment on column employment.breach.warning is 'What the family was told: what was missed, and what follows.';
comment on column employment.breach.answer_by is 'Until when the family may say why.';
comment on column employment.breach.warned_by is 'Who warned.';
comment on column employment.breach.warned_at is 'When.';
comment on column employment.breach.proposal is 'Why the contract should end.';
comment on column employment.breach.proposed_by is 'Who proposes it.';
comment on column employment.breach.proposed_at is 'When.';
comment on column employment.breach.outcome is 'withdrawn by the career centre; kept: the contract goes on; confirmed: it ends, and bars the family for six months.';
comment on column employment.breach.words is 'Why so.';
comment on column employment.breach.decided_by is 'Who decided: for kept and confirmed another person than those before.';
comment on column employment.breach.decided_at is 'When.';
create unique index breach_alone on employment.breach (contract_id) where outcome is null;

create view employment.contract_now with (security_invoker = true) as
    select c.id, c.family_id, c.kato, c.period, c.state, d.next_due,
        c.state = 'offered' as to_sign,
        c.state in ('offered', 'signed', 'running') as live,
        c.state in ('signed', 'running') and coalesce(d.soon, false) as week,
        c.state in ('signed', 'running') and coalesce(d.late, false) as overdue,
        c.state in ('signed', 'running') and coalesce(d.missed, false) as missed,
        c.state in ('offered', 'signed', 'running') and exists (
            select from employment.breach b where b.contract_id = c.id and b.outcome is null and b.proposal is not null) as to_decide
    from employment.contract c
    left join lateral (
        select min(u.due) filter (where u.state = 'open') as next_due,
            bool_or(u.state = 'open' and u.due between access.today() and access.today() + 6) as soon,
            bool_or(u.state = 'open' and u.due < access.today()) as late,
            bool_or(u.state = 'missed') as missed
        from employment.duty u where u.contract_id = c.id) d on true;
comment on view employment.contract_now is 'Contracts with what is to be done about them today.';
comment on column employment.contract_now.id is 'The contract.';
comment on column employment.contract_now.family_id is 'The family.';
comment on column employment.contract_now.kato is 'The place of the career centre.';
comment on column employment.contract_now.period is 'The days for which assistance is assigned.';
comment on column employment.contract_now.state is 'As in contract.';
comment on column employment.contract_now.next_due is 'The last day of the duty that is due first; null if none is open.';
comment on column employment.contract_now.to_sign is 'It waits for signatures.';
comment on column employment.contract_now.live is 'It has not ended.';
comment on column employment.contract_now.week is 'A duty is due within seven days.';
comment on column employment.contract_now.overdue is 'The day of a duty has passed, and nobody has said what became of it.';
comment on column employment.contract_now.missed is 'A duty was missed.';
comment on column employment.contract_now.to_decide is 'It is proposed to end it, and another person has not decided.';

-- Rights -----------------------------------------------------------------------------------------------------------------------------------

grant usage on schema employment to shanyraq_office, shanyraq_intake;
grant select on all tables in schema employment to shanyraq_office, shanyraq_intake;
grant insert, update on all tables in schema employment to shanyraq_intake;
-- Who turns out to be exempt before anybody has signed loses what was only proposed.
grant delete on employment.exemption, employment.duty to shanyraq_intake;
grant update (state, ended_on, words) on employment.contract to shanyraq_office;
grant update (signed_on, signed_how, document, officer) on employment.party to shanyraq_office;
grant insert on employment.duty, employment.duty_word, employment.step, employment.breach to shanyraq_office;
grant update (state) on employment.duty to shanyraq_office;
grant update (done_on) on employment.step to shanyraq_office;
grant update (proposal, proposed_by, proposed_at, outcome, words, decided_by, decided_at) on employment.breach to shanyraq_office;

do $$
declare
    t text;
    family constant text := 'exists (select from registry.family f where f.id = family_id offset 0)';
    -- What tells of the health or the reasons of one adult is not for another adult of the family.
    own constant text := 'exists (select from registry.person p where p.id = person_id
        and ((select access.role()) <> ''citizen'' or p.id = (select access.person()) or p.birth_date > current_date - interval ''18 years'') offset 0)';
    centre constant text := '(select access.role()) = ''career_specialist'' and ' || family;
    second constant text := '(select access.role()) = ''second_approver'' and ' || family;
begin
    for t in select tablename from pg_tables where schemaname = 'employment' and tablename not like 'flyway%' loop
        execute format('alter table employment.%I enable row level security', t);
        execute format('create policy owner_all on employment.%I to shanyraq_owner using (true) with check (true)', t);
        execute format('create policy intake_all on employment.%I to shanyraq_intake using (true) with check (true)', t);
    end loop;
    foreach t in array array['contract', 'request', 'party', 'duty', 'step', 'breach'] loop
        execute format('create policy office_reads on employment.%I for select to shanyraq_office using (%s)', t, family);
    end loop;
    execute format('create policy office_reads on employment.exemption for select to shanyraq_office using ((select access.sees_disability()) and %s and %s)', family, own);
    execute format('create policy office_reads on employment.duty_word for select to shanyraq_office using (%s and %s)', family, own);
    foreach t in array array['duty', 'step'] loop
        execute format('create policy centre_adds on employment.%I for insert to shanyraq_office with check (%s)', t, centre);
        execute format('create policy centre_changes on employment.%I for update to shanyraq_office using (%s)', t, centre);
    end loop;
    execute format('create policy centre_adds on employment.duty_word for insert to shanyraq_office with check (%s and officer = (select access.officer()))', centre);
    execute format('create policy centre_adds on employment.breach for insert to shanyraq_office with check (%s and warned_by = (select access.officer()) and outcome is null)', centre);
    execute format('create policy centre_changes on employment.breach for update to shanyraq_office using (%1$s and outcome is null)
        with check (%1$s and (outcome is null or outcome = ''withdrawn'') and (proposed_by is null or proposed_by = (select access.officer()) or outcome is not null))', centre);
    execute format('create policy second_decides on employment.breach for update to shanyraq_office using (%1$s and outcome is null)
        with check (%1$s and outcome in (''kept'', ''confirmed'') and decided_by = (select access.officer()))', second);
    -- To break a contract is for the second person alone.
    execute format('create policy second_ends on employment.contract for update to shanyraq_office using (%1$s) with check (%1$s and state in (''broken'', ''ended''))', second);
    execute format('create policy centre_takes on employment.party for update to shanyraq_office using (%1$s) with check (%1$s and signed_how = ''paper'' and officer = (select access.officer()))', centre);
    execute format('create policy citizen_signs on employment.party for update to shanyraq_office using (person_id = (select access.person()) and %1$s)
        with check (person_id = (select access.person()) and signed_how = ''page'' and %1$s)', family);
end $$;

-- Who signs last may not write contracts: that everybody has signed follows from the signatures.
create function employment.all_signed() returns trigger language plpgsql security definer set search_path = employment, pg_temp as $$
begin
    update employment.contract c set signed_on = n.last, state = case when lower(c.period) <= access.today() then 'running' else 'signed' end
    from (select max(p.signed_on) as last, bool_and(p.signed_on is not null) as everybody from employment.party p
          where p.contract_id = new.contract_id and p.standing = 'duty') n
    where c.id = new.contract_id and c.state = 'offered' and n.everybody
        and not exists (select from employment.party p where p.contract_id = c.id and p.standing = 'unknown');
    return null;
end $$;
comment on function employment.all_signed() is 'A contract that everybody who has duties has signed is signed, and runs from its first day.';
revoke all on function employment.all_signed() from public;
create trigger all_signed after update of signed_on on employment.party for each row when (new.signed_on is not null) execute function employment.all_signed();
