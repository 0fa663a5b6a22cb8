import { oc } from '@orpc/contract'
import * as z from 'zod'
import { day, done } from './shape.ts'

const calendarDay = z.object({
  day,
  kind: z.enum(['work', 'rest']),
  name: z.string(),
  origin: z.enum(['statutory', 'own']),
})

/** The working calendar: statutory holidays and make-up days, with the county's own changes on top. */
export const calendarContract = {
  list: oc
    .route({ method: 'GET', path: '/calendar', tags: ['calendar'], summary: 'Special days of a year' })
    .input(z.object({ year: z.int().min(2000).max(2100) }))
    .output(z.array(calendarDay)),
  set: oc
    .route({
      method: 'PUT',
      path: '/calendar/{day}',
      tags: ['calendar'],
      summary: 'Make a day a working or a rest day here',
    })
    .input(z.object({ day, kind: z.enum(['work', 'rest']), name: z.string().trim().min(1).max(60) }))
    .output(done),
  clear: oc
    .route({
      method: 'DELETE',
      path: '/calendar/{day}',
      tags: ['calendar'],
      summary: 'Go back to the statutory calendar',
    })
    .input(z.object({ day }))
    .output(done),
}
