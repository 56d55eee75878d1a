-- Letters about decisions, as they were printed. Whoever holds one can check without sign-in that it was issued and still stands: the code in the
-- letter is the proof, so that nobody learns of letters by trying numbers.

create sequence benefits.letter_number;

create table benefits.letter (
    number text primary key check (number ~ '^[0-9]{4}-[0-9]{6,}$'),
    decision_id bigint not null,
    family_id bigint not null references registry.family,
    to_person bigint not null,
    topic smallint not null references benefits.topic,
    outcome text not null check (outcome in ('granted', 'refused', 'undecided')),
    language text not null check (language in ('kk', 'ru', 'en')),
    day date not null,
    code text not null check (code ~ '^[2-9A-HJ-NP-Z]{12}$'),
    sha256 bytea not null check (octet_length(sha256) = 32),
    pdf bytea not null,
    made_at timestamptz not null default clock_timestamp(),
    superseded boolean not null default false
);
comment on table benefits.letter is 'A letter about a decision, as it was printed. It is never changed; another one supersedes it.';
comment on column benefits.letter.number is 'Its number: the year and a running number.';
comment on column benefits.letter.decision_id is 'The decision that it tells of.';
comment on column benefits.letter.family_id is 'The family.';
comment on column benefits.letter.to_person is 'To whom it is written. Of the family only this person may read it.';
comment on column benefits.letter.topic is 'The benefit.';
comment on column benefits.letter.outcome is 'granted; refused; undecided: facts are missing.';
comment on column benefits.letter.language is 'The language in which it is written.';
comment on column benefits.letter.day is 'Its date.';
comment on column benefits.letter.code is 'Twelve random signs that stand in the letter, by which it can be checked.';
comment on column benefits.letter.sha256 is 'The checksum of the PDF.';
comment on column benefits.letter.pdf is 'The letter.';
comment on column benefits.letter.made_at is 'When it was printed.';
comment on column benefits.letter.superseded is 'Whether it no longer stands.';
create unique index letter_one on benefits.letter (decision_id, language) where not superseded;
create index letter_of_family on benefits.letter (family_id);

grant usage on sequence benefits.letter_number to shanyraq_office, shanyraq_intake;
grant select, insert on benefits.letter to shanyraq_office, shanyraq_intake;
grant update (superseded) on benefits.letter to shanyraq_office, shanyraq_intake;

alter table benefits.letter enable row level security;
create policy owner_all on benefits.letter to shanyraq_owner using (true) with check (true);
create policy intake_all on benefits.letter to shanyraq_intake using (true) with check (true);
-- A letter tells of incomes of all: of the family only that person reads it to whom it is written.
create policy office_reads on benefits.letter for select to shanyraq_office using (
    case when (select access.role()) = 'citizen' then to_person = (select access.person()) else (select access.sees_incomes()) end
    and exists (select from registry.family f where f.id = family_id offset 0));
create policy office_adds on benefits.letter for insert to shanyraq_office with check (
    (select access.role()) in ('social_worker', 'second_approver') and exists (select from registry.family f where f.id = family_id offset 0));
create policy office_supersedes on benefits.letter for update to shanyraq_office using (
    (select access.role()) in ('social_worker', 'second_approver') and exists (select from registry.family f where f.id = family_id offset 0));

create function benefits.verify_letter(number text, code text) returns table (day date, topic smallint, language text, superseded boolean)
    language sql stable security definer set search_path = benefits, pg_temp as $$
        select l.day, l.topic, l.language, l.superseded from benefits.letter l
        where l.number = verify_letter.number and l.code = verify_letter.code
    $$;
comment on function benefits.verify_letter(text, text) is 'For everybody who holds a letter: that one with this number and code was issued, when, about which benefit, and whether it still stands. Nothing of the person.';
revoke all on function benefits.verify_letter(text, text) from public;
grant execute on function benefits.verify_letter(text, text) to shanyraq_office;
