import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, done, id, instant, role, unitRef } from './shape.ts'

const membership = z.object({ id, role, unit: unitRef, title: z.string().nullable() })

export const me = z.object({
  person: z.object({ id, name: z.string(), title: z.string().nullable() }),
  tenant: z.object({ id, name: z.string(), today: z.iso.date(), now: instant }),
  memberships: z.array(membership),
  actions,
  secondFactor: z.boolean(),
  passwordDue: z.boolean(),
  calendarUrl: z.string().nullable(),
})
export type Me = z.infer<typeof me>

const session = z.object({
  id: z.string(),
  device: z.string(),
  address: z.string(),
  signedInAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
})

/** Who is asking. Sign-in itself is better-auth's, under `/api/auth`. */
export const sessionContract = {
  me: oc.route({ method: 'GET', path: '/me', tags: ['session'], summary: 'Who I am and what I may do' }).output(me),
  list: oc
    .route({ method: 'GET', path: '/me/sessions', tags: ['session'], summary: 'Where I am signed in' })
    .output(z.array(session)),
  revoke: oc
    .route({ method: 'DELETE', path: '/me/sessions/{id}', tags: ['session'], summary: 'Sign out elsewhere' })
    .input(z.object({ id: z.string().max(200) }))
    .output(done),
  calendar: oc
    .route({
      method: 'POST',
      path: '/me/calendar-link',
      tags: ['session'],
      summary: 'Make a new secret address for my due dates; the old one stops working',
    })
    .output(z.object({ url: z.string() })),
}
