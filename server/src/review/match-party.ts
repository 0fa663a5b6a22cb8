import type { Item } from '@luoshi/contract/review'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { openReview } from './edit-review.ts'
import { partyBook } from './party-book.ts'
import { shownItems } from './queries.ts'

export type MatchInput = {
  readonly id: string
  readonly name: string
  readonly unitIds: readonly string[]
  readonly everyKind: UnitKind | null
  readonly ignored: boolean
}

/** Says which units a name stands for. The office's next plan remembers it, and so do the plans of units below. */
export const matchParty = async (context: Context, input: MatchInput): Promise<{ items: Item[] }> => {
  const { db, actor, clock } = context
  const { plan, version } = await openReview(context, input.id)
  const { units } = await partyBook(context, plan)
  if (input.unitIds.some(id => !units.has(id))) throw new Problem('not-found', { noun: 'unit' })
  const said = {
    unit_ids: [...new Set(input.unitIds)],
    every_kind: input.everyKind,
    ignored: input.ignored,
    updated_by: actor.personId,
    updated_at: clock.now(),
  }
  await db
    .insertInto('party_matches')
    .values({ tenant_id: actor.tenantId, unit_id: plan.unit_id, name: input.name, ...said })
    .onConflict(conflict => conflict.columns(['tenant_id', 'unit_id', 'name']).doUpdateSet(said))
    .execute()
  const subject = { kind: 'plan', id: plan.id, name: plan.title, unitPath: plan.unit_path }
  await record(context, 'plan.review', subject, { party: input.name, units: said.unit_ids, every: input.everyKind })
  const book = await partyBook(context, plan)
  const uses = (item: Item) => item.parties.some(({ name }) => name === input.name)
  return { items: await shownItems(context, version.id, version.year, book, uses) }
}
