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

export type AnswerTemplatesTable = {
  tenant_id: string
  id: string
  unit_id: string
  unit_path: string
  step: string
  name: string
  text: string
}

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

export type CaseCategoriesTable = {
  tenant_id: string
  id: string
  code: string
  section: string
  name: string
  limit_amount: number
  limit_unit: string
  closing_condition: string
  level_days: Generated<number>
  severity: Generated<string>
  archived_at: NullableInstant
  version: Generated<number>
}

export type CaseEventsTable = {
  tenant_id: string
  id: string
  case_id: string
  at: Instant
  person_id: string | null
  kind: string
  note: string | null
  content: GeneratedJson
}

export type CaseExtensionsTable = {
  tenant_id: string
  id: string
  case_id: string
  until: string
  reason: string
  state: Generated<string>
  asked_by: string
  asked_at: Instant
  decided_by: string | null
  decided_at: NullableInstant
  note: string | null
}

export type CaseFindingsTable = {
  tenant_id: string
  finding_id: string
  case_id: string
  life: number
  seen_at: Instant
  withdrawn_at: NullableInstant
}

export type CaseLivesTable = {
  tenant_id: string
  case_id: string
  life: number
  unit_id: string
  due_at: Instant
  submitted_at: NullableInstant
  rechecked_at: NullableInstant
  returned: number
  closed_at: Instant
}

export type CaseTurnsTable = {
  tenant_id: string
  case_id: string
  unit_id: string
  life: number
  assigned_at: Instant
  due_at: Instant
  left_at: Instant
  level: string
  level_since: Instant
  escalated_at: NullableInstant
}

export type CasesTable = {
  tenant_id: string
  id: string
  year: number
  serial: number
  title: string
  text: Generated<string>
  origin: string
  category_id: string
  severity: string
  programme_id: string | null
  visit_id: string | null
  point_id: string | null
  criterion_id: string | null
  place: Generated<string>
  longitude: number | null
  latitude: number | null
  unit_id: string
  unit_path: string
  office_id: string
  office_path: string
  state: Generated<string>
  rectified_by: Generated<string[]>
  returned: Generated<number>
  relapses: Generated<number>
  level: Generated<string>
  level_since: Instant
  escalated_at: NullableInstant
  listed_at: NullableInstant
  listed_by: string | null
  merged_into: string | null
  found_by: string | null
  found_at: Instant
  assigned_at: NullableInstant
  due_at: GeneratedInstant
  submitted_by: string | null
  submitted_at: NullableInstant
  rechecked_by: string | null
  rechecked_at: NullableInstant
  closed_by: string | null
  closed_at: NullableInstant
  changed_at: Instant
  version: Generated<number>
  returned_at: NullableInstant
  closed_as: NullableJson
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

export type CoveredPicturesTable = {
  tenant_id: string
  evidence_id: string
  areas: Json
  sha256: string
  covered_by: string
  covered_at: Instant
}

export type CriteriaTable = {
  tenant_id: string
  version_id: string
  id: string
  ordinal: number
  section: Generated<string>
  text: string
  weight: Generated<number>
  critical: Generated<boolean>
  grades: GeneratedJson
  exceptions: Generated<string[]>
  evidence: GeneratedJson
  photo: Generated<string>
  look_where: Generated<string>
  look_how: Generated<string>
  category_id: string | null
  item_id: string | null
  sentence: string | null
}

export type DeliveriesTable = {
  tenant_id: string
  id: string
  person_id: string
  device_id: string
  unit_path: string
  kind: string
  written_at: Instant
  received_at: Instant
  outcome: string
  content: NullableJson
  problem: NullableJson
  settled_by: string | null
  settled_at: NullableInstant
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
  valid_until: string | null
  withdrawn_at: NullableInstant
  withdrawn_by: string | null
  withdrawn_why: string | null
}

export type EvidenceServesTable = {
  tenant_id: string
  evidence_id: string
  subject_kind: string
  subject_id: string
  part: Generated<string>
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
  likeness: string | null
  looked_at: NullableInstant
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

export type IndicatorSourcesTable = {
  tenant_id: string
  indicator_id: string
  measure: string
  point_type: string | null
  criterion_id: string | null
  category_id: string | null
  window_days: Generated<number>
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

export type LedgerExportsTable = {
  tenant_id: string
  id: string
  programme_id: string
  unit_id: string
  asked_by: string
  asked_at: Instant
  state: Generated<string>
  files: Generated<number>
  done: Generated<number>
  bytes: number | null
  finished_at: NullableInstant
  failure: string | null
}

export type LikenessQuartersTable = {
  tenant_id: string
  quarter: number
  bits: string
  sha256: string
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

export type ObservationsTable = {
  tenant_id: string
  visit_id: string
  criterion_id: string
  id: string
  point_id: string
  grade: string
  exception: string | null
  note: Generated<string>
  seen_at: Instant
  stamp: string
  photos: Generated<string[]>
  photos_dropped: Generated<string[]>
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
  done_at: NullableInstant
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

export type PhotosAwaitedTable = {
  tenant_id: string
  evidence_id: string
  subject_kind: string
  subject_id: string
  person_id: string
  unit_id: string | null
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
  remedied: Generated<boolean>
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
  doubt_params: GeneratedJson
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
  places: GeneratedJson
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

export type PointsTable = {
  tenant_id: string
  id: string
  point_type: string
  name: string
  unit_id: string
  unit_path: string
  address: Generated<string>
  contact_name: Generated<string>
  contact_phone: Generated<string>
  longitude: number | null
  latitude: number | null
  code: string
  note: Generated<string>
  created_at: Instant
  archived_at: NullableInstant
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

export type RectificationNoticeCasesTable = {
  tenant_id: string
  notice_id: string
  case_id: string
  ordinal: number
}

export type RectificationNoticesTable = {
  tenant_id: string
  id: string
  year: number
  serial: number
  office_id: string
  office_path: string
  unit_id: string
  unit_path: string
  due_on: string
  issued_by: string
  issued_at: Instant
  acknowledged_by: string | null
  acknowledged_at: NullableInstant
}

export type ReviewPresenceTable = {
  tenant_id: string
  plan_id: string
  person_id: string
  seen_at: Instant
}

export type RoundInspectorsTable = {
  tenant_id: string
  round_id: string
  person_id: string
  unit_path: string
}

export type RoundPairsTable = {
  tenant_id: string
  round_id: string
  point_id: string
  person_id: string
}

export type RoundPointsTable = {
  tenant_id: string
  round_id: string
  point_id: string
  version_id: string
  stratum: string
  ordinal: number
}

export type RoundsTable = {
  tenant_id: string
  id: string
  unit_id: string
  unit_path: string
  involved_paths: GeneratedPaths
  programme_id: string | null
  duty_id: string | null
  title: string
  kind: string
  state: Generated<string>
  starts_on: string
  ends_on: string
  inspectors_per_point: Generated<number>
  point_types: Generated<string[]>
  within_unit_ids: Generated<string[]>
  ties: GeneratedJson
  quotas: GeneratedJson
  apart_rounds: Generated<number>
  secret_hash: string | null
  frame_hash: string | null
  frame: NullableJson
  secret_kept: string | null
  secret: string | null
  witness: string | null
  witness_words: string | null
  draw: NullableJson
  withdrawals: GeneratedJson
  committed_at: NullableInstant
  drawn_at: NullableInstant
  revealed_at: NullableInstant
  ended_at: NullableInstant
  cancelled_at: NullableInstant
  cancel_reason: string | null
  created_by: string
  created_at: Instant
  version: Generated<number>
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

export type SerialsTable = {
  tenant_id: string
  name: string
  year: number
  last: number
}

export type StandardVersionsTable = {
  tenant_id: string
  id: string
  standard_id: string
  number: number
  state: Generated<string>
  note: string | null
  published_by: string | null
  published_at: NullableInstant
}

export type StandardsTable = {
  tenant_id: string
  id: string
  unit_id: string
  unit_path: string
  point_type: string
  title: string
  programme_id: string | null
  item_id: string | null
  current_version_id: string | null
  is_public: Generated<boolean>
  created_by: string
  created_at: Instant
  archived_at: NullableInstant
  version: Generated<number>
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

export type VisitsTable = {
  tenant_id: string
  id: string
  round_id: string | null
  point_id: string
  version_id: string
  person_id: string
  unit_id: string
  unit_path: string
  started_at: Instant
  finished_at: NullableInstant
  received_at: Instant
  note: Generated<string>
  note_stamp: Generated<string>
  conforms: Generated<number>
  mostly: Generated<number>
  fails: Generated<number>
  not_applicable: Generated<number>
  score: number | null
  critical_failed: Generated<boolean>
  lacking: Generated<number>
  photos_lacking: Generated<number>
}

export type Database = {
  answer_templates: AnswerTemplatesTable
  api_keys: ApiKeysTable
  assignment_events: AssignmentEventsTable
  assignments: AssignmentsTable
  audit_entries: AuditEntriesTable
  budget_lines: BudgetLinesTable
  calendar_days: CalendarDaysTable
  case_categories: CaseCategoriesTable
  case_events: CaseEventsTable
  case_extensions: CaseExtensionsTable
  case_findings: CaseFindingsTable
  case_lives: CaseLivesTable
  case_turns: CaseTurnsTable
  cases: CasesTable
  channels: ChannelsTable
  covered_pictures: CoveredPicturesTable
  criteria: CriteriaTable
  deliveries: DeliveriesTable
  duties: DutiesTable
  duty_units: DutyUnitsTable
  evidence: EvidenceTable
  evidence_serves: EvidenceServesTable
  extensions: ExtensionsTable
  files: FilesTable
  groups: GroupsTable
  imports: ImportsTable
  indicator_sources: IndicatorSourcesTable
  indicators: IndicatorsTable
  ledger_exports: LedgerExportsTable
  likeness_quarters: LikenessQuartersTable
  measurements: MeasurementsTable
  memberships: MembershipsTable
  milestones: MilestonesTable
  notices_due: NoticesDueTable
  observations: ObservationsTable
  occurrences: OccurrencesTable
  party_matches: PartyMatchesTable
  people: PeopleTable
  phases: PhasesTable
  photos_awaited: PhotosAwaitedTable
  plan_diagnostics: PlanDiagnosticsTable
  plan_items: PlanItemsTable
  plan_versions: PlanVersionsTable
  plans: PlansTable
  points: PointsTable
  programmes: ProgrammesTable
  rectification_notice_cases: RectificationNoticeCasesTable
  rectification_notices: RectificationNoticesTable
  review_presence: ReviewPresenceTable
  round_inspectors: RoundInspectorsTable
  round_pairs: RoundPairsTable
  round_points: RoundPointsTable
  rounds: RoundsTable
  schema_migrations: SchemaMigrationsTable
  seal_leaves: SealLeavesTable
  seals: SealsTable
  serials: SerialsTable
  standard_versions: StandardVersionsTable
  standards: StandardsTable
  task_parties: TaskPartiesTable
  tasks: TasksTable
  tenants: TenantsTable
  units: UnitsTable
  uploads: UploadsTable
  visits: VisitsTable
}
