-- Mending: what is wrong, from any origin, until somebody else has looked and it is closed.

create table case_categories (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- As in the list of managed components and incidents: a letter for the class and two digits.
  code text not null,
  section text not null,
  name text not null,
  -- How long mending may take.
  limit_amount integer not null check (limit_amount > 0),
  limit_unit text not null check (limit_unit in ('hours', 'working-hours', 'days', 'working-days')),
  -- What must be so before it may be closed.
  closing_condition text not null,
  -- Days that each level has before the next is called.
  level_days integer not null default 7 check (level_days > 0),
  severity text not null default 'ordinary' check (severity in ('minor', 'ordinary', 'serious')),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table cases (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- 〔2026〕17: counted per year.
  year integer not null,
  serial integer not null,
  title text not null,
  text text not null default '',
  origin text not null check (origin in ('visit', 'patrol', 'resident', 'media', 'hotline', 'hand')),
  category_id uuid not null,
  severity text not null check (severity in ('minor', 'ordinary', 'serious')),
  programme_id uuid,
  visit_id uuid,
  point_id uuid,
  criterion_id uuid,
  place text not null default '',
  longitude double precision,
  latitude double precision,
  -- The unit that has it: the one that is to mend it, and before it is assigned the one that is to assign it.
  unit_id uuid not null,
  unit_path ltree not null,
  -- The office that runs it: assigns, has it rechecked, closes.
  office_id uuid not null,
  office_path ltree not null,
  state text not null default 'found' check (state in ('found', 'assigned', 'accepted', 'refused', 'in-hand', 'submitted', 'rechecked', 'closed', 'merged', 'dismissed')),
  rectified_by uuid[] not null default '{}',
  returned integer not null default 0,
  relapses integer not null default 0,
  level text not null default 'community' check (level in ('grid', 'community', 'street', 'county')),
  level_since timestamptz not null,
  -- When it last rose to the next level; null while it never did.
  escalated_at timestamptz,
  -- 挂牌督办.
  listed_at timestamptz,
  listed_by uuid,
  merged_into uuid,
  found_by uuid,
  found_at timestamptz not null,
  assigned_at timestamptz,
  -- Sorts what is not assigned yet last.
  due_at timestamptz not null default 'infinity',
  submitted_by uuid,
  submitted_at timestamptz,
  rechecked_by uuid,
  rechecked_at timestamptz,
  closed_by uuid,
  closed_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, year, serial),
  foreign key (tenant_id, category_id) references case_categories (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, visit_id) references visits (tenant_id, id),
  foreign key (tenant_id, point_id) references points (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id),
  foreign key (tenant_id, office_id) references units (tenant_id, id),
  foreign key (tenant_id, merged_into) references cases (tenant_id, id)
);
create index cases_due on cases (tenant_id, due_at, id);
-- With what the light is derived from, so that late ones are counted by the index alone.
create index cases_state on cases (tenant_id, state, due_at, id) include (assigned_at, submitted_at);
create index cases_unit_due on cases (tenant_id, unit_id, due_at, id);
create index cases_unit_state on cases (tenant_id, unit_id, state, due_at, id) include (assigned_at, submitted_at);
create index cases_programme_state on cases (tenant_id, programme_id, state, due_at);
create index cases_category_state on cases (tenant_id, category_id, state, due_at);
create index cases_at_point on cases (tenant_id, point_id, criterion_id, closed_at desc);
create index cases_escalated on cases (tenant_id, escalated_at) where escalated_at is not null;
create index cases_listed on cases (tenant_id, listed_at) where listed_at is not null;
create index cases_title on cases using gin (title gin_trgm_ops);

create table case_events (
  tenant_id uuid not null references tenants,
  id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  -- Null when the clock did it.
  person_id uuid,
  kind text not null,
  note text,
  content jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index case_events_of on case_events (tenant_id, case_id, at, id);

create table case_extensions (
  tenant_id uuid not null references tenants,
  id uuid not null,
  case_id uuid not null,
  until date not null,
  reason text not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create unique index case_extensions_one_open on case_extensions (tenant_id, case_id) where (state = 'asked');

-- 整改通知书: one to a unit, for one case or several.
create table rectification_notices (
  tenant_id uuid not null references tenants,
  id uuid not null,
  year integer not null,
  serial integer not null,
  office_id uuid not null,
  office_path ltree not null,
  unit_id uuid not null,
  unit_path ltree not null,
  due_on date not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  -- Served as soon as the unit can see it; acknowledged when somebody of the unit has said so.
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, year, serial),
  foreign key (tenant_id, office_id) references units (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index rectification_notices_unit on rectification_notices (tenant_id, unit_id, issued_at desc);

create table rectification_notice_cases (
  tenant_id uuid not null references tenants,
  notice_id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  primary key (tenant_id, notice_id, case_id),
  foreign key (tenant_id, notice_id) references rectification_notices (tenant_id, id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index rectification_notices_of on rectification_notice_cases (tenant_id, case_id);

-- Words that an office uses again.
create table answer_templates (
  tenant_id uuid not null references tenants,
  id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  step text not null check (step in ('assign', 'refuse', 'submit', 'recheck', 'close', 'dismiss')),
  name text not null,
  text text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);

-- What is numbered by year: taken under lock, so that no number is missing and none is given twice.
create table serials (
  tenant_id uuid not null references tenants,
  name text not null,
  year integer not null,
  last integer not null,
  primary key (tenant_id, name, year)
);

-- A picture before it may be shown to everybody: faces and plates covered, by a person who looked.
create table covered_pictures (
  tenant_id uuid not null references tenants,
  evidence_id uuid not null,
  -- [{ x, y, width, height }], in shares of the picture.
  areas jsonb not null,
  sha256 text not null,
  covered_by uuid not null,
  covered_at timestamptz not null,
  primary key (tenant_id, evidence_id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id),
  foreign key (tenant_id, sha256) references files (tenant_id, sha256)
);

-- 64 bits in hexadecimal, alike for pictures that look alike; null for what is no picture or not read yet.
alter table files add column likeness text check (likeness ~ '^[0-9a-f]{16}$');
-- When it was looked at for its likeness, so that what shows none is not looked at again.
alter table files add column looked_at timestamptz;
create index files_not_looked_at on files (tenant_id, sha256) where looked_at is null;

-- The likeness in four quarters, to find what nearly agrees: pictures that differ in a few bits agree, or nearly agree, in one.
create table likeness_quarters (
  tenant_id uuid not null references tenants,
  quarter integer not null check (quarter between 1 and 4),
  bits text not null check (bits ~ '^[0-9a-f]{4}$'),
  sha256 text not null,
  primary key (tenant_id, quarter, bits, sha256),
  foreign key (tenant_id, sha256) references files (tenant_id, sha256)
);

-- Until when it holds: a roster of last year proves nothing this year.
alter table evidence add column valid_until date;
alter table evidence_serves drop constraint evidence_serves_subject_kind_check;
alter table evidence_serves add constraint evidence_serves_subject_kind_check
  check (subject_kind in ('assignment', 'occurrence', 'visit', 'observation', 'case', 'criterion'));

-- A whole assessment set as one archive, made in the background, taken in pieces.
create table ledger_exports (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  unit_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'making', 'ready', 'failed', 'gone')),
  files integer not null default 0,
  done integer not null default 0,
  bytes bigint,
  finished_at timestamptz,
  failure text,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);

-- Where an indicator's readings come from when they come from the record.
create table indicator_sources (
  tenant_id uuid not null references tenants,
  indicator_id uuid not null,
  measure text not null check (measure in ('conforming', 'on-time', 'first-pass', 'closed')),
  point_type text,
  criterion_id uuid,
  category_id uuid,
  -- Days that a reading stays valid.
  window_days integer not null default 30 check (window_days > 0),
  primary key (tenant_id, indicator_id),
  foreign key (tenant_id, indicator_id) references indicators (tenant_id, id)
);

call guard('case_categories');
call guard('cases');
call guard('case_events');
call guard('case_extensions');
call guard('rectification_notices');
call guard('rectification_notice_cases');
call guard('answer_templates');
call guard('serials');
call guard('covered_pictures');
call guard('likeness_quarters');
call guard('ledger_exports');
call guard('indicator_sources');
