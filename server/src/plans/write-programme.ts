import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { pathArray } from '../db/ltree.ts'
import type { PartyBook } from '../review/party-book.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'
import { budgetValues, groupValues, indicatorValues, milestoneValues } from './fixture-rows.ts'
import { goalOf } from './goal.ts'
import { type AnyItem, itemsOf } from './item-content.ts'
import type { PlanRow, VersionRow } from './plan-rows.ts'
import type { Publication } from './publication.ts'

export type WriteContext = Pick<Context, 'db' | 'actor' | 'ids' | 'clock'>

/** Writes the programme itself. Answers its id. */
export const writeProgramme = async (
  { db, actor, ids, clock }: WriteContext,
  plan: PlanRow,
  version: VersionRow,
  review: ReviewedPlan,
  publication: Publication,
): Promise<string> => {
  const id = ids.next()
  await db
    .insertInto('programmes')
    .values({
      tenant_id: actor.tenantId,
      id,
      plan_id: plan.id,
      version_id: version.id,
      unit_id: plan.unit_id,
      unit_path: plan.unit_path,
      involved_paths: pathArray(involvedPaths(review, publication)) as never, // a parameter with its type written out
      title: plan.title,
      goal: goalOf(review.outline, version.text),
      starts_on: publication.startsOn,
      ends_on: publication.endsOn,
      published_by: actor.personId,
      published_at: clock.now(),
    })
    .execute()
  return id
}

/** Where the units lie that owe anything. */
export const involvedPaths = ({ book }: ReviewedPlan, { tasks, duties }: Publication): readonly string[] => {
  const units = new Set([...tasks.flatMap(task => [...task.units.keys()]), ...duties.flatMap(duty => duty.unitIds)])
  return [...units].flatMap(unit => book.units.get(unit)?.path ?? []).sort()
}

/** Bodies, milestones, indicators and budget lines: what is read off the plan as it stands. */
export const writeFixtures = async (
  context: WriteContext,
  programmeId: string,
  items: readonly AnyItem[],
  book: PartyBook,
): Promise<void> => {
  const { db, actor, ids } = context
  const keyed = <V>(values: V) => ({ tenant_id: actor.tenantId, id: ids.next(), programme_id: programmeId, ...values })
  const groups = itemsOf(items, 'group').map(item => keyed(groupValues(item, book)))
  const milestones = itemsOf(items, 'milestone').flatMap(item => {
    const values = milestoneValues(item)
    return values === null ? [] : [keyed(values)]
  })
  const indicators = itemsOf(items, 'indicator').map(item => keyed(indicatorValues(item)))
  const budget = itemsOf(items, 'budget').map(item => keyed(budgetValues(item)))
  await inChunks(groups, chunk => db.insertInto('groups').values(chunk).execute())
  await inChunks(milestones, chunk => db.insertInto('milestones').values(chunk).execute())
  await inChunks(indicators, chunk => db.insertInto('indicators').values(chunk).execute())
  await inChunks(budget, chunk => db.insertInto('budget_lines').values(chunk).execute())
}
