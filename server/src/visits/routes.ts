import { operations } from '../http/operations.ts'
import { getVisit } from './get-visit.ts'
import { listVisits } from './queries.ts'

const { visits } = operations

export const visitsRoutes = {
  list: visits.list.handler(({ context, input }) => listVisits(context, input)),
  get: visits.get.handler(({ context, input }) => getVisit(context, input.id)),
}
