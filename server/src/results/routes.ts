import { operations } from '../http/operations.ts'
import { showCases, showConforming } from './queries.ts'

const { results } = operations

export const resultsRoutes = {
  conforming: results.conforming.handler(({ context, input }) => showConforming(context, input)),
  cases: results.cases.handler(({ context, input }) => showCases(context, input)),
}
