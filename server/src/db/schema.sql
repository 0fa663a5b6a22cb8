table public.api_keys
  tenant_id uuid not null
  id uuid not null
  person_id uuid not null
  name text not null
  prefix text not null
  secret_hash text not null
  scopes text[] not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id)
  constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint api_keys_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id) ON DELETE CASCADE
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX api_keys_secret ON public.api_keys USING btree (secret_hash)
  index CREATE UNIQUE INDEX api_keys_pkey ON public.api_keys USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.assignment_events
  tenant_id uuid not null
  id uuid not null
  assignment_id uuid not null
  at timestamp with time zone not null
  person_id uuid not null
  kind text not null
  note text
  progress integer
  constraint assignment_events_pkey PRIMARY KEY (tenant_id, id)
  constraint assignment_events_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id)
  constraint assignment_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX assignment_events_of ON public.assignment_events USING btree (tenant_id, assignment_id, at)
  index CREATE UNIQUE INDEX assignment_events_pkey ON public.assignment_events USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.assignments
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  task_id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  part text not null
  state text not null default 'assigned'::text
  due_on date
  due_at timestamp with time zone not null default 'infinity'::timestamp with time zone
  progress integer not null default 0
  submitted_by uuid
  submitted_at timestamp with time zone
  confirmed_by uuid
  confirmed_at timestamp with time zone
  changed_at timestamp with time zone not null
  version integer not null default 1
  constraint assignments_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'responsible'::text, 'support'::text])))
  constraint assignments_pkey PRIMARY KEY (tenant_id, id)
  constraint assignments_progress_check CHECK (((progress >= 0) AND (progress <= 100)))
  constraint assignments_state_check CHECK ((state = ANY (ARRAY['assigned'::text, 'accepted'::text, 'in-progress'::text, 'submitted'::text, 'returned'::text, 'confirmed'::text, 'withdrawn'::text])))
  constraint assignments_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint assignments_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  constraint assignments_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES tasks(tenant_id, id)
  constraint assignments_tenant_id_task_id_unit_id_key UNIQUE (tenant_id, task_id, unit_id)
  constraint assignments_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX assignments_due ON public.assignments USING btree (tenant_id, due_at, id)
  index CREATE INDEX assignments_programme ON public.assignments USING btree (tenant_id, programme_id, due_at, id)
  index CREATE INDEX assignments_programme_state ON public.assignments USING btree (tenant_id, programme_id, state, due_at)
  index CREATE INDEX assignments_state ON public.assignments USING btree (tenant_id, state, due_at)
  index CREATE INDEX assignments_task_state ON public.assignments USING btree (tenant_id, task_id, state, due_at)
  index CREATE INDEX assignments_unit_due ON public.assignments USING btree (tenant_id, unit_id, due_at, id)
  index CREATE INDEX assignments_unit_state ON public.assignments USING btree (tenant_id, unit_id, state, due_at)
  index CREATE UNIQUE INDEX assignments_pkey ON public.assignments USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX assignments_tenant_id_task_id_unit_id_key ON public.assignments USING btree (tenant_id, task_id, unit_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.audit_entries
  tenant_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  person_id uuid
  via text not null
  action text not null
  subject_kind text not null
  subject_id uuid
  subject text
  unit_path ltree
  content jsonb not null default '{}'::jsonb
  request_id text
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, id)
  constraint audit_entries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint audit_entries_via_check CHECK ((via = ANY (ARRAY['desk'::text, 'key'::text, 'system'::text])))
  grant INSERT, SELECT to luoshi_app
  index CREATE INDEX audit_entries_person ON public.audit_entries USING btree (tenant_id, person_id, id DESC)
  index CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (tenant_id, subject_id, id DESC)
  index CREATE INDEX audit_entries_unit ON public.audit_entries USING gist (unit_path)
  index CREATE UNIQUE INDEX audit_entries_pkey ON public.audit_entries USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security
  trigger CREATE TRIGGER audit_is_append_only BEFORE DELETE OR UPDATE ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change()

table public.budget_lines
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  ordinal integer not null
  item text not null
  fen bigint not null
  withdrawn_at timestamp with time zone
  constraint budget_lines_pkey PRIMARY KEY (tenant_id, id)
  constraint budget_lines_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint budget_lines_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint budget_lines_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX budget_lines_pkey ON public.budget_lines USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.calendar_days
  tenant_id uuid not null
  day date not null
  kind text not null
  name text not null
  constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['work'::text, 'rest'::text])))
  constraint calendar_days_pkey PRIMARY KEY (tenant_id, day)
  constraint calendar_days_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX calendar_days_pkey ON public.calendar_days USING btree (tenant_id, day)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.channels
  tenant_id uuid not null
  id uuid not null
  person_id uuid not null
  unit_id uuid
  kind text not null
  address text not null
  secret text
  rhythm text not null default 'daily'::text
  active boolean not null default true
  last_sent_at timestamp with time zone
  last_failure text
  constraint channels_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'wecom'::text, 'dingtalk'::text, 'feishu'::text])))
  constraint channels_pkey PRIMARY KEY (tenant_id, id)
  constraint channels_rhythm_check CHECK ((rhythm = ANY (ARRAY['daily'::text, 'at-once'::text])))
  constraint channels_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint channels_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id) ON DELETE CASCADE
  constraint channels_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX channels_pkey ON public.channels USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.duties
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  ordinal integer not null
  text text not null
  every jsonb not null
  starts_on date
  ends_on date
  laid_until date
  withdrawn_at timestamp with time zone
  constraint duties_pkey PRIMARY KEY (tenant_id, id)
  constraint duties_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint duties_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint duties_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX duties_pkey ON public.duties USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.duty_units
  tenant_id uuid not null
  duty_id uuid not null
  unit_id uuid not null
  constraint duty_units_pkey PRIMARY KEY (tenant_id, duty_id, unit_id)
  constraint duty_units_tenant_id_duty_id_fkey FOREIGN KEY (tenant_id, duty_id) REFERENCES duties(tenant_id, id)
  constraint duty_units_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint duty_units_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX duty_units_pkey ON public.duty_units USING btree (tenant_id, duty_id, unit_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.evidence
  tenant_id uuid not null
  id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  kind text not null
  name text not null
  sha256 text
  text text
  taken_at timestamp with time zone
  added_by uuid not null
  added_at timestamp with time zone not null
  constraint evidence_check CHECK (((sha256 IS NULL) = (kind = 'text'::text)))
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'file'::text, 'text'::text])))
  constraint evidence_pkey PRIMARY KEY (tenant_id, id)
  constraint evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint evidence_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES files(tenant_id, sha256)
  constraint evidence_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX evidence_unit ON public.evidence USING btree (tenant_id, unit_id, id DESC)
  index CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.evidence_serves
  tenant_id uuid not null
  evidence_id uuid not null
  subject_kind text not null
  subject_id uuid not null
  constraint evidence_serves_pkey PRIMARY KEY (tenant_id, evidence_id, subject_kind, subject_id)
  constraint evidence_serves_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['assignment'::text, 'occurrence'::text])))
  constraint evidence_serves_tenant_id_evidence_id_fkey FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence(tenant_id, id)
  constraint evidence_serves_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX evidence_of ON public.evidence_serves USING btree (tenant_id, subject_kind, subject_id)
  index CREATE UNIQUE INDEX evidence_serves_pkey ON public.evidence_serves USING btree (tenant_id, evidence_id, subject_kind, subject_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.extensions
  tenant_id uuid not null
  id uuid not null
  assignment_id uuid not null
  until date not null
  reason text not null
  state text not null default 'asked'::text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  note text
  constraint extensions_pkey PRIMARY KEY (tenant_id, id)
  constraint extensions_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])))
  constraint extensions_tenant_id_assignment_id_fkey FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments(tenant_id, id)
  constraint extensions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX extensions_one_open ON public.extensions USING btree (tenant_id, assignment_id) WHERE (state = 'asked'::text)
  index CREATE UNIQUE INDEX extensions_pkey ON public.extensions USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.files
  tenant_id uuid not null
  sha256 text not null
  bytes bigint not null
  media_type text not null
  stored_at timestamp with time zone not null
  constraint files_pkey PRIMARY KEY (tenant_id, sha256)
  constraint files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX files_pkey ON public.files USING btree (tenant_id, sha256)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.groups
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  ordinal integer not null
  kind text not null
  name text not null
  leaders text[] not null
  deputies text[] not null
  members jsonb not null
  location text
  duties text
  constraint groups_kind_check CHECK ((kind = ANY (ARRAY['leading'::text, 'office'::text, 'working'::text])))
  constraint groups_pkey PRIMARY KEY (tenant_id, id)
  constraint groups_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint groups_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint groups_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX groups_pkey ON public.groups USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.imports
  tenant_id uuid not null
  id uuid not null
  person_id uuid not null
  content jsonb not null
  created_at timestamp with time zone not null
  applied_at timestamp with time zone
  constraint imports_pkey PRIMARY KEY (tenant_id, id)
  constraint imports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint imports_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX imports_pkey ON public.imports USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.indicators
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  ordinal integer not null
  subject text not null
  op text not null
  target numeric
  unit text not null
  withdrawn_at timestamp with time zone
  constraint indicators_op_check CHECK ((op = ANY (ARRAY['>='::text, '<='::text, '='::text, '>'::text, '<'::text])))
  constraint indicators_pkey PRIMARY KEY (tenant_id, id)
  constraint indicators_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint indicators_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint indicators_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX indicators_pkey ON public.indicators USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.measurements
  tenant_id uuid not null
  id uuid not null
  indicator_id uuid not null
  unit_id uuid
  on_day date not null
  value numeric not null
  numerator bigint
  denominator bigint
  note text
  measured_by uuid not null
  measured_at timestamp with time zone not null
  constraint measurements_pkey PRIMARY KEY (tenant_id, id)
  constraint measurements_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint measurements_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators(tenant_id, id)
  constraint measurements_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX measurements_of ON public.measurements USING btree (tenant_id, indicator_id, on_day)
  index CREATE UNIQUE INDEX measurements_pkey ON public.measurements USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.memberships
  tenant_id uuid not null
  id uuid not null
  person_id uuid not null
  unit_id uuid not null
  role text not null
  title text
  constraint memberships_pkey PRIMARY KEY (tenant_id, id)
  constraint memberships_role_check CHECK ((role = ANY (ARRAY['office'::text, 'unit'::text, 'worker'::text, 'inspector'::text, 'leader'::text, 'auditor'::text, 'administrator'::text])))
  constraint memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint memberships_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id) ON DELETE CASCADE
  constraint memberships_tenant_id_person_id_unit_id_role_key UNIQUE (tenant_id, person_id, unit_id, role)
  constraint memberships_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX memberships_unit ON public.memberships USING btree (tenant_id, unit_id)
  index CREATE UNIQUE INDEX memberships_pkey ON public.memberships USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX memberships_tenant_id_person_id_unit_id_role_key ON public.memberships USING btree (tenant_id, person_id, unit_id, role)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.milestones
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  ordinal integer not null
  text text not null
  on_day date not null
  withdrawn_at timestamp with time zone
  constraint milestones_pkey PRIMARY KEY (tenant_id, id)
  constraint milestones_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint milestones_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint milestones_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX milestones_pkey ON public.milestones USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.notices_due
  tenant_id uuid not null
  id uuid not null
  person_id uuid
  thing text not null
  kind text not null
  subject_kind text not null
  subject_id uuid not null
  content jsonb not null
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  unit_id uuid
  constraint notices_due_check CHECK ((num_nonnulls(person_id, unit_id) = 1))
  constraint notices_due_pkey PRIMARY KEY (tenant_id, id)
  constraint notices_due_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint notices_due_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id) ON DELETE CASCADE
  constraint notices_due_tenant_id_person_id_unit_id_thing_key UNIQUE NULLS NOT DISTINCT (tenant_id, person_id, unit_id, thing)
  constraint notices_due_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX notices_due_unsent ON public.notices_due USING btree (tenant_id, person_id) WHERE (sent_at IS NULL)
  index CREATE UNIQUE INDEX notices_due_pkey ON public.notices_due USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX notices_due_tenant_id_person_id_unit_id_thing_key ON public.notices_due USING btree (tenant_id, person_id, unit_id, thing) NULLS NOT DISTINCT
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.occurrences
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  duty_id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  period text not null
  opens_at timestamp with time zone not null
  due_at timestamp with time zone not null
  state text not null default 'due'::text
  note text
  recorded_by uuid
  recorded_at timestamp with time zone
  missed_at timestamp with time zone
  version integer not null default 1
  constraint occurrences_pkey PRIMARY KEY (tenant_id, id)
  constraint occurrences_state_check CHECK ((state = ANY (ARRAY['due'::text, 'recorded'::text, 'confirmed'::text, 'returned'::text, 'missed'::text, 'excused'::text])))
  constraint occurrences_tenant_id_duty_id_fkey FOREIGN KEY (tenant_id, duty_id) REFERENCES duties(tenant_id, id)
  constraint occurrences_tenant_id_duty_id_unit_id_period_key UNIQUE (tenant_id, duty_id, unit_id, period)
  constraint occurrences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint occurrences_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  constraint occurrences_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX occurrences_due ON public.occurrences USING btree (tenant_id, due_at, id)
  index CREATE INDEX occurrences_programme_state ON public.occurrences USING btree (tenant_id, programme_id, state, due_at)
  index CREATE INDEX occurrences_state ON public.occurrences USING btree (tenant_id, state, due_at)
  index CREATE INDEX occurrences_unit_due ON public.occurrences USING btree (tenant_id, unit_id, due_at, id)
  index CREATE INDEX occurrences_unit_state ON public.occurrences USING btree (tenant_id, unit_id, state, due_at)
  index CREATE UNIQUE INDEX occurrences_pkey ON public.occurrences USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX occurrences_tenant_id_duty_id_unit_id_period_key ON public.occurrences USING btree (tenant_id, duty_id, unit_id, period)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.party_matches
  tenant_id uuid not null
  unit_id uuid not null
  name text not null
  unit_ids uuid[] not null default '{}'::uuid[]
  every_kind text
  ignored boolean not null default false
  updated_by uuid not null
  updated_at timestamp with time zone not null
  constraint party_matches_pkey PRIMARY KEY (tenant_id, unit_id, name)
  constraint party_matches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint party_matches_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX party_matches_pkey ON public.party_matches USING btree (tenant_id, unit_id, name)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.people
  tenant_id uuid not null
  id uuid not null
  user_id text
  name text not null
  account text not null
  title text
  phone text
  email text
  status text not null default 'active'::text
  calendar_token_hash text
  password_due boolean not null default false
  created_at timestamp with time zone not null
  version integer not null default 1
  calendar_nonce text
  constraint people_pkey PRIMARY KEY (tenant_id, id)
  constraint people_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text])))
  constraint people_tenant_id_account_key UNIQUE (tenant_id, account)
  constraint people_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint people_tenant_id_user_id_key UNIQUE (tenant_id, user_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX people_calendar ON public.people USING btree (calendar_token_hash) WHERE (calendar_token_hash IS NOT NULL)
  index CREATE INDEX people_user ON public.people USING btree (user_id)
  index CREATE UNIQUE INDEX people_pkey ON public.people USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX people_tenant_id_account_key ON public.people USING btree (tenant_id, account)
  index CREATE UNIQUE INDEX people_tenant_id_user_id_key ON public.people USING btree (tenant_id, user_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.phases
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  ordinal integer not null
  name text not null
  starts_on date
  ends_on date
  constraint phases_pkey PRIMARY KEY (tenant_id, id)
  constraint phases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint phases_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint phases_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX phases_pkey ON public.phases USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.plan_diagnostics
  tenant_id uuid not null
  id uuid not null
  version_id uuid not null
  ordinal integer not null
  code text not null
  severity text not null
  params jsonb not null
  message jsonb not null
  span_start integer not null
  span_end integer not null
  related jsonb not null default '[]'::jsonb
  remedy jsonb
  state text not null default 'open'::text
  note text
  updated_by uuid
  constraint plan_diagnostics_pkey PRIMARY KEY (tenant_id, id)
  constraint plan_diagnostics_severity_check CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'info'::text])))
  constraint plan_diagnostics_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text])))
  constraint plan_diagnostics_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint plan_diagnostics_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX plan_diagnostics_of ON public.plan_diagnostics USING btree (tenant_id, version_id, ordinal)
  index CREATE UNIQUE INDEX plan_diagnostics_pkey ON public.plan_diagnostics USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.plan_items
  tenant_id uuid not null
  id uuid not null
  version_id uuid not null
  kind text not null
  ordinal integer not null
  content jsonb not null
  original jsonb
  span_start integer
  span_end integer
  state text not null default 'proposed'::text
  confidence real
  doubt text
  version integer not null default 1
  updated_by uuid
  updated_at timestamp with time zone not null
  constraint plan_items_kind_check CHECK ((kind = ANY (ARRAY['group'::text, 'phase'::text, 'task'::text, 'duty'::text, 'indicator'::text, 'milestone'::text, 'checklist'::text, 'procedure'::text, 'budget'::text, 'consequence'::text, 'reference'::text])))
  constraint plan_items_pkey PRIMARY KEY (tenant_id, id)
  constraint plan_items_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'rejected'::text])))
  constraint plan_items_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint plan_items_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX plan_items_changed ON public.plan_items USING btree (tenant_id, version_id, updated_at)
  index CREATE INDEX plan_items_of ON public.plan_items USING btree (tenant_id, version_id, kind, ordinal)
  index CREATE UNIQUE INDEX plan_items_pkey ON public.plan_items USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.plan_versions
  tenant_id uuid not null
  id uuid not null
  plan_id uuid not null
  number integer not null
  source_name text not null
  source_sha256 text
  text text not null default ''::text
  span_start integer not null default 0
  span_end integer not null default 0
  outline jsonb not null default '[]'::jsonb
  issuer text
  year integer
  step text not null default 'queued'::text
  progress integer not null default 0
  failure jsonb
  created_by uuid not null
  created_at timestamp with time zone not null
  published_by uuid
  published_at timestamp with time zone
  constraint plan_versions_pkey PRIMARY KEY (tenant_id, id)
  constraint plan_versions_step_check CHECK ((step = ANY (ARRAY['queued'::text, 'decoding'::text, 'reading'::text, 'checking'::text, 'saving'::text, 'done'::text, 'failed'::text])))
  constraint plan_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint plan_versions_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id)
  constraint plan_versions_tenant_id_plan_id_number_key UNIQUE (tenant_id, plan_id, number)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX plan_versions_pkey ON public.plan_versions USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX plan_versions_tenant_id_plan_id_number_key ON public.plan_versions USING btree (tenant_id, plan_id, number)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.plans
  tenant_id uuid not null
  id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  title text not null
  status text not null
  revises_programme_id uuid
  programme_id uuid
  current_version_id uuid
  created_by uuid not null
  created_at timestamp with time zone not null
  version integer not null default 1
  constraint plans_pkey PRIMARY KEY (tenant_id, id)
  constraint plans_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'review'::text, 'published'::text, 'failed'::text, 'withdrawn'::text])))
  constraint plans_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint plans_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX plans_newest ON public.plans USING btree (tenant_id, created_at DESC, id DESC)
  index CREATE INDEX plans_title ON public.plans USING gin (title gin_trgm_ops)
  index CREATE INDEX plans_within ON public.plans USING gist (unit_path)
  index CREATE UNIQUE INDEX plans_pkey ON public.plans USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.programmes
  tenant_id uuid not null
  id uuid not null
  plan_id uuid not null
  version_id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  involved_paths ltree[] not null default '{}'::ltree[]
  title text not null
  goal text
  status text not null default 'running'::text
  starts_on date
  ends_on date
  countdown_milestone_id uuid
  published_by uuid not null
  published_at timestamp with time zone not null
  version integer not null default 1
  constraint programmes_pkey PRIMARY KEY (tenant_id, id)
  constraint programmes_status_check CHECK ((status = ANY (ARRAY['running'::text, 'ended'::text, 'paused'::text])))
  constraint programmes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint programmes_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id)
  constraint programmes_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint programmes_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES plan_versions(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX programmes_involved ON public.programmes USING gist (involved_paths)
  index CREATE INDEX programmes_within ON public.programmes USING gist (unit_path)
  index CREATE UNIQUE INDEX programmes_pkey ON public.programmes USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.review_presence
  tenant_id uuid not null
  plan_id uuid not null
  person_id uuid not null
  seen_at timestamp with time zone not null
  constraint review_presence_pkey PRIMARY KEY (tenant_id, plan_id, person_id)
  constraint review_presence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint review_presence_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES plans(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX review_presence_pkey ON public.review_presence USING btree (tenant_id, plan_id, person_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.schema_migrations
  name text not null
  applied_at timestamp with time zone not null default now()
  constraint schema_migrations_pkey PRIMARY KEY (name)
  index CREATE UNIQUE INDEX schema_migrations_pkey ON public.schema_migrations USING btree (name)

table public.seal_leaves
  tenant_id uuid not null
  entry_id uuid not null
  number integer not null
  position integer not null
  digest text not null
  constraint seal_leaves_pkey PRIMARY KEY (tenant_id, entry_id)
  constraint seal_leaves_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint seal_leaves_tenant_id_number_fkey FOREIGN KEY (tenant_id, number) REFERENCES seals(tenant_id, number)
  constraint seal_leaves_tenant_id_number_position_key UNIQUE (tenant_id, number, "position")
  grant INSERT, SELECT to luoshi_app
  index CREATE UNIQUE INDEX seal_leaves_pkey ON public.seal_leaves USING btree (tenant_id, entry_id)
  index CREATE UNIQUE INDEX seal_leaves_tenant_id_number_position_key ON public.seal_leaves USING btree (tenant_id, number, "position")
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security
  trigger CREATE TRIGGER seal_leaves_are_append_only BEFORE DELETE OR UPDATE ON public.seal_leaves FOR EACH ROW EXECUTE FUNCTION refuse_change()

table public.seals
  tenant_id uuid not null
  number integer not null
  entries integer not null
  root text not null
  seal text not null
  sealed_at timestamp with time zone not null
  constraint seals_pkey PRIMARY KEY (tenant_id, number)
  constraint seals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant INSERT, SELECT to luoshi_app
  index CREATE UNIQUE INDEX seals_pkey ON public.seals USING btree (tenant_id, number)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security
  trigger CREATE TRIGGER seals_are_append_only BEFORE DELETE OR UPDATE ON public.seals FOR EACH ROW EXECUTE FUNCTION refuse_change()

table public.task_parties
  tenant_id uuid not null
  task_id uuid not null
  part text not null
  name text not null
  unit_ids uuid[] not null default '{}'::uuid[]
  constraint task_parties_part_check CHECK ((part = ANY (ARRAY['lead'::text, 'responsible'::text, 'support'::text])))
  constraint task_parties_pkey PRIMARY KEY (tenant_id, task_id, part, name)
  constraint task_parties_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint task_parties_tenant_id_task_id_fkey FOREIGN KEY (tenant_id, task_id) REFERENCES tasks(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX task_parties_pkey ON public.task_parties USING btree (tenant_id, task_id, part, name)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.tasks
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  item_id uuid
  phase_id uuid
  ordinal integer not null
  text text not null
  section text not null default ''::text
  starts_on date
  due_on date
  withdrawn_at timestamp with time zone
  constraint tasks_pkey PRIMARY KEY (tenant_id, id)
  constraint tasks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint tasks_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint tasks_tenant_id_phase_id_fkey FOREIGN KEY (tenant_id, phase_id) REFERENCES phases(tenant_id, id)
  constraint tasks_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX tasks_of ON public.tasks USING btree (tenant_id, programme_id, ordinal)
  index CREATE UNIQUE INDEX tasks_pkey ON public.tasks USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.tenants
  tenant_id uuid not null
  name text not null
  created_at timestamp with time zone not null
  sample boolean not null default false
  constraint tenants_pkey PRIMARY KEY (tenant_id)
  grant SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX tenants_pkey ON public.tenants USING btree (tenant_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.units
  tenant_id uuid not null
  id uuid not null
  parent_id uuid
  path ltree not null
  kind text not null
  name text not null
  short_name text
  aliases text[] not null default '{}'::text[]
  position integer not null default 0
  archived_at timestamp with time zone
  version integer not null default 1
  constraint units_kind_check CHECK ((kind = ANY (ARRAY['county'::text, 'street'::text, 'town'::text, 'community'::text, 'village'::text, 'estate'::text, 'grid'::text, 'department'::text, 'company'::text, 'school'::text, 'other'::text])))
  constraint units_pkey PRIMARY KEY (tenant_id, id)
  constraint units_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint units_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES units(tenant_id, id)
  constraint units_tenant_id_parent_id_name_key UNIQUE (tenant_id, parent_id, name)
  constraint units_tenant_id_path_key UNIQUE (tenant_id, path)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX units_within ON public.units USING gist (path)
  index CREATE UNIQUE INDEX units_pkey ON public.units USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX units_tenant_id_parent_id_name_key ON public.units USING btree (tenant_id, parent_id, name)
  index CREATE UNIQUE INDEX units_tenant_id_path_key ON public.units USING btree (tenant_id, path)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.uploads
  tenant_id uuid not null
  id uuid not null
  person_id uuid not null
  name text not null
  media_type text not null
  bytes bigint not null
  received bigint not null default 0
  sha256 text not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  constraint uploads_pkey PRIMARY KEY (tenant_id, id)
  constraint uploads_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint uploads_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX uploads_pkey ON public.uploads USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

CREATE OR REPLACE FUNCTION public.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('luoshi.tenant', true), '')::uuid $function$

CREATE OR REPLACE FUNCTION public.end_session(sought text, session text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin
    delete from auth.session s where s.id = session and s."userId" = sought and auth.is_of_tenant(sought);
    return found;
  end $function$

CREATE OR REPLACE FUNCTION public.end_sessions(sought text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin
    if auth.is_of_tenant(sought) then delete from auth.session where "userId" = sought; end if;
  end $function$

CREATE OR REPLACE FUNCTION public.erase_sign_in(sought text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin
    if auth.is_of_tenant(sought) then delete from auth."user" where id = sought; end if;
  end $function$

CREATE OR REPLACE PROCEDURE public.guard(IN name text)
 LANGUAGE plpgsql
AS $procedure$ begin
  execute format('alter table %I enable row level security', name);
  execute format('create policy tenant on %I to luoshi_app using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', name);
  execute format('grant select, insert, update, delete on %I to luoshi_app', name);
end $procedure$

CREATE OR REPLACE FUNCTION public.has_second_factor(sought text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select coalesce((select u."twoFactorEnabled" from auth."user" u where u.id = sought and auth.is_of_tenant(sought)), false) $function$

CREATE OR REPLACE FUNCTION public.make_sign_in(user_id text, account text, hash text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin
    insert into auth."user" (id, name, email, username, "displayUsername", "createdAt", "updatedAt")
      values (user_id, '', user_id || '@sign-in.invalid', lower(account), account, at, at);
    insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      values (user_id, user_id, 'credential', user_id, hash, at, at);
  end $function$

CREATE OR REPLACE FUNCTION public.person_of_calendar(sought text)
 RETURNS TABLE(tenant_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select p.tenant_id, p.id from people p where p.calendar_token_hash = sought and p.status = 'active' $function$

CREATE OR REPLACE FUNCTION public.person_of_key(sought text, at timestamp with time zone)
 RETURNS TABLE(tenant_id uuid, person_id uuid, key_id uuid, scopes text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select k.tenant_id, k.person_id, k.id, k.scopes from api_keys k join people p on p.tenant_id = k.tenant_id and p.id = k.person_id
        where k.secret_hash = sought and k.revoked_at is null and (k.expires_at is null or k.expires_at > at) and p.status = 'active' $function$

CREATE OR REPLACE FUNCTION public.person_of_user(sought text)
 RETURNS TABLE(tenant_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select p.tenant_id, p.id from people p where p.user_id = sought and p.status = 'active' $function$

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'the audit is append-only'; end $function$

CREATE OR REPLACE FUNCTION public.replace_password(sought text, hash text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ begin
    if not auth.is_of_tenant(sought) then raise exception 'no such sign-in here'; end if;
    update auth.account set password = hash, "updatedAt" = at where "userId" = sought and "providerId" = 'credential';
    delete from auth.session where "userId" = sought;
    delete from auth.failures f using auth."user" u where u.id = sought and f.account = u.username;
  end $function$

CREATE OR REPLACE FUNCTION public.sessions_of(sought text)
 RETURNS TABLE(id text, user_agent text, address text, created_at timestamp with time zone, seen_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$ select s.id, s."userAgent", s."ipAddress", s."createdAt", s."updatedAt" from auth.session s
        where s."userId" = sought and s."expiresAt" > now() and auth.is_of_tenant(sought) order by s."updatedAt" desc $function$
