import { operations } from '../http/operations.ts'
import { newCalendarLink } from './calendar-link.ts'
import { listSessions, revokeSession } from './list-sessions.ts'
import { whoAmI } from './who-am-i.ts'

export const sessionRoutes = {
  me: operations.session.me.handler(({ context }) => whoAmI(context)),
  list: operations.session.list.handler(({ context }) => listSessions(context)),
  revoke: operations.session.revoke.handler(async ({ context, input }) => {
    await revokeSession(context, input.id)
    return { ok: true as const }
  }),
  calendar: operations.session.calendar.handler(async ({ context }) => ({ url: await newCalendarLink(context) })),
}
