import { localDate } from '@luoshi/rules/local-time'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'
import { Problem } from '../problem.ts'
import { type ReviewedPlan, reviewedPlan } from '../review/reviewed-plan.ts'
import { countOccurrences } from './count-occurrences.ts'
import { type Obstacle, obstaclesOf, paramsOf } from './obstacles.ts'
import { currentVersion, lockPlan, mustBeInReview, type PlanRow, type VersionRow } from './plan-rows.ts'
import { type Publication, publicationOf } from './publication.ts'
import { writeDuties } from './write-duties.ts'
import { writeFixtures, writeProgramme } from './write-programme.ts'
import { writePhases, writeTasks } from './write-tasks.ts'

export type Published = { readonly programmeId: string; readonly assignments: number; readonly occurrences: number }

/** Puts a reviewed plan to work, whole or not at all. Publishing twice is refused, not ignored. */
export const publishPlan = async (context: Context, planId: string): Promise<Published> => {
  const { db, actor, clock, jobs, afterwards } = context
  const plan = await lockPlan(context, planId, 'plan.publish')
  mustBeInReview(plan)
  if (plan.revises_programme_id !== null) throw new Problem('revision-not-compared', { title: plan.title })
  const version = await currentVersion(context, plan)
  const review = await reviewedPlan(context, plan, version)
  const [first, ...others] = obstaclesOf(review)
  if (first) throw problemOf(first, others, plan)

  const publication = publicationFrom(context, plan, review)
  const programmeId = await writeProgramme(context, plan, version, review, publication)
  await writeFixtures(context, programmeId, review.items, review.book)
  const phaseIds = await writePhases(context, programmeId, publication.phases)
  const assignments = await writeTasks(context, programmeId, publication.tasks, phaseIds, review.book)
  await writeDuties(context, programmeId, publication.duties, review.book)
  await markPublished(context, plan, version, programmeId)
  const calendar = await calendarOf(db, actor.tenantId)
  const occurrences = countOccurrences(publication.duties, calendar, localDate(clock.now()))
  const subject = { kind: 'plan', id: planId, name: plan.title, unitPath: plan.unit_path }
  await record(context, 'plan.publish', subject, { programme: programmeId, assignments, occurrences })
  afterwards(() => jobs.send('lay-occurrences', { tenantId: actor.tenantId, subjectId: programmeId }))
  return { programmeId, assignments, occurrences }
}

export const publicationFrom = ({ clock }: Pick<Context, 'clock'>, plan: PlanRow, review: ReviewedPlan): Publication =>
  publicationOf({
    items: review.items,
    outline: review.outline,
    today: localDate(clock.now()),
    unitId: plan.unit_id,
    unitsOf: review.book.unitsOf,
  })

/** The gravest obstacle names the refusal; all of them come with it. */
export const problemOf = (first: Obstacle, others: readonly Obstacle[], plan: PlanRow): Problem =>
  new Problem(
    first.code,
    { title: plan.title, ...paramsOf(first) },
    [first, ...others].map(one => ({ field: one.code, message: one.code, params: paramsOf(one) })),
  )

export const markPublished = async (
  { db, actor, clock }: Context,
  plan: PlanRow,
  version: VersionRow,
  programmeId: string,
): Promise<void> => {
  await db
    .updateTable('plan_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', version.id)
    .set({ published_by: actor.personId, published_at: clock.now() })
    .execute()
  await db
    .updateTable('plans')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', plan.id)
    .set(eb => ({ status: 'published', programme_id: programmeId, version: eb('version', '+', 1) }))
    .execute()
}
