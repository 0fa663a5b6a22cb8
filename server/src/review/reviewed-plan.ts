import type { Section } from '@luoshi/plan-compiler/plan'
import type { Context } from '../context.ts'
import { type AnyItem, itemFrom } from '../plans/item-content.ts'
import type { ReviewState } from '../plans/obstacles.ts'
import type { PlanRow, VersionRow } from '../plans/plan-rows.ts'
import { type PartyBook, partyBook } from './party-book.ts'

/** A plan with what its reviewers made of it, ready to be looked at for publishing or revising. */
export type ReviewedPlan = ReviewState & { readonly outline: readonly Section[]; readonly book: PartyBook }

export const reviewedPlan = async (context: Context, plan: PlanRow, version: VersionRow): Promise<ReviewedPlan> => {
  const { db, actor } = context
  const rows = await db
    .selectFrom('plan_items')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('state', '<>', 'rejected')
    .orderBy('kind')
    .orderBy('ordinal')
    .orderBy('id')
    .selectAll()
    .execute()
  const errors = await db
    .selectFrom('plan_diagnostics')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('severity', '=', 'error')
    .where('state', '=', 'open')
    .orderBy('ordinal')
    .select(['id', 'message'])
    .execute()
  const items = rows.map(row => itemFrom(row, version.year))
  const book = await partyBook(context, plan)
  return {
    items,
    openErrors: errors.map(({ id, message }) => ({ id, what: (message as { readonly what: string }).what })),
    unmatched: unmatchedOf(items, book),
    outline: version.outline as readonly Section[], // as the compiler gave it
    book,
  }
}

/** The names a party may be given by, each with the part it plays. Members of bodies may be persons and need no unit. */
export const partiesOf = (item: AnyItem): readonly { readonly name: string; readonly role: string }[] => {
  const named = (names: readonly string[], role: string) => names.map(name => ({ name, role }))
  switch (item.kind) {
    case 'task':
      return [
        ...named(item.content.lead, 'lead'),
        ...named(item.content.responsible, 'responsible'),
        ...named(item.content.support, 'support'),
      ]
    case 'duty':
      return named(item.content.to, 'to')
    case 'group':
      return named(item.content.members, 'member')
    default:
      return []
  }
}

const unmatchedOf = (items: readonly AnyItem[], book: PartyBook): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const item of items) {
    if (item.kind === 'group') continue
    for (const { name } of partiesOf(item)) {
      const { match } = book.answer(name)
      if (match === 'ask' || match === 'none') found.set(name, [...(found.get(name) ?? []), item.id])
    }
  }
  return found
}
