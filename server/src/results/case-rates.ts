import type { CaseMeasure } from '@luoshi/contract/results'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'
import type { Counted } from './counted.ts'
import { type Stretches, stretchRows } from './stretches.ts'

export type CaseCount = {
  readonly measure: CaseMeasure
  readonly by: 'unit' | 'category' | 'whole'
  readonly stretches: Stretches
  readonly reach: Reach
  readonly categoryId?: string | undefined
  /** What the whole is called among other counts; nothing by itself. */
  readonly label?: string
}

/** Which cases a rate is of, by the moment that decides, and which of them count as well done. */
const measures: Readonly<
  Record<CaseMeasure, { readonly moment: RawBuilder<unknown>; readonly well: RawBuilder<unknown> }>
> = {
  'on-time': { moment: sql`c.due_at`, well: sql`c.submitted_at is not null and c.submitted_at <= c.due_at` },
  'first-pass': { moment: sql`c.rechecked_at`, well: sql`c.returned = 0` },
  closed: { moment: sql`c.found_at`, well: sql`c.state = 'closed'` },
}

/**
 * Cases mended in time, mended at the first go, or closed, in each stretch. What was merged or was none does not count. A unit that
 * let its time pass before the case went to another is late with it, whatever the other does.
 */
export const countCases = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  asked: CaseCount,
): Promise<readonly Counted[]> => (await caseQuery(actor.tenantId, asked).execute(db)).rows

/** Rows of one thing and stretch are added up. */
export const caseQuery = (tenantId: string, asked: CaseCount): RawBuilder<Counted> =>
  sql<Counted>`${sql.join(queriesOf(tenantId, asked), sql` union all `)}`

const queriesOf = (tenantId: string, asked: CaseCount): readonly RawBuilder<Counted>[] => {
  const own = decidedQuery(tenantId, asked)
  switch (asked.measure) {
    case 'on-time':
      return [own, missedQuery(tenantId, asked), formerQuery(tenantId, asked)]
    case 'first-pass':
      return [own, formerQuery(tenantId, asked)]
    case 'closed':
      return [own]
  }
}

/** Each case by the moment that decides about it. */
const decidedQuery = (
  tenantId: string,
  { measure, by, stretches, reach, categoryId, label = '' }: CaseCount,
): RawBuilder<Counted> => {
  const { moment, well } = measures[measure]
  const units = unitsOf(reach, sql`c.unit_id`)
  const key = keyOf(by, sql`c.unit_id`, label)
  return sql<Counted>`
    select ${key} as key, stretch.back, count(*) filter (where ${well}) as numerator, count(*) as denominator
    from ${stretchRows(stretches)} join cases c on c.tenant_id = ${tenantId}
      and ${moment} > stretch.since and ${moment} <= stretch.until
    where c.state not in ('merged', 'dismissed', 'found', 'refused') and ${units}
      and ${categoryId === undefined ? sql`true` : sql`c.category_id = ${categoryId}`}
    group by 1, 2`
}

/** The lives of cases that were closed and came back: what was done then stays done. */
const formerQuery = (
  tenantId: string,
  { measure, by, stretches, reach, categoryId, label = '' }: CaseCount,
): RawBuilder<Counted> => {
  const moment = measure === 'on-time' ? sql`l.due_at` : sql`l.rechecked_at`
  const well = measure === 'on-time' ? sql`l.submitted_at <= l.due_at` : sql`l.returned = 0`
  return sql<Counted>`
    select ${keyOf(by, sql`l.unit_id`, label)} as key, stretch.back, count(*) filter (where ${well}) as numerator,
      count(*) as denominator
    from ${stretchRows(stretches)} join case_lives l on l.tenant_id = ${tenantId}
      and ${moment} > stretch.since and ${moment} <= stretch.until
    join cases c on c.tenant_id = l.tenant_id and c.id = l.case_id
    where ${unitsOf(reach, sql`l.unit_id`)} and ${categoryId === undefined ? sql`true` : sql`c.category_id = ${categoryId}`}
    group by 1, 2`
}

/** What a unit had past its time and has no more. */
const missedQuery = (
  tenantId: string,
  { by, stretches, reach, categoryId, label = '' }: CaseCount,
): RawBuilder<Counted> => sql<Counted>`
    select ${keyOf(by, sql`t.unit_id`, label)} as key, stretch.back, 0::bigint as numerator, count(*) as denominator
    from ${stretchRows(stretches)} join case_turns t on t.tenant_id = ${tenantId} and t.left_at > t.due_at
      and t.due_at > stretch.since and t.due_at <= stretch.until
    join cases c on c.tenant_id = t.tenant_id and c.id = t.case_id
    where c.state not in ('merged', 'dismissed') and ${unitsOf(reach, sql`t.unit_id`)}
      and ${categoryId === undefined ? sql`true` : sql`c.category_id = ${categoryId}`}
    group by 1, 2`

const unitsOf = (reach: Reach, unit: RawBuilder<unknown>): RawBuilder<unknown> =>
  reach.kind === 'all' ? sql`true` : sql`${unit} = any(${[...reach.ids]}::uuid[])`

const keyOf = (by: CaseCount['by'], unit: RawBuilder<unknown>, label: string): RawBuilder<unknown> =>
  by === 'unit' ? sql`${unit}::text` : by === 'category' ? sql`c.category_id::text` : sql`${label}::text`
