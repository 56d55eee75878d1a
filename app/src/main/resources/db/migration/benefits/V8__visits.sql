-- Visits and calls that somebody plans to learn one fact that an answer of the law lacks. The sweep says which families need one and what the cheapest way
-- is; here stands who goes or calls, and when, and how it ended. What was learnt is written into the registry as any other fact.

create table benefits.visit (
    id bigint generated always as identity primary key,
    family_id bigint not null references registry.family,
    kato registry.kato not null,
    way smallint not null references benefits.topic check (way in (302, 303)),
    fact text not null check (fact <> ''),
    topics smallint[] not null,
    day date not null,
    officer uuid not null,
    state text not null default 'planned' check (state in ('planned', 'done', 'not_met', 'dropped')),
    reason text,
    planned_at timestamptz not null default clock_timestamp(),
    closed_by uuid,
    closed_at timestamptz,
    check ((state = 'planned') = (closed_at is null)),
    check (state <> 'dropped' or reason is not null)
);
comment on table benefits.visit is 'A visit or call that was planned to learn a fact.';
comment on column benefits.visit.id is 'Number.';
comment on column benefits.visit.family_id is 'The family, within whose territory the visit is seen.';
comment on column benefits.visit.kato is 'Where it lived when the visit was planned.';
comment on column benefits.visit.way is 'The topic of the way: 302 a call, 303 a visit.';
comment on column benefits.visit.fact is 'The fact that is to be learnt, by its code in the law library.';
comment on column benefits.visit.topics is 'The benefits whose answer waits for it.';
comment on column benefits.visit.day is 'The day for which it is planned.';
comment on column benefits.visit.officer is 'Who goes or calls.';
comment on column benefits.visit.state is 'planned; done; not_met: nobody was at home or answered; dropped with a reason.';
comment on column benefits.visit.reason is 'Why it was dropped, or a note.';
comment on column benefits.visit.planned_at is 'When it was planned.';
comment on column benefits.visit.closed_by is 'Who said how it ended.';
comment on column benefits.visit.closed_at is 'When.';
create unique index visit_one on benefits.visit (family_id, way) where state = 'planned';
create index visit_of_officer on benefits.visit (officer, day) where state = 'planned';
create index visit_in_district on benefits.visit (kato, day) where state = 'planned';
create index visit_closed on benefits.visit (kato, closed_at) where state <> 'planned';
create index pause_of_officer on benefits.pause (officer, until) where ended_at is null;

grant select on benefits.visit to shanyraq_office, shanyraq_intake;
grant insert on benefits.visit to shanyraq_office;
grant update (fact, topics, day, officer, state, reason, closed_by, closed_at) on benefits.visit to shanyraq_office;
alter table benefits.visit enable row level security;
create policy owner_all on benefits.visit to shanyraq_owner using (true) with check (true);
create policy intake_all on benefits.visit to shanyraq_intake using (true) with check (true);
create policy office_reads on benefits.visit for select to shanyraq_office using (
    (select access.role()) in ('social_worker', 'second_approver') and exists (select from registry.family f where f.id = family_id offset 0));
create policy office_plans on benefits.visit for insert to shanyraq_office with check (
    (select access.role()) in ('social_worker', 'second_approver') and officer = (select access.officer())
    and exists (select from registry.family f where f.id = family_id offset 0));
create policy office_closes on benefits.visit for update to shanyraq_office using (
    (select access.role()) in ('social_worker', 'second_approver') and exists (select from registry.family f where f.id = family_id offset 0));
