import type { Item, ItemKind } from '@luoshi/contract/review'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { checkedContent } from './checked-content.ts'
import { openReview } from './edit-review.ts'
import { partyBook } from './party-book.ts'
import { shownItem } from './queries.ts'

export type ChangeInput = {
  readonly id: string
  readonly itemId: string
  readonly version: number
  readonly state?: 'proposed' | 'confirmed' | 'rejected' | undefined
  readonly content?: unknown
}

/** Confirms, rejects, edits or restores an item, if it still is as the reviewer saw it. */
export const changeItem = async (context: Context, input: ChangeInput): Promise<Item> => {
  const { db, actor, clock } = context
  const { plan, version } = await openReview(context, input.id)
  const item = await db
    .selectFrom('plan_items')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('id', '=', input.itemId)
    .select(['kind', 'version', 'state'])
    .forUpdate()
    .executeTakeFirst()
  if (!item) throw new Problem('not-found', { noun: 'item' })
  if (item.version !== input.version) throw new Problem('version-stale', { current: item.version })
  const content = input.content === undefined ? null : checkedContent(item.kind as ItemKind, input.content)
  await db
    .updateTable('plan_items')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', input.itemId)
    .set({
      version: item.version + 1,
      updated_by: actor.personId,
      updated_at: clock.now(),
      ...(input.state !== undefined && { state: input.state }),
      ...(content !== null && { content: JSON.stringify(content) }),
    })
    .execute()
  const subject = { kind: 'plan', id: plan.id, name: plan.title, unitPath: plan.unit_path }
  await record(context, 'plan.review', subject, {
    item: input.itemId,
    ...(input.state !== undefined && { from: item.state, to: input.state }),
    ...(content !== null && { edited: true }),
  })
  return shownItem(context, version.id, version.year, input.itemId, await partyBook(context, plan))
}
