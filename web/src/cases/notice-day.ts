import type { CaseRow } from '@luoshi/contract/cases'
import { localDate } from '@luoshi/rules/local-time'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'

/** Days that a notice gives where nothing is due before. */
const usualDays = 7

/** The last day that a notice may name: no case is given more time by it. Null where all are late, for which any day will do. */
export const lastDayOf = (cases: readonly Pick<CaseRow, 'dueAt'>[], now: string): PlainDate | null =>
  cases
    .flatMap(({ dueAt }) => (dueAt !== null && Date.parse(dueAt) > Date.parse(now) ? [localDate(dueAt)] : []))
    .toSorted()[0] ?? null

/** The day that a notice names unless told otherwise. */
export const usualDayOf = (cases: readonly Pick<CaseRow, 'dueAt'>[], now: string): PlainDate => {
  const [usual, last] = [addDays(localDate(now), usualDays), lastDayOf(cases, now)]
  return last !== null && last < usual ? last : usual
}
