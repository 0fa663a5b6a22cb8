import type { CaseRow } from '@luoshi/contract/cases'
import { caseLight } from '@luoshi/rules/case-light'
import type { CaseState } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { isFinal } from './case-rows.ts'

/** A case as a map shows it. */
export type CasePlace = Pick<CaseRow, 'id' | 'title' | 'state' | 'light' | 'unit'> & {
  readonly position: NonNullable<CaseRow['position']>
}

type Read = {
  readonly id: string
  readonly title: string
  readonly state: CaseState
  readonly assigned_at: Date | null
  readonly due_at: Date
  readonly submitted_at: Date | null
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly longitude: number
  readonly latitude: number
}

/** Cases with nothing but what a map shows of them, in the order of the ids; those without a place are left out. */
export const placesOf = async (
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  ids: readonly string[],
): Promise<CasePlace[]> => {
  const { rows } = await sql<Read>`
    select c.id, c.title, c.state, c.assigned_at, c.due_at, c.submitted_at, c.unit_id, u.name as unit_name, u.kind as unit_kind,
      coalesce(c.longitude, t.longitude) as longitude, coalesce(c.latitude, t.latitude) as latitude
    from unnest(${ids}::uuid[]) with ordinality as asked (id, place)
    join cases c on c.tenant_id = ${actor.tenantId} and c.id = asked.id
    join units u on u.tenant_id = ${actor.tenantId} and u.id = c.unit_id
    left join points t on t.tenant_id = ${actor.tenantId} and t.id = c.point_id
    where c.longitude is not null or t.longitude is not null
    order by asked.place`.execute(db)
  const now = clock.now()
  return rows.map(row => {
    const dueAt = row.assigned_at === null || !isFinal(row.due_at) ? null : row.due_at
    const { id, title, state, longitude, latitude } = row
    return {
      ...{ id, title, state, position: { longitude, latitude } },
      light: caseLight({ state, assignedAt: row.assigned_at, dueAt, submittedAt: row.submitted_at }, now),
      unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    }
  })
}
