import { oc } from '@orpc/contract'
import * as z from 'zod'
import { day, id, instant, page, pageOf, personRef, search } from './shape.ts'

export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  who: personRef.nullable(),
  via: z.enum(['desk', 'key', 'system']),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  subject: z.string().nullable(),
  unitId: id.nullable(),
  content: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditContract = {
  list: oc
    .route({ method: 'GET', path: '/audit', tags: ['audit'], summary: 'Who did what when, newest first' })
    .input(
      z.object({
        q: search,
        personId: id.optional(),
        action: z.string().max(60).optional(),
        subjectId: z.string().max(60).optional(),
        from: day.optional(),
        to: day.optional(),
        ...page,
      }),
    )
    .output(pageOf(auditEntry)),
}
