-- How a case went that was closed and came back: what its unit did then stays done, whatever is found later.
create table case_lives (
  tenant_id uuid not null references tenants,
  case_id uuid not null,
  -- How often it had come back before.
  life integer not null,
  unit_id uuid not null,
  due_at timestamptz not null,
  submitted_at timestamptz,
  rechecked_at timestamptz,
  returned integer not null,
  closed_at timestamptz not null,
  primary key (tenant_id, case_id, life),
  foreign key (tenant_id, case_id) references cases (tenant_id, id),
  foreign key (tenant_id, unit_id) references units (tenant_id, id)
);
create index case_lives_due on case_lives (tenant_id, due_at);
create index case_lives_rechecked on case_lives (tenant_id, rechecked_at);
call guard('case_lives');
