import { isDeepStrictEqual } from 'node:util'
import type { Wrong } from './cell-words.ts'
import { codeOf, kindWords } from './headings.ts'
import type { WrittenRow } from './read-sheet.ts'
import type { CellError } from './read-workbook.ts'
import { findNode, isManaged, type Node } from './tree.ts'

export type UnitStep = { readonly row: number; readonly what: 'added' | 'changed' | 'same'; readonly node: Node }

export type PlacedUnits = {
  readonly steps: readonly UnitStep[]
  readonly errors: readonly CellError[]
  /** The tree as it would be. */
  readonly nodes: readonly Node[]
}

/** Finds each row its place in the tree; a parent may stand further down in the sheet. Ids of new units are their rows. */
export const placeUnits = (
  rows: readonly WrittenRow[],
  existing: readonly Node[],
  scope: readonly string[],
): PlacedUnits => {
  const steps: UnitStep[] = []
  const errors: CellError[] = []
  let nodes = existing
  let waiting = rows
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ texts }) => texts.name))
    const ready = waiting.filter(row => !('wrong' in findNode(nodes, row.texts.parent ?? '')))
    // When nothing moves any more, what is left has no parent to wait for.
    const now = ready.length > 0 ? ready.filter(row => !waitsForNamesake(row, names, nodes)) : waiting
    const turn = now.length > 0 ? now : ready
    for (const row of turn) {
      const placed = placeUnit(row, nodes, scope)
      errors.push(...placed.errors)
      if (placed.step === null) continue
      const { step } = placed
      if (steps.some(({ node }) => node.id === step.node.id || isTwin(node, step.node)))
        errors.push(wrongAt(row, 'name', { code: 'named-twice' }))
      else {
        steps.push(step)
        nodes = [...nodes.filter(({ id }) => id !== step.node.id), step.node]
      }
    }
    waiting = waiting.filter(row => !turn.includes(row))
  }
  return { steps: steps.sort((one, other) => one.row - other.row), errors, nodes }
}

/** A parent of the same name is still to come in the sheet, so that the one found may be the wrong one. */
const waitsForNamesake = (
  { texts }: WrittenRow,
  names: ReadonlySet<string | undefined>,
  nodes: readonly Node[],
): boolean => names.has(texts.parent) && !nodes.some(({ name }) => name === texts.parent)

const isTwin = (one: Node, other: Node): boolean => one.parentId === other.parentId && one.name === other.name

type Placed = { readonly step: UnitStep | null; readonly errors: readonly CellError[] }

const placeUnit = (row: WrittenRow, nodes: readonly Node[], scope: readonly string[]): Placed => {
  const { name = '', parent = '', kind: kindText = '', shortName = '', aliases: aliasText = '' } = row.texts
  const errors: CellError[] = []
  const kind = codeOf(kindWords, kindText)
  const found = findNode(nodes, parent)
  if (name.length < 2 || name.length > 80) errors.push(wrongAt(row, 'name', { code: 'unit-name' }))
  if (kind === null) errors.push(wrongAt(row, 'kind', { code: 'kind' }))
  if (shortName.length > 30) errors.push(wrongAt(row, 'shortName', { code: 'short-name' }))
  if ('wrong' in found) errors.push(wrongAt(row, 'parent', found.wrong))
  else if (!isManaged(found.node, scope)) errors.push(wrongAt(row, 'parent', { code: 'parent-out-of-reach' }))
  if (errors.length > 0 || kind === null || 'wrong' in found) return { step: null, errors }

  const known = nodes.find(one => one.parentId === found.node.id && one.name === name)
  const aliases = aliasText.split(/[、,;\s]+/).filter(alias => alias !== '')
  const node: Node = {
    id: known?.id ?? `row:${row.row}`,
    parentId: found.node.id,
    name,
    kind,
    shortName: shortName === '' ? (known?.shortName ?? null) : shortName,
    aliases: aliases.length === 0 ? (known?.aliases ?? []) : aliases,
    path: known?.path ?? found.node.path,
  }
  const what = known === undefined ? 'added' : isDeepStrictEqual(known, node) ? 'same' : 'changed'
  return { step: { row: row.row, what, node }, errors: [] }
}

export const wrongAt = (row: WrittenRow, key: string, wrong: Wrong): CellError => ({
  sheet: row.sheet,
  cell: row.cells[key] ?? `A${row.row}`,
  value: row.texts[key] ?? '',
  ...wrong,
})
