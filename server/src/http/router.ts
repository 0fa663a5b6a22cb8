import { assignmentsRoutes } from '../assignments/routes.ts'
import { auditRoutes } from '../audit/routes.ts'
import { burdenRoutes } from '../burden/routes.ts'
import { calendarRoutes } from '../calendar/routes.ts'
import { casesRoutes } from '../cases/routes.ts'
import { catalogueRoutes } from '../catalogue/routes.ts'
import { channelsRoutes } from '../channels/routes.ts'
import { documentsRoutes } from '../documents/routes.ts'
import { dutiesRoutes } from '../duties/routes.ts'
import { evidenceRoutes } from '../evidence/routes.ts'
import { fieldRoutes } from '../field/routes.ts'
import { importsRoutes } from '../imports/routes.ts'
import { indicatorsRoutes } from '../indicators/routes.ts'
import { keysRoutes } from '../keys/routes.ts'
import { ledgerRoutes } from '../ledger/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { plansRoutes } from '../plans/routes.ts'
import { pointsRoutes } from '../points/routes.ts'
import { programmesRoutes } from '../programmes/routes.ts'
import { resultsRoutes } from '../results/routes.ts'
import { reviewRoutes } from '../review/routes.ts'
import { roundsRoutes } from '../rounds/routes.ts'
import { sessionRoutes } from '../session/routes.ts'
import { setupRoutes } from '../setup/routes.ts'
import { standardsRoutes } from '../standards/routes.ts'
import { todayRoutes } from '../today/routes.ts'
import { unitsRoutes } from '../units/routes.ts'
import { visitsRoutes } from '../visits/routes.ts'

/** The nouns' routes together: a line each. */
export const router = {
  catalogue: catalogueRoutes,
  documents: documentsRoutes,
  session: sessionRoutes,
  setup: setupRoutes,
  plans: plansRoutes,
  review: reviewRoutes,
  programmes: programmesRoutes,
  assignments: assignmentsRoutes,
  cases: casesRoutes,
  duties: dutiesRoutes,
  indicators: indicatorsRoutes,
  evidence: evidenceRoutes,
  today: todayRoutes,
  units: unitsRoutes,
  people: peopleRoutes,
  audit: auditRoutes,
  keys: keysRoutes,
  ledger: ledgerRoutes,
  burden: burdenRoutes,
  results: resultsRoutes,
  calendar: calendarRoutes,
  imports: importsRoutes,
  channels: channelsRoutes,
  standards: standardsRoutes,
  points: pointsRoutes,
  rounds: roundsRoutes,
  visits: visitsRoutes,
  field: fieldRoutes,
}
