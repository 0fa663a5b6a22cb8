import { languageOf } from '../http/language.ts'
import { operations } from '../http/operations.ts'
import { getVisit } from './get-visit.ts'
import { applyPast, previewPast } from './import-past.ts'
import { listVisits } from './queries.ts'

const { visits } = operations

export const visitsRoutes = {
  list: visits.list.handler(({ context, input }) => listVisits(context, input)),
  get: visits.get.handler(({ context, input }) => getVisit(context, input.id)),
  preview: visits.preview.handler(({ context, input }) =>
    previewPast(context, input.file, languageOf(context.headers.get('accept-language'))),
  ),
  apply: visits.apply.handler(({ context, input }) => applyPast(context, input.file, input.digest)),
}
