import type { UnitBurden } from '@luoshi/contract/burden'
import { type AskedKind, askedKinds, minutesForAll } from '@luoshi/rules/burden'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import { reachOf } from '../units/reach.ts'
import type { UnitRef } from '../units/unit-ref.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { type Asked, countAsked } from './count-asked.ts'
import { monthRange } from './month-range.ts'

type Whole = Pick<UnitBurden, 'asked' | 'items' | 'minutes' | 'avoided'>

/** The burden the house itself causes: asked of units, never of persons, and shown beside what asked for it. */
export const getBurden = async (
  context: Context,
  { month, unitId }: { readonly month: string; readonly unitId?: string | undefined },
): Promise<{ month: string; whole: Whole; units: UnitBurden[] }> => {
  allowSomewhere(context.actor, 'burden.read')
  const reach = await reachOf(context, 'burden.read', { unitId })
  const rows = await countAsked(context, reach, monthRange(month))
  const before = await countAsked(context, reach, monthRange(month, 1))
  const names = await unitRefs(
    context,
    rows.flatMap(row => [row.unitId, row.byId]),
  )
  const itemsBefore = new Map([...Map.groupBy(before, row => row.unitId)].map(([id, own]) => [id, wholeOf(own).items]))
  const units = [...Map.groupBy(rows, row => row.unitId)].flatMap(([id, own]): UnitBurden[] => {
    const unit = names.get(id)
    return unit ? [{ unit, ...wholeOf(own), before: itemsBefore.get(id) ?? 0, by: askers(own, names) }] : []
  })
  return { month, whole: wholeOf(rows), units: units.toSorted((one, other) => other.minutes - one.minutes) }
}

const wholeOf = (rows: readonly Asked[]): Whole => {
  const sum = (kind: Asked['kind']): number =>
    rows.reduce((items, row) => items + (row.kind === kind ? Number(row.items) : 0), 0)
  const asked = Object.fromEntries(askedKinds.map(kind => [kind, sum(kind)])) as Record<AskedKind, number> // total over the kinds
  return {
    asked,
    items: askedKinds.reduce((items, kind) => items + asked[kind], 0),
    minutes: Math.round(minutesForAll(asked)),
    avoided: sum('avoided'),
  }
}

const askers = (rows: readonly Asked[], names: ReadonlyMap<string, UnitRef>): UnitBurden['by'] =>
  [
    ...Map.groupBy(
      rows.filter(({ kind }) => kind !== 'avoided'),
      ({ byId }) => byId,
    ),
  ]
    .flatMap(([id, own]) => {
      const unit = names.get(id)
      return unit ? [{ unit, items: wholeOf(own).items }] : []
    })
    .toSorted((one, other) => other.items - one.items)
