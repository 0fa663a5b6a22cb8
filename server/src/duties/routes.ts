import { operations } from '../http/operations.ts'
import { excuseOccurrence, recordOccurrence, returnOccurrence } from './move-occurrence.ts'
import { getDutyCalendar, listDuties, listOccurrences } from './queries.ts'

const { duties } = operations

export const dutiesRoutes = {
  list: duties.list.handler(({ context, input }) => listDuties(context, input.id)),
  occurrences: duties.occurrences.handler(({ context, input }) => listOccurrences(context, input)),
  calendar: duties.calendar.handler(({ context, input }) => getDutyCalendar(context, input)),
  record: duties.record.handler(({ context, input }) => recordOccurrence(context, input)),
  return: duties.return.handler(({ context, input }) => returnOccurrence(context, input)),
  excuse: duties.excuse.handler(({ context, input }) => excuseOccurrence(context, input)),
}
