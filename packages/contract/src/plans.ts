import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, id, instant, page, pageOf, personRef, search, unitRef } from './shape.ts'

export const planStatus = z.enum(['reading', 'review', 'published', 'failed', 'withdrawn'])

export const planSummary = z.object({
  id,
  title: z.string(),
  status: planStatus,
  unit: unitRef,
  versionId: id,
  versionNumber: z.int(),
  sourceName: z.string(),
  createdBy: personRef,
  createdAt: instant,
  programmeId: id.nullable(),
  /** Set where the document is a new version of a running programme's plan. */
  revisesProgrammeId: id.nullable(),
  confirmed: z.int(),
  items: z.int(),
  errors: z.int(),
  actions,
})
export type PlanSummary = z.infer<typeof planSummary>

const failureWords = z.object({ title: z.string(), detail: z.string() })

export const reading = z.object({
  status: planStatus,
  /** 0 to 100 while the document is read in the background. */
  progress: z.int(),
  step: z.enum(['queued', 'decoding', 'reading', 'checking', 'saving', 'done', 'failed']),
  /** Why it could not be read, in both languages. */
  failure: z.object({ zh: failureWords, en: failureWords }).nullable(),
})

export type Reading = z.infer<typeof reading>

/** What would happen on publishing, and what stands in the way. */
export const publishPreview = z.object({
  ready: z.boolean(),
  obstacles: z.array(
    /** `message` is in the reader's language. */
    z.object({ code: z.string(), message: z.string(), itemIds: z.array(id), diagnosticIds: z.array(id) }),
  ),
  units: z.int(),
  tasks: z.int(),
  assignments: z.int(),
  duties: z.int(),
  occurrences: z.int(),
  indicators: z.int(),
  milestones: z.int(),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
})

/** One document may hold several plans: each becomes a plan of its own. Upload: multipart `file`, or `text` pasted. */
export const plansContract = {
  list: oc
    .route({ method: 'GET', path: '/plans', tags: ['plans'], summary: 'Plans within reach, newest first' })
    .input(z.object({ q: search, status: planStatus.optional(), ...page }))
    .output(pageOf(planSummary)),
  get: oc
    .route({ method: 'GET', path: '/plans/{id}', tags: ['plans'], summary: 'One plan' })
    .input(z.object({ id }))
    .output(planSummary),
  import: oc
    .route({
      method: 'POST',
      path: '/plans',
      tags: ['plans'],
      summary: 'Hand in a document; it is read in the background',
    })
    .input(
      z.object({
        unitId: id,
        file: z.file().max(30_000_000).optional(),
        text: z.string().max(3_000_000).optional(),
        name: z.string().max(200).optional(),
        year: z.int().min(1990).max(2100).optional(),
        revisesProgrammeId: id.optional(),
      }),
    )
    .output(z.object({ id })),
  reading: oc
    .route({ method: 'GET', path: '/plans/{id}/reading', tags: ['plans'], summary: 'How far the reading has come' })
    .input(z.object({ id }))
    .output(reading),
  fillYear: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/year',
      tags: ['plans'],
      summary: 'Fill a missing or masked year once for the whole plan',
    })
    .input(z.object({ id, year: z.int().min(1990).max(2100) }))
    .output(planSummary),
  preview: oc
    .route({ method: 'GET', path: '/plans/{id}/publication', tags: ['plans'], summary: 'What publishing would do' })
    .input(z.object({ id }))
    .output(publishPreview),
  publish: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/publication',
      tags: ['plans'],
      summary: 'Put a reviewed plan to work, in one transaction',
    })
    .input(z.object({ id }))
    .output(z.object({ programmeId: id, assignments: z.int(), occurrences: z.int() })),
  withdraw: oc
    .route({
      method: 'POST',
      path: '/plans/{id}/withdrawal',
      tags: ['plans'],
      summary: 'Put a plan away that will not be published',
    })
    .input(z.object({ id }))
    .output(planSummary),
}
