-- The registry: persons and families, and what the state's registers say of them.
--
-- A fact is a row of a sheet. It says what was true when (valid) and since which intake we know it (intake), until
-- another intake replaced it (superseded_by). Intakes are numbered in the order in which they were opened, so that
-- "as known on" is a comparison of numbers: intake <= k and (superseded_by is null or superseded_by > k).
-- Nothing is deleted and nothing overwritten. Columns of a sheet change together and come from one register.
--
-- In every sheet: null is "not known", never zero and never "no"; the date 'infinity' is "it never happened".

comment on schema registry is 'Persons, families, and what the state''s registers say of them: each fact with the days on which it was true, its source, and since when we know it.';

create function registry.fold(text) returns text
    language sql immutable parallel safe strict
return replace(translate(lower($1), 'әғқңөұүһіё-''’`', 'агкноуухие'), '  ', ' ');
comment on function registry.fold(text) is 'A name or address as it is searched: lower case, Kazakh letters as their Russian neighbours, hyphens and apostrophes dropped.';

-- Codes of closed lists, as in the household format ------------------------------------------------------------

create domain registry.sex as text check (value in ('f', 'm'));
create domain registry.status as text check (value in ('citizen', 'kandas', 'refugee', 'resident_foreigner', 'resident_stateless', 'other'));
create domain registry.relation as text check (value in ('head', 'spouse', 'partner', 'child', 'foster_child', 'parent', 'sibling', 'other'));
create domain registry.absence as text check (value in ('none', 'state_provision', 'conscript', 'prison', 'compulsory_treatment', 'boarding_school', 'works_away'));
create domain registry.disability as text check (value in ('none', 'group1', 'group2', 'group3', 'child'));
create domain registry.disability_group as text check (value in ('group1', 'group2', 'group3'));
create domain registry.disability_cause as text check (value in ('general', 'since_childhood', 'military', 'nuclear', 'duty', 'work_injury'));
create domain registry.study as text check (value in ('none', 'kindergarten', 'school', 'college_full_time', 'university_full_time', 'part_time'));
create domain registry.work as text check (value in ('permanent', 'temporary', 'self_employed', 'registered_unemployed', 'none', 'pensioner'));
create domain registry.cares_for as text check (value in ('none', 'child_under_3', 'child_3_to_6', 'disabled_child', 'disabled_group1', 'disabled_group2', 'over_80', 'elderly'));
create domain registry.education_level as text check (value in ('none', 'school', 'college', 'university'));
create domain registry.award as text check (value in ('none', 'kumis_alka', 'altyn_alka', 'mother_heroine', 'maternal_glory'));
create domain registry.breadwinner_lost as text check (value in ('none', 'one', 'both'));
create domain registry.settlement_type as text check (value in ('urban', 'rural'));
create domain registry.kato as integer check (value between 100000000 and 999999999);
comment on domain registry.kato is 'A KATO code of nine digits: region (first two), district (first four), settlement.';

-- Sources and intakes ------------------------------------------------------------------------------------------

create table registry.source (
    code text primary key check (code ~ '^[a-z][a-z0-9_]*$'),
    name_kk text not null,
    name_ru text not null,
    name_en text not null,
    owner text not null,
    contact text,
    due_every interval not null,
    stale_after interval not null
);
comment on table registry.source is 'A register of the state, or another origin of facts: a survey, an officer, the person.';
comment on column registry.source.code is 'The code that files and facts name.';
comment on column registry.source.name_kk is 'Name in Kazakh.';
comment on column registry.source.name_ru is 'Name in Russian.';
comment on column registry.source.name_en is 'Name in English.';
comment on column registry.source.owner is 'The body that keeps it and answers for its content.';
comment on column registry.source.contact is 'How its duty desk is reached.';
comment on column registry.source.due_every is 'How often a delivery is agreed; a source is late when the last one is older.';
comment on column registry.source.stale_after is 'From which age a fact of this source counts as old.';

create table registry.sheet (
    code text primary key,
    about text not null check (about in ('person', 'family')),
    source text not null references registry.source
);
comment on table registry.sheet is 'A group of facts that change together and have one keeper; the table of the same name holds them.';
comment on column registry.sheet.code is 'Its table in this schema.';
comment on column registry.sheet.about is 'Whether its facts are of a person or of a family.';
comment on column registry.sheet.source is 'The register that keeps these facts: the source of a row whose intake brought a compiled file.';

create table registry.precedence (
    sheet text not null references registry.sheet,
    source text not null references registry.source,
    rank smallint not null,
    reason text not null,
    primary key (sheet, source)
);
comment on table registry.precedence is 'The stated rule that decides when two sources disagree: the lower rank holds. A source without a rank loses to every ranked one; of two with the same rank the later delivery holds.';
comment on column registry.precedence.sheet is 'The group of facts.';
comment on column registry.precedence.source is 'The source.';
comment on column registry.precedence.rank is '1 holds before 2.';
comment on column registry.precedence.reason is 'Why, in a sentence that the page prints (a message key).';

create table registry.intake (
    id integer generated always as identity primary key,
    kind text not null check (kind in ('households', 'single_source', 'correction', 'entry', 'answer', 'merge')),
    source text references registry.source,
    file text,
    format text,
    checksum bytea,
    valid_on date,
    state text not null default 'running' check (state in ('running', 'done', 'failed')),
    rows_total bigint,
    rows_read bigint not null default 0,
    rows_new bigint not null default 0,
    rows_changed bigint not null default 0,
    rows_unchanged bigint not null default 0,
    rows_merged bigint not null default 0,
    rows_disputed bigint not null default 0,
    rows_rejected bigint not null default 0,
    officer uuid,
    person bigint,
    reason text,
    document text,
    message text,
    opened_at timestamptz not null default clock_timestamp(),
    beat_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    announced_at timestamptz
);
create unique index intake_once on registry.intake (checksum, kind, coalesce(source, '')) where state <> 'failed' and checksum is not null;
create index intake_by_source on registry.intake (source, opened_at);
comment on table registry.intake is 'One delivery of facts: a file of a register, or one correction of an officer. Every fact names the intake that brought it. Rows read = new + changed + unchanged + merged + disputed + rejected.';
comment on column registry.intake.id is 'Number in the order of opening; the axis of "as known on".';
comment on column registry.intake.kind is 'households: a file of the household format; single_source: a file of one register; correction: an officer corrected a fact; entry: an officer entered a family or person; answer: a source answered a question; merge: two persons were found to be one, or parted again.';
comment on column registry.intake.source is 'The source; null for a compiled household file, whose facts come from the keeper of each sheet.';
comment on column registry.intake.file is 'Name of the file, without its folder.';
comment on column registry.intake.format is 'Which file of the household format, or single.';
comment on column registry.intake.checksum is 'SHA-256 of the file: the same file is never taken in twice.';
comment on column registry.intake.valid_on is 'The day from which its facts hold, unless a row says otherwise.';
comment on column registry.intake.state is 'running, done or failed. A running one that was interrupted goes on from rows_read.';
comment on column registry.intake.rows_total is 'Rows of the file, where it tells.';
comment on column registry.intake.rows_read is 'Rows finished so far; what is counted here is committed.';
comment on column registry.intake.rows_new is 'Rows that told something about which nothing was known.';
comment on column registry.intake.rows_changed is 'Rows that replaced an earlier fact.';
comment on column registry.intake.rows_unchanged is 'Rows that said what was known.';
comment on column registry.intake.rows_merged is 'Rows told together with the one before: equal consecutive months, or a second sum of the same kind and month.';
comment on column registry.intake.rows_disputed is 'Rows that disagreed with a source of higher precedence; kept in registry.disagreement.';
comment on column registry.intake.rows_rejected is 'Rows that could not be read; listed in registry.reject.';
comment on column registry.intake.officer is 'The officer who gave it, if one did.';
comment on column registry.intake.person is 'The citizen who gave it, if one did.';
comment on column registry.intake.reason is 'Why, for a correction: who overrode what and why.';
comment on column registry.intake.document is 'The document that a correction rests on.';
comment on column registry.intake.message is 'What failed.';
comment on column registry.intake.opened_at is 'When it was opened.';
comment on column registry.intake.beat_at is 'Last sign of life while it runs.';
comment on column registry.intake.closed_at is 'When it was done or had failed; from here on its facts are known.';
comment on column registry.intake.announced_at is 'When the other modules were told (one event a file).';

create table registry.reject (
    intake integer not null references registry.intake,
    line bigint not null,
    "column" text not null,
    value text not null,
    reason text not null
);
create index reject_of_intake on registry.reject (intake, line);
comment on table registry.reject is 'A row that could not be read; nothing of it was taken.';
comment on column registry.reject.intake is 'The delivery.';
comment on column registry.reject.line is 'Line of the file, the header being 1; of Parquet the number of the row plus 1.';
comment on column registry.reject."column" is 'The column, or empty for the row as a whole.';
comment on column registry.reject.value is 'What was seen.';
comment on column registry.reject.reason is 'What is wrong with it.';

create table registry.answered (
    kind text not null,
    months daterange not null,
    received_on date,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake
);
comment on table registry.answered is 'Which registers answered for which months: only then a person without a row has an income of zero.';
comment on column registry.answered.kind is 'A kind of income, livestock, plots, property, or * for all.';
comment on column registry.answered.months is 'The months asked for, from the first day of the first to the first day after the last.';
comment on column registry.answered.received_on is 'The day of the answer.';
comment on column registry.answered.intake is 'The delivery that told.';
comment on column registry.answered.superseded_by is 'The delivery that replaced it.';

-- Families and persons -----------------------------------------------------------------------------------------

create table registry.family (
    id bigint generated by default as identity primary key,
    kato registry.kato not null,
    restricted boolean not null default false,
    closed boolean not null default false,
    source_key text,
    intake integer not null references registry.intake
);
create index family_by_place on registry.family (kato, id);
create unique index family_by_key on registry.family (source_key) where source_key is not null;
comment on table registry.family is 'A legal family: the persons whom the registers count as one. What is known of it lies in the sheets.';
comment on column registry.family.id is 'Number; pages show it with a check digit.';
comment on column registry.family.kato is 'Where it lives now, as finely as is known: settlement, district or region.';
comment on column registry.family.restricted is 'Shown to nobody by territory: only under a permit that a second person approved.';
comment on column registry.family.closed is 'No member is left.';
comment on column registry.family.source_key is 'family_id of the household files that brought it.';
comment on column registry.family.intake is 'The delivery that brought it.';

create table registry.person (
    id bigint generated by default as identity primary key,
    family_id bigint references registry.family,
    merged_into bigint references registry.person,
    kato registry.kato not null,
    last_name integer,
    first_name integer,
    birth_date date,
    iin text,
    phone text,
    source_key text,
    restricted boolean not null default false,
    intake integer not null references registry.intake
);
comment on table registry.person is 'A person. Beside the number it holds what is known today of the columns that are searched; their history lies in the sheets.';
comment on column registry.person.id is 'Number.';
comment on column registry.person.family_id is 'Legal family today; null if none is known.';
comment on column registry.person.merged_into is 'The person that this one was found to be; facts stay where they are, so that a merge can be undone.';
comment on column registry.person.kato is 'Where the person lives now, that of the family unless otherwise known.';
comment on column registry.person.last_name is 'Last name today, in registry.name.';
comment on column registry.person.first_name is 'First name today, in registry.name.';
comment on column registry.person.birth_date is 'Birth date as held today.';
comment on column registry.person.iin is 'Individual identification number as held today; null for a person without one.';
comment on column registry.person.phone is 'Telephone as held today, digits with a leading +.';
comment on column registry.person.source_key is 'person_id of the household files, or source and record number, that brought the person.';
comment on column registry.person.restricted is 'As of the family.';
comment on column registry.person.intake is 'The delivery that brought the person.';

create table registry.name (
    id integer generated by default as identity primary key,
    folded text not null unique
);
comment on table registry.name is 'Every folded last and first name of the country once: search is fuzzy over this short list, and exact from it to persons.';
comment on column registry.name.id is 'Number.';
comment on column registry.name.folded is 'The name as registry.fold makes it.';

-- Sheets of persons --------------------------------------------------------------------------------------------

create table registry.identity (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    birth_date date,
    iin text,
    last_name text,
    first_name text,
    patronymic text,
    sex registry.sex,
    status registry.status
);
comment on table registry.identity is 'Who a person is, as the civil registers say.';
comment on column registry.identity.birth_date is 'Date of birth.';
comment on column registry.identity.iin is 'Individual identification number, twelve digits; null if the person has none or it is not known.';
comment on column registry.identity.last_name is 'Last name.';
comment on column registry.identity.first_name is 'First name.';
comment on column registry.identity.patronymic is 'Patronymic.';
comment on column registry.identity.sex is 'f or m.';
comment on column registry.identity.status is 'Citizen, kandas, refugee, resident foreigner or stateless, other.';

create table registry.contact (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    phone text,
    language text check (language in ('kk', 'ru'))
);
comment on table registry.contact is 'How a person is reached.';
comment on column registry.contact.phone is 'Telephone.';
comment on column registry.contact.language is 'Language of letters and messages: kk or ru.';

create table registry.membership (
    person_id bigint not null references registry.person,
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    relation registry.relation,
    absence registry.absence
);
comment on table registry.membership is 'Which legal family a person belongs to, and why somebody is not at home.';
comment on column registry.membership.family_id is 'The legal family.';
comment on column registry.membership.relation is 'To the head of the family.';
comment on column registry.membership.absence is 'Why not at home; none if at home.';

create table registry.kinship (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    mother_id bigint references registry.person,
    father_id bigint references registry.person,
    guardian_id bigint references registry.person
);
comment on table registry.kinship is 'Parents and guardian of a person.';
comment on column registry.kinship.mother_id is 'Mother.';
comment on column registry.kinship.father_id is 'Father.';
comment on column registry.kinship.guardian_id is 'Guardian or trustee.';

create table registry.health (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    disability registry.disability,
    disability_group_child registry.disability_group,
    disability_cause registry.disability_cause,
    long_illness boolean,
    needs_care boolean,
    rehab_programme boolean
);
comment on table registry.health is 'Disability and need of care, as the medical and social expertise says.';
comment on column registry.health.disability is 'Group, or none.';
comment on column registry.health.disability_group_child is 'Group of a child of 7 to 17.';
comment on column registry.health.disability_cause is 'Cause of the disability.';
comment on column registry.health.long_illness is 'Illness that allows more than two months of sick leave.';
comment on column registry.health.needs_care is 'Cannot look after themselves.';
comment on column registry.health.rehab_programme is 'Has an individual programme of rehabilitation.';

create table registry.activity (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    graduated_on date,
    registered_on date,
    job_lost_on date,
    study registry.study,
    work registry.work,
    cares_for registry.cares_for,
    education_level registry.education_level,
    occupation text
);
comment on table registry.activity is 'Study, work and care for others.';
comment on column registry.activity.graduated_on is 'End of studies; infinity if it never happened.';
comment on column registry.activity.registered_on is 'Registered as unemployed; infinity if it never happened.';
comment on column registry.activity.job_lost_on is 'Loss of work; infinity if it never happened.';
comment on column registry.activity.study is 'Where the person studies.';
comment on column registry.activity.work is 'Kind of work.';
comment on column registry.activity.cares_for is 'Whom the person looks after.';
comment on column registry.activity.education_level is 'Highest education.';
comment on column registry.activity.occupation is 'ISCO-08 code.';

create table registry.standing (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    insured_income_24m bigint,
    insured_months integer,
    job_loss_months_paid integer,
    released_on date,
    probation boolean,
    homeless boolean,
    award registry.award,
    breadwinner_lost registry.breadwinner_lost,
    receives text
);
comment on table registry.standing is 'Social insurance, benefits received, awards, and other standing of a person before the state.';
comment on column registry.standing.insured_income_24m is 'Insured income of the last 24 months, tenge.';
comment on column registry.standing.insured_months is 'Months of contributions.';
comment on column registry.standing.job_loss_months_paid is 'Months of job-loss payment already received.';
comment on column registry.standing.released_on is 'Released from prison; infinity if it never happened.';
comment on column registry.standing.probation is 'Under probation.';
comment on column registry.standing.homeless is 'Without a home.';
comment on column registry.standing.award is 'Award of a mother.';
comment on column registry.standing.breadwinner_lost is 'Whether a breadwinner died: none, one, both.';
comment on column registry.standing.receives is 'Benefits already paid, codes joined by |; empty for none.';

create table registry.lodging (
    person_id bigint not null references registry.person,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    dwelling_key text not null
);
create index lodging_by_dwelling on registry.lodging (dwelling_key) where superseded_by is null;
comment on table registry.lodging is 'The dwelling of a person who does not live with the family.';
comment on column registry.lodging.dwelling_key is 'Number of the dwelling in the address register.';

create table registry.income (
    person_id bigint not null references registry.person,
    amount bigint not null check (amount >= 0),
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    kind smallint not null,
    term_months smallint
);
comment on table registry.income is 'Income of a kind in each month of a range: equal consecutive months of one delivery are one row. Zero is known to be nothing.';
comment on column registry.income.amount is 'Tenge in each month.';
comment on column registry.income.valid is 'Months received: from the first day of the first to the first day after the last.';
comment on column registry.income.kind is 'Place of the kind in registry.income_kind.';
comment on column registry.income.term_months is 'Term of a loan in months.';

create table registry.income_kind (
    id smallint primary key,
    code text not null unique
);
comment on table registry.income_kind is 'Kinds of income of the household format.';
comment on column registry.income_kind.id is 'Place in the list.';
comment on column registry.income_kind.code is 'Code.';
insert into registry.income_kind (id, code)
select o - 1, c
from unnest(array['wage', 'self_employment', 'pension', 'disability_benefit', 'child_disability_benefit', 'caregiver_benefit', 'childcare_benefit',
    'large_family_benefit', 'awarded_mother_benefit', 'scholarship', 'survivor_benefit', 'job_loss_payment', 'birth_grant', 'special_state_benefit',
    'alimony', 'rent', 'property_sale', 'gift', 'transfer', 'interest', 'loan', 'measure_wage', 'relocation_grant', 'targeted_assistance',
    'housing_assistance', 'burial_benefit', 'farm', 'other']) with ordinality as k(c, o);

-- Sheets of families -------------------------------------------------------------------------------------------

create table registry.home (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    kato registry.kato not null,
    settlement_type registry.settlement_type,
    dwelling_key text,
    address text,
    water boolean,
    heating boolean,
    sewer boolean,
    only_dwelling boolean,
    housing_costs bigint
);
create index home_by_dwelling on registry.home (dwelling_key) where superseded_by is null;
comment on table registry.home is 'Where a family lives; families and persons of one dwelling_key share the dwelling.';
comment on column registry.home.kato is 'Settlement, district or region.';
comment on column registry.home.settlement_type is 'Town or village.';
comment on column registry.home.dwelling_key is 'Number of the dwelling in the address register.';
comment on column registry.home.address is 'Address in one line.';
comment on column registry.home.water is 'The dwelling has running water.';
comment on column registry.home.heating is 'It has heating.';
comment on column registry.home.sewer is 'It has a sewer.';
comment on column registry.home.only_dwelling is 'Permanently registered in the only dwelling.';
comment on column registry.home.housing_costs is 'Monthly costs within the norms, tenge.';

create table registry.property (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    dwellings integer,
    dwelling_area_m2 numeric(9, 2),
    unsafe_dwellings integer,
    dwelling_sold_on date,
    premises_for_profit boolean,
    building_plot boolean
);
comment on table registry.property is 'What the members of a family own, as the register of property says.';
comment on column registry.property.dwellings is 'Habitable dwellings owned by the members.';
comment on column registry.property.dwelling_area_m2 is 'Useful area of all of them, square metres.';
comment on column registry.property.unsafe_dwellings is 'How many of them are certified unsafe.';
comment on column registry.property.dwelling_sold_on is 'Last sale or gift of a dwelling; infinity if it never happened.';
comment on column registry.property.premises_for_profit is 'Separate premises owned, held or used for profit.';
comment on column registry.property.building_plot is 'Plot for housing construction while owning a dwelling.';

create table registry.vehicles (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    cars integer,
    heavy_vehicles boolean
);
comment on table registry.vehicles is 'Vehicles of the members of a family.';
comment on column registry.vehicles.cars is 'Working passenger cars.';
comment on column registry.vehicles.heavy_vehicles is 'Tractor, bus, truck, special vehicle or vessel in working order.';

create table registry.conduct (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    contract_broken_on date,
    refused_work_on date,
    false_data_on date,
    survey_refused boolean
);
comment on table registry.conduct is 'Events that bar a family from assistance for six months.';
comment on column registry.conduct.contract_broken_on is 'Social contract broken; infinity if it never happened.';
comment on column registry.conduct.refused_work_on is 'Offered work refused; infinity if it never happened.';
comment on column registry.conduct.false_data_on is 'False data given; infinity if it never happened.';
comment on column registry.conduct.survey_refused is 'A survey of the home was refused.';

create table registry.finance (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    loans_quarter bigint,
    outflows_quarter bigint,
    deposits bigint,
    overdue_debt boolean
);
comment on table registry.finance is 'Loans, outflows and deposits of a family, for the rule proposed in 2025.';
comment on column registry.finance.loans_quarter is 'Loans of the quarter, tenge.';
comment on column registry.finance.outflows_quarter is 'Outflows of the quarter, tenge.';
comment on column registry.finance.deposits is 'Deposits, tenge.';
comment on column registry.finance.overdue_debt is 'Debts overdue by more than 90 days.';

create table registry.livestock (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    kind text not null check (kind in ('cattle', 'horse', 'camel', 'sheep', 'goat', 'pig', 'poultry')),
    heads integer
);
comment on table registry.livestock is 'Animals of the personal farm of a family.';
comment on column registry.livestock.kind is 'Kind of animal.';
comment on column registry.livestock.heads is 'How many.';

create table registry.plots (
    family_id bigint not null references registry.family,
    intake integer not null references registry.intake,
    superseded_by integer references registry.intake,
    valid daterange not null,
    kind text not null check (kind in ('garden', 'arable', 'hay')),
    area_m2 numeric(12, 2)
);
comment on table registry.plots is 'Land of the personal farm of a family.';
comment on column registry.plots.kind is 'Kind of land.';
comment on column registry.plots.area_m2 is 'Area, square metres.';

-- What sheets have in common: their words, and that no two facts of one thing hold on one day. --------------------

do $$
declare
    t text;
    k text;
begin
    foreach t in array array['identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income',
        'home', 'property', 'vehicles', 'conduct', 'finance', 'livestock', 'plots'] loop
        k := case when t in ('identity', 'contact', 'membership', 'kinship', 'health', 'activity', 'standing', 'lodging', 'income') then 'person' else 'family' end;
        execute format('comment on column registry.%I.%I is %L', t, k || '_id', 'The ' || k || '.');
        execute format('comment on column registry.%I.intake is %L', t, 'The delivery that told it; the source and the moment we learned it are there.');
        execute format('comment on column registry.%I.superseded_by is %L', t, 'The delivery that replaced it; null while it stands.');
        if t <> 'income' then
            execute format('comment on column registry.%I.valid is %L', t, 'The days on which it was true, the first included, the last not; open while nothing else is known.');
        end if;
        execute format('alter table registry.%I set (fillfactor = 95, autovacuum_vacuum_insert_scale_factor = 0.5)', t);
    end loop;
end
$$;

-- Disagreement, questions, duplicates -----------------------------------------------------------------------------

create table registry.disagreement (
    id bigint generated always as identity primary key,
    sheet text not null references registry.sheet,
    person_id bigint references registry.person,
    family_id bigint references registry.family,
    "column" text not null,
    valid daterange not null,
    held text,
    held_source text not null,
    other text,
    other_source text not null,
    rule text not null,
    intake integer not null references registry.intake,
    settled_by integer references registry.intake,
    check (num_nonnulls(person_id, family_id) = 1)
);
create index disagreement_of_person on registry.disagreement (person_id) where person_id is not null;
create index disagreement_of_family on registry.disagreement (family_id) where family_id is not null;
comment on table registry.disagreement is 'Two sources say different things of one fact; the page says which holds and why.';
comment on column registry.disagreement.id is 'Number.';
comment on column registry.disagreement.sheet is 'The group of facts.';
comment on column registry.disagreement.person_id is 'The person, or null.';
comment on column registry.disagreement.family_id is 'The family, or null.';
comment on column registry.disagreement."column" is 'The fact.';
comment on column registry.disagreement.valid is 'The days concerned.';
comment on column registry.disagreement.held is 'The value that holds, as text; null if not known.';
comment on column registry.disagreement.held_source is 'Its source.';
comment on column registry.disagreement.other is 'The other value.';
comment on column registry.disagreement.other_source is 'Its source.';
comment on column registry.disagreement.rule is 'Why the one holds: rank, later, or only.';
comment on column registry.disagreement.intake is 'The delivery that brought the disagreement to light.';
comment on column registry.disagreement.settled_by is 'The delivery after which they agreed.';

create table registry.question (
    id bigint generated always as identity primary key,
    person_id bigint references registry.person,
    family_id bigint not null references registry.family,
    sheet text not null references registry.sheet,
    "column" text not null,
    seen text,
    claimed text,
    words text not null,
    source text not null references registry.source,
    asked_by uuid,
    asked_by_person bigint,
    asked_at timestamptz not null default now(),
    due_on date not null,
    state text not null default 'open' check (state in ('open', 'confirmed', 'corrected', 'withdrawn')),
    answer text,
    answered_at timestamptz,
    answered_by uuid,
    intake integer references registry.intake
);
create index question_open on registry.question (source, due_on) where state = 'open';
create index question_of_family on registry.question (family_id);
comment on table registry.question is '"This is wrong": a dated question to the owner of the source. Help goes on meanwhile.';
comment on column registry.question.id is 'Number.';
comment on column registry.question.person_id is 'The person, if the fact is of a person.';
comment on column registry.question.family_id is 'The family.';
comment on column registry.question.sheet is 'The group of facts.';
comment on column registry.question."column" is 'The fact.';
comment on column registry.question.seen is 'The value shown.';
comment on column registry.question.claimed is 'The value that is said to be right.';
comment on column registry.question.words is 'What was said.';
comment on column registry.question.source is 'The source whose owner is asked.';
comment on column registry.question.asked_by is 'The officer who asked.';
comment on column registry.question.asked_by_person is 'The citizen who asked.';
comment on column registry.question.asked_at is 'When.';
comment on column registry.question.due_on is 'Until when an answer is due.';
comment on column registry.question.state is 'open; confirmed: the source stands by it; corrected; withdrawn.';
comment on column registry.question.answer is 'What the owner answered.';
comment on column registry.question.answered_at is 'When.';
comment on column registry.question.answered_by is 'Who entered the answer.';
comment on column registry.question.intake is 'The delivery that corrected the fact.';

create table registry.duplicate (
    id bigint generated always as identity primary key,
    person_id bigint not null references registry.person,
    other_id bigint not null references registry.person,
    score real not null,
    rule text not null,
    reasons jsonb not null,
    found_by integer references registry.intake,
    state text not null default 'open' check (state in ('open', 'same', 'different')),
    decided_by uuid,
    decided_at timestamptz,
    note text,
    merge_intake integer references registry.intake,
    unique (person_id, other_id),
    check (person_id < other_id)
);
create index duplicate_open on registry.duplicate (score desc) where state = 'open';
create index duplicate_of_other on registry.duplicate (other_id);
comment on table registry.duplicate is 'Two persons who may be one, until somebody decides.';
comment on column registry.duplicate.id is 'Number.';
comment on column registry.duplicate.person_id is 'The one with the lower number.';
comment on column registry.duplicate.other_id is 'The other.';
comment on column registry.duplicate.score is 'Probability that they are one, 0 to 1.';
comment on column registry.duplicate.rule is 'How the pair was found: the number of the rule or the blocking key.';
comment on column registry.duplicate.reasons is 'What agrees and what does not, with its weight.';
comment on column registry.duplicate.found_by is 'The delivery that brought it to light.';
comment on column registry.duplicate.state is 'open, same or different.';
comment on column registry.duplicate.decided_by is 'The officer who decided.';
comment on column registry.duplicate.decided_at is 'When.';
comment on column registry.duplicate.note is 'Why.';
comment on column registry.duplicate.merge_intake is 'The merge, if they are the same; it can be undone.';

-- Reference data --------------------------------------------------------------------------------------------------

create table registry.classifier (
    code text not null,
    version text not null,
    owner text not null,
    licence text not null,
    valid daterange not null,
    loaded_at timestamptz not null default now(),
    primary key (code, version)
);
comment on table registry.classifier is 'A classifier: its owner, version, and the days on which it is in force.';
comment on column registry.classifier.code is 'kato, isco08, settlements, boundaries.';
comment on column registry.classifier.version is 'Version, as its owner names it.';
comment on column registry.classifier.owner is 'Who keeps it.';
comment on column registry.classifier.licence is 'Terms of use, and the credit.';
comment on column registry.classifier.valid is 'When it is in force.';
comment on column registry.classifier.loaded_at is 'When it was loaded here.';

create table registry.territory (
    kato registry.kato not null,
    level smallint not null check (level between 1 and 4),
    kind text not null,
    name_kk text not null,
    name_ru text not null,
    name_en text,
    population integer,
    latitude numeric(8, 5),
    longitude numeric(8, 5),
    valid daterange not null,
    version text not null,
    exclude using gist (kato with =, valid with &&)
);
comment on table registry.territory is 'The administrative division (KATO): regions, districts, settlements, each with the days on which it existed.';
comment on column registry.territory.kato is 'Code of nine digits.';
comment on column registry.territory.level is '1 region or city of republican significance, 2 district, 3 rural district, 4 settlement.';
comment on column registry.territory.kind is 'region, city, district, rural_district, settlement.';
comment on column registry.territory.name_kk is 'Name in Kazakh.';
comment on column registry.territory.name_ru is 'Name in Russian.';
comment on column registry.territory.name_en is 'Name in English.';
comment on column registry.territory.population is 'Population, where published or estimated.';
comment on column registry.territory.latitude is 'Of its centre, degrees north.';
comment on column registry.territory.longitude is 'Of its centre, degrees east.';
comment on column registry.territory.valid is 'When it existed.';
comment on column registry.territory.version is 'Version of the classifier that brought it.';

create table registry.occupation (
    code text not null,
    level smallint not null,
    name_kk text,
    name_ru text,
    name_en text not null,
    valid daterange not null,
    version text not null,
    exclude using gist (code with =, valid with &&)
);
comment on table registry.occupation is 'Occupations by ISCO-08.';
comment on column registry.occupation.code is 'One to four digits.';
comment on column registry.occupation.level is '1 major, 2 sub-major, 3 minor, 4 unit group.';
comment on column registry.occupation.name_kk is 'Name in Kazakh, where there is one.';
comment on column registry.occupation.name_ru is 'Name in Russian, where there is one.';
comment on column registry.occupation.name_en is 'Name in English.';
comment on column registry.occupation.valid is 'When in force.';
comment on column registry.occupation.version is 'Version of the classifier.';

create table registry.boundary (
    kato registry.kato primary key,
    geometry jsonb not null,
    version text not null
);
comment on table registry.boundary is 'Boundaries that a deployment loaded, as GeoJSON geometry.';
comment on column registry.boundary.kato is 'The territory.';
comment on column registry.boundary.geometry is 'GeoJSON.';
comment on column registry.boundary.version is 'Version of the file that brought it.';

-- Sources that are known from the start -------------------------------------------------------------------------

insert into registry.source (code, name_kk, name_ru, name_en, owner, due_every, stale_after) values
    ('civil', 'Азаматтық хал актілері', 'Акты гражданского состояния', 'Civil registration', 'Ministry of Justice', '1 day', '30 days'),
    ('address', 'Мекенжай тіркелімі', 'Адресный регистр', 'Address register', 'Ministry of Internal Affairs', '1 day', '30 days'),
    ('migration', 'Көші-қон есебі', 'Учёт миграции', 'Migration records', 'Ministry of Internal Affairs', '1 day', '30 days'),
    ('tax', 'Салық тіркелімі', 'Налоговый регистр', 'Tax register', 'State Revenue Committee', '1 month', '45 days'),
    ('social_fund', 'Әлеуметтік сақтандыру қоры', 'Фонд социального страхования', 'Social insurance fund', 'State Social Insurance Fund', '1 month', '45 days'),
    ('benefits', 'Төлемдер орталығы', 'Центр выплат', 'Benefit payments', 'Government for Citizens', '1 month', '45 days'),
    ('labour', 'Еңбек нарығы', 'Рынок труда', 'Labour market', 'Ministry of Labour and Social Protection', '1 day', '30 days'),
    ('education', 'Білім беру', 'Образование', 'Education records', 'Ministry of Education', '1 month', '120 days'),
    ('health', 'Медициналық-әлеуметтік сараптама', 'Медико-социальная экспертиза', 'Medical and social expertise', 'Ministry of Labour and Social Protection', '7 days', '30 days'),
    ('property', 'Жылжымайтын мүлік', 'Недвижимость', 'Register of property', 'Ministry of Justice', '7 days', '60 days'),
    ('vehicles', 'Көлік тіркелімі', 'Учёт транспорта', 'Vehicle register', 'Ministry of Internal Affairs', '7 days', '60 days'),
    ('farms', 'Шаруашылық кітабы', 'Похозяйственный учёт', 'Household farm book', 'Akimat', '6 months', '200 days'),
    ('credit', 'Кредиттік бюро', 'Кредитное бюро', 'Credit bureau', 'State Credit Bureau', '1 month', '45 days'),
    ('survey', 'Үй-жайды зерттеп-қарау', 'Обследование на дому', 'Home survey', 'Local commission', '1 year', '365 days'),
    ('officer', 'Қызметкер', 'Сотрудник', 'Officer', 'The office', '1 year', '365 days'),
    ('person', 'Адамның өзі', 'Сам человек', 'The person', 'The person', '1 year', '365 days');

insert into registry.sheet (code, about, source) values
    ('identity', 'person', 'civil'), ('contact', 'person', 'person'), ('membership', 'person', 'civil'), ('kinship', 'person', 'civil'),
    ('health', 'person', 'health'), ('activity', 'person', 'labour'), ('standing', 'person', 'social_fund'), ('lodging', 'person', 'address'),
    ('income', 'person', 'tax'), ('home', 'family', 'address'), ('property', 'family', 'property'), ('vehicles', 'family', 'vehicles'),
    ('conduct', 'family', 'labour'), ('finance', 'family', 'credit'), ('livestock', 'family', 'farms'), ('plots', 'family', 'farms');

insert into registry.precedence (sheet, source, rank, reason)
select code, source, 2, 'keeper' from registry.sheet;
insert into registry.precedence (sheet, source, rank, reason)
select code, 'survey', 3, 'seen' from registry.sheet where source <> 'survey';
insert into registry.precedence (sheet, source, rank, reason)
select code, 'person', 4, 'told' from registry.sheet where source <> 'person';
-- An officer's correction rests on a document and holds until the source itself delivers something newer than it.
insert into registry.precedence (sheet, source, rank, reason)
select code, 'officer', 1, 'document' from registry.sheet where source <> 'officer';
insert into registry.precedence (sheet, source, rank, reason) values
    ('identity', 'migration', 3, 'status'), ('activity', 'education', 2, 'keeper'), ('activity', 'social_fund', 3, 'seen'),
    ('income', 'benefits', 2, 'keeper'), ('income', 'social_fund', 2, 'keeper'), ('standing', 'benefits', 2, 'keeper')
on conflict do nothing;
