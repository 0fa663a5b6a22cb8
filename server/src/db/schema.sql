table public.answer_templates
  tenant_id uuid not null
  id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  step text not null
  name text not null
  text text not null
  constraint answer_templates_pkey PRIMARY KEY (tenant_id, id)
  constraint answer_templates_step_check CHECK ((step = ANY (ARRAY['assign'::text, 'refuse'::text, 'submit'::text, 'recheck'::text, 'close'::text, 'dismiss'::text])))
  constraint answer_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint answer_templates_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX answer_templates_pkey ON public.answer_templates USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

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

table public.case_categories
  tenant_id uuid not null
  id uuid not null
  code text not null
  section text not null
  name text not null
  limit_amount integer not null
  limit_unit text not null
  closing_condition text not null
  level_days integer not null default 7
  severity text not null default 'ordinary'::text
  archived_at timestamp with time zone
  version integer not null default 1
  constraint case_categories_level_days_check CHECK ((level_days > 0))
  constraint case_categories_limit_amount_check CHECK ((limit_amount > 0))
  constraint case_categories_limit_unit_check CHECK ((limit_unit = ANY (ARRAY['hours'::text, 'working-hours'::text, 'days'::text, 'working-days'::text])))
  constraint case_categories_pkey PRIMARY KEY (tenant_id, id)
  constraint case_categories_severity_check CHECK ((severity = ANY (ARRAY['minor'::text, 'ordinary'::text, 'serious'::text])))
  constraint case_categories_tenant_id_code_key UNIQUE (tenant_id, code)
  constraint case_categories_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX case_categories_pkey ON public.case_categories USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX case_categories_tenant_id_code_key ON public.case_categories USING btree (tenant_id, code)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.case_events
  tenant_id uuid not null
  id uuid not null
  case_id uuid not null
  at timestamp with time zone not null
  person_id uuid
  kind text not null
  note text
  content jsonb not null default '{}'::jsonb
  constraint case_events_pkey PRIMARY KEY (tenant_id, id)
  constraint case_events_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id)
  constraint case_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX case_events_of ON public.case_events USING btree (tenant_id, case_id, at, id)
  index CREATE UNIQUE INDEX case_events_pkey ON public.case_events USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.case_extensions
  tenant_id uuid not null
  id uuid not null
  case_id uuid not null
  until date not null
  reason text not null
  state text not null default 'asked'::text
  asked_by uuid not null
  asked_at timestamp with time zone not null
  decided_by uuid
  decided_at timestamp with time zone
  note text
  constraint case_extensions_pkey PRIMARY KEY (tenant_id, id)
  constraint case_extensions_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text])))
  constraint case_extensions_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id)
  constraint case_extensions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX case_extensions_one_open ON public.case_extensions USING btree (tenant_id, case_id) WHERE (state = 'asked'::text)
  index CREATE UNIQUE INDEX case_extensions_pkey ON public.case_extensions USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.case_findings
  tenant_id uuid not null
  finding_id uuid not null
  case_id uuid not null
  life integer not null
  seen_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  constraint case_findings_pkey PRIMARY KEY (tenant_id, finding_id)
  constraint case_findings_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id)
  constraint case_findings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX case_findings_of ON public.case_findings USING btree (tenant_id, case_id) WHERE (withdrawn_at IS NULL)
  index CREATE UNIQUE INDEX case_findings_pkey ON public.case_findings USING btree (tenant_id, finding_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.case_lives
  tenant_id uuid not null
  case_id uuid not null
  life integer not null
  unit_id uuid not null
  due_at timestamp with time zone not null
  submitted_at timestamp with time zone
  rechecked_at timestamp with time zone
  returned integer not null
  closed_at timestamp with time zone not null
  constraint case_lives_pkey PRIMARY KEY (tenant_id, case_id, life)
  constraint case_lives_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id)
  constraint case_lives_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint case_lives_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX case_lives_due ON public.case_lives USING btree (tenant_id, due_at)
  index CREATE INDEX case_lives_rechecked ON public.case_lives USING btree (tenant_id, rechecked_at)
  index CREATE UNIQUE INDEX case_lives_pkey ON public.case_lives USING btree (tenant_id, case_id, life)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.case_turns
  tenant_id uuid not null
  case_id uuid not null
  unit_id uuid not null
  life integer not null
  assigned_at timestamp with time zone not null
  due_at timestamp with time zone not null
  left_at timestamp with time zone not null
  level text not null
  level_since timestamp with time zone not null
  escalated_at timestamp with time zone
  constraint case_turns_level_check CHECK ((level = ANY (ARRAY['grid'::text, 'community'::text, 'street'::text, 'county'::text])))
  constraint case_turns_pkey PRIMARY KEY (tenant_id, case_id, unit_id, life)
  constraint case_turns_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id)
  constraint case_turns_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint case_turns_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX case_turns_missed ON public.case_turns USING btree (tenant_id, due_at) WHERE (left_at > due_at)
  index CREATE UNIQUE INDEX case_turns_pkey ON public.case_turns USING btree (tenant_id, case_id, unit_id, life)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.cases
  tenant_id uuid not null
  id uuid not null
  year integer not null
  serial integer not null
  title text not null
  text text not null default ''::text
  origin text not null
  category_id uuid not null
  severity text not null
  programme_id uuid
  visit_id uuid
  point_id uuid
  criterion_id uuid
  place text not null default ''::text
  longitude double precision
  latitude double precision
  unit_id uuid not null
  unit_path ltree not null
  office_id uuid not null
  office_path ltree not null
  state text not null default 'found'::text
  rectified_by uuid[] not null default '{}'::uuid[]
  returned integer not null default 0
  relapses integer not null default 0
  level text not null default 'community'::text
  level_since timestamp with time zone not null
  escalated_at timestamp with time zone
  listed_at timestamp with time zone
  listed_by uuid
  merged_into uuid
  found_by uuid
  found_at timestamp with time zone not null
  assigned_at timestamp with time zone
  due_at timestamp with time zone not null default 'infinity'::timestamp with time zone
  submitted_by uuid
  submitted_at timestamp with time zone
  rechecked_by uuid
  rechecked_at timestamp with time zone
  closed_by uuid
  closed_at timestamp with time zone
  changed_at timestamp with time zone not null
  version integer not null default 1
  returned_at timestamp with time zone
  closed_as jsonb
  constraint cases_level_check CHECK ((level = ANY (ARRAY['grid'::text, 'community'::text, 'street'::text, 'county'::text])))
  constraint cases_origin_check CHECK ((origin = ANY (ARRAY['visit'::text, 'patrol'::text, 'resident'::text, 'media'::text, 'hotline'::text, 'hand'::text])))
  constraint cases_pkey PRIMARY KEY (tenant_id, id)
  constraint cases_severity_check CHECK ((severity = ANY (ARRAY['minor'::text, 'ordinary'::text, 'serious'::text])))
  constraint cases_state_check CHECK ((state = ANY (ARRAY['found'::text, 'assigned'::text, 'accepted'::text, 'refused'::text, 'in-hand'::text, 'submitted'::text, 'rechecked'::text, 'closed'::text, 'merged'::text, 'dismissed'::text])))
  constraint cases_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES case_categories(tenant_id, id)
  constraint cases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint cases_tenant_id_merged_into_fkey FOREIGN KEY (tenant_id, merged_into) REFERENCES cases(tenant_id, id)
  constraint cases_tenant_id_office_id_fkey FOREIGN KEY (tenant_id, office_id) REFERENCES units(tenant_id, id)
  constraint cases_tenant_id_point_id_fkey FOREIGN KEY (tenant_id, point_id) REFERENCES points(tenant_id, id)
  constraint cases_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  constraint cases_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint cases_tenant_id_visit_id_fkey FOREIGN KEY (tenant_id, visit_id) REFERENCES visits(tenant_id, id)
  constraint cases_tenant_id_year_serial_key UNIQUE (tenant_id, year, serial)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX cases_at_point ON public.cases USING btree (tenant_id, point_id, criterion_id, closed_at DESC)
  index CREATE INDEX cases_category_state ON public.cases USING btree (tenant_id, category_id, state, due_at)
  index CREATE INDEX cases_due ON public.cases USING btree (tenant_id, due_at, id)
  index CREATE INDEX cases_escalated ON public.cases USING btree (tenant_id, escalated_at) WHERE (escalated_at IS NOT NULL)
  index CREATE INDEX cases_found ON public.cases USING btree (tenant_id, found_at)
  index CREATE INDEX cases_listed ON public.cases USING btree (tenant_id, listed_at) WHERE (listed_at IS NOT NULL)
  index CREATE INDEX cases_merged ON public.cases USING btree (tenant_id, merged_into) WHERE (merged_into IS NOT NULL)
  index CREATE INDEX cases_open_at_point ON public.cases USING btree (tenant_id, point_id, due_at) INCLUDE (visit_id) WHERE ((state = ANY (ARRAY['found'::text, 'assigned'::text, 'accepted'::text, 'refused'::text, 'in-hand'::text, 'submitted'::text, 'rechecked'::text])) AND (point_id IS NOT NULL))
  index CREATE INDEX cases_programme_state ON public.cases USING btree (tenant_id, programme_id, state, due_at)
  index CREATE INDEX cases_rechecked ON public.cases USING btree (tenant_id, rechecked_at) WHERE (rechecked_at IS NOT NULL)
  index CREATE INDEX cases_said ON public.cases USING btree (tenant_id, state) INCLUDE (title)
  index CREATE INDEX cases_state ON public.cases USING btree (tenant_id, state, due_at, id) INCLUDE (unit_id, category_id, programme_id, origin, level, assigned_at, submitted_at, escalated_at, listed_at, year, serial, title)
  index CREATE INDEX cases_title ON public.cases USING gin (pairs_of(title))
  index CREATE INDEX cases_to_judge ON public.cases USING btree (tenant_id, state, due_at, id) INCLUDE (unit_id, rectified_by) WHERE (state = ANY (ARRAY['submitted'::text, 'rechecked'::text]))
  index CREATE INDEX cases_unit_due ON public.cases USING btree (tenant_id, unit_id, due_at, id)
  index CREATE INDEX cases_unit_state ON public.cases USING btree (tenant_id, unit_id, state, due_at, id) INCLUDE (category_id, programme_id, origin, level, assigned_at, submitted_at, escalated_at, listed_at, year, serial, title)
  index CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX cases_tenant_id_year_serial_key ON public.cases USING btree (tenant_id, year, serial)
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

table public.covered_pictures
  tenant_id uuid not null
  evidence_id uuid not null
  areas jsonb not null
  sha256 text not null
  covered_by uuid not null
  covered_at timestamp with time zone not null
  constraint covered_pictures_pkey PRIMARY KEY (tenant_id, evidence_id)
  constraint covered_pictures_tenant_id_evidence_id_fkey FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence(tenant_id, id)
  constraint covered_pictures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint covered_pictures_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES files(tenant_id, sha256)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX covered_pictures_pkey ON public.covered_pictures USING btree (tenant_id, evidence_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.criteria
  tenant_id uuid not null
  version_id uuid not null
  id uuid not null
  ordinal integer not null
  section text not null default ''::text
  text text not null
  weight real not null default 1
  critical boolean not null default false
  grades jsonb not null default '{}'::jsonb
  exceptions text[] not null default '{}'::text[]
  evidence jsonb not null default '[]'::jsonb
  photo text not null default 'optional'::text
  look_where text not null default ''::text
  look_how text not null default ''::text
  category_id uuid
  item_id uuid
  sentence text
  constraint criteria_photo_check CHECK ((photo = ANY (ARRAY['none'::text, 'optional'::text, 'required'::text])))
  constraint criteria_pkey PRIMARY KEY (tenant_id, version_id, id)
  constraint criteria_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint criteria_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint criteria_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES standard_versions(tenant_id, id)
  constraint criteria_weight_check CHECK ((weight > (0)::double precision))
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX criteria_of ON public.criteria USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX criteria_pkey ON public.criteria USING btree (tenant_id, version_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.deliveries
  tenant_id uuid not null
  id uuid not null
  person_id uuid not null
  device_id uuid not null
  unit_path ltree not null
  kind text not null
  written_at timestamp with time zone not null
  received_at timestamp with time zone not null
  outcome text not null
  content jsonb
  problem jsonb
  settled_by uuid
  settled_at timestamp with time zone
  constraint deliveries_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'kept'::text, 'settled'::text])))
  constraint deliveries_pkey PRIMARY KEY (tenant_id, id)
  constraint deliveries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint deliveries_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX deliveries_kept ON public.deliveries USING btree (tenant_id, received_at DESC, id DESC) WHERE (outcome = 'kept'::text)
  index CREATE UNIQUE INDEX deliveries_pkey ON public.deliveries USING btree (tenant_id, id)
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
  valid_until date
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawn_why text
  constraint evidence_check CHECK (((sha256 IS NULL) = (kind = 'text'::text)))
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'file'::text, 'text'::text])))
  constraint evidence_pkey PRIMARY KEY (tenant_id, id)
  constraint evidence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint evidence_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES files(tenant_id, sha256)
  constraint evidence_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint evidence_tenant_id_withdrawn_by_fkey FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES people(tenant_id, id)
  constraint evidence_withdrawn_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))))
  grant INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX evidence_file ON public.evidence USING btree (tenant_id, sha256, added_by) WHERE (sha256 IS NOT NULL)
  index CREATE INDEX evidence_unit ON public.evidence USING btree (tenant_id, unit_id, id DESC)
  index CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security
  trigger CREATE TRIGGER evidence_is_append_only BEFORE DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION refuse_change_of_evidence()

table public.evidence_serves
  tenant_id uuid not null
  evidence_id uuid not null
  subject_kind text not null
  subject_id uuid not null
  part text not null default ''::text
  constraint evidence_serves_pkey PRIMARY KEY (tenant_id, evidence_id, subject_kind, subject_id, part)
  constraint evidence_serves_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['assignment'::text, 'occurrence'::text, 'visit'::text, 'observation'::text, 'case'::text, 'criterion'::text])))
  constraint evidence_serves_tenant_id_evidence_id_fkey FOREIGN KEY (tenant_id, evidence_id) REFERENCES evidence(tenant_id, id)
  constraint evidence_serves_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT to luoshi_app
  index CREATE INDEX evidence_of ON public.evidence_serves USING btree (tenant_id, subject_kind, subject_id)
  index CREATE UNIQUE INDEX evidence_serves_pkey ON public.evidence_serves USING btree (tenant_id, evidence_id, subject_kind, subject_id, part)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security
  trigger CREATE TRIGGER evidence_serves_never_change BEFORE UPDATE ON public.evidence_serves FOR EACH ROW EXECUTE FUNCTION refuse_change_of_evidence()

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
  likeness text
  looked_at timestamp with time zone
  constraint files_likeness_check CHECK ((likeness ~ '^[0-9a-f]{16}$'::text))
  constraint files_pkey PRIMARY KEY (tenant_id, sha256)
  constraint files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX files_not_looked_at ON public.files USING btree (tenant_id, sha256) WHERE (looked_at IS NULL)
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

table public.indicator_sources
  tenant_id uuid not null
  indicator_id uuid not null
  measure text not null
  point_type text
  criterion_id uuid
  category_id uuid
  window_days integer not null default 30
  constraint indicator_sources_measure_check CHECK ((measure = ANY (ARRAY['conforming'::text, 'on-time'::text, 'first-pass'::text, 'closed'::text])))
  constraint indicator_sources_pkey PRIMARY KEY (tenant_id, indicator_id)
  constraint indicator_sources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint indicator_sources_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators(tenant_id, id)
  constraint indicator_sources_window_days_check CHECK ((window_days > 0))
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX indicator_sources_pkey ON public.indicator_sources USING btree (tenant_id, indicator_id)
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

table public.ledger_exports
  tenant_id uuid not null
  id uuid not null
  programme_id uuid not null
  unit_id uuid not null
  asked_by uuid not null
  asked_at timestamp with time zone not null
  state text not null default 'waiting'::text
  files integer not null default 0
  done integer not null default 0
  bytes bigint
  finished_at timestamp with time zone
  failure text
  constraint ledger_exports_pkey PRIMARY KEY (tenant_id, id)
  constraint ledger_exports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'making'::text, 'ready'::text, 'failed'::text, 'gone'::text])))
  constraint ledger_exports_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint ledger_exports_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  constraint ledger_exports_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX ledger_exports_pkey ON public.ledger_exports USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.likeness_quarters
  tenant_id uuid not null
  quarter integer not null
  bits text not null
  sha256 text not null
  constraint likeness_quarters_bits_check CHECK ((bits ~ '^[0-9a-f]{4}$'::text))
  constraint likeness_quarters_pkey PRIMARY KEY (tenant_id, quarter, bits, sha256)
  constraint likeness_quarters_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
  constraint likeness_quarters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint likeness_quarters_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES files(tenant_id, sha256)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX likeness_quarters_pkey ON public.likeness_quarters USING btree (tenant_id, quarter, bits, sha256)
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

table public.observations
  tenant_id uuid not null
  visit_id uuid not null
  criterion_id uuid not null
  id uuid not null
  point_id uuid not null
  grade text not null
  exception text
  note text not null default ''::text
  seen_at timestamp with time zone not null
  stamp text not null
  photos uuid[] not null default '{}'::uuid[]
  photos_dropped uuid[] not null default '{}'::uuid[]
  constraint observations_grade_check CHECK ((grade = ANY (ARRAY['conforms'::text, 'mostly'::text, 'fails'::text, 'not-applicable'::text])))
  constraint observations_pkey PRIMARY KEY (tenant_id, visit_id, criterion_id)
  constraint observations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint observations_tenant_id_id_key UNIQUE (tenant_id, id)
  constraint observations_tenant_id_visit_id_fkey FOREIGN KEY (tenant_id, visit_id) REFERENCES visits(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX observations_of_criterion ON public.observations USING btree (tenant_id, criterion_id, seen_at DESC)
  index CREATE INDEX observations_of_point ON public.observations USING btree (tenant_id, point_id, criterion_id, seen_at DESC)
  index CREATE UNIQUE INDEX observations_pkey ON public.observations USING btree (tenant_id, visit_id, criterion_id)
  index CREATE UNIQUE INDEX observations_tenant_id_id_key ON public.observations USING btree (tenant_id, id)
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
  done_at timestamp with time zone
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

table public.photos_awaited
  tenant_id uuid not null
  evidence_id uuid not null
  subject_kind text not null
  subject_id uuid not null
  person_id uuid not null
  unit_id uuid
  constraint photos_awaited_pkey PRIMARY KEY (tenant_id, evidence_id, subject_kind, subject_id)
  constraint photos_awaited_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['occurrence'::text, 'observation'::text, 'case'::text])))
  constraint photos_awaited_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint photos_awaited_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  constraint photos_awaited_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX photos_awaited_pkey ON public.photos_awaited USING btree (tenant_id, evidence_id, subject_kind, subject_id)
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
  remedied boolean not null default false
  constraint plan_diagnostics_check CHECK (((NOT remedied) OR ((state = 'settled'::text) AND (remedy IS NOT NULL))))
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
  doubt_params jsonb not null default '{}'::jsonb
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
  places jsonb not null default '[]'::jsonb
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

table public.points
  tenant_id uuid not null
  id uuid not null
  point_type text not null
  name text not null
  unit_id uuid not null
  unit_path ltree not null
  address text not null default ''::text
  contact_name text not null default ''::text
  contact_phone text not null default ''::text
  longitude double precision
  latitude double precision
  code text not null
  note text not null default ''::text
  created_at timestamp with time zone not null
  archived_at timestamp with time zone
  version integer not null default 1
  constraint points_check CHECK (((longitude IS NULL) = (latitude IS NULL)))
  constraint points_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)))
  constraint points_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))
  constraint points_pkey PRIMARY KEY (tenant_id, id)
  constraint points_tenant_id_code_key UNIQUE (tenant_id, code)
  constraint points_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint points_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint points_tenant_id_unit_id_point_type_name_key UNIQUE (tenant_id, unit_id, point_type, name)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX points_name ON public.points USING gin (name gin_trgm_ops)
  index CREATE INDEX points_type ON public.points USING btree (tenant_id, point_type, name, id)
  index CREATE INDEX points_unit ON public.points USING btree (tenant_id, unit_id, point_type, name, id)
  index CREATE UNIQUE INDEX points_pkey ON public.points USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX points_tenant_id_code_key ON public.points USING btree (tenant_id, code)
  index CREATE UNIQUE INDEX points_tenant_id_unit_id_point_type_name_key ON public.points USING btree (tenant_id, unit_id, point_type, name)
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

table public.rectification_notice_cases
  tenant_id uuid not null
  notice_id uuid not null
  case_id uuid not null
  ordinal integer not null
  constraint rectification_notice_cases_pkey PRIMARY KEY (tenant_id, notice_id, case_id)
  constraint rectification_notice_cases_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES cases(tenant_id, id)
  constraint rectification_notice_cases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint rectification_notice_cases_tenant_id_notice_id_fkey FOREIGN KEY (tenant_id, notice_id) REFERENCES rectification_notices(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX rectification_notices_of ON public.rectification_notice_cases USING btree (tenant_id, case_id)
  index CREATE UNIQUE INDEX rectification_notice_cases_pkey ON public.rectification_notice_cases USING btree (tenant_id, notice_id, case_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.rectification_notices
  tenant_id uuid not null
  id uuid not null
  year integer not null
  serial integer not null
  office_id uuid not null
  office_path ltree not null
  unit_id uuid not null
  unit_path ltree not null
  due_on date not null
  issued_by uuid not null
  issued_at timestamp with time zone not null
  acknowledged_by uuid
  acknowledged_at timestamp with time zone
  constraint rectification_notices_pkey PRIMARY KEY (tenant_id, id)
  constraint rectification_notices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint rectification_notices_tenant_id_office_id_fkey FOREIGN KEY (tenant_id, office_id) REFERENCES units(tenant_id, id)
  constraint rectification_notices_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint rectification_notices_tenant_id_year_serial_key UNIQUE (tenant_id, year, serial)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX rectification_notices_unit ON public.rectification_notices USING btree (tenant_id, unit_id, issued_at DESC)
  index CREATE UNIQUE INDEX rectification_notices_pkey ON public.rectification_notices USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX rectification_notices_tenant_id_year_serial_key ON public.rectification_notices USING btree (tenant_id, year, serial)
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

table public.round_inspectors
  tenant_id uuid not null
  round_id uuid not null
  person_id uuid not null
  unit_path ltree not null
  constraint round_inspectors_pkey PRIMARY KEY (tenant_id, round_id, person_id)
  constraint round_inspectors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint round_inspectors_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  constraint round_inspectors_tenant_id_round_id_fkey FOREIGN KEY (tenant_id, round_id) REFERENCES rounds(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX round_inspectors_of ON public.round_inspectors USING btree (tenant_id, person_id)
  index CREATE UNIQUE INDEX round_inspectors_pkey ON public.round_inspectors USING btree (tenant_id, round_id, person_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.round_pairs
  tenant_id uuid not null
  round_id uuid not null
  point_id uuid not null
  person_id uuid not null
  constraint round_pairs_pkey PRIMARY KEY (tenant_id, round_id, point_id, person_id)
  constraint round_pairs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint round_pairs_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  constraint round_pairs_tenant_id_round_id_point_id_fkey FOREIGN KEY (tenant_id, round_id, point_id) REFERENCES round_points(tenant_id, round_id, point_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX round_pairs_of ON public.round_pairs USING btree (tenant_id, person_id, round_id)
  index CREATE UNIQUE INDEX round_pairs_pkey ON public.round_pairs USING btree (tenant_id, round_id, point_id, person_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.round_points
  tenant_id uuid not null
  round_id uuid not null
  point_id uuid not null
  version_id uuid not null
  stratum text not null
  ordinal integer not null
  constraint round_points_pkey PRIMARY KEY (tenant_id, round_id, point_id)
  constraint round_points_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint round_points_tenant_id_point_id_fkey FOREIGN KEY (tenant_id, point_id) REFERENCES points(tenant_id, id)
  constraint round_points_tenant_id_round_id_fkey FOREIGN KEY (tenant_id, round_id) REFERENCES rounds(tenant_id, id)
  constraint round_points_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES standard_versions(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX round_points_of ON public.round_points USING btree (tenant_id, point_id)
  index CREATE UNIQUE INDEX round_points_pkey ON public.round_points USING btree (tenant_id, round_id, point_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.rounds
  tenant_id uuid not null
  id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  involved_paths ltree[] not null default '{}'::ltree[]
  programme_id uuid
  duty_id uuid
  title text not null
  kind text not null
  state text not null default 'draft'::text
  starts_on date not null
  ends_on date not null
  inspectors_per_point integer not null default 1
  point_types text[] not null default '{}'::text[]
  within_unit_ids uuid[] not null default '{}'::uuid[]
  ties jsonb not null default '[]'::jsonb
  quotas jsonb not null default '{}'::jsonb
  apart_rounds integer not null default 1
  secret_hash text
  frame_hash text
  frame jsonb
  secret_kept text
  secret text
  witness text
  witness_words text
  draw jsonb
  withdrawals jsonb not null default '[]'::jsonb
  committed_at timestamp with time zone
  drawn_at timestamp with time zone
  revealed_at timestamp with time zone
  ended_at timestamp with time zone
  cancelled_at timestamp with time zone
  cancel_reason text
  created_by uuid not null
  created_at timestamp with time zone not null
  version integer not null default 1
  constraint rounds_check CHECK ((starts_on <= ends_on))
  constraint rounds_inspectors_per_point_check CHECK (((inspectors_per_point >= 1) AND (inspectors_per_point <= 5)))
  constraint rounds_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'unannounced'::text, 'mutual'::text, 'self'::text, 'patrol'::text])))
  constraint rounds_pkey PRIMARY KEY (tenant_id, id)
  constraint rounds_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'committed'::text, 'drawn'::text, 'ended'::text, 'cancelled'::text])))
  constraint rounds_tenant_id_duty_id_fkey FOREIGN KEY (tenant_id, duty_id) REFERENCES duties(tenant_id, id)
  constraint rounds_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint rounds_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  constraint rounds_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX rounds_involved ON public.rounds USING gist (involved_paths)
  index CREATE INDEX rounds_newest ON public.rounds USING btree (tenant_id, starts_on DESC, id DESC)
  index CREATE INDEX rounds_of_duty ON public.rounds USING btree (tenant_id, duty_id, starts_on) WHERE (duty_id IS NOT NULL)
  index CREATE INDEX rounds_within ON public.rounds USING gist (unit_path)
  index CREATE UNIQUE INDEX rounds_pkey ON public.rounds USING btree (tenant_id, id)
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

table public.serials
  tenant_id uuid not null
  name text not null
  year integer not null
  last integer not null
  constraint serials_pkey PRIMARY KEY (tenant_id, name, year)
  constraint serials_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX serials_pkey ON public.serials USING btree (tenant_id, name, year)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.standard_versions
  tenant_id uuid not null
  id uuid not null
  standard_id uuid not null
  number integer not null
  state text not null default 'draft'::text
  note text
  published_by uuid
  published_at timestamp with time zone
  constraint standard_versions_check CHECK (((state = 'published'::text) = (published_at IS NOT NULL)))
  constraint standard_versions_pkey PRIMARY KEY (tenant_id, id)
  constraint standard_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
  constraint standard_versions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint standard_versions_tenant_id_standard_id_fkey FOREIGN KEY (tenant_id, standard_id) REFERENCES standards(tenant_id, id)
  constraint standard_versions_tenant_id_standard_id_number_key UNIQUE (tenant_id, standard_id, number)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE UNIQUE INDEX standard_versions_one_draft ON public.standard_versions USING btree (tenant_id, standard_id) WHERE (state = 'draft'::text)
  index CREATE UNIQUE INDEX standard_versions_pkey ON public.standard_versions USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX standard_versions_tenant_id_standard_id_number_key ON public.standard_versions USING btree (tenant_id, standard_id, number)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.standards
  tenant_id uuid not null
  id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  point_type text not null
  title text not null
  programme_id uuid
  item_id uuid
  current_version_id uuid
  is_public boolean not null default true
  created_by uuid not null
  created_at timestamp with time zone not null
  archived_at timestamp with time zone
  version integer not null default 1
  constraint standards_pkey PRIMARY KEY (tenant_id, id)
  constraint standards_tenant_id_current_version_id_fkey FOREIGN KEY (tenant_id, current_version_id) REFERENCES standard_versions(tenant_id, id) DEFERRABLE INITIALLY DEFERRED
  constraint standards_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint standards_tenant_id_item_id_fkey FOREIGN KEY (tenant_id, item_id) REFERENCES plan_items(tenant_id, id)
  constraint standards_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES programmes(tenant_id, id)
  constraint standards_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX standards_of_type ON public.standards USING btree (tenant_id, point_type)
  index CREATE UNIQUE INDEX standards_one_in_use ON public.standards USING btree (tenant_id, unit_id, point_type) WHERE ((current_version_id IS NOT NULL) AND (archived_at IS NULL))
  index CREATE UNIQUE INDEX standards_pkey ON public.standards USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

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
  index CREATE INDEX uploads_file ON public.uploads USING btree (tenant_id, sha256, person_id)
  index CREATE UNIQUE INDEX uploads_pkey ON public.uploads USING btree (tenant_id, id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

table public.visits
  tenant_id uuid not null
  id uuid not null
  round_id uuid
  point_id uuid not null
  version_id uuid not null
  person_id uuid not null
  unit_id uuid not null
  unit_path ltree not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone
  received_at timestamp with time zone not null
  note text not null default ''::text
  note_stamp text not null default ''::text
  conforms integer not null default 0
  mostly integer not null default 0
  fails integer not null default 0
  not_applicable integer not null default 0
  score real
  critical_failed boolean not null default false
  lacking integer not null default 0
  photos_lacking integer not null default 0
  constraint visits_pkey PRIMARY KEY (tenant_id, id)
  constraint visits_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(tenant_id)
  constraint visits_tenant_id_person_id_fkey FOREIGN KEY (tenant_id, person_id) REFERENCES people(tenant_id, id)
  constraint visits_tenant_id_point_id_fkey FOREIGN KEY (tenant_id, point_id) REFERENCES points(tenant_id, id)
  constraint visits_tenant_id_round_id_fkey FOREIGN KEY (tenant_id, round_id) REFERENCES rounds(tenant_id, id)
  constraint visits_tenant_id_round_id_point_id_person_id_key UNIQUE (tenant_id, round_id, point_id, person_id)
  constraint visits_tenant_id_unit_id_fkey FOREIGN KEY (tenant_id, unit_id) REFERENCES units(tenant_id, id)
  constraint visits_tenant_id_version_id_fkey FOREIGN KEY (tenant_id, version_id) REFERENCES standard_versions(tenant_id, id)
  grant DELETE, INSERT, SELECT, UPDATE to luoshi_app
  index CREATE INDEX visits_finished ON public.visits USING btree (tenant_id, started_at DESC) WHERE (finished_at IS NOT NULL)
  index CREATE INDEX visits_person ON public.visits USING btree (tenant_id, person_id, started_at DESC)
  index CREATE INDEX visits_point ON public.visits USING btree (tenant_id, point_id, started_at DESC, id DESC)
  index CREATE INDEX visits_round ON public.visits USING btree (tenant_id, round_id)
  index CREATE INDEX visits_unit ON public.visits USING btree (tenant_id, unit_id, started_at DESC, id DESC)
  index CREATE INDEX visits_whole_at_point ON public.visits USING btree (tenant_id, point_id) INCLUDE (round_id, person_id) WHERE ((finished_at IS NOT NULL) AND (lacking = 0))
  index CREATE UNIQUE INDEX visits_pkey ON public.visits USING btree (tenant_id, id)
  index CREATE UNIQUE INDEX visits_tenant_id_round_id_point_id_person_id_key ON public.visits USING btree (tenant_id, round_id, point_id, person_id)
  policy tenant using (tenant_id = current_tenant()) check (tenant_id = current_tenant())
  row level security

CREATE OR REPLACE FUNCTION public.cases_titled(words text, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id from cases where tenant_id = current_tenant() and pairs_of(title) @> pairs_of(words) and position(words in title) > 0
        limit most $function$

CREATE OR REPLACE FUNCTION public.count_visits_anew()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  begin
    analyze visits;
  end $function$

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

CREATE OR REPLACE FUNCTION public.pairs_of(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select coalesce(array_agg(distinct substr(words, n, 2)), '{}') from generate_series(1, length(words) - 1) n $function$

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

CREATE OR REPLACE FUNCTION public.public_standard(sought uuid)
 RETURNS TABLE(tenant_id uuid, version_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select s.tenant_id, s.current_version_id from standards s
        where s.id = sought and s.is_public and s.archived_at is null and s.current_version_id is not null $function$

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception 'the audit is append-only'; end $function$

CREATE OR REPLACE FUNCTION public.refuse_change_of_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - '{unit_id,unit_path,withdrawn_at,withdrawn_by,withdrawn_why}'::text[])
    = (to_jsonb(old) - '{unit_id,unit_path,withdrawn_at,withdrawn_by,withdrawn_why}'::text[]) then return new; end if;
  raise exception 'evidence is append-only';
end $function$

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
