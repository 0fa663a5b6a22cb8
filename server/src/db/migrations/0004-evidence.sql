-- Files are kept by content; evidence is a file or a text that shows something, and may serve many clauses.

create table files (
  tenant_id uuid not null references tenants,
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  stored_at timestamptz not null,
  primary key (tenant_id, sha256)
);

create table uploads (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  received bigint not null default 0,
  sha256 text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

create table evidence (
  tenant_id uuid not null references tenants,
  id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  kind text not null check (kind in ('photo', 'file', 'text')),
  name text not null,
  sha256 text,
  text text,
  taken_at timestamptz,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  check ((sha256 is null) = (kind = 'text')),
  foreign key (tenant_id, unit_id) references units (tenant_id, id),
  foreign key (tenant_id, sha256) references files (tenant_id, sha256)
);
create index evidence_unit on evidence (tenant_id, unit_id, id desc);

create table evidence_serves (
  tenant_id uuid not null references tenants,
  evidence_id uuid not null,
  subject_kind text not null check (subject_kind in ('assignment', 'occurrence')),
  subject_id uuid not null,
  primary key (tenant_id, evidence_id, subject_kind, subject_id),
  foreign key (tenant_id, evidence_id) references evidence (tenant_id, id)
);
create index evidence_of on evidence_serves (tenant_id, subject_kind, subject_id);

-- A spreadsheet that was previewed and waits to be taken.
create table imports (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  content jsonb not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);

call guard('files');
call guard('uploads');
call guard('evidence');
call guard('evidence_serves');
call guard('imports');
