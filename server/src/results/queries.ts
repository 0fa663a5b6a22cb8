import type { CaseMeasure, ResultRow } from '@luoshi/contract/results'
import { sql } from 'kysely'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { reachOf } from '../units/reach.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { countCases } from './case-rates.ts'
import { countConforming } from './conforming.ts'
import { byKey, type Counted, recordedShare, together } from './counted.ts'
import { type Stretches, stretchesUntil } from './stretches.ts'

type Asked = { readonly unitId?: string | undefined; readonly days: number; readonly target: number }

export type ConformingAsked = Asked & {
  readonly by: 'type' | 'unit' | 'criterion'
  readonly pointType?: string | undefined
}

/** How points and criteria stood when they were last seen, within reach. */
export const showConforming = async (context: Context, asked: ConformingAsked) => {
  allowSomewhere(context.actor, 'visit.read')
  if (asked.by === 'criterion' && asked.pointType === undefined)
    throw new Problem('input-invalid', {}, [{ field: 'pointType', message: 'needed' }])
  const stretches = stretchesUntil(context.clock.now(), asked.days)
  const reach = await reachOf(context, 'visit.read', asked)
  const rows = await countConforming(context, { ...asked, stretches, reach })
  const names = await namesOf(context, asked.by, rows)
  return shown(rows, names, asked.target, stretches)
}

export type CasesAsked = Asked & { readonly measure: CaseMeasure; readonly by: 'unit' | 'category' }

export const showCases = async (context: Context, asked: CasesAsked) => {
  allowSomewhere(context.actor, 'case.read')
  const stretches = stretchesUntil(context.clock.now(), asked.days)
  const reach = await reachOf(context, 'case.read', asked)
  const rows = await countCases(context, { ...asked, stretches, reach })
  const names = await namesOf(context, asked.by, rows)
  return shown(rows, names, asked.target, stretches)
}

const shown = (rows: readonly Counted[], names: ReadonlyMap<string, string>, target: number, stretches: Stretches) => ({
  from: stretches.from,
  to: stretches.today,
  whole: recordedShare(together(rows), target, stretches),
  rows: [...byKey(rows)]
    .map(
      ([key, shares]): ResultRow => ({
        key,
        name: names.get(key) ?? key,
        ...recordedShare(shares, target, stretches),
      }),
    )
    .toSorted(byNeed),
})

const need: Readonly<Record<ResultRow['status'], number>> = { unmet: 0, fragile: 1, unknown: 2, met: 3 }

/** What is not well stands first; within that by name, for a rank needs more than a share. */
const byNeed = (one: ResultRow, other: ResultRow): number =>
  need[one.status] - need[other.status] || one.name.localeCompare(other.name, 'zh')

const namesOf = async (
  context: Context,
  by: 'type' | 'unit' | 'criterion' | 'category',
  rows: readonly Counted[],
): Promise<ReadonlyMap<string, string>> => {
  const keys = [...new Set(rows.map(({ key }) => key))]
  if (by === 'type' || keys.length === 0) return new Map()
  if (by === 'unit') return new Map([...(await unitRefs(context, keys))].map(([id, { name }]) => [id, name]))
  const { tenantId } = context.actor
  const named =
    by === 'category'
      ? sql<{
          id: string
          name: string
        }>`select id, name from case_categories where tenant_id = ${tenantId} and id = any(${keys}::uuid[])`
      : sql<{ id: string; name: string }>`
          select distinct on (c.id) c.id, c.text as name from criteria c
          join standard_versions v on v.tenant_id = c.tenant_id and v.id = c.version_id
          where c.tenant_id = ${tenantId} and c.id = any(${keys}::uuid[]) and v.state = 'published'
          order by c.id, v.number desc`
  const found = await named.execute(context.db)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}
