import { languageOf } from '../http/language.ts'
import { operations } from '../http/operations.ts'
import { fillYear } from './fill-year.ts'
import { importPlan } from './import-plan.ts'
import { previewPublication } from './preview-publication.ts'
import { publishPlan } from './publish-plan.ts'
import { getPlan, getReading, listPlans } from './queries.ts'
import { withdrawPlan } from './withdraw-plan.ts'

const { plans } = operations

export const plansRoutes = {
  list: plans.list.handler(({ context, input }) => listPlans(context, input)),
  get: plans.get.handler(({ context, input }) => getPlan(context, input.id)),
  import: plans.import.handler(({ context, input }) => importPlan(context, input)),
  reading: plans.reading.handler(({ context, input }) => getReading(context, input.id)),
  fillYear: plans.fillYear.handler(({ context, input }) => fillYear(context, input.id, input.year)),
  preview: plans.preview.handler(({ context, input }) =>
    previewPublication(context, input.id, languageOf(context.headers.get('accept-language'))),
  ),
  publish: plans.publish.handler(({ context, input }) => publishPlan(context, input.id)),
  withdraw: plans.withdraw.handler(({ context, input }) => withdrawPlan(context, input.id)),
}
