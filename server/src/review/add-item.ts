import type { Item, ItemKind } from '@luoshi/contract/review'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { checkedContent } from './checked-content.ts'
import { openReview } from './edit-review.ts'
import { partyBook } from './party-book.ts'
import { shownItem } from './queries.ts'

export type AddInput = {
  readonly id: string
  readonly itemId?: string | undefined
  readonly kind: ItemKind
  readonly span: { readonly start: number; readonly end: number } | null
  readonly content: unknown
}

/** Adds an item a reviewer saw. Sent twice with the same id, it is added once. What a person adds is confirmed. */
export const addItem = async (context: Context, input: AddInput): Promise<Item> => {
  const { db, actor, ids, clock } = context
  const { plan, version } = await openReview(context, input.id)
  const content = checkedContent(input.kind, input.content)
  if (input.span && (input.span.end > version.text.length || input.span.start >= input.span.end))
    throw new Problem('input-invalid', {}, [{ field: 'span', message: 'outside' }])
  const id = input.itemId ?? ids.next()
  const { last } = await db
    .selectFrom('plan_items')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('kind', '=', input.kind)
    .select(eb => eb.fn.max('ordinal').as('last'))
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('plan_items')
    .values({
      tenant_id: actor.tenantId,
      id,
      version_id: version.id,
      kind: input.kind,
      ordinal: (last ?? -1) + 1,
      content: JSON.stringify(content),
      span_start: input.span?.start ?? null,
      span_end: input.span?.end ?? null,
      state: 'confirmed',
      updated_by: actor.personId,
      updated_at: clock.now(),
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  if (inserted === 1n) {
    const subject = { kind: 'plan', id: plan.id, name: plan.title, unitPath: plan.unit_path }
    await record(context, 'plan.review', subject, { item: id, added: input.kind })
  }
  return shownItem(context, version.id, version.year, id, await partyBook(context, plan))
}
