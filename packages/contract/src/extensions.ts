import * as z from 'zod'
import { day, id, instant, personRef } from './shape.ts'

/** More time asked for, on an assignment or on a case, and what was decided. */
export const extension = z.object({
  id,
  until: day,
  reason: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  askedBy: personRef,
  askedAt: instant,
  decidedBy: personRef.nullable(),
  note: z.string().nullable(),
})
export type Extension = z.infer<typeof extension>
