/** Written by `node tools/src/write-schema.ts` from the migrated database; a test compares. */
import type { ColumnType, Generated } from 'kysely'

/** Given as JSON text, read parsed. */
type Json = ColumnType<unknown, string, string>
type NullableJson = ColumnType<unknown, string | null, string | null>
type GeneratedJson = ColumnType<unknown, string | undefined, string>
type Instant = ColumnType<Date, Date | string, Date | string>
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>
/** `ltree[]` in PostgreSQL's own notation, `{a.b,a.c}`. */
type GeneratedPaths = ColumnType<string, string | undefined, string>

export type ApiKeysTable = {
  tenant_id: string
  id: string
  person_id: string
  name: string
  prefix: string
  secret_hash: string
  scopes: string[]
  created_at: Instant
  expires_at: NullableInstant
  last_used_at: NullableInstant
  revoked_at: NullableInstant
}

export type AssignmentEventsTable = {
  tenant_id: string
  id: string
  assignment_id: string
  at: Instant
  person_id: string
  kind: string
  note: string | null
  progress: number | null
}

export type AssignmentsTable = {
  tenant_id: string
  id: string
  programme_id: string
  task_id: string
  unit_id: string
  unit_path: string
  part: string
  state: Generated<string>
  due_on: string | null
  due_at: GeneratedInstant
  progress: Generated<number>
  submitted_by: string | null
  submitted_at: NullableInstant
  confirmed_by: string | null
  confirmed_at: NullableInstant
  changed_at: Instant
  version: Generated<number>
}

export type AuditEntriesTable = {
  tenant_id: string
  id: string
  at: Instant
  person_id: string | null
  via: string
  action: string
  subject_kind: string
  subject_id: string | null
  subject: string | null
  unit_path: string | null
  content: GeneratedJson
  request_id: string | null
}

export type BudgetLinesTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  ordinal: number
  item: string
  fen: number
  withdrawn_at: NullableInstant
}

export type CalendarDaysTable = {
  tenant_id: string
  day: string
  kind: string
  name: string
}

export type ChannelsTable = {
  tenant_id: string
  id: string
  person_id: string
  unit_id: string | null
  kind: string
  address: string
  secret: string | null
  rhythm: Generated<string>
  active: Generated<boolean>
  last_sent_at: NullableInstant
  last_failure: string | null
}

export type DutiesTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  ordinal: number
  text: string
  every: Json
  starts_on: string | null
  ends_on: string | null
  laid_until: string | null
  withdrawn_at: NullableInstant
}

export type DutyUnitsTable = {
  tenant_id: string
  duty_id: string
  unit_id: string
}

export type EvidenceTable = {
  tenant_id: string
  id: string
  unit_id: string
  unit_path: string
  kind: string
  name: string
  sha256: string | null
  text: string | null
  taken_at: NullableInstant
  added_by: string
  added_at: Instant
}

export type EvidenceServesTable = {
  tenant_id: string
  evidence_id: string
  subject_kind: string
  subject_id: string
}

export type ExtensionsTable = {
  tenant_id: string
  id: string
  assignment_id: string
  until: string
  reason: string
  state: Generated<string>
  asked_by: string
  asked_at: Instant
  decided_by: string | null
  decided_at: NullableInstant
  note: string | null
}

export type FilesTable = {
  tenant_id: string
  sha256: string
  bytes: number
  media_type: string
  stored_at: Instant
}

export type GroupsTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  ordinal: number
  kind: string
  name: string
  leaders: string[]
  deputies: string[]
  members: Json
  location: string | null
  duties: string | null
}

export type ImportsTable = {
  tenant_id: string
  id: string
  person_id: string
  content: Json
  created_at: Instant
  applied_at: NullableInstant
}

export type IndicatorsTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  ordinal: number
  subject: string
  op: string
  target: number | null
  unit: string
  withdrawn_at: NullableInstant
}

export type MeasurementsTable = {
  tenant_id: string
  id: string
  indicator_id: string
  unit_id: string | null
  on_day: string
  value: number
  numerator: number | null
  denominator: number | null
  note: string | null
  measured_by: string
  measured_at: Instant
}

export type MembershipsTable = {
  tenant_id: string
  id: string
  person_id: string
  unit_id: string
  role: string
  title: string | null
}

export type MilestonesTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  ordinal: number
  text: string
  on_day: string
  withdrawn_at: NullableInstant
}

export type NoticesDueTable = {
  tenant_id: string
  id: string
  person_id: string | null
  thing: string
  kind: string
  subject_kind: string
  subject_id: string
  content: Json
  created_at: Instant
  sent_at: NullableInstant
  unit_id: string | null
}

export type OccurrencesTable = {
  tenant_id: string
  id: string
  programme_id: string
  duty_id: string
  unit_id: string
  unit_path: string
  period: string
  opens_at: Instant
  due_at: Instant
  state: Generated<string>
  note: string | null
  recorded_by: string | null
  recorded_at: NullableInstant
  missed_at: NullableInstant
  version: Generated<number>
}

export type PartyMatchesTable = {
  tenant_id: string
  unit_id: string
  name: string
  unit_ids: Generated<string[]>
  every_kind: string | null
  ignored: Generated<boolean>
  updated_by: string
  updated_at: Instant
}

export type PeopleTable = {
  tenant_id: string
  id: string
  user_id: string | null
  name: string
  account: string
  title: string | null
  phone: string | null
  email: string | null
  status: Generated<string>
  calendar_token_hash: string | null
  password_due: Generated<boolean>
  created_at: Instant
  version: Generated<number>
  calendar_nonce: string | null
}

export type PhasesTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  ordinal: number
  name: string
  starts_on: string | null
  ends_on: string | null
}

export type PlanDiagnosticsTable = {
  tenant_id: string
  id: string
  version_id: string
  ordinal: number
  code: string
  severity: string
  params: Json
  message: Json
  span_start: number
  span_end: number
  related: GeneratedJson
  remedy: NullableJson
  state: Generated<string>
  note: string | null
  updated_by: string | null
}

export type PlanItemsTable = {
  tenant_id: string
  id: string
  version_id: string
  kind: string
  ordinal: number
  content: Json
  original: NullableJson
  span_start: number | null
  span_end: number | null
  state: Generated<string>
  confidence: number | null
  doubt: string | null
  version: Generated<number>
  updated_by: string | null
  updated_at: Instant
}

export type PlanVersionsTable = {
  tenant_id: string
  id: string
  plan_id: string
  number: number
  source_name: string
  source_sha256: string | null
  text: Generated<string>
  span_start: Generated<number>
  span_end: Generated<number>
  outline: GeneratedJson
  issuer: string | null
  year: number | null
  step: Generated<string>
  progress: Generated<number>
  failure: NullableJson
  created_by: string
  created_at: Instant
  published_by: string | null
  published_at: NullableInstant
}

export type PlansTable = {
  tenant_id: string
  id: string
  unit_id: string
  unit_path: string
  title: string
  status: string
  revises_programme_id: string | null
  programme_id: string | null
  current_version_id: string | null
  created_by: string
  created_at: Instant
  version: Generated<number>
}

export type ProgrammesTable = {
  tenant_id: string
  id: string
  plan_id: string
  version_id: string
  unit_id: string
  unit_path: string
  involved_paths: GeneratedPaths
  title: string
  goal: string | null
  status: Generated<string>
  starts_on: string | null
  ends_on: string | null
  countdown_milestone_id: string | null
  published_by: string
  published_at: Instant
  version: Generated<number>
}

export type ReviewPresenceTable = {
  tenant_id: string
  plan_id: string
  person_id: string
  seen_at: Instant
}

export type SchemaMigrationsTable = {
  name: string
  applied_at: GeneratedInstant
}

export type SealLeavesTable = {
  tenant_id: string
  entry_id: string
  number: number
  position: number
  digest: string
}

export type SealsTable = {
  tenant_id: string
  number: number
  entries: number
  root: string
  seal: string
  sealed_at: Instant
}

export type TaskPartiesTable = {
  tenant_id: string
  task_id: string
  part: string
  name: string
  unit_ids: Generated<string[]>
}

export type TasksTable = {
  tenant_id: string
  id: string
  programme_id: string
  item_id: string | null
  phase_id: string | null
  ordinal: number
  text: string
  section: Generated<string>
  starts_on: string | null
  due_on: string | null
  withdrawn_at: NullableInstant
}

export type TenantsTable = {
  tenant_id: string
  name: string
  created_at: Instant
  sample: Generated<boolean>
}

export type UnitsTable = {
  tenant_id: string
  id: string
  parent_id: string | null
  path: string
  kind: string
  name: string
  short_name: string | null
  aliases: Generated<string[]>
  position: Generated<number>
  archived_at: NullableInstant
  version: Generated<number>
}

export type UploadsTable = {
  tenant_id: string
  id: string
  person_id: string
  name: string
  media_type: string
  bytes: number
  received: Generated<number>
  sha256: string
  started_at: Instant
  finished_at: NullableInstant
}

export type Database = {
  api_keys: ApiKeysTable
  assignment_events: AssignmentEventsTable
  assignments: AssignmentsTable
  audit_entries: AuditEntriesTable
  budget_lines: BudgetLinesTable
  calendar_days: CalendarDaysTable
  channels: ChannelsTable
  duties: DutiesTable
  duty_units: DutyUnitsTable
  evidence: EvidenceTable
  evidence_serves: EvidenceServesTable
  extensions: ExtensionsTable
  files: FilesTable
  groups: GroupsTable
  imports: ImportsTable
  indicators: IndicatorsTable
  measurements: MeasurementsTable
  memberships: MembershipsTable
  milestones: MilestonesTable
  notices_due: NoticesDueTable
  occurrences: OccurrencesTable
  party_matches: PartyMatchesTable
  people: PeopleTable
  phases: PhasesTable
  plan_diagnostics: PlanDiagnosticsTable
  plan_items: PlanItemsTable
  plan_versions: PlanVersionsTable
  plans: PlansTable
  programmes: ProgrammesTable
  review_presence: ReviewPresenceTable
  schema_migrations: SchemaMigrationsTable
  seal_leaves: SealLeavesTable
  seals: SealsTable
  task_parties: TaskPartiesTable
  tasks: TasksTable
  tenants: TenantsTable
  units: UnitsTable
  uploads: UploadsTable
}
