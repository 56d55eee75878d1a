-- The five scales of wellbeing beside the whole, so that a family can be seen against its district; and for families of whom facts are missing, the
-- cheapest way to them, so that visits can be counted and avoided.

alter table benefits.wellbeing
    add economic smallint check (economic between 0 and 100),
    add health smallint check (health between 0 and 100),
    add housing smallint check (housing between 0 and 100),
    add social smallint check (social between 0 and 100),
    add education smallint check (education between 0 and 100);
comment on column benefits.wellbeing.economic is 'Points of 100 of work and income; null where a fact is missing.';
comment on column benefits.wellbeing.health is 'Points of 100 of health; null where a fact is missing.';
comment on column benefits.wellbeing.housing is 'Points of 100 of the dwelling; null where a fact is missing.';
comment on column benefits.wellbeing.social is 'Points of 100 of the family''s surroundings; null where a fact is missing.';
comment on column benefits.wellbeing.education is 'Points of 100 of education; null where a fact is missing.';

create table benefits.scale_figure (
    kato registry.kato not null,
    scale text not null check (scale in ('economic', 'health', 'housing', 'social', 'education')),
    points smallint not null check (points between 0 and 100),
    families bigint not null,
    primary key (kato, scale, points)
);
comment on table benefits.scale_figure is 'How many families of a district have so many points on a scale of wellbeing: changed together with the levels.';
comment on column benefits.scale_figure.kato is 'The district.';
comment on column benefits.scale_figure.scale is 'The scale.';
comment on column benefits.scale_figure.points is 'The points.';
comment on column benefits.scale_figure.families is 'How many.';

alter table benefits.topic drop constraint topic_kind_check;
alter table benefits.topic add constraint topic_kind_check check (kind in ('benefit', 'need', 'work', 'facts'));
comment on column benefits.topic.kind is
    'benefit; need: a ground for special social services that data can show; work: a measure of employment; facts: how the facts that a benefit lacks are got.';
insert into benefits.topic values (301, 'by_register', 'facts'), (302, 'by_family', 'facts'), (303, 'by_visit', 'facts');

comment on column benefits.pause.family_id is 'The family, within whose territory the pause is seen.';

grant select on benefits.scale_figure to shanyraq_office, shanyraq_intake;
grant insert, update on benefits.scale_figure to shanyraq_intake;
alter table benefits.scale_figure enable row level security;
create policy owner_all on benefits.scale_figure to shanyraq_owner using (true) with check (true);
create policy intake_all on benefits.scale_figure to shanyraq_intake using (true) with check (true);
create policy office_reads on benefits.scale_figure for select to shanyraq_office
    using ((select access.sees_incomes()) and kato between (select access.lo()) and (select access.hi()));

-- What is missing of a family tells nothing but that; who asks for it sees incomes anyway.
drop policy office_reads on benefits.finding;
create policy office_reads on benefits.finding for select to shanyraq_office using (
    (topic between 201 and 299 and (select access.role()) in ('social_worker', 'second_approver', 'career_specialist')
        or topic not between 201 and 299 and (select access.sees_incomes()))
    and exists (select from registry.family f where f.id = family_id offset 0));

-- What is due to a family and not received, beside its level: so that the families whom most is owed are found in a district at once.
alter table benefits.wellbeing add due integer not null default 0 check (due >= 0);
comment on column benefits.wellbeing.due is 'Tenge a month that are due and not received, of all benefits together.';
create index wellbeing_due on benefits.wellbeing (kato, due desc, family_id) where until is null and due > 0;
