import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { isSecret } from '../rounds/known-rounds.ts'
import type { Reach } from '../units/reach.ts'
import { isWhole } from '../visits/whole-visits.ts'
import type { Counted } from './counted.ts'
import { type Stretches, stretchRows } from './stretches.ts'

export type ConformingBy = 'type' | 'unit' | 'criterion' | 'whole'

export type ConformingCount = {
  readonly by: ConformingBy
  readonly stretches: Stretches
  readonly reach: Reach
  readonly pointType?: string | undefined
  readonly criterionId?: string | undefined
  /** What the whole is called among other counts; nothing by itself. */
  readonly label?: string
}

/**
 * Points without a failure, or criteria that conform, each point as it was last seen in a stretch. What an unannounced round has
 * seen counts once the round is over: before that nobody learns of it by a figure.
 */
export const countConforming = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  asked: ConformingCount,
): Promise<readonly Counted[]> => {
  const { rows } = await conformingQuery(actor.tenantId, asked).execute(db)
  return rows
}

export const conformingQuery = (tenantId: string, asked: ConformingCount): RawBuilder<Counted> => {
  const { by, stretches, reach, pointType, criterionId, label = '' } = asked
  const units = reach.kind === 'all' ? sql`true` : sql`v.unit_id = any(${[...reach.ids]}::uuid[])`
  const seen = sql`
    select stretch.back, v.id, v.fails, p.point_type, v.unit_id
    from ${stretchRows(stretches)} cross join lateral (
      select distinct on (v.point_id) v.id, v.point_id, v.fails, v.unit_id from visits v
      where v.tenant_id = ${tenantId} and ${isWhole} and ${units}
        and v.started_at > stretch.since and v.started_at <= stretch.until
        and not exists (select 1 from rounds r where r.tenant_id = v.tenant_id and r.id = v.round_id and ${isSecret})
      order by v.point_id, v.started_at desc, v.id desc
    ) v join points p on p.tenant_id = ${tenantId} and p.id = v.point_id
    where ${pointType === undefined ? sql`true` : sql`p.point_type = ${pointType}`}`
  if (by === 'criterion' || criterionId !== undefined)
    return sql<Counted>`
      select ${by === 'criterion' ? sql`o.criterion_id::text` : sql`${label}::text`} as key, seen.back,
        count(*) filter (where o.grade = 'conforms') as numerator,
        count(*) filter (where o.grade <> 'not-applicable') as denominator
      from (${seen}) seen join observations o on o.tenant_id = ${tenantId} and o.visit_id = seen.id
      where ${criterionId === undefined ? sql`true` : sql`o.criterion_id = ${criterionId}`}
      group by 1, 2`
  const key = by === 'type' ? sql`seen.point_type` : by === 'unit' ? sql`seen.unit_id::text` : sql`${label}::text`
  return sql<Counted>`
    select ${key} as key, seen.back, count(*) filter (where seen.fails = 0) as numerator, count(*) as denominator
    from (${seen}) seen group by 1, 2`
}
