-- A published plan, running. item_id leads back to the sentence in the plan's version.

create table programmes (
  tenant_id uuid not null references tenants,
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  -- The paths of the units it binds; who is within one of these may read it.
  involved_paths ltree[] not null default '{}',
  title text not null,
  goal text,
  status text not null default 'running' check (status in ('running', 'ended', 'paused')),
  starts_on date,
  ends_on date,
  countdown_milestone_id uuid,
  published_by uuid not null,
  published_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id),
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index programmes_within on programmes using gist (unit_path);
create index programmes_involved on programmes using gist (involved_paths);

create table groups (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  ordinal integer not null,
  kind text not null check (kind in ('leading', 'office', 'working')),
  name text not null,
  leaders text[] not null,
  deputies text[] not null,
  -- [{ name, unitId|null }]
  members jsonb not null,
  location text,
  duties text,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);

create table phases (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  ordinal integer not null,
  name text not null,
  starts_on date,
  ends_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);

create table tasks (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  phase_id uuid,
  ordinal integer not null,
  text text not null,
  section text not null default '',
  starts_on date,
  due_on date,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id),
  foreign key (tenant_id, phase_id) references phases (tenant_id, id)
);
create index tasks_of on tasks (tenant_id, programme_id, ordinal);

create table task_parties (
  tenant_id uuid not null references tenants,
  task_id uuid not null,
  part text not null check (part in ('lead', 'responsible', 'support')),
  name text not null,
  unit_ids uuid[] not null default '{}',
  primary key (tenant_id, task_id, part, name),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id)
);

create table assignments (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  part text not null check (part in ('lead', 'responsible', 'support')),
  state text not null default 'assigned' check (state in ('assigned', 'accepted', 'in-progress', 'submitted', 'returned', 'confirmed', 'withdrawn')),
  -- Sorts undated work last; due_on is null for it.
  due_on date,
  due_at timestamptz not null default 'infinity',
  progress integer not null default 0 check (progress between 0 and 100),
  submitted_by uuid,
  submitted_at timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, task_id, unit_id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, task_id) references tasks (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index assignments_unit_due on assignments (tenant_id, unit_id, due_at, id);
create index assignments_due on assignments (tenant_id, due_at, id);
create index assignments_programme on assignments (tenant_id, programme_id, due_at, id);

create table assignment_events (
  tenant_id uuid not null references tenants,
  id uuid not null,
  assignment_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  kind text not null,
  note text,
  progress integer,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id)
);
create index assignment_events_of on assignment_events (tenant_id, assignment_id, at);

create table extensions (
  tenant_id uuid not null references tenants,
  id uuid not null,
  assignment_id uuid not null,
  until date not null,
  reason text not null,
  state text not null default 'asked' check (state in ('asked', 'granted', 'refused')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  note text,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, id)
);
create unique index extensions_one_open on extensions (tenant_id, assignment_id) where state = 'asked';

create table duties (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  ordinal integer not null,
  text text not null,
  every jsonb not null,
  starts_on date,
  ends_on date,
  -- Occurrences exist for every period that begins before this day.
  laid_until date,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);

create table duty_units (
  tenant_id uuid not null references tenants,
  duty_id uuid not null,
  unit_id uuid not null,
  primary key (tenant_id, duty_id, unit_id),
  foreign key (tenant_id, duty_id) references duties (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);

create table occurrences (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  duty_id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  period text not null,
  opens_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'due' check (state in ('due', 'recorded', 'confirmed', 'returned', 'missed', 'excused')),
  note text,
  recorded_by uuid,
  recorded_at timestamptz,
  -- Stays, whatever is recorded or excused later.
  missed_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, duty_id, unit_id, period),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, duty_id) references duties (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index occurrences_unit_due on occurrences (tenant_id, unit_id, due_at, id);
create index occurrences_due on occurrences (tenant_id, due_at, id);
create index occurrences_open on occurrences (tenant_id, due_at) where state = 'due';

create table indicators (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  ordinal integer not null,
  subject text not null,
  op text not null check (op in ('>=', '<=', '=', '>', '<')),
  target numeric,
  unit text not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);

create table measurements (
  tenant_id uuid not null references tenants,
  id uuid not null,
  indicator_id uuid not null,
  unit_id uuid,
  on_day date not null,
  value numeric not null,
  numerator bigint,
  denominator bigint,
  note text,
  measured_by uuid not null,
  measured_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, indicator_id) references indicators (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index measurements_of on measurements (tenant_id, indicator_id, on_day);

create table milestones (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  ordinal integer not null,
  text text not null,
  on_day date not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);

create table budget_lines (
  tenant_id uuid not null references tenants,
  id uuid not null,
  programme_id uuid not null,
  item_id uuid,
  ordinal integer not null,
  item text not null,
  fen bigint not null,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);

call guard('programmes');
call guard('groups');
call guard('phases');
call guard('tasks');
call guard('task_parties');
call guard('assignments');
call guard('assignment_events');
call guard('extensions');
call guard('duties');
call guard('duty_units');
call guard('occurrences');
call guard('indicators');
call guard('measurements');
call guard('milestones');
call guard('budget_lines');
