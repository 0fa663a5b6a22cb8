-- Seeing: what a point is held to, which points there are, who goes where by lot, and what was seen.

-- A checklist for a type of point. Its versions are its content; a published one is never changed again.
create table standards (
  tenant_id uuid not null references tenants,
  id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  point_type text not null,
  title text not null,
  -- Where it was read from a plan.
  programme_id uuid,
  item_id uuid,
  -- The last published version; null until there is one.
  current_version_id uuid,
  -- On the public page, for the inspected to read.
  is_public boolean not null default true,
  created_by uuid not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);
create index standards_of_type on standards (tenant_id, point_type);
-- What a point is held to is never in doubt: a unit has one published standard for a type of point.
create unique index standards_one_in_use on standards (tenant_id, unit_id, point_type)
  where current_version_id is not null and archived_at is null;

create table standard_versions (
  tenant_id uuid not null references tenants,
  id uuid not null,
  standard_id uuid not null,
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'published')),
  note text,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, standard_id, number),
  check ((state = 'published') = (published_at is not null)),
  foreign key (tenant_id, standard_id) references standards (tenant_id, id)
);
create unique index standard_versions_one_draft on standard_versions (tenant_id, standard_id) where state = 'draft';

-- Checked at commit: each of the two refers to the other, and a backup is put back table by table.
alter table standards add foreign key (tenant_id, current_version_id) references standard_versions (tenant_id, id)
  deferrable initially deferred;

-- A criterion keeps its id from version to version, so that what was seen under one can be told beside what was seen under the next.
create table criteria (
  tenant_id uuid not null references tenants,
  version_id uuid not null,
  id uuid not null,
  ordinal integer not null,
  section text not null default '',
  text text not null,
  weight real not null default 1 check (weight > 0),
  -- 一票否决: failing it fails the point.
  critical boolean not null default false,
  -- { conforms, mostly, fails }: what each grade means, where it is said.
  grades jsonb not null default '{}',
  -- What counts as conforming although it does not look so; the visit notes which.
  exceptions text[] not null default '{}',
  -- [{ name, kind: paper|roster|record|picture, months|null }]: what must exist, and how long it stays valid.
  evidence jsonb not null default '[]',
  photo text not null default 'optional' check (photo in ('none', 'optional', 'required')),
  look_where text not null default '',
  look_how text not null default '',
  -- The category that a failure opens a case in.
  category_id uuid,
  -- The checklist of a plan it was read from, and its own words there.
  item_id uuid,
  sentence text,
  primary key (tenant_id, version_id, id),
  foreign key (tenant_id, version_id) references standard_versions (tenant_id, id),
  foreign key (tenant_id, item_id) references plan_items (tenant_id, id)
);
create index criteria_of on criteria (tenant_id, id);

-- A place that is inspected.
create table points (
  tenant_id uuid not null references tenants,
  id uuid not null,
  point_type text not null,
  name text not null,
  -- The unit that answers for it.
  unit_id uuid not null,
  unit_path ltree not null,
  address text not null default '',
  contact_name text not null default '',
  contact_phone text not null default '',
  -- WGS 84; null where it is on no map yet.
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  -- On the label and in its link; says where, and opens nothing by itself.
  code text not null,
  note text not null default '',
  created_at timestamptz not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, unit_id, point_type, name),
  check ((longitude is null) = (latitude is null)),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index points_unit on points (tenant_id, unit_id, point_type, name, id);
create index points_type on points (tenant_id, point_type, name, id);
create index points_name on points using gin (name gin_trgm_ops);

-- An inspection campaign.
create table rounds (
  tenant_id uuid not null references tenants,
  id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  -- The units whose points are inspected; they learn of an unannounced round when it is over.
  involved_paths ltree[] not null default '{}',
  programme_id uuid,
  duty_id uuid,
  title text not null,
  kind text not null check (kind in ('open', 'unannounced', 'mutual', 'self', 'patrol')),
  state text not null default 'draft' check (state in ('draft', 'committed', 'drawn', 'ended', 'cancelled')),
  starts_on date not null,
  ends_on date not null,
  inspectors_per_point integer not null default 1 check (inspectors_per_point between 1 and 5),
  -- Which points may be drawn: of these types, under these units.
  point_types text[] not null default '{}',
  within_unit_ids uuid[] not null default '{}',
  -- [{ personId, unitId, reason }]: declared ties (回避); the person inspects nothing of the unit.
  ties jsonb not null default '[]',
  -- { stratum: points to draw }
  quotas jsonb not null default '{}',
  -- Inspector and point that met in the last so many rounds do not meet again.
  apart_rounds integer not null default 1,
  -- Bound before, opened after: the hashes are published with the round, the secret when it is drawn or, unannounced, when it is over.
  secret_hash text,
  frame_hash text,
  frame jsonb,
  -- Kept encrypted until it is revealed.
  secret_kept text,
  secret text,
  -- Words of a witness from the inspected side, mixed in at the draw, so that the office alone cannot choose the outcome.
  witness text,
  witness_words text,
  draw jsonb,
  -- [{ inspectorId, keeps, reason, at }]: inspectors who could not go, each replaced by the next in lot.
  withdrawals jsonb not null default '[]',
  committed_at timestamptz,
  drawn_at timestamptz,
  -- Until then the inspected know nothing of an unannounced round.
  revealed_at timestamptz,
  ended_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  check (starts_on <= ends_on),
  foreign key (tenant_id, unit_id) references units (tenant_id, id),
  foreign key (tenant_id, programme_id) references programmes (tenant_id, id),
  foreign key (tenant_id, duty_id) references duties (tenant_id, id)
);
create index rounds_newest on rounds (tenant_id, starts_on desc, id desc);
create index rounds_of_duty on rounds (tenant_id, duty_id, starts_on) where duty_id is not null;
create index rounds_within on rounds using gist (unit_path);
create index rounds_involved on rounds using gist (involved_paths);

create table round_inspectors (
  tenant_id uuid not null references tenants,
  round_id uuid not null,
  person_id uuid not null,
  -- Home: the inspector never goes there.
  unit_path ltree not null,
  primary key (tenant_id, round_id, person_id),
  foreign key (tenant_id, round_id) references rounds (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index round_inspectors_of on round_inspectors (tenant_id, person_id);

-- The points drawn, each with the version of the standard it will be held to.
create table round_points (
  tenant_id uuid not null references tenants,
  round_id uuid not null,
  point_id uuid not null,
  version_id uuid not null,
  stratum text not null,
  ordinal integer not null,
  primary key (tenant_id, round_id, point_id),
  foreign key (tenant_id, round_id) references rounds (tenant_id, id),
  foreign key (tenant_id, point_id) references points (tenant_id, id),
  foreign key (tenant_id, version_id) references standard_versions (tenant_id, id)
);
create index round_points_of on round_points (tenant_id, point_id);

create table round_pairs (
  tenant_id uuid not null references tenants,
  round_id uuid not null,
  point_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, round_id, point_id, person_id),
  foreign key (tenant_id, round_id, point_id) references round_points (tenant_id, round_id, point_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index round_pairs_of on round_pairs (tenant_id, person_id, round_id);

-- One inspector at one point. The id comes from the phone, and from round, point and person where there is a round: two
-- devices of one person record the same visit.
create table visits (
  tenant_id uuid not null references tenants,
  id uuid not null,
  round_id uuid,
  point_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  unit_path ltree not null,
  -- By the phone's clock, set right by what the server knew of its error.
  started_at timestamptz not null,
  finished_at timestamptz,
  received_at timestamptz not null,
  note text not null default '',
  -- As with observations: the last word counts.
  note_stamp text not null default '',
  conforms integer not null default 0,
  mostly integer not null default 0,
  fails integer not null default 0,
  not_applicable integer not null default 0,
  -- Null until finished, and where nothing applied.
  score real,
  critical_failed boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, point_id, person_id),
  foreign key (tenant_id, round_id) references rounds (tenant_id, id),
  foreign key (tenant_id, point_id) references points (tenant_id, id),
  foreign key (tenant_id, version_id) references standard_versions (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index visits_point on visits (tenant_id, point_id, started_at desc, id desc);
create index visits_unit on visits (tenant_id, unit_id, started_at desc, id desc);
create index visits_round on visits (tenant_id, round_id);
create index visits_person on visits (tenant_id, person_id, started_at desc);

-- One criterion as seen at one visit. `stamp` orders what several devices say of it: the last word counts, whatever arrives last.
create table observations (
  tenant_id uuid not null references tenants,
  visit_id uuid not null,
  criterion_id uuid not null,
  -- Made from visit and criterion, so that every device gives the same.
  id uuid not null,
  point_id uuid not null,
  grade text not null check (grade in ('conforms', 'mostly', 'fails', 'not-applicable')),
  -- Which of the criterion's exceptions makes it conform.
  exception text,
  note text not null default '',
  seen_at timestamptz not null,
  stamp text not null,
  -- Photos that show it, which may still be under way, and those taken back, which do not come again.
  photos uuid[] not null default '{}',
  photos_dropped uuid[] not null default '{}',
  primary key (tenant_id, visit_id, criterion_id),
  unique (tenant_id, id),
  foreign key (tenant_id, visit_id) references visits (tenant_id, id)
);
create index observations_of_point on observations (tenant_id, point_id, criterion_id, seen_at desc);
create index observations_of_criterion on observations (tenant_id, criterion_id, seen_at desc);

-- Everything a device has sent, once each: what was accepted, and what could not be and waits, whole, for somebody to look.
create table deliveries (
  tenant_id uuid not null references tenants,
  id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  -- Where the person works: the offices above see what was kept.
  unit_path ltree not null,
  kind text not null,
  written_at timestamptz not null,
  received_at timestamptz not null,
  outcome text not null check (outcome in ('accepted', 'kept', 'settled')),
  -- Only for what is kept: the entry as it came, and the Problem it met.
  content jsonb,
  problem jsonb,
  settled_by uuid,
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index deliveries_kept on deliveries (tenant_id, received_at desc, id desc) where outcome = 'kept';

-- What a photo is to show once it arrives: it travels apart from the words, and may come later.
create table photos_awaited (
  tenant_id uuid not null references tenants,
  evidence_id uuid not null,
  subject_kind text not null check (subject_kind in ('occurrence', 'observation', 'case')),
  subject_id uuid not null,
  -- Nobody shows another's photo by guessing its id.
  person_id uuid not null,
  -- Whose it is to be then; null: whoever files it keeps it.
  unit_id uuid,
  primary key (tenant_id, evidence_id, subject_kind, subject_id),
  foreign key (tenant_id, person_id) references people (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);

call guard('standards');
call guard('standard_versions');
call guard('criteria');
call guard('points');
call guard('rounds');
call guard('round_inspectors');
call guard('round_points');
call guard('round_pairs');
call guard('visits');
call guard('observations');
call guard('deliveries');
call guard('photos_awaited');

-- Before a tenant is known: a published standard that is on the public page. Answers nothing of any other.
create function public_standard(sought uuid) returns table (tenant_id uuid, version_id uuid) language sql stable security definer set search_path = public
  as $$ select s.tenant_id, s.current_version_id from standards s
        where s.id = sought and s.is_public and s.archived_at is null and s.current_version_id is not null $$;
