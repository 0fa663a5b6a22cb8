import type { Occurrence } from '@luoshi/contract/duties'
import type { Action } from '@luoshi/rules/action'
import { nextOccurrenceEvents, type OccurrenceState } from '@luoshi/rules/occurrence-machine'
import { timelinessOf } from '@luoshi/rules/overdue'
import { allowedActions } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'

/** The rows of these occurrences with everything a line of a list shows, in one query. */
export const readOccurrences = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, ids: readonly string[]) => {
  if (ids.length === 0) return []
  return db
    .selectFrom('occurrences as o')
    .innerJoin('duties as d', join => join.onRef('d.tenant_id', '=', 'o.tenant_id').onRef('d.id', '=', 'o.duty_id'))
    .innerJoin('programmes as p', join =>
      join.onRef('p.tenant_id', '=', 'o.tenant_id').onRef('p.id', '=', 'o.programme_id'),
    )
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'o.tenant_id').onRef('u.id', '=', 'o.unit_id'))
    .leftJoin('people as w', join => join.onRef('w.tenant_id', '=', 'o.tenant_id').onRef('w.id', '=', 'o.recorded_by'))
    .where('o.tenant_id', '=', actor.tenantId)
    .where('o.id', 'in', [...ids])
    .orderBy('o.due_at')
    .orderBy('o.id')
    .selectAll('o')
    .select([
      'd.text',
      'p.title as programme_title',
      'u.name as unit_name',
      'u.kind as unit_kind',
      'w.name as person_name',
      sql<number>`(select count(*) from evidence_serves s where s.tenant_id = o.tenant_id
        and s.subject_kind = 'occurrence' and s.subject_id = o.id)`.as('evidence'),
    ])
    .execute()
}

export type NamedOccurrence = Awaited<ReturnType<typeof readOccurrences>>[number]

export const occurrenceShown = (
  row: NamedOccurrence,
  { actor, clock }: Pick<Context, 'actor' | 'clock'>,
): Occurrence => ({
  id: row.id,
  dutyId: row.duty_id,
  programme: { id: row.programme_id, title: row.programme_title },
  text: row.text,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  period: row.period,
  opensAt: row.opens_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  state: row.state as OccurrenceState, // checked by the table
  timeliness: standing(row, clock.now()),
  note: row.note,
  recordedBy: row.recorded_by && row.person_name ? { id: row.recorded_by, name: row.person_name } : null,
  recordedAt: row.recorded_at?.toISOString() ?? null,
  doneAt: row.done_at?.toISOString() ?? null,
  evidence: row.evidence,
  version: row.version,
  actions: [...actionsOn(row, actor, clock.now())],
})

const standing = ({ state, due_at, done_at }: NamedOccurrence, now: Date): Occurrence['timeliness'] =>
  state === 'missed' || state === 'excused'
    ? 'missed'
    : timelinessOf({ dueAt: due_at, doneAt: state === 'recorded' || state === 'confirmed' ? done_at : null }, now)

/** What each step asks for. */
export const actionOf = {
  record: 'occurrence.record',
  confirm: 'occurrence.confirm',
  return: 'occurrence.return',
  excuse: 'occurrence.excuse',
} as const satisfies Record<string, Action>

const actionsOn = (row: NamedOccurrence, actor: Context['actor'], now: Date): readonly Action[] => {
  const next = nextOccurrenceEvents(row.state as OccurrenceState).flatMap((kind): Action[] =>
    kind === 'miss' || (kind === 'record' && row.opens_at > now) ? [] : [actionOf[kind]],
  )
  return allowedActions(actor, { tenantId: row.tenant_id, unitPath: row.unit_path, doneBy: row.recorded_by }, next)
}
