import type { Span } from '../../plan.ts'
import type { CheckedPlan } from '../rule.ts'

/** A name that seems to be a second name for something; `name` is the more usual one, which stands at `related`. */
export type NamePair = { readonly name: string; readonly other: string; readonly at: Span; readonly related: Span }

export type NameLook = (plan: CheckedPlan) => readonly NamePair[]

/** A name as it occurs: how often, and where first. */
export type Occurrence = { readonly words: string; count: number; readonly first: Span }

/** Counts an occurrence under its words. */
export const count = (seen: Map<string, Occurrence>, words: string, at: Span): void => {
  const known = seen.get(words)
  if (known) known.count++
  else seen.set(words, { words, count: 1, first: at })
}

/** The rarer of two names is the odd one; between equals it is the later. */
export const pairOf = (one: Occurrence, other: Occurrence): NamePair => {
  const usual =
    one.count > other.count || (one.count === other.count && one.first.start < other.first.start) ? one : other
  const odd = usual === one ? other : one
  return { name: usual.words, other: odd.words, at: odd.first, related: usual.first }
}
