import { assignmentsContract } from './assignments.ts'
import { auditContract } from './audit.ts'
import { burdenContract } from './burden.ts'
import { calendarContract } from './calendar.ts'
import { casesContract } from './cases.ts'
import { catalogueContract } from './catalogue.ts'
import { channelsContract } from './channels.ts'
import { documentsContract } from './documents.ts'
import { dutiesContract } from './duties.ts'
import { evidenceContract } from './evidence.ts'
import { fieldContract } from './field.ts'
import { importsContract } from './imports.ts'
import { indicatorsContract } from './indicators.ts'
import { keysContract } from './keys.ts'
import { ledgerContract } from './ledger.ts'
import { peopleContract } from './people.ts'
import { plansContract } from './plans.ts'
import { pointsContract } from './points.ts'
import { programmesContract } from './programmes.ts'
import { resultsContract } from './results.ts'
import { reviewContract } from './review.ts'
import { roundsContract } from './rounds.ts'
import { sessionContract } from './session.ts'
import { setupContract } from './setup.ts'
import { standardsContract } from './standards.ts'
import { todayContract } from './today.ts'
import { unitsContract } from './units.ts'
import { visitsContract } from './visits.ts'

/** Every operation the server offers, a noun each. OpenAPI is generated from it; the desk calls nothing else. */
export const contract = {
  session: sessionContract,
  setup: setupContract,
  units: unitsContract,
  people: peopleContract,
  imports: importsContract,
  plans: plansContract,
  review: reviewContract,
  programmes: programmesContract,
  assignments: assignmentsContract,
  evidence: evidenceContract,
  cases: casesContract,
  duties: dutiesContract,
  indicators: indicatorsContract,
  today: todayContract,
  audit: auditContract,
  channels: channelsContract,
  keys: keysContract,
  calendar: calendarContract,
  catalogue: catalogueContract,
  documents: documentsContract,
  standards: standardsContract,
  ledger: ledgerContract,
  burden: burdenContract,
  results: resultsContract,
  points: pointsContract,
  rounds: roundsContract,
  visits: visitsContract,
  field: fieldContract,
}
