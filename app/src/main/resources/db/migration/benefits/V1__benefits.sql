-- What the law says of every family: findings of the sweep, kept as long as they hold, closed when they no longer do.
--
-- A finding never decides and never stops money: it tells a person where to look. Only what changed touches a row, so that a night in which
-- nothing happened writes nothing. A finding can be made again from the register as it was known (sweep.known) for the month of the sweep.

comment on schema benefits is 'Findings of the law over the register: who is entitled and does not receive, and what else a person should look at.';

create table benefits.topic (
    id smallint primary key,
    code text not null unique,
    kind text not null check (kind in ('benefit', 'need', 'work'))
);
comment on table benefits.topic is 'What a finding is about.';
comment on column benefits.topic.id is 'Its number, which never changes.';
comment on column benefits.topic.code is 'The code of the benefit or signal in the law library.';
comment on column benefits.topic.kind is 'benefit; need: a ground for special social services that data can show; work: a measure of employment.';
insert into benefits.topic values
    (1, 'awarded_mother', 'benefit'), (2, 'birth_grant', 'benefit'), (3, 'child_disability_care', 'benefit'), (4, 'childcare', 'benefit'),
    (5, 'childcare_insured', 'benefit'), (6, 'disability_benefit', 'benefit'), (7, 'group1_care', 'benefit'), (8, 'housing_assistance', 'benefit'),
    (9, 'job_loss', 'benefit'), (10, 'large_family', 'benefit'), (11, 'survivor', 'benefit'), (12, 'targeted_assistance', 'benefit'),
    (101, 'orphanhood', 'need'), (102, 'no_parental_care', 'need'), (103, 'early_development', 'need'), (104, 'disability', 'need'),
    (105, 'old_age', 'need'), (106, 'homelessness', 'need'), (107, 'release_from_prison', 'need'), (108, 'probation', 'need'),
    (201, 'could_register', 'work'), (202, 'public_works', 'work'), (203, 'social_job', 'work'), (204, 'youth_practice', 'work'),
    (205, 'first_job', 'work'), (206, 'silver_age', 'work'), (207, 'training', 'work'), (208, 'disability_quota', 'work');

create table benefits.sweep (
    id integer generated always as identity primary key,
    month date not null check (extract(day from month) = 1),
    facts_on date not null,
    known integer not null,
    delivery integer,
    editions jsonb not null,
    state text not null default 'running' check (state in ('running', 'stopped', 'done', 'failed')),
    families integer,
    parts integer,
    assessed integer not null default 0,
    found bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    gone bigint not null default 0,
    same bigint not null default 0,
    officer uuid,
    message text,
    opened_at timestamptz not null default clock_timestamp(),
    read_at timestamptz,
    beat_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz
);
comment on table benefits.sweep is 'A run of the law over the register: all families, or those that a delivery concerns.';
comment on column benefits.sweep.id is 'Its number.';
comment on column benefits.sweep.month is 'The month of application, by its first day.';
comment on column benefits.sweep.facts_on is 'The day on which the facts hold.';
comment on column benefits.sweep.known is 'The last delivery that was known: the register as it was then can be read again.';
comment on column benefits.sweep.delivery is 'The delivery whose families were assessed again; null for all families.';
comment on column benefits.sweep.editions is 'The edition of each benefit that was in force.';
comment on column benefits.sweep.state is 'running; stopped by a person, to be gone on with; done; failed.';
comment on column benefits.sweep.families is 'Families to assess: open ones with a member; null until the register is read.';
comment on column benefits.sweep.parts is 'Parts of the work; each is done as a whole or not at all.';
comment on column benefits.sweep.assessed is 'Families assessed so far.';
comment on column benefits.sweep.found is 'Findings that hold: added, changed and same together.';
comment on column benefits.sweep.added is 'Findings that were not there before.';
comment on column benefits.sweep.changed is 'Findings that say something else than before.';
comment on column benefits.sweep.gone is 'Findings that no longer hold.';
comment on column benefits.sweep.same is 'Findings that hold as before; their rows were not touched.';
comment on column benefits.sweep.officer is 'Who started it by hand.';
comment on column benefits.sweep.message is 'Why it failed.';
comment on column benefits.sweep.opened_at is 'When it began.';
comment on column benefits.sweep.read_at is 'When the register had been read.';
comment on column benefits.sweep.beat_at is 'When it was last seen at work.';
comment on column benefits.sweep.closed_at is 'When it ended.';
create unique index sweep_alone on benefits.sweep ((true)) where state in ('running', 'stopped') and delivery is null;

create table benefits.sweep_part (
    sweep integer not null references benefits.sweep,
    part integer not null,
    families integer not null,
    primary key (sweep, part)
);
comment on table benefits.sweep_part is 'Parts of a sweep that are done: written in one transaction with their findings.';
comment on column benefits.sweep_part.sweep is 'The sweep.';
comment on column benefits.sweep_part.part is 'The part, counted from 0 in the order of the families'' numbers.';
comment on column benefits.sweep_part.families is 'How many families it assessed.';

-- The two large tables have no foreign keys: a sweep has just read the families from the registry, where nothing is deleted, and to look each of
-- millions up again would cost more than the law itself.

create table benefits.finding (
    family_id bigint not null,
    person_id bigint,
    missing bigint not null default 0,
    monthly integer not null default 0,
    once integer not null default 0,
    kato registry.kato not null,
    since integer not null,
    until integer,
    topic smallint not null,
    state smallint not null check (state between 1 and 6)
);
comment on table benefits.finding is 'What a sweep found of a family or person. A row holds from the sweep that found it until the one that no longer did.';
comment on column benefits.finding.family_id is 'The family.';
comment on column benefits.finding.person_id is 'The person, where the benefit or signal is of a person.';
comment on column benefits.finding.missing is 'Facts that are missing, as bits in the order of the law library; 0 for none.';
comment on column benefits.finding.monthly is 'Tenge a month, if granted.';
comment on column benefits.finding.once is 'Tenge once, if granted.';
comment on column benefits.finding.kato is 'The district of the family at that time.';
comment on column benefits.finding.since is 'The sweep that found it.';
comment on column benefits.finding.until is 'The sweep that no longer found it; null while it holds.';
comment on column benefits.finding.topic is 'What it is about.';
comment on column benefits.finding.state is '1 entitled and does not receive; 2 entitled and receives; 3 entitled, and not known whether it is received; 4 receives and is no longer entitled; 5 facts are missing; 6 a signal.';
create unique index finding_one on benefits.finding (family_id, topic, person_id) nulls not distinct where until is null;
create index finding_in_district on benefits.finding (kato, topic, state, family_id) where until is null;
create index finding_past on benefits.finding (family_id) where until is not null;

create table benefits.wellbeing (
    family_id bigint not null,
    kato registry.kato not null,
    since integer not null,
    until integer,
    points smallint check (points between 0 and 100),
    level text,
    before text
);
comment on table benefits.wellbeing is 'The level of a family''s wellbeing by the digital family card, as long as it holds.';
comment on column benefits.wellbeing.family_id is 'The family.';
comment on column benefits.wellbeing.kato is 'Its district at that time.';
comment on column benefits.wellbeing.since is 'The sweep that found it.';
comment on column benefits.wellbeing.until is 'The sweep that no longer found it; null while it holds.';
comment on column benefits.wellbeing.points is 'Of 100; null where a fact is missing.';
comment on column benefits.wellbeing.level is 'A to E; null where a fact is missing.';
comment on column benefits.wellbeing.before is 'The level before it changed; null if there was none.';
create unique index wellbeing_one on benefits.wellbeing (family_id) where until is null;
create index wellbeing_in_district on benefits.wellbeing (kato, level, family_id) where until is null;
create index wellbeing_past on benefits.wellbeing (family_id) where until is not null;

create table benefits.figure (
    kato registry.kato not null,
    topic smallint not null references benefits.topic,
    state smallint not null,
    findings bigint not null,
    monthly bigint not null,
    once bigint not null,
    primary key (kato, topic, state)
);
comment on table benefits.figure is 'How many findings hold in a district: changed together with the findings, so that it is always their sum.';
comment on column benefits.figure.kato is 'The district.';
comment on column benefits.figure.topic is 'What they are about.';
comment on column benefits.figure.state is 'As of a finding.';
comment on column benefits.figure.findings is 'How many.';
comment on column benefits.figure.monthly is 'Tenge a month together.';
comment on column benefits.figure.once is 'Tenge once together.';

create table benefits.level_figure (
    kato registry.kato not null,
    level text not null,
    families bigint not null,
    primary key (kato, level)
);
comment on table benefits.level_figure is 'How many families of a district have a level of wellbeing: changed together with the levels.';
comment on column benefits.level_figure.kato is 'The district.';
comment on column benefits.level_figure.level is 'A to E; empty where a fact is missing.';
comment on column benefits.level_figure.families is 'How many.';

create table benefits.pause (
    family_id bigint not null references registry.family,
    topic smallint not null references benefits.topic,
    until date not null,
    reason text not null check (reason <> ''),
    officer uuid not null,
    made_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz
);
comment on table benefits.pause is 'A person''s word that a finding need not be shown until a day. A sweep does not touch it.';
comment on column benefits.pause.family_id is 'The family.';
comment on column benefits.pause.topic is 'What is paused.';
comment on column benefits.pause.until is 'The day on which it is shown again.';
comment on column benefits.pause.reason is 'Why.';
comment on column benefits.pause.officer is 'Who said so.';
comment on column benefits.pause.made_at is 'When.';
comment on column benefits.pause.ended_at is 'When somebody took it back.';
create unique index pause_one on benefits.pause (family_id, topic) where ended_at is null;

-- Rights -----------------------------------------------------------------------------------------------------------------------------------

grant usage on schema benefits to shanyraq_office, shanyraq_intake;
grant select on all tables in schema benefits to shanyraq_office, shanyraq_intake;
grant insert, update on benefits.sweep, benefits.sweep_part, benefits.finding, benefits.wellbeing, benefits.figure, benefits.level_figure to shanyraq_intake;
grant insert on benefits.pause to shanyraq_office;
grant update (ended_at) on benefits.pause to shanyraq_office;

do $$
declare
    t text;
    family constant text := 'exists (select from registry.family f where f.id = family_id offset 0)';
begin
    for t in select tablename from pg_tables where schemaname = 'benefits' and tablename not like 'flyway%' loop
        execute format('alter table benefits.%I enable row level security', t);
        execute format('create policy owner_all on benefits.%I to shanyraq_owner using (true) with check (true)', t);
        execute format('create policy intake_all on benefits.%I to shanyraq_intake using (true) with check (true)', t);
    end loop;
    execute 'create policy office_reads on benefits.topic for select to shanyraq_office using (true)';
    execute 'create policy office_reads on benefits.sweep for select to shanyraq_office using (access.role() <> ''citizen'')';
    -- What somebody is entitled to tells of incomes and illness: it is for those who may see these. Signals of work are for those who find work.
    execute 'create policy office_reads on benefits.finding for select to shanyraq_office using (
        (topic < 200 and (select access.sees_incomes()) or topic > 200 and (select access.role()) in (''social_worker'', ''second_approver'', ''career_specialist''))
        and ' || family || ')';
    execute 'create policy office_reads on benefits.wellbeing for select to shanyraq_office using ((select access.sees_incomes()) and ' || family || ')';
    execute 'create policy office_reads on benefits.pause for select to shanyraq_office using ((select access.sees_incomes()) and ' || family || ')';
    execute 'create policy office_adds on benefits.pause for insert to shanyraq_office with check ((select access.role()) in (''social_worker'', ''second_approver'') and ' || family || ')';
    execute 'create policy office_ends on benefits.pause for update to shanyraq_office using ((select access.role()) in (''social_worker'', ''second_approver'') and ' || family || ')';
    -- Counts of one's own territory; who sees no names has none, and reads what was published.
    execute 'create policy office_reads on benefits.figure for select to shanyraq_office using (kato between (select access.lo()) and (select access.hi()))';
    execute 'create policy office_reads on benefits.level_figure for select to shanyraq_office using (kato between (select access.lo()) and (select access.hi()))';
end $$;
