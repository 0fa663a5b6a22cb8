import { operations } from '../http/operations.ts'
import { getReadyPlan, listReadyPlans } from './read-catalogue.ts'

export const catalogueRoutes = {
  list: operations.catalogue.list.handler(listReadyPlans),
  get: operations.catalogue.get.handler(({ input }) => getReadyPlan(input.id)),
}
