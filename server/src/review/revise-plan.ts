import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { applyRevision } from '../plans/apply-revision.ts'
import { goalOf } from '../plans/goal.ts'
import { obstaclesOf } from '../plans/obstacles.ts'
import { currentVersion, lockPlan, mustBeInReview, type PlanRow, type VersionRow } from '../plans/plan-rows.ts'
import type { Publication } from '../plans/publication.ts'
import { markPublished, problemOf, publicationFrom } from '../plans/publish-plan.ts'
import { runningItems } from '../plans/running-items.ts'
import { revisedProgramme } from './compare-plan.ts'
import { compareWithRunning, type ItemChange } from './comparison.ts'
import { reviewedPlan } from './reviewed-plan.ts'

export type Revised = {
  readonly programmeId: string
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  readonly kept: number
}

/** Applies a new version to the running programme, whole or not at all. Work that was done is kept. */
export const revisePlan = async (
  context: Context,
  { id, keep }: { readonly id: string; readonly keep: readonly string[] },
): Promise<Revised> => {
  const { actor, jobs, afterwards } = context
  const plan = await lockPlan(context, id, 'plan.revise')
  mustBeInReview(plan)
  const programmeId = revisedProgramme(plan)
  const version = await currentVersion(context, plan)
  const review = await reviewedPlan(context, plan, version)
  const [first, ...others] = obstaclesOf(review)
  if (first) throw problemOf(first, others, plan)

  await lockProgramme(context, programmeId)
  const changes = compareWithRunning(await runningItems(context, programmeId), review.items)
  const publication = publicationFrom(context, plan, review)
  await applyRevision(context, { programmeId, changes, publication, review, keep: new Set(keep) })
  await bringUpToDate(context, programmeId, plan, version, publication, goalOf(review.outline, version.text))
  await markPublished(context, plan, version, programmeId)
  const told = countsOf(changes, new Set(keep))
  const subject = { kind: 'plan', id, name: plan.title, unitPath: plan.unit_path }
  await record(context, 'plan.revise', subject, { programme: programmeId, ...told })
  afterwards(() => jobs.send('lay-occurrences', { tenantId: actor.tenantId, subjectId: programmeId }))
  return { programmeId, ...told }
}

const lockProgramme = async ({ db, actor }: Context, id: string): Promise<void> => {
  await db
    .selectFrom('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .execute()
}

/** The programme points at its newest document and binds whoever owes it anything, or did. */
const bringUpToDate = async (
  { db, actor }: Context,
  programmeId: string,
  plan: PlanRow,
  version: VersionRow,
  { startsOn, endsOn }: Publication,
  goal: string | null,
): Promise<void> => {
  const { rows } = await sql<{ path: string }>`
    select distinct unit_path as path from assignments where tenant_id = ${actor.tenantId} and programme_id = ${programmeId}
    union select u.path from duties d join duty_units x on x.tenant_id = d.tenant_id and x.duty_id = d.id
      join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id
      where d.tenant_id = ${actor.tenantId} and d.programme_id = ${programmeId}
    order by 1`.execute(db)
  await db
    .updateTable('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', programmeId)
    .set(eb => ({
      plan_id: plan.id,
      version_id: version.id,
      goal,
      starts_on: startsOn,
      ends_on: endsOn,
      involved_paths: pathArray(rows.map(({ path }) => path)) as never, // a parameter with its type written out
      version: eb('version', '+', 1),
    }))
    .execute()
}

const countsOf = (changes: readonly ItemChange[], keep: ReadonlySet<string>): Omit<Revised, 'programmeId'> => {
  const gone = changes.filter(({ what }) => what === 'gone')
  const kept = gone.filter(({ key }) => keep.has(key)).length
  const count = (sought: ItemChange['what']) => changes.filter(({ what }) => what === sought).length
  return {
    added: count('added'),
    changed: count('changed'),
    withdrawn: gone.length - kept,
    kept: count('same') + kept,
  }
}
