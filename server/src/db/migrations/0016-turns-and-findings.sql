-- What a visit finds holds a case up until the finder takes it back: each finding stands for one case, in one of its lives.
create table case_findings (
  tenant_id uuid not null references tenants,
  -- Of the observation; the same however often it is told.
  finding_id uuid not null,
  case_id uuid not null,
  -- How often the case had come back when it was found: a life ends with the closing.
  life integer not null,
  seen_at timestamptz not null,
  -- Taken back, it holds nothing up.
  withdrawn_at timestamptz,
  primary key (tenant_id, finding_id),
  foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
create index case_findings_of on case_findings (tenant_id, case_id) where withdrawn_at is null;
insert into case_findings (tenant_id, finding_id, case_id, life, seen_at)
  select c.tenant_id, e.id, c.id, c.relapses, e.at from case_events e
  join cases c on c.tenant_id = e.tenant_id and c.id = e.case_id
  where e.kind in ('open', 'seen-again', 'relapse') and c.point_id is not null and c.criterion_id is not null;

-- The time that a unit had of a case that went on to another: it goes on with it when the case comes again, and what it let pass stays so.
create table case_turns (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  unit_id uuid not null,
  life integer not null,
  assigned_at timestamptz not null,
  due_at timestamptz not null,
  left_at timestamptz not null,
  level text not null check (level in ('grid', 'community', 'street', 'county')),
  level_since timestamptz not null,
  escalated_at timestamptz,
  primary key (tenant_id, case_id, unit_id, life),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index case_turns_missed on case_turns (tenant_id, due_at) where left_at > due_at;

-- When a recheck sent it back last: what was submitted before that says nothing of what is wrong now.
alter table cases add column returned_at timestamptz;
-- The columns of its closing, so that a relapse that was none is taken back.
alter table cases add column closed_as jsonb;

call guard('case_findings');
call guard('case_turns');
