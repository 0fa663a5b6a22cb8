import type { CarriedPoint } from '@luoshi/contract/field'
import { caseStates, isCaseOpen } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { lastSeen } from '../visits/last-seen.ts'

/** Points of one's own units that a phone carries beside those drawn. */
const mostOwn = 2000

export type PointCarried = { readonly shown: CarriedPoint; readonly unitPath: string; readonly isOwn: boolean }

type Row = {
  readonly id: string
  readonly name: string
  readonly point_type: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly unit_path: string
  readonly address: string
  readonly contact_name: string
  readonly contact_phone: string
  readonly longitude: number | null
  readonly latitude: number | null
  readonly code: string
  readonly open_cases: readonly { id: string; title: string; criterionId: string | null; dueAt: string | null }[]
}

const open = sql.join(caseStates.filter(isCaseOpen).map(state => sql.lit(state)))

/** How many points of one's own units there are besides those that are carried. */
export const pointsLeft = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  ownUnitIds: readonly string[],
  carried: readonly PointCarried[],
): Promise<number> => {
  const ids = carried.map(({ shown }) => shown.id)
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from points p where p.tenant_id = ${actor.tenantId} and p.unit_id = any(${ownUnitIds}::uuid[])
      and p.archived_at is null and not (p.id = any(${ids}::uuid[]))`.execute(db)
  return rows[0]?.left ?? 0
}

/** The points drawn, wherever they are, and those of one's own units, with what was seen last and what is open. */
export const carriedPoints = async (
  context: Context,
  drawnIds: readonly string[],
  ownUnitIds: readonly string[],
): Promise<readonly PointCarried[]> => {
  const { db, actor } = context
  const { rows } = await sql<Row>`
    select p.id, p.name, p.point_type, p.unit_id, u.name as unit_name, u.kind as unit_kind, p.unit_path::text, p.address,
      p.contact_name, p.contact_phone, p.longitude, p.latitude, p.code, (
        select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title, 'criterionId', c.criterion_id, 'dueAt',
          case when c.assigned_at is not null then to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end) order by c.due_at), '[]')
        from cases c where c.tenant_id = p.tenant_id and c.point_id = p.id and c.state in (${open})
      ) as open_cases
    from (
      select p.* from points p where p.tenant_id = ${actor.tenantId} and p.id = any(${drawnIds}::uuid[])
      union
      (select p.* from points p where p.tenant_id = ${actor.tenantId} and p.unit_id = any(${ownUnitIds}::uuid[])
        and p.archived_at is null order by p.unit_id, p.point_type, p.name, p.id limit ${mostOwn})
    ) p join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    order by p.name, p.id`.execute(db)
  const last = await lastSeen(
    context,
    rows.map(({ id }) => id),
  )
  const own = new Set(ownUnitIds)
  return rows.map(row => ({
    unitPath: row.unit_path,
    isOwn: own.has(row.unit_id),
    shown: {
      id: row.id,
      name: row.name,
      pointType: row.point_type,
      unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
      address: row.address,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      position:
        row.longitude === null || row.latitude === null ? null : { longitude: row.longitude, latitude: row.latitude },
      code: row.code,
      last: [...(last.get(row.id) ?? [])],
      openCases: [...row.open_cases],
    },
  }))
}
