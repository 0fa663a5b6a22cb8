import type { PlainDate } from '@luoshi/rules/plain-date'
import { occurrencesOf } from '@luoshi/rules/recurrence'
import type { WorkingCalendar } from '@luoshi/rules/working-calendar'
import { wholeRange } from '../duties/horizon.ts'
import type { PlannedDuty } from './publication.ts'

/** How many occurrences duties come to, up to the horizon. */
export const countOccurrences = (duties: readonly PlannedDuty[], calendar: WorkingCalendar, today: PlainDate): number =>
  duties.reduce((sum, { every, startsOn, endsOn, unitIds }) => {
    const range = wholeRange({ starts_on: startsOn, ends_on: endsOn }, today)
    const life = { start: startsOn, end: endsOn }
    return sum + (range ? occurrencesOf({ every, life, calendar }, range).length * unitIds.length : 0)
  }, 0)
