import type { Carried } from '@luoshi/contract/field'
import { scopeOf } from '@luoshi/rules/permissions'
import { sql } from 'kysely'
import { caseNumber } from '../cases/serials.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { unitRef } from '../units/unit-ref.ts'

const most = 200

type Row = {
  readonly id: string
  readonly year: number
  readonly serial: number
  readonly title: string
  readonly text: string
  readonly place: string
  readonly point_id: string | null
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly state: string
  readonly due_at: Date | null
  readonly submitted_at: Date | null
  readonly next: 'mend' | 'recheck'
  readonly photos: readonly string[]
  readonly of_kind: number
}

/** What one's own units have to mend, and what waits for the actor to look again at what somebody else has mended; soonest due first; and how many more there are of each. */
export const carriedCases = async (
  { db, actor }: Context,
  ownUnitIds: readonly string[],
): Promise<{ readonly cases: Carried['cases']; readonly left: Pick<Carried['left'], 'mend' | 'recheck'> }> => {
  const rechecks = scopeOf(actor, 'case.recheck')
  const { rows } = await sql<Row>`
    select c.id, c.year, c.serial, c.title, c.text, coalesce(nullif(c.place, ''), p.address, '') as place, c.point_id, c.unit_id,
      u.name as unit_name, u.kind as unit_kind, c.state, case when c.assigned_at is not null then c.due_at end as due_at, c.next, c.submitted_at, c.of_kind,
      array(select e.id::text from evidence_serves s join evidence e on e.tenant_id = s.tenant_id and e.id = s.evidence_id
        where s.tenant_id = c.tenant_id and s.subject_kind in ('case', 'observation') and s.subject_id = c.id and e.kind = 'photo'
        order by e.id limit 3) as photos
    from (
      (select c.*, 'mend' as next, count(*) over () as of_kind from cases c where c.tenant_id = ${actor.tenantId} and c.unit_id = any(${ownUnitIds}::uuid[])
        and c.state in ('assigned', 'accepted', 'in-hand') order by c.due_at, c.id limit ${most})
      union all
      (select c.*, 'recheck' as next, count(*) over () as of_kind from cases c where c.tenant_id = ${actor.tenantId} and c.state = 'submitted'
        and c.unit_path <@ any(${pathArray(rechecks)}) and not c.rectified_by @> array[${actor.personId}]::uuid[]
        order by c.due_at, c.id limit ${most})
    ) c
    join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id
    left join points p on p.tenant_id = c.tenant_id and p.id = c.point_id
    order by c.due_at, c.id`.execute(db)
  const leftOf = (kind: Row['next']): number => {
    const own = rows.filter(({ next }) => next === kind)
    return (own[0]?.of_kind ?? 0) - own.length
  }
  const cases = rows.map(row => ({
    id: row.id,
    number: caseNumber(row.year, row.serial),
    title: row.title,
    text: row.text,
    place: row.place,
    pointId: row.point_id,
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    state: row.state,
    dueAt: row.due_at?.toISOString() ?? null,
    next: row.next,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    photos: row.photos.map(id => ({ id, thumbnailUrl: `/api/v1/evidence/${id}/thumbnail` })),
  }))
  return { cases, left: { mend: leftOf('mend'), recheck: leftOf('recheck') } }
}
