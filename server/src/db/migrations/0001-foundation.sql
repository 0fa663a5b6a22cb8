-- Tenants, units, people, audit. Every table has tenant_id first in its keys, so that the county is the unit of
-- distribution and of row-level security. Requests run as luoshi_app, which owns nothing and cannot bypass a policy.

create extension if not exists ltree;
create extension if not exists pg_trgm;

do $$ begin
  create role luoshi_app nologin nosuperuser nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant luoshi_app to current_user;

-- The tenant of the running transaction; null (and so no row at all) where none was set.
create function current_tenant() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('luoshi.tenant', true), '')::uuid $$;

create table tenants (
  tenant_id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  sample boolean not null default false
);

create table units (
  tenant_id uuid not null references tenants,
  id uuid not null,
  parent_id uuid,
  path ltree not null,
  kind text not null check (kind in ('county', 'street', 'town', 'community', 'village', 'estate', 'grid', 'department', 'company', 'school', 'other')),
  name text not null,
  short_name text,
  aliases text[] not null default '{}',
  position integer not null default 0,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references units (tenant_id, id),
  unique (tenant_id, path),
  unique (tenant_id, parent_id, name)
);
create index units_within on units using gist (path);

create table people (
  tenant_id uuid not null references tenants,
  id uuid not null,
  -- The sign-in that is this person; null once erased.
  user_id text,
  name text not null,
  account text not null,
  title text,
  phone text,
  email text,
  status text not null default 'active' check (status in ('active', 'suspended')),
  calendar_token_hash text,
  password_due boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, account),
  unique (tenant_id, user_id)
);
create index people_user on people (user_id);
create index people_calendar on people (calendar_token_hash) where calendar_token_hash is not null;

create table memberships (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('office', 'unit', 'worker', 'inspector', 'leader', 'auditor', 'administrator')),
  title text,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, unit_id, role),
  foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index memberships_unit on memberships (tenant_id, unit_id);

create table calendar_days (
  tenant_id uuid not null references tenants,
  day date not null,
  kind text not null check (kind in ('work', 'rest')),
  name text not null,
  primary key (tenant_id, day)
);

create table api_keys (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index api_keys_secret on api_keys (secret_hash);

create table channels (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  kind text not null check (kind in ('email', 'wecom', 'dingtalk', 'feishu')),
  address text not null,
  secret text,
  rhythm text not null default 'daily' check (rhythm in ('daily', 'at-once')),
  active boolean not null default true,
  last_sent_at timestamptz,
  last_failure text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade,
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);

-- What a person is to be told: one row for one thing, however many jobs think of it.
create table notices_due (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  thing text not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  content jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, thing),
  foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index notices_due_unsent on notices_due (tenant_id, person_id) where sent_at is null;

create table audit_entries (
  tenant_id uuid not null references tenants,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  via text not null check (via in ('desk', 'key', 'system')),
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  subject text,
  unit_path ltree,
  content jsonb not null default '{}',
  request_id text,
  primary key (tenant_id, id)
);
create index audit_entries_person on audit_entries (tenant_id, person_id, id desc);
create index audit_entries_subject on audit_entries (tenant_id, subject_id, id desc);
create index audit_entries_unit on audit_entries using gist (unit_path);

create function refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'the audit is append-only'; end $$;
create trigger audit_is_append_only before update or delete on audit_entries for each row execute function refuse_change();

-- Before a tenant is known: who is this sign-in, key or calendar link? Answers the tenant and person alone.
create function person_of_user(sought text) returns table (tenant_id uuid, person_id uuid) language sql stable security definer set search_path = public
  as $$ select p.tenant_id, p.id from people p where p.user_id = sought and p.status = 'active' $$;
create function person_of_key(sought text, at timestamptz) returns table (tenant_id uuid, person_id uuid, key_id uuid, scopes text[]) language sql stable security definer set search_path = public
  as $$ select k.tenant_id, k.person_id, k.id, k.scopes from api_keys k join people p on p.tenant_id = k.tenant_id and p.id = k.person_id
        where k.secret_hash = sought and k.revoked_at is null and (k.expires_at is null or k.expires_at > at) and p.status = 'active' $$;
create function person_of_calendar(sought text) returns table (tenant_id uuid, person_id uuid) language sql stable security definer set search_path = public
  as $$ select p.tenant_id, p.id from people p where p.calendar_token_hash = sought and p.status = 'active' $$;

-- Guards a table by tenant and opens it to requests. Called for each table a migration makes.
create procedure guard(name text) language plpgsql as $$ begin
  execute format('alter table %I enable row level security', name);
  execute format('create policy tenant on %I to luoshi_app using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', name);
  execute format('grant select, insert, update, delete on %I to luoshi_app', name);
end $$;

grant usage on schema public to luoshi_app;
call guard('tenants');
call guard('units');
call guard('people');
call guard('memberships');
call guard('calendar_days');
call guard('api_keys');
call guard('channels');
call guard('notices_due');
call guard('audit_entries');
revoke update, delete on audit_entries from luoshi_app;
revoke insert, delete on tenants from luoshi_app;
