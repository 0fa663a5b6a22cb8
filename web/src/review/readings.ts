import type { ItemKind } from '@luoshi/contract/review'
import type { Compilation, Plan, Span } from '@luoshi/plan-compiler/plan'

export type ReadItem = { readonly kind: ItemKind; readonly span: Span; readonly content: Record<string, unknown> }

/** The compiler as this desk calls it: the text of a document, with the year that was filled in. */
export type Read = (text: string) => Compilation

const lists: readonly (readonly [keyof Plan, ItemKind])[] = [
  ['groups', 'group'],
  ['phases', 'phase'],
  ['tasks', 'task'],
  ['duties', 'duty'],
  ['indicators', 'indicator'],
  ['milestones', 'milestone'],
  ['checklists', 'checklist'],
  ['procedure', 'procedure'],
  ['budget', 'budget'],
  ['consequences', 'consequence'],
  ['references', 'reference'],
]

/** Every item of a compilation as the review holds it: its content without span and doubt. */
export const readItems = (compilation: Compilation): readonly ReadItem[] =>
  compilation.plans.flatMap(plan =>
    lists.flatMap(([list, kind]) => {
      // Each of these keys holds a list of things with a span; the type of Plan does not say so for a key in a variable.
      const found = plan[list] as readonly (Record<string, unknown> & { readonly span: Span })[]
      return found.map(({ span, confidence: _sure, doubt: _why, reason: _reason, ...content }) => ({
        kind,
        span,
        content: bare(content),
      }))
    }),
  )

/** Checklist items carry spans of their own, which the review does not keep. */
const bare = (content: Record<string, unknown>): Record<string, unknown> =>
  Array.isArray(content.items)
    ? { ...content, items: content.items.map(({ text, grades, evidence }) => ({ text, grades, evidence })) }
    : content

export const overlap = (one: Span, other: Span): number =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start)
