import type { Item, ItemKind } from '@luoshi/contract/review'

/** Why an item asks to be looked at before the others. */
export type Waiting = 'doubt' | 'party' | 'year' | 'unsure'

const sureFrom = 0.7

/** Null where nothing is doubtful, or where a person has decided already. */
export const waitingFor = (item: Item): Waiting | null => {
  if (item.state === 'rejected') return null
  if (item.parties.some(({ match }) => match === 'ask' || match === 'none')) return 'party'
  if (item.state === 'confirmed') return null
  if (item.doubt !== null) return 'doubt'
  return item.confidence !== null && item.confidence < sureFrom ? 'unsure' : null
}

export type KindCount = {
  readonly kind: ItemKind
  readonly all: number
  readonly confirmed: number
  readonly waiting: number
}

/** In the order the tabs stand in. */
export const kindOrder: readonly ItemKind[] = [
  'task',
  'duty',
  'phase',
  'group',
  'indicator',
  'milestone',
  'checklist',
  'procedure',
  'budget',
  'consequence',
  'reference',
]

/** Rejected items are not counted: they are no part of the plan any more. */
export const countKinds = (items: readonly Item[]): readonly KindCount[] =>
  kindOrder.map(kind => {
    const of = items.filter(item => item.kind === kind && item.state !== 'rejected')
    return {
      kind,
      all: of.length,
      confirmed: of.filter(({ state }) => state === 'confirmed').length,
      waiting: of.filter(item => waitingFor(item) !== null).length,
    }
  })

const rank: Readonly<Record<Waiting, number>> = { doubt: 0, party: 0, year: 0, unsure: 1 }

/**
 * What waits first, then in the order of the document. `first` is the waiting as it was when the list was opened, so that
 * an item does not jump away from under the hand that confirms it.
 */
export const inReadingOrder = (items: readonly Item[], first: ReadonlyMap<string, Waiting | null>): readonly Item[] => {
  const rankOf = (item: Item): number => {
    const waiting = first.has(item.id) ? first.get(item.id) : waitingFor(item)
    return waiting ? rank[waiting] : 2
  }
  return items.toSorted((one, other) => rankOf(one) - rankOf(other) || placeOf(one) - placeOf(other))
}

/** The next doubtful one after the one being looked at, round the end; null where nothing waits. */
export const nextWaiting = (items: readonly Item[], after: string | null): Item | null => {
  const from = items.findIndex(({ id }) => id === after) + 1
  return [...items.slice(from), ...items.slice(0, from)].find(item => waitingFor(item) !== null) ?? null
}

const placeOf = (item: Item): number => item.span?.start ?? Number.MAX_SAFE_INTEGER - 100_000 + item.ordinal
