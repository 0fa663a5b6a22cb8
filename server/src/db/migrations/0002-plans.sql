-- A document, what was read from it, and what its reviewers made of that.

create table plans (
  tenant_id uuid not null references tenants,
  id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  title text not null,
  status text not null check (status in ('reading', 'review', 'published', 'failed', 'withdrawn')),
  revises_programme_id uuid,
  programme_id uuid,
  current_version_id uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index plans_newest on plans (tenant_id, created_at desc, id desc);
create index plans_within on plans using gist (unit_path);
create index plans_title on plans using gin (title gin_trgm_ops);

create table plan_versions (
  tenant_id uuid not null references tenants,
  id uuid not null,
  plan_id uuid not null,
  number integer not null,
  source_name text not null,
  source_sha256 text,
  text text not null default '',
  span_start integer not null default 0,
  span_end integer not null default 0,
  outline jsonb not null default '[]',
  issuer text,
  year integer,
  step text not null default 'queued' check (step in ('queued', 'decoding', 'reading', 'checking', 'saving', 'done', 'failed')),
  progress integer not null default 0,
  failure jsonb,
  created_by uuid not null,
  created_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, number),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id)
);

create table plan_items (
  tenant_id uuid not null references tenants,
  id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('group', 'phase', 'task', 'duty', 'indicator', 'milestone', 'checklist', 'procedure', 'budget', 'consequence', 'reference')),
  ordinal integer not null,
  content jsonb not null,
  -- As read; null where a person added it.
  original jsonb,
  span_start integer,
  span_end integer,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'rejected')),
  confidence real,
  doubt text,
  version integer not null default 1,
  updated_by uuid,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id)
);
create index plan_items_of on plan_items (tenant_id, version_id, kind, ordinal);
create index plan_items_changed on plan_items (tenant_id, version_id, updated_at);

create table plan_diagnostics (
  tenant_id uuid not null references tenants,
  id uuid not null,
  version_id uuid not null,
  ordinal integer not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  params jsonb not null,
  message jsonb not null,
  span_start integer not null,
  span_end integer not null,
  related jsonb not null default '[]',
  remedy jsonb,
  state text not null default 'open' check (state in ('open', 'settled')),
  note text,
  updated_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id)
);
create index plan_diagnostics_of on plan_diagnostics (tenant_id, version_id, ordinal);

-- Which units a name in a plan stands for, for the office that said so.
create table party_matches (
  tenant_id uuid not null references tenants,
  unit_id uuid not null,
  name text not null,
  unit_ids uuid[] not null default '{}',
  every_kind text,
  ignored boolean not null default false,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (tenant_id, unit_id, name),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);

create table review_presence (
  tenant_id uuid not null references tenants,
  plan_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (tenant_id, plan_id, person_id),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id)
);

call guard('plans');
call guard('plan_versions');
call guard('plan_items');
call guard('plan_diagnostics');
call guard('party_matches');
call guard('review_presence');
