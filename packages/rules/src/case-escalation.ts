import { deadlineInstant, type Instant, localTime, millisecondsOf } from './local-time.ts'
import { addDays } from './plain-date.ts'
import type { UnitKind } from './unit-kind.ts'

export const caseLevels = ['grid', 'community', 'street', 'county'] as const

/** Who has to see to a case that nobody settled below. */
export type CaseLevel = (typeof caseLevels)[number]

export type Escalation = { readonly to: CaseLevel; readonly at: Instant }

/** Days that each level has before the next is called; a category may have its own. */
export const daysPerLevel = 7

/** Where the way of a case begins, by what kind of unit has it. A department's next level is the county. */
export const levelOf = (kind: UnitKind): CaseLevel => {
  switch (kind) {
    case 'grid':
      return 'grid'
    case 'street':
    case 'town':
    case 'department':
      return 'street'
    case 'county':
      return 'county'
    default:
      return 'community'
  }
}

/** The level above, or the county itself. */
export const nextLevel = (level: CaseLevel): CaseLevel => caseLevels[caseLevels.indexOf(level) + 1] ?? 'county'

/** Since when a level's days count: nobody above is called while the deadline, which may have been put off, is still to come. */
export const escalatesSince = (
  { levelSince, dueAt }: { readonly levelSince: Instant | Date; readonly dueAt: Instant | Date },
  days: number = daysPerLevel,
): Instant => {
  const { date, time } = localTime(dueAt)
  const fromDue = deadlineInstant(addDays(date, -days), time)
  const { date: sinceDate, time: sinceTime } = localTime(levelSince)
  return millisecondsOf(fromDue) > millisecondsOf(levelSince) ? fromDue : deadlineInstant(sinceDate, sinceTime)
}

/**
 * Every level that a case has risen to by now, each with its moment, since it came to `level` and lay there unsettled. Derived, so
 * a job that slept for a month records the same as one that ran every night.
 */
export const escalationsUntil = (
  { level, since }: { readonly level: CaseLevel; readonly since: Instant | Date },
  now: Instant | Date,
  days: number = daysPerLevel,
): readonly Escalation[] => {
  if (days <= 0) return []
  const { date, time } = localTime(since)
  return caseLevels
    .slice(caseLevels.indexOf(level) + 1)
    .map((to, index) => ({ to, at: deadlineInstant(addDays(date, days * (index + 1)), time) }))
    .filter(({ at }) => millisecondsOf(at) <= millisecondsOf(now))
}
