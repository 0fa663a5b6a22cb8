import { localDate } from '@luoshi/rules/local-time'
import { soonDays } from '@luoshi/rules/overdue'
import { addDays } from '@luoshi/rules/plain-date'
import type { KeptCase, KeptOccurrence } from '../offline/field-database.ts'

export type TodayLists = {
  readonly late: readonly KeptOccurrence[]
  readonly today: readonly KeptOccurrence[]
  readonly soon: readonly KeptOccurrence[]
  readonly mend: readonly KeptCase[]
  readonly recheck: readonly KeptCase[]
}

/** How many of what lies before one are past their time. */
export const lateIn = ({ late, mend, recheck }: TodayLists, now: Date): number =>
  late.length + [...mend, ...recheck].filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now.getTime()).length

const byDue = <T extends { readonly dueAt: string | null }>(one: T, other: T): number =>
  Date.parse(one.dueAt ?? '9999-12-31') - Date.parse(other.dueAt ?? '9999-12-31')

/** What lies before one today. What was recorded here and is not sent yet is done as far as the phone is concerned. */
export const todayLists = (
  occurrences: readonly KeptOccurrence[],
  cases: readonly KeptCase[],
  doneHere: ReadonlySet<string>,
  now: Date,
): TodayLists => {
  const today = localDate(now)
  const horizon = addDays(today, soonDays)
  const open = occurrences.filter(({ id, state }) => (state === 'due' || state === 'returned') && !doneHere.has(id))
  const due = open.toSorted(byDue).map(each => ({ each, day: localDate(each.dueAt) }))
  const left = cases.filter(({ id }) => !doneHere.has(id)).toSorted(byDue)
  return {
    late: due.filter(({ each }) => Date.parse(each.dueAt) < now.getTime()).map(({ each }) => each),
    today: due
      .filter(({ each, day }) => Date.parse(each.dueAt) >= now.getTime() && day === today)
      .map(({ each }) => each),
    soon: due.filter(({ day }) => day > today && day <= horizon).map(({ each }) => each),
    mend: left.filter(({ next }) => next === 'mend'),
    recheck: left.filter(({ next }) => next === 'recheck'),
  }
}
