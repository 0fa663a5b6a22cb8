import { operations } from '../http/operations.ts'
import { planComparison } from './plan-comparison.ts'
import { planDocument } from './plan-document.ts'
import { programmeTaskTable, programmeWallChart } from './programme-documents.ts'

export const documentsRoutes = {
  plan: operations.documents.plan.handler(({ context, input }) => planDocument(context, input.id, input.head)),
  comparison: operations.documents.comparison.handler(({ context, input }) => planComparison(context, input.id)),
  taskTable: operations.documents.taskTable.handler(({ context, input }) => programmeTaskTable(context, input.id)),
  wallChart: operations.documents.wallChart.handler(({ context, input }) => programmeWallChart(context, input.id)),
}
