import type { CaseRow } from '@luoshi/contract/cases'
import type { Action } from '@luoshi/rules/action'
import { caseLight } from '@luoshi/rules/case-light'
import { type CaseEvent, type CaseState, isCaseOpen, mendingStates, nextCaseEvents } from '@luoshi/rules/case-machine'
import { can } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { caseSubject, rectifiersFor } from './lock-case.ts'
import { caseNumber } from './serials.ts'

/** Cases with everything a line of a list shows, in one query, soonest due first. */
export const readCases = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, ids: readonly string[]) => {
  if (ids.length === 0) return []
  return db
    .selectFrom('cases as c')
    .innerJoin('case_categories as k', join =>
      join.onRef('k.tenant_id', '=', 'c.tenant_id').onRef('k.id', '=', 'c.category_id'),
    )
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'c.tenant_id').onRef('u.id', '=', 'c.unit_id'))
    .innerJoin('units as o', join => join.onRef('o.tenant_id', '=', 'c.tenant_id').onRef('o.id', '=', 'c.office_id'))
    .leftJoin('programmes as p', join =>
      join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.id', '=', 'c.programme_id'),
    )
    .leftJoin('points as t', join => join.onRef('t.tenant_id', '=', 'c.tenant_id').onRef('t.id', '=', 'c.point_id'))
    .leftJoin('case_extensions as x', join =>
      join.onRef('x.tenant_id', '=', 'c.tenant_id').onRef('x.case_id', '=', 'c.id').on('x.state', '=', 'asked'),
    )
    .where('c.tenant_id', '=', actor.tenantId)
    .where('c.id', 'in', [...ids])
    .orderBy('c.due_at')
    .orderBy('c.id')
    .selectAll('c')
    .select([
      'k.name as category_name',
      'k.closing_condition',
      'u.name as unit_name',
      'u.kind as unit_kind',
      'o.name as office_name',
      'o.kind as office_kind',
      'p.title as programme_title',
      't.name as point_name',
      't.unit_id as point_unit_id',
      't.address as point_address',
      't.longitude as point_longitude',
      't.latitude as point_latitude',
      'x.id as extension_id',
      'x.asked_by as extension_asked_by',
      sql<string | null>`(select e.id from evidence_serves s
        join evidence e on e.tenant_id = s.tenant_id and e.id = s.evidence_id and e.kind = 'photo'
        where s.tenant_id = c.tenant_id and s.subject_kind in ('case', 'observation') and s.subject_id = c.id
        order by e.id limit 1)`.as('photo_id'),
    ])
    .execute()
}

export type NamedCase = Awaited<ReturnType<typeof readCases>>[number]

export const caseShown = (row: NamedCase, { actor, clock }: Pick<Context, 'actor' | 'clock'>): CaseRow => {
  const state = row.state as CaseState // checked by the table
  const dueAt = row.assigned_at === null || !isFinal(row.due_at) ? null : row.due_at
  const light = caseLight({ state, assignedAt: row.assigned_at, dueAt, submittedAt: row.submitted_at }, clock.now())
  return {
    id: row.id,
    number: caseNumber(row.year, row.serial),
    title: row.title,
    origin: row.origin as CaseRow['origin'],
    category: { id: row.category_id, name: row.category_name },
    severity: row.severity as CaseRow['severity'],
    programme: row.programme_id && row.programme_title ? { id: row.programme_id, title: row.programme_title } : null,
    point: row.point_id && row.point_name ? { id: row.point_id, name: row.point_name } : null,
    place: row.place || (row.point_address ?? ''),
    position: positionOf(row),
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    office: unitRef(row.office_id, row.office_name, row.office_kind),
    state,
    level: row.level as CaseRow['level'],
    light,
    dueAt: dueAt?.toISOString() ?? null,
    foundAt: row.found_at.toISOString(),
    returned: row.returned,
    relapses: row.relapses,
    mended: row.rectified_by.length > 0,
    listedAt: row.listed_at?.toISOString() ?? null,
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    thumbnailUrl: row.photo_id === null ? null : `/api/v1/evidence/${row.photo_id}/thumbnail`,
    version: row.version,
    actions: [...actionsOn(row, actor)],
  }
}

/** A day that never comes is read as a number. */
export const isFinal = (due: Date): boolean => due instanceof Date && !Number.isNaN(due.getTime())

const positionOf = (row: NamedCase): CaseRow['position'] => {
  const [longitude, latitude] =
    row.longitude !== null ? [row.longitude, row.latitude] : [row.point_longitude, row.point_latitude]
  return longitude === null || latitude === null ? null : { longitude, latitude }
}

const actionOf: Readonly<Partial<Record<CaseEvent['kind'], Action>>> = {
  assign: 'case.assign',
  accept: 'case.accept',
  refuse: 'case.refuse',
  start: 'case.progress',
  submit: 'case.submit',
  recheck: 'case.recheck',
  close: 'case.close',
  dismiss: 'case.assign',
  merge: 'case.merge',
  list: 'case.list',
}

/** What the actor may do next, in the order in which a case goes. */
export const actionsOn = (row: NamedCase, actor: Context['actor']): readonly Action[] => {
  const state = row.state as CaseState
  const isMending = mendingStates.some(one => one === state)
  const wanted: readonly (Action | undefined)[] = [
    ...nextCaseEvents(state).flatMap(kind => (kind === 'list' && row.listed_at !== null ? [] : [actionOf[kind]])),
    ...(isMending && row.extension_id === null ? (['case.extend-request'] as const) : []),
    ...(isMending && row.level !== 'county' ? (['case.escalate'] as const) : []),
    ...(isCaseOpen(state) ? (['case.open'] as const) : []),
  ]
  const moves = [...new Set(wanted)].filter(
    action =>
      action !== undefined && can(actor, action, { ...caseSubject(row, action), doneBy: rectifiersFor(row, action) }),
  ) as Action[] // without what is undefined
  const decide = { ...caseSubject(row, 'case.extend-decide'), doneBy: row.extension_asked_by }
  return row.extension_id !== null && can(actor, 'case.extend-decide', decide)
    ? [...moves, 'case.extend-decide']
    : moves
}
