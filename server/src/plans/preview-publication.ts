import { localDate } from '@luoshi/rules/local-time'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'
import type { Language } from '../http/language.ts'
import { problemSentence } from '../http/problem-sentence.ts'
import { reviewedPlan } from '../review/reviewed-plan.ts'
import { countOccurrences } from './count-occurrences.ts'
import { itemsOf } from './item-content.ts'
import { obstaclesOf, paramsOf } from './obstacles.ts'
import { currentVersion, findPlan, mustBeInReview } from './plan-rows.ts'
import { publicationFrom } from './publish-plan.ts'

/** What publishing would do, and everything that stands in the way. */
export const previewPublication = async (context: Context, planId: string, language: Language) => {
  const plan = await findPlan(context, planId, 'plan.read')
  mustBeInReview(plan)
  const review = await reviewedPlan(context, plan, await currentVersion(context, plan))
  const obstacles = obstaclesOf(review)
  const { tasks, duties, startsOn, endsOn } = publicationFrom(context, plan, review)
  const units = new Set([...tasks.flatMap(task => [...task.units.keys()]), ...duties.flatMap(duty => duty.unitIds)])
  const calendar = await calendarOf(context.db, context.actor.tenantId)
  return {
    ready: obstacles.length === 0,
    obstacles: obstacles.map(one => ({
      code: one.code,
      message: problemSentence(one.code, paramsOf(one), language).detail,
      itemIds: [...one.itemIds],
      diagnosticIds: [...one.diagnosticIds],
    })),
    units: units.size,
    tasks: tasks.length,
    assignments: tasks.reduce((sum, task) => sum + task.units.size, 0),
    duties: duties.length,
    occurrences: countOccurrences(duties, calendar, localDate(context.clock.now())),
    indicators: itemsOf(review.items, 'indicator').length,
    milestones: itemsOf(review.items, 'milestone').length,
    startsOn,
    endsOn,
  }
}
