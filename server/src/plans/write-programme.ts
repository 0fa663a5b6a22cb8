import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { pathArray } from '../db/ltree.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'
import { goalOf } from './goal.ts'
import { itemsOf } from './item-content.ts'
import { realDate } from './masked-dates.ts'
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
  review: ReviewedPlan,
): Promise<void> => {
  const { db, ids } = context
  const row = (item: { readonly id: string; readonly ordinal: number }) => ({
    tenant_id: context.actor.tenantId,
    id: ids.next(),
    programme_id: programmeId,
    item_id: item.id,
    ordinal: item.ordinal,
  })
  const groups = itemsOf(review.items, 'group').map(item => {
    const { kind, name, leaders, deputies, members, location, duties } = item.content
    const seats = members.map(member => ({ name: member, unitId: review.book.unitsOf(member)[0] ?? null }))
    return { ...row(item), kind, name, leaders, deputies, members: JSON.stringify(seats), location, duties }
  })
  const milestones = itemsOf(review.items, 'milestone').flatMap(item => {
    const day = realDate(item.content.date)
    return day === null ? [] : [{ ...row(item), text: item.content.text, on_day: day }]
  })
  const indicators = itemsOf(review.items, 'indicator').map(item => {
    const { subject, op, value, unit } = item.content
    return { ...row(item), subject, op, target: value, unit }
  })
  const budget = itemsOf(review.items, 'budget').map(item => ({
    ...row(item),
    item: item.content.item,
    fen: Math.round(item.content.yuan * 100),
  }))
  await inChunks(groups, chunk => db.insertInto('groups').values(chunk).execute())
  await inChunks(milestones, chunk => db.insertInto('milestones').values(chunk).execute())
  await inChunks(indicators, chunk => db.insertInto('indicators').values(chunk).execute())
  await inChunks(budget, chunk => db.insertInto('budget_lines').values(chunk).execute())
}
