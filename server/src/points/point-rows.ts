import type { PointRow } from '@luoshi/contract/points'
import { maskName, maskPhone } from '@luoshi/rules/masking'
import { allowedActions } from '@luoshi/rules/permissions'
import { type RawBuilder, sql } from 'kysely'
import type { Context, Signed } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { type Known, standing, statusOf } from './point-status.ts'

export type ReadPoint = {
  readonly tenant_id: string
  readonly id: string
  readonly point_type: string
  readonly name: string
  readonly unit_id: string
  readonly unit_path: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly address: string
  readonly contact_name: string
  readonly contact_phone: string
  readonly longitude: number | null
  readonly latitude: number | null
  readonly code: string
  readonly note: string
  readonly archived_at: Date | null
  readonly version: number
  readonly open_cases: number
  readonly status: PointRow['status']
  readonly visit_id: string | null
  readonly started_at: Date | null
  readonly score: number | null
  readonly fails: number | null
}

/** Points with their unit, their last visit and what is open, in one query. Rows are called `p`. */
export const readPoints = async (
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  known: Known,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql``,
): Promise<readonly ReadPoint[]> => {
  const { rows } = await sql<ReadPoint>`
    select p.*, u.name as unit_name, u.kind as unit_kind, o.open_cases, ${statusOf(clock.now())} as status,
      l.visit_id, l.started_at, l.score, l.fails
    from points p
    join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    ${standing(known)}
    where p.tenant_id = ${actor.tenantId} and ${where} ${order}`.execute(db)
  return rows
}

/** As a list shows it: whom to call is masked. */
export const pointShown = (row: ReadPoint, actor: Signed): PointRow => ({
  id: row.id,
  pointType: row.point_type,
  name: row.name,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  address: row.address,
  contactName: maskName(row.contact_name),
  contactPhone: maskPhone(row.contact_phone),
  position: positionOf(row),
  code: row.code,
  status: row.status,
  openCases: row.open_cases,
  lastVisit:
    row.visit_id === null || row.started_at === null
      ? null
      : { id: row.visit_id, at: row.started_at.toISOString(), score: row.score, fails: row.fails ?? 0 },
  archivedAt: row.archived_at?.toISOString() ?? null,
  version: row.version,
  actions: [...pointActions(row, actor)],
})

export const positionOf = ({ longitude, latitude }: Pick<ReadPoint, 'longitude' | 'latitude'>): PointRow['position'] =>
  longitude === null || latitude === null ? null : { longitude, latitude }

const pointActions = (row: ReadPoint, actor: Signed) =>
  row.archived_at === null
    ? allowedActions(actor, { tenantId: row.tenant_id, unitPath: row.unit_path }, ['point.manage'])
    : []
