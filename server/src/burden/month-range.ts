import { deadlineInstant } from '@luoshi/rules/local-time'
import { addDays, addMonths } from '@luoshi/rules/plain-date'

/** After `since`, up to `until`: a month of Asia/Shanghai. */
export type MonthRange = { readonly since: string; readonly until: string }

/** `back` months before the month `YYYY-MM`. */
export const monthRange = (month: string, back = 0): MonthRange => {
  const first = addMonths(`${month}-01`, -back)
  return { since: deadlineInstant(addDays(first, -1)), until: deadlineInstant(addDays(addMonths(first, 1), -1)) }
}
