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
  const own = countOf(tenantId, asked, decided(asked.measure))
  switch (asked.measure) {
    case 'on-time':
      return [own, countOf(tenantId, asked, missed), countOf(tenantId, asked, formerlyOnTime)]
    case 'first-pass':
      return [own, countOf(tenantId, asked, formerlyAtOnce)]
    case 'closed':
      return [own]
  }
}

/** What is counted: cases `c`, or what is kept of them as `x`, each of a unit and decided by a moment; and which are well done. */
type Source = {
  readonly rows: RawBuilder<unknown>
  readonly unit: RawBuilder<unknown>
  readonly moment: RawBuilder<unknown>
  readonly well: RawBuilder<unknown>
  readonly counts: RawBuilder<unknown>
}

/** Each case by the moment that decides about it. */
const decided = (measure: CaseMeasure): Source => ({
  ...measures[measure],
  rows: sql`cases c`,
  unit: sql`c.unit_id`,
  counts: sql`c.state not in ('merged', 'dismissed', 'found', 'refused')`,
})

const keptIn = (table: 'case_lives' | 'case_turns') => ({
  rows: sql`(${sql.table(table)} x join cases c on c.tenant_id = x.tenant_id and c.id = x.case_id)`,
  unit: sql`x.unit_id`,
})

/** The lives of cases that were closed and came back: what was done then stays done. */
const former = { ...keptIn('case_lives'), counts: sql`true` }
const formerlyOnTime: Source = { ...former, moment: sql`x.due_at`, well: sql`x.submitted_at <= x.due_at` }
const formerlyAtOnce: Source = { ...former, moment: sql`x.rechecked_at`, well: sql`x.returned = 0` }

/** What a unit had past its time and has no more. */
const missed: Source = {
  ...keptIn('case_turns'),
  moment: sql`x.due_at`,
  well: sql`false`,
  counts: sql`x.left_at > x.due_at and c.state not in ('merged', 'dismissed')`,
}

const countOf = (
  tenantId: string,
  { by, stretches, reach, categoryId, label = '' }: CaseCount,
  { rows, unit, moment, well, counts }: Source,
): RawBuilder<Counted> => sql<Counted>`
    select ${keyOf(by, unit, label)} as key, stretch.back, count(*) filter (where ${well}) as numerator, count(*) as denominator
    from ${stretchRows(stretches)} join ${rows} on c.tenant_id = ${tenantId}
      and ${moment} > stretch.since and ${moment} <= stretch.until
    where ${counts} and ${unitsOf(reach, unit)} and ${categoryId === undefined ? sql`true` : sql`c.category_id = ${categoryId}`}
    group by 1, 2`

const unitsOf = (reach: Reach, unit: RawBuilder<unknown>): RawBuilder<unknown> =>
  reach.kind === 'all' ? sql`true` : sql`${unit} = any(${[...reach.ids]}::uuid[])`

const keyOf = (by: CaseCount['by'], unit: RawBuilder<unknown>, label: string): RawBuilder<unknown> =>
  by === 'unit' ? sql`${unit}::text` : by === 'category' ? sql`c.category_id::text` : sql`${label}::text`
