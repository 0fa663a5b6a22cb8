import type { UnitKind } from '@luoshi/rules/unit-kind'
import { isWithin } from '@luoshi/rules/unit-path'
import type { Wrong } from './cell-words.ts'

/** A unit that is there already, or that the spreadsheet would add. */
export type Node = {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly shortName: string | null
  readonly aliases: readonly string[]
  readonly kind: UnitKind
  /** Its own path, or that of the nearest unit above that is there already. */
  readonly path: string
}

export type Found = { readonly node: Node } | { readonly wrong: Wrong }

/** The unit that a name or a `street/community` stands for. */
export const findNode = (nodes: readonly Node[], reference: string): Found => {
  const steps = reference
    .split(/[/>]/)
    .map(step => step.trim())
    .filter(step => step !== '')
  const last = steps.at(-1) ?? ''
  const byId = new Map(nodes.map(node => [node.id, node]))
  const isBelow = (node: Node, above: readonly string[]): boolean => {
    const wanted = above.at(-1)
    if (wanted === undefined) return true
    for (let up = byId.get(node.parentId ?? ''); up !== undefined; up = byId.get(up.parentId ?? ''))
      if (isCalled(up, wanted) && isBelow(up, above.slice(0, -1))) return true
    return false
  }
  const fitting = nodes.filter(node => isCalled(node, last) && isBelow(node, steps.slice(0, -1)))
  const exact = fitting.filter(({ name }) => name === last)
  const candidates = exact.length > 0 ? exact : fitting
  const [only, another] = candidates
  if (only === undefined) return { wrong: { code: 'not-found', params: { reference } } }
  if (another !== undefined) return { wrong: { code: 'ambiguous', params: { count: candidates.length, name: last } } }
  return { node: only }
}

export const isManaged = ({ path }: Node, scope: readonly string[]): boolean => scope.some(top => isWithin(path, top))

const isCalled = ({ name, shortName, aliases }: Node, words: string): boolean =>
  name === words || shortName === words || aliases.includes(words)
