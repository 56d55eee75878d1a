comment on schema database is 'What the office keeps about itself: what happened to this installation, its backups, and events between modules';

create table database.milestone (
    name text primary key,
    reached_at timestamptz not null default now(),
    detail text not null default ''
);
comment on table database.milestone is 'What happened once to this installation: opened, filled with demonstration data, restored from a copy';
comment on column database.milestone.name is 'What happened';
comment on column database.milestone.reached_at is 'When it happened';
comment on column database.milestone.detail is 'More about it, without data of persons';

create table database.backup (
    id bigint generated always as identity primary key,
    made_at timestamptz not null default now(),
    file text not null,
    bytes bigint not null,
    tables integer not null,
    rows bigint not null,
    sha256 text not null
);
comment on table database.backup is 'The copies that were made of this database, each verified after it was written';
comment on column database.backup.id is 'Number';
comment on column database.backup.made_at is 'When the copy was finished';
comment on column database.backup.file is 'Where it was written to';
comment on column database.backup.bytes is 'Its size';
comment on column database.backup.tables is 'How many tables it holds';
comment on column database.backup.rows is 'How many rows it holds';
comment on column database.backup.sha256 is 'The checksum of its manifest';

create table database.event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts integer,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on database.event_publication using hash (serialized_event);
create index event_publication_completion_date on database.event_publication (completion_date);

create table database.event_publication_archive (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts integer,
    last_resubmission_date timestamptz
);
create index event_publication_archive_serialized_event on database.event_publication_archive using hash (serialized_event);
create index event_publication_archive_completion_date on database.event_publication_archive (completion_date);

comment on table database.event_publication is 'Events between modules that a listener has not finished with';
comment on table database.event_publication_archive is 'Events between modules that a listener has finished with';
do $$
declare
    place text;
begin
    foreach place in array array['event_publication', 'event_publication_archive'] loop
        execute format('comment on column database.%I.id is %L', place, 'Number of the publication');
        execute format('comment on column database.%I.listener_id is %L', place, 'The method that hears the event');
        execute format('comment on column database.%I.event_type is %L', place, 'The kind of event');
        execute format('comment on column database.%I.serialized_event is %L', place, 'The event: ids and dates only');
        execute format('comment on column database.%I.publication_date is %L', place, 'When it was published');
        execute format('comment on column database.%I.completion_date is %L', place, 'When the listener finished');
        execute format('comment on column database.%I.status is %L', place, 'Published, processing, failed, resubmitted or completed');
        execute format('comment on column database.%I.completion_attempts is %L', place, 'How often the listener has tried');
        execute format('comment on column database.%I.last_resubmission_date is %L', place, 'When it was last given to the listener again');
    end loop;
end $$;

grant usage on schema database to shanyraq_office, shanyraq_intake;
grant select on database.milestone, database.backup to shanyraq_office, shanyraq_intake;
grant insert on database.milestone to shanyraq_office, shanyraq_intake;
grant select, insert, update, delete on database.event_publication, database.event_publication_archive to shanyraq_office;
