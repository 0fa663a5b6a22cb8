import { operations } from '../http/operations.ts'
import { clearDay, listDays, setDay } from './calendar.ts'

export const calendarRoutes = {
  list: operations.calendar.list.handler(({ context, input }) => listDays(context, input.year)),
  set: operations.calendar.set.handler(async ({ context, input }) => {
    await setDay(context, input)
    return { ok: true as const }
  }),
  clear: operations.calendar.clear.handler(async ({ context, input }) => {
    await clearDay(context, input.day)
    return { ok: true as const }
  }),
}
