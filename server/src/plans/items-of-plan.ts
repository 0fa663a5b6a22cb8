import { type ItemKind, itemContent } from '@luoshi/contract/review'
import type { Plan, Reason, Span } from '@luoshi/plan-compiler/plan'

/** Something read from a plan, as it goes to review. */
export type ReadItem = {
  readonly kind: ItemKind
  readonly ordinal: number
  readonly content: Readonly<Record<string, unknown>>
  readonly span: Span
  readonly confidence: number | null
  readonly doubt: Reason | null
}

/** Everything read from a plan in one list, each kind in the order of the document. */
export const itemsOfPlan = (plan: Plan): readonly ReadItem[] =>
  kinds.flatMap(([kind, list]) =>
    plan[list].map(
      ({ span, confidence, reason, doubt: _words, ...content }, ordinal): ReadItem => ({
        kind,
        ordinal,
        content: asContent(kind, content),
        span,
        confidence: confidence ?? null,
        doubt: reason ?? null,
      }),
    ),
  )

/** What the contract knows of the kind; a reading that does not fit is kept as it is, to be mended in review. */
const asContent = (kind: ItemKind, content: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  itemContent[kind].safeParse(content).data ?? content

const kinds = [
  ['group', 'groups'],
  ['phase', 'phases'],
  ['task', 'tasks'],
  ['duty', 'duties'],
  ['indicator', 'indicators'],
  ['milestone', 'milestones'],
  ['checklist', 'checklists'],
  ['procedure', 'procedure'],
  ['budget', 'budget'],
  ['consequence', 'consequences'],
  ['reference', 'references'],
] as const satisfies readonly (readonly [ItemKind, keyof Plan])[]
