import { operations } from '../http/operations.ts'
import { changeProgramme } from './change-programme.ts'
import { getBudget, listDocuments, listGroups } from './fixtures.ts'
import { getOverview } from './overview.ts'
import { listProgrammes } from './queries.ts'
import { getWallChart } from './wall-chart.ts'

const { programmes } = operations

export const programmesRoutes = {
  list: programmes.list.handler(({ context, input }) => listProgrammes(context, input)),
  overview: programmes.overview.handler(({ context, input }) => getOverview(context, input.id)),
  wallChart: programmes.wallChart.handler(({ context, input }) => getWallChart(context, input.id)),
  groups: programmes.groups.handler(({ context, input }) => listGroups(context, input.id)),
  budget: programmes.budget.handler(({ context, input }) => getBudget(context, input.id)),
  documents: programmes.documents.handler(({ context, input }) => listDocuments(context, input.id)),
  change: programmes.change.handler(({ context, input }) => changeProgramme(context, input)),
}
