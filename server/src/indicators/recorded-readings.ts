import type { Indicator, IndicatorSource } from '@luoshi/contract/indicators'
import { addDays } from '@luoshi/rules/plain-date'
import type { Share } from '@luoshi/rules/share-status'
import { parentPath } from '@luoshi/rules/unit-path'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { ProgrammeRow } from '../programmes/find-programme.ts'
import { caseQuery } from '../results/case-rates.ts'
import { conformingQuery } from '../results/conforming.ts'
import { byKey, type Counted } from '../results/counted.ts'
import { type Stretches, stretchesUntil } from '../results/stretches.ts'
import type { Reach } from '../units/reach.ts'

export type Recorded = {
  readonly source: IndicatorSource
  readonly stretches: Stretches
  /** The newest first. */
  readonly shares: readonly Share[]
}

/** What the record says of the indicators that are read from it; three queries, however many there are. */
export const recordedOf = async (
  context: Context,
  programme: ProgrammeRow,
  indicatorIds: readonly string[],
): Promise<ReadonlyMap<string, Recorded>> => {
  const sources = await sourcesOf(context, indicatorIds)
  if (sources.size === 0) return new Map()
  const { db, actor, clock } = context
  const reach = await unitsOf(context, programme)
  const counts = [...sources].map(([id, source]) => countOf(actor.tenantId, id, source, reach, clock.now()))
  const { rows } = await sql<Counted>`${sql.join(counts, sql` union all `)}`.execute(db)
  const shares = byKey(rows)
  return new Map(
    [...sources].map(([id, source]) => [
      id,
      { source, stretches: stretchesUntil(clock.now(), source.windowDays), shares: shares.get(id) ?? [] },
    ]),
  )
}

/** The readings as the contract has them, the oldest first; a stretch without a sample is no reading. */
export const readingsShown = ({ shares, stretches }: Recorded): Indicator['recorded'] =>
  shares
    .map((share, back) => ({ ...share, on: addDays(stretches.today, -back * stretches.days) }))
    .filter(({ denominator }) => denominator > 0)
    .toReversed()

const sourcesOf = async (
  { db, actor }: Context,
  indicatorIds: readonly string[],
): Promise<ReadonlyMap<string, IndicatorSource>> => {
  if (indicatorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('indicator_sources')
    .where('tenant_id', '=', actor.tenantId)
    .where('indicator_id', 'in', [...indicatorIds])
    .selectAll()
    .execute()
  return new Map(
    rows.map(row => [
      row.indicator_id,
      {
        measure: row.measure as IndicatorSource['measure'], // checked by the table
        pointType: row.point_type,
        criterionId: row.criterion_id,
        categoryId: row.category_id,
        windowDays: row.window_days,
      },
    ]),
  )
}

/** The units below the office that runs the programme. */
const unitsOf = async ({ db, actor }: Context, { unit_path }: ProgrammeRow): Promise<Reach> => {
  if (parentPath(unit_path) === null) return { kind: 'all' }
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`path <@ ${unit_path}::ltree`)
    .select('id')
    .execute()
  return { kind: 'units', ids: rows.map(({ id }) => id) }
}

const countOf = (
  tenantId: string,
  label: string,
  source: IndicatorSource,
  reach: Reach,
  now: Date,
): RawBuilder<Counted> => {
  const stretches = stretchesUntil(now, source.windowDays)
  const { measure } = source
  const counted =
    measure === 'conforming'
      ? conformingQuery(tenantId, {
          ...{ by: 'whole', stretches, reach, label },
          pointType: source.pointType ?? undefined,
          criterionId: source.criterionId ?? undefined,
        })
      : caseQuery(tenantId, {
          ...{ measure, by: 'whole', stretches, reach, label },
          categoryId: source.categoryId ?? undefined,
        })
  return sql<Counted>`(${counted})`
}
