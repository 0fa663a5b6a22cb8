import type { Unit } from '@luoshi/contract/units'
import { type UnitKind, unitKinds } from '@luoshi/rules/unit-kind'

export type TreeFilter = { readonly q: string; readonly kind: UnitKind | null }

export type TreeRow = {
  readonly unit: Unit
  readonly depth: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
  /** False where the unit is only shown because something under it was found. */
  readonly isFound: boolean
}

/**
 * The rows of the tree that are on screen. Without a filter, what is open is shown; with one, everything that meets it
 * together with what it lies under. A unit whose parent is out of reach stands at the top.
 */
export const treeRows = (units: readonly Unit[], filter: TreeFilter, open: ReadonlySet<string>): readonly TreeRow[] => {
  const known = new Set(units.map(({ id }) => id))
  const children = Map.groupBy(units.toSorted(byKind), ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : '',
  )
  const isFiltered = filter.q !== '' || filter.kind !== null
  const rows: TreeRow[] = []

  const add = (unit: Unit, depth: number): boolean => {
    const under = children.get(unit.id) ?? []
    const isFound = !isFiltered || meets(unit, filter)
    const isOpen = isFiltered || open.has(unit.id)
    const place = rows.length
    rows.push({ unit, depth, hasChildren: under.length > 0, isOpen, isFound })
    const anyBelow = isOpen ? under.map(child => add(child, depth + 1)).some(Boolean) : false
    if (isFound || anyBelow) {
      if (isFiltered) rows[place] = { unit, depth, hasChildren: anyBelow, isOpen: anyBelow, isFound }
      return true
    }
    rows.length = place
    return false
  }

  for (const root of children.get('') ?? []) add(root, 0)
  return rows
}

/** Streets before communities before departments; within a kind as they came. */
const byKind = (one: Unit, other: Unit): number => unitKinds.indexOf(one.kind) - unitKinds.indexOf(other.kind)

/** A part of the name, the short name or another name. */
const meets = ({ name, shortName, aliases, kind }: Unit, filter: TreeFilter): boolean =>
  (filter.kind === null || kind === filter.kind) &&
  (filter.q === '' ||
    [name, shortName ?? '', ...aliases].some(word => word.toLowerCase().includes(filter.q.toLowerCase())))

/** Those above a unit, the outermost first. */
export const ancestorsOf = (units: readonly Unit[], id: string): readonly Unit[] => {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const above: Unit[] = []
  for (let at = byId.get(id)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) {
    const unit = byId.get(at)
    if (unit === undefined || above.includes(unit)) break
    above.unshift(unit)
  }
  return above
}

/** What is open at first: the roots, and what lies above the chosen unit. */
export const openAtFirst = (units: readonly Unit[], chosen: string | undefined): ReadonlySet<string> => {
  const known = new Set(units.map(({ id }) => id))
  const roots = units.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(({ id }) => id)
  return new Set([...roots, ...(chosen === undefined ? [] : ancestorsOf(units, chosen).map(({ id }) => id))])
}

/** Where a unit may be moved to: anywhere but under itself. */
export const placesFor = (units: readonly Unit[], moved: Unit): readonly Unit[] =>
  units.filter(({ id, path, archived }) => id !== moved.id && !archived && !path.startsWith(`${moved.path}.`))
