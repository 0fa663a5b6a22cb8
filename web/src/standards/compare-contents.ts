import type { Criterion } from '@luoshi/contract/standards'
import { type ColumnKey, type Content, cellText, columns } from './sheet.ts'

export type CellChange = { readonly column: ColumnKey; readonly before: string; readonly after: string }

export type CriterionChange =
  | { readonly kind: 'new'; readonly criterion: Criterion }
  | { readonly kind: 'gone'; readonly criterion: Criterion }
  | { readonly kind: 'changed'; readonly criterion: Criterion; readonly cells: readonly CellChange[] }
  | { readonly kind: 'moved'; readonly criterion: Criterion; readonly from: number; readonly to: number }

/** What the later version says otherwise, in its own order; what is gone stands where it stood. The same criterion has the same id. */
export const compareContents = (before: Content, after: Content): readonly CriterionChange[] => {
  const old = new Map(before.map((one, index) => [one.id, { one, index }]))
  const kept = new Set(after.map(({ id }) => id))
  const stayed = longestInOrder(after.flatMap(({ id }) => old.get(id)?.index ?? []))
  const changes: { readonly place: number; readonly change: CriterionChange }[] = []
  let place = -1
  for (const [index, criterion] of after.entries()) {
    const known = old.get(criterion.id)
    if (known === undefined) {
      changes.push({ place, change: { kind: 'new', criterion } })
      continue
    }
    place = Math.max(place, known.index)
    const cells = cellChanges(known.one, criterion)
    if (cells.length > 0) changes.push({ place, change: { kind: 'changed', criterion, cells } })
    else if (!stayed.has(known.index))
      changes.push({ place, change: { kind: 'moved', criterion, from: known.index + 1, to: index + 1 } })
  }
  for (const [index, criterion] of before.entries())
    if (!kept.has(criterion.id)) changes.push({ place: index, change: { kind: 'gone', criterion } })
  return changes.sort((one, other) => one.place - other.place).map(({ change }) => change)
}

const cellChanges = (before: Criterion, after: Criterion): readonly CellChange[] =>
  columns
    .map(column => ({ column, before: cellText(before, column), after: cellText(after, column) }))
    .filter(cell => cell.before !== cell.after)

/** The most places that stayed in order; the others were moved. */
const longestInOrder = (places: readonly number[]): ReadonlySet<number> => {
  const best: number[] = []
  const before: number[] = []
  for (const [index, place] of places.entries()) {
    let length = 1
    let from = -1
    for (let earlier = 0; earlier < index; earlier++)
      if ((places[earlier] ?? 0) < place && (best[earlier] ?? 0) + 1 > length) {
        length = (best[earlier] ?? 0) + 1
        from = earlier
      }
    best.push(length)
    before.push(from)
  }
  const kept = new Set<number>()
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = before[at] ?? -1) kept.add(places[at] ?? 0)
  return kept
}
