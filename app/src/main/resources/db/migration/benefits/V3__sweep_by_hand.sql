-- A sweep that was gone on with tells its rate of the time since then.

alter table benefits.sweep add column resumed_at timestamptz, add column assessed_before integer not null default 0;
comment on column benefits.sweep.resumed_at is 'When it was last gone on with; null if it never stopped.';
comment on column benefits.sweep.assessed_before is 'Families that had been assessed when it was last gone on with.';
comment on column benefits.sweep.officer is 'Who last started, stopped or went on with it by hand; null for the night and for commands.';
comment on column benefits.sweep.read_at is 'When the register had been read, the last time that it was.';
