import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, instant, page, pageOf, personRef, search, span, unitRef, version } from './shape.ts'

export const duty = z.object({
  id,
  programmeId: id,
  text: z.string(),
  every: z.object({ per: z.string(), times: z.number().nullable(), at: z.string().nullable() }),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  units: z.int(),
  recorded: z.int(),
  missed: z.int(),
  due: z.int(),
  span: span.nullable(),
})

export const occurrenceState = z.enum(['due', 'recorded', 'confirmed', 'returned', 'missed', 'excused'])

export const occurrence = z.object({
  id,
  dutyId: id,
  programme: z.object({ id, title: z.string() }),
  text: z.string(),
  unit: unitRef,
  period: z.string(),
  opensAt: instant,
  dueAt: instant,
  state: occurrenceState,
  timeliness: z.enum(['late', 'today', 'soon', 'ahead', 'done', 'done-late', 'missed', 'undated']),
  note: z.string().nullable(),
  recordedBy: personRef.nullable(),
  recordedAt: instant.nullable(),
  /** When it was done, by which it is in time or late: a phone without a signal tells it later. */
  doneAt: instant.nullable(),
  evidence: z.int(),
  version,
  actions,
})
export type Occurrence = z.infer<typeof occurrence>

export const dutiesContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/duties',
      tags: ['duties'],
      summary: 'Recurring work of a programme',
    })
    .input(z.object({ id }))
    .output(z.array(duty)),
  occurrences: oc
    .route({ method: 'GET', path: '/occurrences', tags: ['duties'], summary: 'Due instances within reach' })
    .input(
      z.object({
        q: search,
        programmeId: id.optional(),
        dutyId: id.optional(),
        unitId: id.optional(),
        state: occurrenceState.optional(),
        from: day.optional(),
        to: day.optional(),
        mine: z.boolean().optional(),
        ...page,
      }),
    )
    .output(pageOf(occurrence)),
  calendar: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/duty-calendar',
      tags: ['duties'],
      summary: 'Counts by day for a month',
    })
    .input(z.object({ id, month: z.string().regex(/^\d{4}-\d{2}$/), unitId: id.optional() }))
    .output(
      z.array(
        z.object({
          day,
          working: z.boolean(),
          holiday: z.string().nullable(),
          due: z.int(),
          recorded: z.int(),
          missed: z.int(),
        }),
      ),
    ),
  record: oc
    .route({ method: 'POST', path: '/occurrences/{id}/record', tags: ['duties'], summary: 'Record that it was done' })
    .input(
      z.object({
        id,
        version,
        note: z.string().trim().max(2000).optional(),
        evidenceIds: z.array(id).max(50).default([]),
      }),
    )
    .output(occurrence),
  return: oc
    .route({
      method: 'POST',
      path: '/occurrences/{id}/return',
      tags: ['duties'],
      summary: 'Return a record with a reason',
    })
    .input(z.object({ id, version, reason: z.string().trim().min(2).max(1000) }))
    .output(occurrence),
  excuse: oc
    .route({
      method: 'POST',
      path: '/occurrences/{id}/excuse',
      tags: ['duties'],
      summary: 'Excuse a missed one with a reason; it stays on record',
    })
    .input(z.object({ id, version, reason: z.string().trim().min(2).max(1000) }))
    .output(occurrence),
}
