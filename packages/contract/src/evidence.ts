import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, day, id, instant, page, pageOf, personRef, search, unitRef } from './shape.ts'

export const evidenceSubject = z.object({
  kind: z.enum(['assignment', 'occurrence', 'visit', 'observation', 'case', 'criterion']),
  id,
  /** Which of the things that a criterion asks for it is. */
  part: z.string().trim().max(120).optional(),
})

export const evidence = z.object({
  id,
  kind: z.enum(['photo', 'file', 'text']),
  name: z.string(),
  mediaType: z.string().nullable(),
  bytes: z.int().nullable(),
  text: z.string().nullable(),
  unit: unitRef,
  addedBy: personRef,
  addedAt: instant,
  url: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  serves: z.array(evidenceSubject),
  actions,
})
export type Evidence = z.infer<typeof evidence>

const share = z.number().min(0).max(1)

/** A part of a picture, in shares of its width and height. */
const area = z.object({ x: share, y: share, width: share, height: share })

const covered = z.object({ areas: z.array(area), url: z.string(), coveredBy: personRef, coveredAt: instant })
export type Covered = z.infer<typeof covered>

/**
 * Files arrive in pieces and can be taken up where they broke off: `start`, then `PUT /api/v1/uploads/{id}?offset=N` with raw bytes
 * (answers `{ received }`), then `finish`. A piece sent twice does no harm.
 */
export const evidenceContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/evidence',
      tags: ['evidence'],
      summary: 'What is already filed and could serve again',
    })
    .input(z.object({ q: search, unitId: id.optional(), kind: z.enum(['photo', 'file', 'text']).optional(), ...page }))
    .output(pageOf(evidence)),
  start: oc
    .route({
      method: 'POST',
      path: '/uploads',
      tags: ['evidence'],
      summary: 'Announce a file; an upload with the same id is taken up again',
    })
    .input(
      z.object({
        id,
        name: z.string().trim().min(1).max(200),
        bytes: z.int().min(1).max(200_000_000),
        mediaType: z.string().max(120),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .output(z.object({ id, received: z.int(), already: z.boolean() })),
  finish: oc
    .route({
      method: 'POST',
      path: '/evidence',
      tags: ['evidence'],
      summary: 'File an upload or a text as evidence of one or more things',
    })
    .input(
      z.object({
        id,
        unitId: id,
        uploadId: id.nullable(),
        text: z.string().trim().max(5000).nullable(),
        name: z.string().trim().max(200),
        takenAt: instant.nullable().default(null),
        /** The last day on which it proves anything, where it says so itself. */
        validUntil: day.nullable().default(null),
        serves: z.array(evidenceSubject).max(50),
      }),
    )
    .output(evidence),
  withdraw: oc
    .route({
      method: 'POST',
      path: '/evidence/{id}/withdraw',
      tags: ['evidence'],
      summary: 'Take evidence off everything it served: filed wrongly, or nobody’s business',
    })
    .input(z.object({ id, reason: z.string().trim().min(2).max(300) }))
    .output(z.object({ id })),
  serve: oc
    .route({
      method: 'POST',
      path: '/evidence/{id}/serves',
      tags: ['evidence'],
      summary: 'Let evidence on file serve one more clause',
    })
    .input(z.object({ id, subject: evidenceSubject }))
    .output(evidence),
  cover: oc
    .route({
      method: 'PUT',
      path: '/evidence/{id}/covered',
      tags: ['evidence'],
      summary: 'Cover faces and plates in a copy of a picture; only the copy is ever public',
    })
    .input(z.object({ id, areas: z.array(area).max(100) }))
    .output(covered),
  covered: oc
    .route({
      method: 'GET',
      path: '/evidence/{id}/covered',
      tags: ['evidence'],
      summary: 'What is covered of a picture',
    })
    .input(z.object({ id }))
    .output(covered.nullable()),
}
