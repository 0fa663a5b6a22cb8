import type { Context } from '../context.ts'
import { currentVersion, findPlan, mustBeInReview, type PlanRow } from '../plans/plan-rows.ts'
import { type RunningItem, runningItems } from '../plans/running-items.ts'
import { Problem } from '../problem.ts'
import { type Compared, compareWithRunning, type ItemChange, lineOf } from './comparison.ts'
import { reviewedPlan } from './reviewed-plan.ts'
import { noWork, type Work, workOf } from './work-done.ts'

/** A new version beside the running programme, with what has been done under each item. */
export const comparePlan = async (context: Context, planId: string) => {
  const plan = await findPlan(context, planId, 'plan.read')
  mustBeInReview(plan)
  const programmeId = revisedProgramme(plan)
  const version = await currentVersion(context, plan)
  const { items } = await reviewedPlan(context, plan, version)
  const running = await runningItems(context, programmeId)
  const sentences = new Map<string, string | null>([
    ...running.map(({ item, sentence }) => [item.id, sentence] as const),
    ...items.map(({ id, span }) => [id, span && version.text.slice(span.start, span.end)] as const),
  ])
  const work = await workOf(context, programmeId)
  return {
    programmeId,
    changes: compareWithRunning(running, items).map(change => changeShown(change, running, sentences, work)),
  }
}

/** The programme that a plan is a new version for. */
export const revisedProgramme = ({ revises_programme_id: programmeId, title }: PlanRow): string => {
  if (programmeId === null) throw new Problem('revision-not-compared', { title })
  return programmeId
}

const changeShown = (
  change: ItemChange,
  running: readonly RunningItem[],
  sentences: ReadonlyMap<string, string | null>,
  work: ReadonlyMap<string, Work>,
) => {
  const side = ({ item }: Compared) => ({
    itemId: item.id,
    text: lineOf(item),
    sentence: sentences.get(item.id) ?? null,
  })
  const before = 'before' in change ? change.before : null
  const row = running.find(({ item }) => item.id === before?.item.id)
  return {
    key: change.key,
    kind: change.kind,
    what: change.what,
    before: before && side(before),
    after: 'after' in change ? side(change.after) : null,
    work: work.get(row?.rowId ?? '') ?? noWork,
  }
}
