import type { Context } from '../context.ts'
import type { PartyBook } from '../review/party-book.ts'
import { budgetValues, groupValues, indicatorValues, milestoneValues } from './fixture-rows.ts'
import type { AnyItem } from './item-content.ts'
import type { PlannedPhase } from './phase-ground.ts'

/** Brings what an item became to the item's new version. Readings of an indicator stay with it. */
export const reviseFixture = async (context: Context, rowId: string, item: AnyItem, book: PartyBook): Promise<void> => {
  const { db, actor } = context
  const { tenantId } = actor
  if (item.kind === 'group') {
    const values = groupValues(item, book)
    await db.updateTable('groups').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(values).execute()
  } else if (item.kind === 'indicator') {
    const values = indicatorValues(item)
    await db.updateTable('indicators').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(values).execute()
  } else if (item.kind === 'budget') {
    const values = budgetValues(item)
    await db.updateTable('budget_lines').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(values).execute()
  } else if (item.kind === 'milestone') {
    const values = milestoneValues(item)
    if (values === null) return
    await db.updateTable('milestones').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(values).execute()
  }
}

/** Takes away what the new version no longer has; it stays on record but for bodies, which hold nothing of their own. */
export const withdrawFixture = async (context: Context, kind: AnyItem['kind'], rowId: string): Promise<void> => {
  const { db, actor, clock } = context
  const gone = { withdrawn_at: clock.now() }
  const { tenantId } = actor
  if (kind === 'group')
    await db.deleteFrom('groups').where('tenant_id', '=', tenantId).where('id', '=', rowId).execute()
  if (kind === 'indicator')
    await db.updateTable('indicators').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(gone).execute()
  if (kind === 'milestone')
    await db.updateTable('milestones').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(gone).execute()
  if (kind === 'budget')
    await db.updateTable('budget_lines').where('tenant_id', '=', tenantId).where('id', '=', rowId).set(gone).execute()
}

export const revisePhase = async ({ db, actor }: Context, rowId: string, phase: PlannedPhase): Promise<void> => {
  const { itemId, ordinal, name, startsOn, endsOn } = phase
  await db
    .updateTable('phases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', rowId)
    .set({ item_id: itemId, ordinal, name, starts_on: startsOn, ends_on: endsOn })
    .execute()
}

/** Tasks that are kept though their phase is gone stand in none. */
export const withdrawPhase = async ({ db, actor }: Context, rowId: string): Promise<void> => {
  await db
    .updateTable('tasks')
    .where('tenant_id', '=', actor.tenantId)
    .where('phase_id', '=', rowId)
    .set({ phase_id: null })
    .execute()
  await db.deleteFrom('phases').where('tenant_id', '=', actor.tenantId).where('id', '=', rowId).execute()
}
