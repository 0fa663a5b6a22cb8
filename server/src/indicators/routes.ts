import { operations } from '../http/operations.ts'
import { measureIndicator } from './measure-indicator.ts'
import { listIndicators } from './queries.ts'
import { sourceIndicator } from './source-indicator.ts'

const { indicators } = operations

export const indicatorsRoutes = {
  list: indicators.list.handler(({ context, input }) => listIndicators(context, input.id)),
  measure: indicators.measure.handler(({ context, input }) => measureIndicator(context, input)),
  source: indicators.source.handler(({ context, input }) => sourceIndicator(context, input)),
}
